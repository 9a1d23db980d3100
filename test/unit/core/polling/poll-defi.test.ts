import { describe, expect, it } from 'vitest';
import { worstFailureOf, type Outcome } from '../../../../electron/core/snapshots/poll-outcome';
import { pollDueWallets } from '../../../../electron/core/polling/poll-due-wallets';
import type { Model } from '../../../../electron/core/state/model';
import type { HttpReply, SignedRequest } from '../../../../electron/core/ports/ports';
import { applyRound } from '../../../../electron/core/polling/round';
import { REQUEST_SPACING_MS } from '../../../../shared/domain/limits';
import type { Wallet } from '../../../../shared/schema/wallet';
import { DAY_MS, MINUTE_MS, NOW, walletOf } from '../../../fakes/holdings';
import { fakeWorld, modelOf, refuse, reply, type FakeWorld } from '../../../fakes/world';

const ROW = {
  chainIndex: '1',
  tokenAddress: '',
  symbol: 'ETH',
  balance: '1',
  tokenPrice: '2000',
  address: '0xa'
};
const isTotal = ({ target }: SignedRequest) => target.includes('total-value');
const totalOf = (totalValue: string): HttpReply => ({
  status: 200,
  headers: {},
  body: JSON.stringify({ code: '0', data: [{ totalValue }] })
});
const chainsOf = ({ target }: SignedRequest) => /chains=([\d,]*)/.exec(target)?.[1]?.split(',') ?? [];
const numbered = (count: number) => Array.from({ length: count }, (_, i) => `${i + 1}`);
const address = (chains: string[], change = {}): Wallet => ({
  id: 'w1',
  name: 'Hot',
  keyId: 'k1',
  source: 'v6-address',
  address: '0xa',
  chains,
  ...change
});

/** Balances are always one ETH; `total` answers the total-value endpoint. */
function worldThat(total: (request: SignedRequest, world: FakeWorld) => HttpReply): FakeWorld {
  const world = fakeWorld();
  world.script = request => (isTotal(request) ? total(request, world) : reply([ROW]));
  return world;
}
async function ask(world: FakeWorld, model: Model): Promise<Outcome> {
  const [polled] = await pollDueWallets(model.settings.wallets, model, world);
  return polled!.outcome;
}
const counting = (wallet: Wallet = walletOf()) => modelOf([wallet], { countDefi: true });
const totals = (world: FakeWorld) => world.requests.filter(isTotal);
const defiOf = ({ answers }: Outcome) => answers.find(({ chains }) => chains?.[0] === 'defi');
const refusalOf = ({ refusals }: Outcome) => refusals.find(({ chains }) => chains?.[0] === 'defi');

async function rounds(world: FakeWorld, model: Model, count: number): Promise<Model> {
  for (let i = 0; i < count; i++) {
    const polled = await pollDueWallets(model.settings.wallets, model, world);
    model = applyRound(model, polled, world).model;
    world.at += MINUTE_MS;
  }
  return model;
}

describe('DeFi that is counted', () => {
  it('is requested after the balances, signed and rate-limited, and read to the last digit', async () => {
    const exact = '1804.275000000000000000000000000000000001';
    const world = worldThat(() => totalOf(exact));
    const outcome = await ask(world, counting());
    expect(world.requests.map(isTotal)).toEqual([false, true]);
    expect(totals(world)[0]?.target).toContain('assetType=2&excludeRiskToken=true');
    expect(totals(world)[0]?.headers['OK-ACCESS-SIGN']).toMatch(/=$/);
    expect(world.acquiredKeyIds).toHaveLength(2);
    expect(outcome).toMatchObject({ requests: 2, refusals: [] });
    expect(defiOf(outcome)).toMatchObject({ answeredAt: NOW, reading: { holdings: [{ price: exact }] } });
  });

  it('costs no request while it is switched off', async () => {
    const world = worldThat(() => totalOf('1'));
    expect((await ask(world, modelOf())).requests).toBe(1);
    expect(totals(world)).toEqual([]);
  });

  it('of many chains is the sum over requests of at most 50 each, by address family', async () => {
    const plain = worldThat(request => totalOf(`${chainsOf(request).length}.5`));
    const family = (chain: string) => (chain === '501' ? 'solana' : 'evm');
    const world = { ...plain, chains: (name: string) => ({ name, isTestnet: false, family: family(name) }) };
    const outcome = await ask(world, counting(address([...numbered(73), '501'])));
    expect(totals(world).map(request => chainsOf(request).length)).toEqual([37, 36, 1]);
    expect(defiOf(outcome)?.reading.holdings[0]?.price).toBe('75.5');
    expect(outcome.requests).toBe(6);
  });
});

describe('DeFi that is refused', () => {
  it('is a separate refusal, which does not decide when the next poll is', async () => {
    const outcome = await ask(
      worldThat(() => refuse('50050')),
      counting()
    );
    expect(refusalOf(outcome)?.failure.code).toBe('source-retired');
    expect(worstFailureOf(outcome)).toBe(null);
    expect(outcome.answers).toHaveLength(1);
  });

  it('in one of its requests is refused as a whole: a part of a sum would look like a loss', async () => {
    const world = worldThat((_, { requests }) => (requests.length === 4 ? refuse('50001') : totalOf('5')));
    const outcome = await ask(world, counting(address(numbered(73))));
    expect([defiOf(outcome), refusalOf(outcome)?.failure.code]).toEqual([undefined, 'service-busy']);
  });

  it.each([
    ['the network', () => refuse('50011', 429), 'rate-limited'],
    ['the key', () => refuse('50111', 401), 'key-unknown']
  ] as const)('with the balances, by %s, is not polled, and logged once', async (_, script, code) => {
    const world = Object.assign(fakeWorld(), { script });
    const outcome = await ask(world, counting());
    expect(world.requests).toHaveLength(1);
    expect(refusalOf(outcome)?.failure.code).toBe(code);
    expect(world.logged).toHaveLength(1);
  });

  it('is requested although a reply of the balances was damaged', async () => {
    const world = worldThat(() => totalOf('5'));
    world.script = request =>
      isTotal(request) ? totalOf('5') : { ...reply([]), body: '{"code":"0","data":7}' };
    expect(defiOf(await ask(world, counting()))).toBeDefined();
  });

  it('is refused together with the balances when the key is not in the settings', async () => {
    const outcome = await ask(fakeWorld(), counting(walletOf({ keyId: 'gone' })));
    expect(refusalOf(outcome)?.failure.code).toBe('key-not-in-keychain');
  });
});

describe('a chain that OKX does not support', () => {
  const bad = (chain: string, isOfBalances: boolean) => {
    const world = fakeWorld();
    world.script = request => {
      const isBad = chainsOf(request).includes(chain) && (isOfBalances || isTotal(request));
      return isBad ? refuse('81104') : isTotal(request) ? totalOf('10') : reply([]);
    };
    return world;
  };

  it('is left out of the request for DeFi as soon as the balances have found it', async () => {
    const world = bad('3', true);
    const model = await rounds(world, counting(address(['1', '2', '3', '4'])), 1);
    expect(totals(world).map(chainsOf)).toEqual([['1', '2', '4']]);
    await rounds(world, model, 1);
    expect(totals(world).map(chainsOf).at(-1)).toEqual(['1', '2', '4']);
  });

  it('delays the request for DeFi while the balances search it over several rounds', async () => {
    const world = bad('3', true);
    const model = counting(address(['1', '2', '3', '4']));
    const run = { failuresInRow: 0, dueAt: NOW, appliedAt: NOW, remaining: ['3', '4'] };
    world.script = request =>
      isTotal(request) ? totalOf('10') : { status: 200, headers: {}, body: '{"code":"0","data":7}' };
    const outcome = await ask(world, { ...model, pollSchedules: { w1: run } });
    expect(outcome.remaining).toEqual(['3', '4']);
    expect(totals(world)).toEqual([]);
    expect(refusalOf(outcome)?.failure.code).toBe('chain-unsupported');
  });

  it('among too many for one round leaves DeFi unanswered until later rounds have found them all', async () => {
    const world = fakeWorld();
    world.script = request => {
      const isBad = chainsOf(request).some(chain => Number(chain) % 4 === 0);
      return isTotal(request) ? (isBad ? refuse('81104') : totalOf('10')) : reply([]);
    };
    const partOfDefi = ({ snapshots }: Model) =>
      snapshots[0]?.parts.find(({ chainIndex }) => chainIndex === 'defi');
    const once = await rounds(world, counting(address(numbered(40))), 1);
    expect(partOfDefi(once)).toMatchObject({ answeredAt: null, failure: 'chain-unsupported' });
    const later = await rounds(world, once, 6);
    expect(partOfDefi(later)).toMatchObject({ answeredAt: world.at - MINUTE_MS, failure: null });
    expect(later.pollSchedules['w1']?.withoutDefi).toHaveLength(10);
  });

  it('for the total value only is found by halving, stored, and polled again alone after a day', async () => {
    const world = bad('3', false);
    let model = await rounds(world, counting(address(numbered(8))), 1);
    expect(totals(world).length).toBeLessThan(8);
    expect(model.snapshots[0]?.parts.map(({ failure }) => failure)).toEqual(Array(9).fill(null));
    world.requests.length = 0;
    model = await rounds(world, model, 1);
    expect(totals(world).map(chainsOf)).toEqual([['1', '2', '4', '5', '6', '7', '8']]);
    world.at += DAY_MS;
    world.requests.length = 0;
    model = await rounds(world, model, 1);
    expect(totals(world).map(chainsOf)).toEqual([['1', '2', '4', '5', '6', '7', '8'], ['3']]);
    expect(model.pollSchedules['w1']?.withoutDefi).toEqual([
      { chainIndex: '3', unsupportedAt: world.at - MINUTE_MS }
    ]);
  });
});

describe('a round', () => {
  it('with a failing DeFi part keeps its interval, and passes on the chains that the next round leaves out', async () => {
    const world = worldThat(() => refuse('50050'));
    const { pollSchedules: runs } = await rounds(world, counting(), 3);
    expect(runs['w1']).toMatchObject({ failuresInRow: 0, dueAt: NOW + 7 * MINUTE_MS, withoutDefi: [] });
  });

  it('during which DeFi was switched on is followed by another round at once', async () => {
    const world = worldThat(() => totalOf('5'));
    const polled = await pollDueWallets([walletOf()], modelOf(), world);
    const model = counting(polled[0]!.wallet);
    expect(applyRound(model, polled, world).model.pollSchedules['w1']?.dueAt).toBe(NOW);
  });

  it('has an interval long enough for its additional requests', async () => {
    const world = worldThat(() => totalOf('5'));
    world.watched = 'visible';
    const many = Array.from({ length: 40 }, (_, i) => walletOf({ id: `w${i}`, accountId: `a${i}` }));
    const model = await rounds(world, modelOf(many, { countDefi: true }), 1);
    expect(model.pollSchedules['w0']?.dueAt).toBe(NOW + 80 * REQUEST_SPACING_MS);
  });
});
