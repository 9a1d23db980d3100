// An account, and its address twice as wallets of their own: rounds count it once and tell what moved once.
import { describe, expect, it } from 'vitest';
import { applyRound } from '../../../../electron/core/polling/round';
import { modelPortfolio } from '../../../../electron/core/state/app-state';
import type { Wallet } from '../../../../shared/schema/wallet';
import {
  answerOf,
  chainFacts,
  holdingOf,
  KEY,
  MINUTE_MS,
  outcomeOf,
  walletOf
} from '../../../fakes/holdings';
import { fakeWorld, modelOf } from '../../../fakes/world';

const ADDRESS = '0xa03400e098f4421b34a3a44a1b4e571419517687';
const CAPITALS = `0x${ADDRESS.slice(2).toUpperCase()}`;
const spelled: Readonly<Record<string, string>> = { w1: ADDRESS, w2: ADDRESS, w3: CAPITALS };

function addressWallet(id: string): Wallet {
  return {
    id,
    name: id,
    keyId: KEY.id,
    source: 'v6-address',
    address: spelled[id] ?? '',
    chains: ['1']
  };
}

/** In each round the named wallets answer with this much ETH, a minute after the last round. */
function rounds(...steps: Readonly<Record<string, string>>[]) {
  const world = fakeWorld();
  const wallets = [walletOf({ chains: ['1'] }), addressWallet('w2'), addressWallet('w3')];
  let model = modelOf(wallets);
  return steps.map(step => {
    world.at += MINUTE_MS;
    const polled = wallets.flatMap(wallet => {
      const balance = step[wallet.id];
      if (balance === undefined) return [];
      const address = spelled[wallet.id] ?? '';
      const held =
        balance === '0' ? [] : [holdingOf({ walletId: wallet.id, address, balance, price: '2650' })];
      const outcome = outcomeOf([answerOf(held, { chains: ['1'], at: world.at })]);
      return [{ wallet, key: { id: KEY.id }, outcome }];
    });
    const applied = applyRound(model, polled, world);
    model = applied.model;
    const moves = applied.entries.filter(({ kind }) => kind === 'arrived' || kind === 'left');
    return {
      portfolio: modelPortfolio(model, chainFacts, world.at),
      told: moves.map(({ walletId, kind }) => `${walletId} ${kind}`),
      point: applied.point
    };
  });
}

const ALL = { w1: '8', w2: '8', w3: '8' };

describe('an address that three wallets watch', () => {
  it('counts once, and each wallet has its own total', () => {
    const [{ portfolio } = {}] = rounds(ALL);
    expect(portfolio).toMatchObject({
      total: '21200',
      countedOnce: '-42400',
      wallets: [{ value: '21200' }, { value: '21200' }, { value: '21200' }]
    });
  });

  it.each<[string, Readonly<Record<string, string>>[], string[]]>([
    ['in one round', [{ w1: '9', w2: '9', w3: '9' }], ['w1 arrived']],
    ['first in the wallet where it counts', [{ w1: '9' }, { w2: '9' }, { w3: '9' }], ['w1 arrived']],
    ['last in the wallet where it counts', [{ w3: '9' }, { w2: '9' }, { w1: '9' }], ['w1 arrived']]
  ])('tells an arrival that is seen %s once, and enters it into the ledger once', (_, steps, told) => {
    const seen = rounds(ALL, ...steps);
    expect(seen.flatMap(step => step.told)).toEqual(told);
    const last = seen.at(-1);
    expect(last?.portfolio.total).toBe('23850');
    expect(last?.point?.ledger.transfers).toBe('2650');
    const own = Object.values(last?.point?.wallets ?? {}).map(({ transfers }) => transfers);
    expect(own).toEqual(['2650', '2650', '2650']);
  });

  it('tells a departure once, as soon as the wallet where it counts has seen it', () => {
    const seen = rounds(ALL, { w2: '5' }, { w1: '5' }, { w3: '5' });
    expect(seen.map(({ portfolio }) => portfolio.total)).toEqual(['21200', '21200', '13250', '13250']);
    expect(seen.flatMap(({ told }) => told)).toEqual(['w1 left']);
  });
});
