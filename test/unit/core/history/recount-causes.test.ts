// What is neither price nor transfer is said with its cause, as far as that is certain.
import { expect, it } from 'vitest';
import { pointOf } from '../../../../electron/core/history/history-point';
import { rangeChange } from '../../../../electron/core/history/range-change';
import { recountedBy, type Verdicts } from '../../../../electron/core/history/recount-causes';
import type { HistoryPoint } from '../../../../electron/core/ports/history-point';
import { portfolioOf } from '../../../../electron/core/portfolio/portfolio';
import { emptySnapshot, updateSnapshot } from '../../../../electron/core/snapshots/update-snapshot';
import { decimal, multiply, subtract, toText } from '../../../../shared/domain/decimal';
import { recountedText } from '../../../../shared/text/headline';
import type { Holding } from '../../../../shared/schema/holding';
import { answered, DAY_MS, holdingOf, NOW, RULE, usdc, walletOf } from '../../../fakes/holdings';

const wallet = walletOf();
const other = walletOf({ id: 'w2', accountId: 'b' });
const small = holdingOf({ tokenAddress: '0x5', symbol: 'DUST', price: '0.001' });

function drawn(holdings: readonly Holding[], wallets = [wallet], verdicts: Verdicts = {}) {
  const snapshots = wallets.map(one =>
    updateSnapshot(emptySnapshot(one), answered(holdings.filter(({ walletId }) => walletId === one.id)), NOW)
  );
  const rule = { ...RULE, verdicts };
  return portfolioOf({ wallets, snapshots, rule, staleAfterMs: DAY_MS, baseline: null, latest: null }, NOW);
}

const worthOf = ({ balance, price }: Holding) => multiply(decimal(balance), decimal(price ?? '0'));
const pointAt = (portfolio: ReturnType<typeof drawn>, at: number) =>
  pointOf({ portfolio, last: null, comparisons: [], stale: [], intervalMs: 300_000 }, at);
const baseline = (...drawnOf: Parameters<typeof drawn>) => pointAt(drawn(...drawnOf), NOW - DAY_MS);

const partsOf = (
  before: HistoryPoint,
  portfolio: ReturnType<typeof drawn>,
  verdicts: Verdicts = {},
  latest = pointAt(portfolio, NOW)
) =>
  recountedBy({
    baseline: before,
    latest,
    portfolio,
    recounted: toText(subtract(decimal(portfolio.total), decimal(before.total))),
    verdicts
  });
const hot = holdingOf({ walletId: 'w2', symbol: 'HOT', balance: '3', price: '10' });
const both = [wallet, other];

it('an added wallet and a removed one are causes, each with its amount', () => {
  const added = { causes: ['wallet-added'], amount: '30' };
  expect(partsOf(baseline([usdc()]), drawn([usdc(), hot], both))).toEqual([added]);
  expect(partsOf(baseline([usdc(), hot], both), drawn([usdc()]))).toEqual([
    { causes: ['wallet-removed'], amount: '-30' }
  ]);
  const third = walletOf({ id: 'w3', accountId: 'c' });
  const exchanged = drawn([usdc(), { ...hot, walletId: 'w3', balance: '5' }], [wallet, third]);
  expect(partsOf(baseline([usdc(), hot], both), exchanged)).toEqual([
    { causes: ['wallet-added'], amount: '50' },
    { causes: ['wallet-removed'], amount: '-30' }
  ]);
  expect(partsOf(baseline([usdc()]), drawn([usdc()]))).toEqual([]);
});

it('what prices and transfers did to an added wallet since then is not what it brought', () => {
  const portfolio = drawn([usdc(), hot], both);
  const latest = pointAt(portfolio, NOW);
  const moved = { ...latest.wallets['w2']!, prices: '4', transfers: '-2' };
  const later = { ...latest, wallets: { ...latest.wallets, w2: moved } };
  const [part] = partsOf(baseline([usdc()]), portfolio, {}, later);
  expect(part).toEqual({ causes: ['wallet-added'], amount: '28' });
});

it('of an added wallet only counts what no other wallet has', () => {
  const watched = holdingOf({ symbol: 'SAME', balance: '2', price: '100' });
  const again = { ...watched, walletId: 'w2', id: watched.id.replace('w1', 'w2') };
  const before = baseline([watched]);
  const portfolio = drawn([watched, again, hot], both);
  expect(portfolio.total).toBe('230');
  expect(partsOf(before, portfolio)).toEqual([{ causes: ['wallet-added'], amount: '30' }]);
});

it('a token that was counted and is excluded is a cause', () => {
  const verdicts: Verdicts = { [usdc().id]: 'keep-out' };
  const after = drawn([holdingOf(), usdc()], [wallet], verdicts);
  const [part] = partsOf(baseline([holdingOf(), usdc()]), after, verdicts);
  expect(part?.causes).toEqual(['token-excluded']);
  expect(partsOf(baseline([holdingOf()]), after, verdicts), 'it never counted').toEqual([]);
});

it('a token that is included counts as a cause only if it surely did not count before', () => {
  const verdicts: Verdicts = { [holdingOf().id]: 'count' };
  const after = drawn([holdingOf(), usdc()], [wallet], verdicts);
  const included = { causes: ['token-included'], amount: toText(worthOf(holdingOf())) };
  expect(partsOf(baseline([usdc()]), after, verdicts)).toEqual([included]);
  expect(partsOf(baseline([holdingOf(), usdc()]), after, verdicts)).toEqual([]);
  const dust: Verdicts = { [small.id]: 'count' };
  expect(partsOf(baseline([usdc()]), drawn([usdc(), small], [wallet], dust), dust)).toEqual([]);
});

it('two causes that are known only together have one amount', () => {
  const verdicts: Verdicts = { [usdc().id]: 'keep-out' };
  const after = drawn([holdingOf(), usdc()], [wallet], verdicts);
  const [part, ...others] = partsOf(baseline([holdingOf(), usdc(), hot], both), after, verdicts);
  expect([part?.causes, others]).toEqual([['wallet-removed', 'token-excluded'], []]);
});

it('a range names its causes for the whole portfolio alone, and none where nothing is recounted', () => {
  const before = pointAt(drawn([usdc()]), NOW - DAY_MS);
  const portfolio = drawn([usdc(), hot], both);
  const latest = pointAt(portfolio, NOW);
  const input = { points: [before, latest], latest, portfolio, since: NOW - DAY_MS };
  expect(rangeChange({ ...input, subject: {} })?.recountedBy).toEqual([
    { causes: ['wallet-added'], amount: '30' }
  ]);
  expect(rangeChange({ ...input, subject: { walletId: wallet.id } })?.recountedBy).toBeUndefined();
  const quiet = { ...input, portfolio: drawn([usdc()]), latest: { ...before, at: NOW }, subject: {} };
  expect(rangeChange(quiet)?.recountedBy).toBeUndefined();
});

it('causes are a sentence, and none are told as added or removed', () => {
  expect(recountedText([])).toBe('Added or removed');
  expect(recountedText(['wallet-removed', 'token-excluded'])).toBe('Wallet removed, token excluded');
});
