// What is neither price nor transfer is said with its cause, as far as that is certain.
import { expect, it } from 'vitest';
import { pointOf } from '../../../../electron/core/history/history-point';
import { rangeChange } from '../../../../electron/core/history/range-change';
import { recountCauses, type Verdicts } from '../../../../electron/core/history/recount-causes';
import { portfolioOf } from '../../../../electron/core/portfolio/portfolio';
import { emptySnapshot, updateSnapshot } from '../../../../electron/core/snapshots/update-snapshot';
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
  return portfolioOf({ wallets, snapshots, rule, staleAfterMs: DAY_MS, baseline: null }, NOW);
}

const pointAt = (portfolio: ReturnType<typeof drawn>, at: number) =>
  pointOf({ portfolio, last: null, comparisons: [], stale: [], intervalMs: 300_000 }, at);
const baseline = (...drawnOf: Parameters<typeof drawn>) => pointAt(drawn(...drawnOf), NOW - DAY_MS);

it('an added wallet and a removed one are causes', () => {
  const both = [wallet, other];
  expect(recountCauses(baseline([usdc()]), drawn([usdc()], both))).toEqual(['wallet-added']);
  expect(recountCauses(baseline([usdc()], both), drawn([usdc()]))).toEqual(['wallet-removed']);
  expect(recountCauses(baseline([usdc()]), drawn([usdc()]))).toEqual([]);
});

it('a token that was counted and is excluded is a cause', () => {
  const verdicts: Verdicts = { [usdc().id]: 'keep-out' };
  const after = drawn([holdingOf(), usdc()], [wallet], verdicts);
  expect(recountCauses(baseline([holdingOf(), usdc()]), after, verdicts)).toEqual(['token-excluded']);
  expect(recountCauses(baseline([holdingOf()]), after, verdicts), 'it never counted').toEqual([]);
});

it('a token that is included counts as a cause only if it surely did not count before', () => {
  const verdicts: Verdicts = { [holdingOf().id]: 'count' };
  const after = drawn([holdingOf(), usdc()], [wallet], verdicts);
  expect(recountCauses(baseline([usdc()]), after, verdicts)).toEqual(['token-included']);
  expect(recountCauses(baseline([holdingOf(), usdc()]), after, verdicts)).toEqual([]);
  const dust: Verdicts = { [small.id]: 'count' };
  expect(recountCauses(baseline([usdc()]), drawn([usdc(), small], [wallet], dust), dust)).toEqual([]);
});

it('a range names its causes for the whole portfolio alone, and none where nothing is recounted', () => {
  const before = pointAt(drawn([usdc()]), NOW - DAY_MS);
  const portfolio = drawn([usdc(), { ...holdingOf(), walletId: 'w2' }], [wallet, other]);
  const latest = pointAt(portfolio, NOW);
  const input = { points: [before, latest], latest, portfolio, since: NOW - DAY_MS };
  expect(rangeChange({ ...input, subject: {} })?.recountCauses).toEqual(['wallet-added']);
  expect(rangeChange({ ...input, subject: { walletId: wallet.id } })?.recountCauses).toBeUndefined();
  const quiet = { ...input, portfolio: { ...portfolio, total: before.total }, subject: {} };
  expect(rangeChange(quiet)?.recountCauses).toBeUndefined();
});

it('the sentence has the causes in brackets', () => {
  expect(recountedText()).toBe('added or removed');
  expect(recountedText(['wallet-added', 'token-excluded'])).toBe(
    'added or removed (wallet added, token excluded)'
  );
});
