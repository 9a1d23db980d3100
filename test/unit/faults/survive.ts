// Checks how the app survives a fault, in the same way for every row: what is shown, what is kept, and how it
// recovers.
import { expect } from 'vitest';
import { trayMenuOf } from '../../../electron/core/tray/menu';
import type { MenuRow } from '../../../electron/core/tray/menu-rows';
import { failureBrief, failureSentence, nextTryText } from '../../../shared/text/failure-text';
import type { FailureCode } from '../../../shared/domain/failure';
import { badgeText, headlineOf } from '../../../shared/text/headline';
import { momentText } from '../../../shared/text/time';
import { INTERVAL_MS, TOTAL, type FaultSetup } from './fault-setup';

const SOON_MS = 15_000;
const SLOW_MS = 15 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/**
 * When the app polls again: at once and then at growing intervals, after a quarter of an hour, never, or after so many
 * ms.
 */
export type Next = 'soon' | 'slow' | 'stop' | number;

export interface Refused {
  readonly code: FailureCode;
  /** The text that people read. */
  readonly says: RegExp;
  readonly next: Next;
  /** The kind of alert that is sent at once; most failures send one only when they last. */
  readonly notifies?: 'key' | 'polls';
}

/** Every holding with its amount and counting status, without what a failure may change. */
function holdingsOf({ app }: FaultSetup) {
  return app.state.portfolio.holdings.map(({ id, balance, price, value, countingStatus }) => ({
    id,
    balance,
    price,
    value,
    countingStatus
  }));
}

const labelsOf = (rows: readonly MenuRow[]) => rows.map(row => ('label' in row ? row.label : ''));
/** The kinds of the notified entries, in order. */
export const kindsOf = ({ notified }: FaultSetup) =>
  notified.flatMap(({ entries }) => entries.map(({ kind }) => kind));

/** All that a fault must not change: what is shown, what the files contain, which notifications were sent. */
export async function keptBy(setup: FaultSetup) {
  const stored = await setup.stored();
  const [snapshot] = stored?.wallets ?? [];
  return {
    total: setup.app.state.portfolio.total,
    takenAt: setup.app.state.portfolio.takenAt,
    holdings: holdingsOf(setup),
    storedHoldings: snapshot?.holdings,
    answeredAt: snapshot?.parts.map(({ answeredAt }) => answeredAt),
    points: (await setup.points()).content ?? [],
    notified: kindsOf(setup)
  };
}
export type Kept = Awaited<ReturnType<typeof keptBy>>;

/** The failure in the texts of the window, the menu and the badge, with the time of the next try. */
function expectShown({ app, at }: FaultSetup, { code, says, next }: Refused): void {
  const { failure, portfolio, polling } = app.state;
  expect(failure).toMatchObject({ code, at });
  expect(failureSentence(failure!)).toMatch(says);
  expect(portfolio.wallets[0]?.failure).toEqual(failure);
  expect(portfolio.isStale).toBe(true);
  expect(portfolio.partsAnswered).toBeLessThan(portfolio.partsExpected);
  expect(['failing', 'stale', 'partial']).toContain(headlineOf(app.state, at));
  expect(badgeText(app.state, at)).not.toMatch(/· all answered/);
  const delayMs = next === 'stop' ? null : next === 'soon' ? SOON_MS : next === 'slow' ? SLOW_MS : next;
  expect(polling.nextAt).toBe(delayMs === null ? null : at + delayMs);
  expect(polling.isStopped).toBe(next === 'stop');
  const again = next === 'stop' ? 'refreshing has stopped' : `next try ${momentText(polling.nextAt!, at)}`;
  expect(labelsOf(trayMenuOf(app.state, at))).toContain(`${failureBrief(code)} · ${again}`);
  expect(labelsOf(trayMenuOf(app.state, at)).join('\n')).toMatch(/^Stale since /m);
  const after = nextTryText(code, polling.nextAt, at);
  expect(after).toMatch(next === 'stop' ? /Refreshing has stopped/ : /Next try at/);
}

/** The total did not fall, no change was notified, and no point counts as fresh; a new start finds the same. */
async function expectKept(setup: FaultSetup, before: Kept, { notifies }: Refused): Promise<void> {
  const now = await keptBy(setup);
  const { points, notified, ...rest } = before;
  expect(now).toMatchObject(rest);
  expect(now.points.slice(0, points.length)).toEqual(points);
  for (const point of now.points.slice(points.length)) {
    expect(point.total).toBe(before.total);
    expect(point.stale).toEqual(['w1/*']);
  }
  expect(now.notified).toEqual([...notified, ...(notifies ? [notifies] : [])]);
  const { portfolio } = await setup.nextStart();
  expect(portfolio).toMatchObject({ total: before.total, takenAt: before.takenAt, isStale: true });
  const kinds = (await setup.entries()).map(({ kind }) => kind);
  expect(kinds.filter(kind => kind !== 'key' && kind !== 'polls')).toEqual([]);
}

/** The app polls again by itself where it may, or by hand where it must; then all is as before the fault. */
async function expectHealed(setup: FaultSetup, before: Kept, { next }: Refused): Promise<void> {
  const notified = kindsOf(setup);
  if (next === 'stop') {
    const requestCount = setup.server.requests.length;
    setup.at += DAY_MS;
    await setup.tick();
    expect(setup.server.requests).toHaveLength(requestCount);
    await setup.app.refresh();
  } else await setup.poll();
  await expectFresh(setup, before.total);
  expect(holdingsOf(setup)).toEqual(before.holdings);
  expect(kindsOf(setup)).toEqual(notified);
}

/** The current total, complete, without an issue, and with the usual time to the next poll. */
export async function expectFresh(setup: FaultSetup, total = TOTAL): Promise<void> {
  const { failure, portfolio, polling } = setup.app.state;
  expect(failure).toBe(null);
  expect(portfolio).toMatchObject({ total, isStale: false, takenAt: setup.at });
  expect(portfolio.partsAnswered).toBe(portfolio.partsExpected);
  expect(polling).toMatchObject({ nextAt: setup.at + INTERVAL_MS, isStopped: false });
  expect(headlineOf(setup.app.state, setup.at)).toBe('fresh');
  expect((await setup.points()).content?.at(-1)).toMatchObject({ at: setup.at, total, stale: [] });
  expect(await setup.stored()).toMatchObject({ wallets: [{ failure: null }] });
}

/**
 * `begin` gives back a function that ends the fault. The app polls with the fault, waits, starts again, and polls
 * after it.
 */
export async function survive(
  setup: FaultSetup,
  begin: (setup: FaultSetup) => Promise<() => unknown> | (() => unknown),
  refused: Refused
): Promise<void> {
  await expectFresh(setup);
  const before = await keptBy(setup);
  const end = await begin(setup);
  await setup.poll();
  expectShown(setup, refused);
  await expectKept(setup, before, refused);
  await end();
  await expectHealed(setup, before, refused);
  expect(setup.logged.filter(line => /^error|bug/.test(line))).toEqual([]);
}
