import { describe, expect, it } from 'vitest';
import type { Look } from '../../../../electron/core/polling/looks';
import { pollDueWallets, pollLooks } from '../../../../electron/core/polling/poll-due-wallets';
import { emptySnapshot, updateSnapshot } from '../../../../electron/core/snapshots/update-snapshot';
import type { Model } from '../../../../electron/core/state/model';
import type { SignedRequest } from '../../../../electron/core/ports/ports';
import { answered, MINUTE_MS, NOW, walletOf } from '../../../fakes/holdings';
import { fakeWorld, modelOf, refuse, reply, type FakeWorld, type Script } from '../../../fakes/world';

const wallet = walletOf({ chains: ['1', '56', '8453'] });
const lookAt = (change: Partial<Look> = {}): Look => ({
  wallet,
  chains: ['1'],
  isDefiAsked: false,
  requests: 1,
  ...change
});
const worldThat = (script: Script): FakeWorld => Object.assign(fakeWorld(), { script });
const chainsOf = ({ target }: SignedRequest) => /chains=([\d,]*)/.exec(target)?.[1] ?? '';
const isTotal = ({ target }: SignedRequest) => target.includes('total-value');
const totalOf = (totalValue: string) => ({
  ...reply([]),
  body: JSON.stringify({ code: '0', data: [{ totalValue }] })
});

/** All chains were answered before; these are refused since. */
function known(refused: string[] = [], choices = {}): Model {
  const model = modelOf([wallet], choices);
  const parts = wallet.chains.map(chainIndex => ({ chainIndex, answeredAt: NOW, failure: null }));
  const entry = { doubtId: 'd', agreedMs: 0, answers: 1, answeredAt: NOW, worth: '5' };
  return {
    ...model,
    snapshots: [{ ...emptySnapshot(wallet), parts }],
    verification: {
      ...model.verification,
      refusedChains: Object.fromEntries(refused.map(chain => [`${wallet.id}/${chain}`, entry]))
    }
  };
}

describe('a look', () => {
  it('asks for its chains alone, as a look, and covers these only', async () => {
    const world = worldThat(() => reply([]));
    const [polled] = await pollLooks([lookAt()], known(), world);
    expect(world.requests.map(chainsOf)).toEqual(['1']);
    expect(world.priorities).toEqual(['look']);
    expect(polled).toMatchObject({ wallet, outcome: { isLook: true, answers: [{ chains: ['1'] }] } });
  });

  it('asks everything of a wallet whose source answers all chains in one reply', async () => {
    const world = worldThat(() => reply([]));
    const all = walletOf();
    const [polled] = await pollLooks([lookAt({ wallet: all, chains: ['*'] })], modelOf([all]), world);
    expect(polled?.outcome.answers).toMatchObject([{ chains: null }]);
  });

  it('asks for the DeFi part alone when that is in doubt, and knows no positions from no answer', async () => {
    const world = worldThat(request => (isTotal(request) ? totalOf('0') : reply([])));
    const look = lookAt({ chains: [], isDefiAsked: true });
    const [polled] = await pollLooks([look], known([], { countDefi: true }), world);
    expect(world.requests.map(isTotal)).toEqual([true]);
    expect(world.priorities).toEqual(['look']);
    expect(polled?.outcome.answers).toMatchObject([{ chains: ['defi'], reading: { holdings: [] } }]);
    world.script = () => refuse('50001');
    expect(await pollLooks([look], known([], { countDefi: true }), world)).toEqual([]);
  });

  it('that fails has no outcome: nothing is marked as failed, and it is logged only', async () => {
    const world = worldThat(() => refuse('50011', 429));
    expect(await pollLooks([lookAt()], known(), world)).toEqual([]);
    expect(world.logged).toHaveLength(1);
  });

  it('that fails in part has the outcome of what was answered', async () => {
    const world = worldThat((_, turn) => (turn === 1 ? reply([]) : refuse('50001')));
    const look = lookAt({ chains: ['1', '56'], requests: 2 });
    const [polled] = await pollLooks([look], known(['56']), world);
    expect(polled?.outcome).toMatchObject({ answers: [{ chains: ['1'] }], refusals: [], unsupported: [] });
  });

  it('at a refused chain says that it is refused again', async () => {
    const world = worldThat(() => refuse('81104'));
    const [polled] = await pollLooks([lookAt({ chains: ['56'] })], known(['56']), world);
    expect(polled?.outcome).toMatchObject({ answers: [], refusals: [], unsupported: ['56'] });
  });

  it('searches for no unsupported chain, and sends no more than it may', async () => {
    const world = worldThat(() => refuse('81104'));
    expect(await pollLooks([lookAt({ chains: ['1', '56'] })], known(), world)).toEqual([]);
    expect(world.requests).toHaveLength(1);
  });

  it('keeps the last failure that is known of the wallet', () => {
    const failure = {
      ...{ code: 'timeout' as const, since: NOW, at: NOW },
      ...{ serviceCode: null, host: null, clockOffsetMs: null }
    };
    const last = { ...emptySnapshot(wallet), failure };
    const later = NOW + MINUTE_MS;
    expect(updateSnapshot(last, { ...answered([], later), isLook: true }, later).failure).toEqual(failure);
    expect(updateSnapshot(last, answered([], later), later).failure).toBe(null);
  });
});

describe('a poll of a wallet with a refused chain', () => {
  const refusing: Script = request => (chainsOf(request).includes('56') ? refuse('81104') : reply([]));

  it('asks it alone and names it each time, in a round and when the person refreshes', async () => {
    for (const priority of ['round', 'person'] as const) {
      const world = worldThat(refusing);
      const [polled] = await pollDueWallets([wallet], known(['56']), world, priority);
      expect(world.requests.map(chainsOf)).toEqual(['1,8453', '56']);
      expect(polled?.outcome).toMatchObject({ refusals: [], unsupported: ['56'] });
      expect(world.priorities).toEqual([priority, priority]);
    }
  });

  it('asks for its DeFi positions alone: a sum without them would look like a loss', async () => {
    const world = worldThat(request =>
      isTotal(request) ? totalOf(chainsOf(request) === '56' ? '5' : '10') : refusing(request, 0)
    );
    const model = known(['56'], { countDefi: true });
    const [answer] = await pollDueWallets([wallet], model, world);
    expect(world.requests.filter(isTotal).map(chainsOf)).toEqual(['1,8453', '56']);
    expect(answer?.outcome.answers.at(-1)?.reading.holdings).toMatchObject([{ price: '15' }]);
    world.script = request =>
      isTotal(request) && chainsOf(request) !== '56' ? totalOf('10') : refusing(request, 0);
    const [refused] = await pollDueWallets([wallet], model, world);
    expect(refused?.outcome.refusals).toMatchObject([
      { chains: ['defi'], failure: { code: 'chain-unsupported' } }
    ]);
    expect(refused?.outcome.withoutDefi).toEqual([]);
  });

  it('asks for no DeFi positions when all of its chains are refused at once', async () => {
    const world = worldThat(request => (isTotal(request) ? totalOf('10') : refuse('81104')));
    const [polled] = await pollDueWallets([wallet], known(['56'], { countDefi: true }), world);
    expect(world.requests.filter(isTotal)).toEqual([]);
    expect(polled?.outcome.refusals.map(({ chains }) => chains)).toEqual([wallet.chains, ['defi']]);
    expect(polled?.outcome.unsupported).toEqual([]);
  });
});
