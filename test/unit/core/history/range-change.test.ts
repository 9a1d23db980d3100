// The change of a range ends at the portfolio that is shown, and its three parts add up to it, digit for digit.
import { describe, expect, it } from 'vitest';
import { rangeChange } from '../../../../electron/core/history/range-change';
import { add, decimal, sum, toText } from '../../../../shared/domain/decimal';
import type { Subject } from '../../../../shared/ipc/history-calls';
import { DAY_MS, NOW } from '../../../fakes/holdings';
import { seededRandom, pointAt, seriesAt, timesFrom } from '../../../fakes/points';
import { fresh } from '../../../fakes/states';

const { portfolio } = fresh(NOW);
const ledgerOf = (prices: string, transfers: string) => ({ prices, transfers, recounted: '0' });
const walletPoint = (value: string, prices: string, transfers: string) => ({
  ...{ value, prices, transfers },
  chains: { '1': value }
});
const old = pointAt(NOW - 8 * DAY_MS, {
  total: '90',
  ledger: ledgerOf('1', '2'),
  wallets: { w1: walletPoint('90', '1', '2') }
});
const first = pointAt(NOW - 7 * DAY_MS, {
  total: '100',
  ledger: ledgerOf('10', '20'),
  wallets: { w1: walletPoint('100', '10', '20') }
});
const latest = pointAt(NOW, {
  total: '150',
  ledger: ledgerOf('35.5', '42.25'),
  wallets: { w1: walletPoint('150', '35.5', '42.25') }
});
const shown = (total: string) => ({ ...portfolio, total, holdings: [], wallets: [] });
const move = (changed: Partial<Parameters<typeof rangeChange>[0]> = {}) =>
  rangeChange({
    points: [latest, first],
    latest,
    portfolio: shown('150'),
    since: NOW - 7 * DAY_MS,
    subject: {},
    ...changed
  });

describe('the change of a range', () => {
  it('is computed from its first point to now, split by the ledger', () => {
    expect(move()).toEqual({
      since: first.at,
      amount: '50',
      // 25.5 of the 124.5 that are there without them.
      percent: '20.48',
      split: { prices: '25.5', transfers: '22.25', recounted: '2.25' },
      recountedBy: [{ causes: ['wallet-removed'], amount: '2.25' }]
    });
  });

  it('begins at the last point before the range, if there is one', () => {
    expect(move({ points: [latest, first, old], since: NOW - 7.5 * DAY_MS })?.since).toBe(old.at);
    expect(move({ points: [latest, first, old] })?.since).toBe(first.at);
  });

  it('has the difference between the last point and the shown portfolio as recounted', () => {
    expect(move({ portfolio: shown('160') })).toMatchObject({
      amount: '60',
      split: { prices: '25.5', transfers: '22.25', recounted: '12.25' }
    });
  });

  it('is null when there is no earlier point, or none has the subject', () => {
    expect(move({ points: [latest] })).toBeNull();
    expect(move({ subject: { chainIndex: '137' } })).toBeNull();
  });

  it('of a wallet is split by the ledger of the wallet, and of a chain is not split', () => {
    const own = portfolio.wallets.find(({ wallet }) => wallet.id === 'w1')?.value ?? '0';
    const of = (subject: Subject) => move({ subject, portfolio });
    const wallet = of({ walletId: 'w1' });
    expect(wallet?.split).toMatchObject({ prices: '25.5', transfers: '22.25' });
    expect(toText(add(decimal(wallet?.amount ?? ''), decimal('100')))).toBe(own);
    expect(of({ chainIndex: '1' })?.split).toBeNull();
  });

  it.each([1, 2, 3, 4, 5, 6])('adds up, digit for digit, in every random history (%d)', seed => {
    const chance = seededRandom(seed);
    const points = seriesAt(timesFrom(NOW, 200, chance), chance);
    const last = points.reduce((newest, one) => (one.at > newest.at ? one : newest));
    const change = move({ points, latest: last, portfolio: shown(last.total), since: NOW });
    const { prices, transfers, recounted } = change?.split ?? { prices: '', transfers: '', recounted: '' };
    expect(toText(sum([prices, transfers, recounted].map(decimal)))).toBe(change?.amount);
  });
});
