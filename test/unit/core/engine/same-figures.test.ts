// A scripted fortnight on real HTTP: whatever happens to the money, every surface that is asked for the last 24 hours
// gives the same figures, and the causes of a change add up to it.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Engine } from '../../../../electron/core/engine/engine';
import { exportOf } from '../../../../electron/core/export/export';
import { groupsOf, membersOf } from '../../../../electron/core/groups/groups';
import { pointsOfGroup } from '../../../../electron/core/groups/group-points';
import { settingsInGroup, snapshotsInGroup } from '../../../../electron/core/groups/in-group';
import type { Period } from '../../../../electron/core/history/period';
import type { HistoryPoint } from '../../../../electron/core/ports/history-point';
import { reportChanges } from '../../../../electron/core/report/changes';
import { portfolioFactsOf } from '../../../../electron/core/report/output-formats';
import {
  barOfChanges,
  barOfTotal,
  barText,
  type BarFormat
} from '../../../../electron/core/report/status-bar';
import { trayViewOf } from '../../../../electron/core/tray/tray-view';
import { EXAMPLE_ACCOUNT_ID, EXAMPLE_ASSETS } from '../../../../electron/fake-okx/service/asset-rows';
import type { Calls } from '../../../../electron/ipc/call-types';
import { decimal, sum, toText } from '../../../../shared/domain/decimal';
import type { Change } from '../../../../shared/schema/app-state';
import { moneyCauses } from '../../../../shared/text/headline';
import { percentText, signedUsd } from '../../../../shared/text/money';
import { startWorld, WALLET, type AppWorld } from '../../../fakes/app-world';
import { callsOf } from '../../../fakes/call-context';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../fakes/holdings';

const OTHER = '0x00000000000000000000000000000000000000b2';
const OWNER = '0xa03400e098f4421b34a3a44a1b4e571419517687';

let around: AppWorld;
let app: Engine;
let calls: Calls;
beforeEach(async () => {
  around = await startWorld();
  app = new Engine(around.world);
  calls = callsOf(app);
  await app.load();
});
afterEach(async () => {
  await app.stop();
  await around.close();
});

const row = (chainIndex: string, symbol: string, balance: number, price: number, tokenAddress = '') => ({
  ...EXAMPLE_ASSETS[1],
  chainIndex,
  symbol,
  balance: String(balance),
  tokenPrice: String(price),
  tokenAddress,
  address: OWNER
});
const USDC = '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48';
const LINK = '0x514910771af9ca656af840dff83e8264ecf986ca';
const AIRDROP = `0x${'5'.repeat(40)}`;
const SMALL_AIRDROP = `0x${'6'.repeat(40)}`;
const FLAGGED = `0x${'7'.repeat(40)}`;

/** What the account holds after so many hours; prices go up and down by themselves. */
function heldAt(hour: number): readonly Record<string, unknown>[] {
  const day = hour / 24;
  const price = (start: number, wave: number) =>
    Number((start * (1 + 0.05 * Math.sin(hour / wave))).toFixed(4));
  const eth = (day >= 8 ? 0.0001 : 4) + (day >= 9 ? 400 : 0);
  return [
    row('1', 'ETH', eth, price(2650, 11)),
    // The answers lack it for longer than its doubt lasts, and then they have it again.
    ...(day >= 12 && day < 12.5 ? [] : [row('1', 'USDC', day >= 2 ? 1500 : 1250, 1, USDC)]),
    { ...row('1', 'LINK', 10, 14, LINK), ...(day < 1.5 ? { tokenPrice: '' } : {}) },
    { ...row('1', 'ODD', 30, 2, FLAGGED), isRiskToken: true },
    ...(day >= 10 ? [row('1', 'FREE', 40, price(5, 9), SMALL_AIRDROP)] : []),
    row('137', 'POL', 3000, price(0.5, 17)),
    ...(day >= 4 ? [row('1', 'DROP', 900, price(12, 5), AIRDROP)] : []),
    // The chain leaves the answers altogether.
    ...(day >= 11 ? [] : [row('43114', 'AVAX', 20, price(30, 7))])
  ];
}

const ACTS: Readonly<Record<number, () => Promise<unknown>>> = {
  3: () => calls['wallets:add']({ keyId: 'k1', wallets: [{ name: 'Hot', address: OTHER, chains: ['1'] }] }),
  5: () => judge('keep-out'),
  6: () => judge('count'),
  7: async () => {
    const added = app.model.settings.wallets.find(({ id }) => id !== WALLET.id);
    await calls['wallet:remove']({ walletId: added!.id, forgetHistory: false });
  },
  13: () => calls['choices:change']({ countRisky: true })
};

async function judge(verdict: 'count' | 'keep-out'): Promise<void> {
  const { id } = app.state.portfolio.holdings.find(({ symbol }) => symbol === 'DROP')!;
  await calls['holding:judge']({ holdingId: id, verdict });
}

/** What the command line has: the stored points, from the last one a day before the latest. */
function storedPeriod(points: readonly HistoryPoint[] = around.files.points): Period | null {
  const latest = points.at(-1);
  const earlier = points.slice(0, -1);
  const baseline = latest && (earlier.findLast(({ at }) => at <= latest.at - DAY_MS) ?? earlier[0]);
  return latest && baseline ? { baseline, latest } : null;
}

/** The figures of a change that all surfaces share. */
const figures = ({
  since,
  amount,
  percent,
  prices,
  transfers,
  transfersBy,
  recounted,
  recountedBy
}: Change) => ({
  since,
  amount,
  percent,
  prices,
  transfers,
  transfersBy: transfersBy ?? [],
  recounted,
  recountedBy: recountedBy ?? []
});

async function compareSurfaces(): Promise<void> {
  const { portfolio } = app.state;
  const { change } = portfolio;
  if (!change) return;
  expect(toText(sum([change.prices, change.transfers, change.recounted].map(decimal)))).toBe(change.amount);
  const { recountedBy = [] } = change;
  expect(toText(sum(recountedBy.map(({ amount }) => decimal(amount))))).toBe(change.recounted);
  // None is without a cause, or has several.
  for (const { causes } of recountedBy) expect(causes).toHaveLength(1);
  const window = (await calls['history:read']({ range: '1d' })).change!;
  expect(figures({ ...window, ...window.split!, movers: [] })).toEqual(figures(change));

  const facts = portfolioFactsOf(around.files.snapshots, app.model.settings, around.world.chains, around.at);
  const period = storedPeriod();
  const entries = around.files.entries;
  const input = { period, entries, limit: 10 };
  expect(JSON.parse(reportChanges('json', facts, input).text)).toMatchObject({
    ...figures(change),
    since: new Date(change.since).toISOString(),
    movers: change.movers
  });

  const shown = `${signedUsd(change.prices)}${change.percent === null ? '' : ` (${percentText(change.percent, 2, true)})`}`;
  const menu = trayViewOf(app.state, around.at).rows.map(one => ('label' in one ? one.label : ''));
  expect(menu.find(label => label.startsWith('Prices'))).toContain(shown);
  for (const { name, amount } of moneyCauses(change, false))
    expect(menu.join('\n')).toContain(`${name} ${signedUsd(amount)}`);
  for (const format of ['waybar', 'xbar'] satisfies BarFormat[]) {
    expect(barText(format, barOfTotal(facts, period), [])).toContain(shown);
    expect(barText(format, barOfChanges(facts, input), [])).toContain(signedUsd(change.prices));
  }
  await comparePartsOfTheWindow(change);
  compareExport(change);
  await compareGroup();
}

/** The rows of an exported history since then, each with what happened since the row before, add up to the change. */
function compareExport({ since, prices, transfers, recounted }: Change): void {
  const input = { portfolio: app.state.portfolio, wallets: [], points: around.files.points, entries: [] };
  const rows = JSON.parse(exportOf('history', 'json', input)) as Record<string, string>[];
  const later = rows.filter(({ time = '' }) => Date.parse(time) > since);
  const sumOf = (field: string) => toText(sum(later.map(one => decimal(one[field] ?? '0'))));
  expect([sumOf('prices'), sumOf('transfers'), sumOf('recounted')]).toEqual([prices, transfers, recounted]);
}

/** The group of the account alone: tray, popover and menu draw it, and window and command line are asked for it. */
async function compareGroup(): Promise<void> {
  const { settings } = app.model;
  const [group] = groupsOf(settings);
  const { portfolio } = app.glance;
  const { change } = portfolio;
  if (!group || !change) return;
  expect(toText(sum([change.prices, change.transfers, change.recounted].map(decimal)))).toBe(change.amount);
  const { recountedBy = [] } = change;
  expect(toText(sum(recountedBy.map(({ amount }) => decimal(amount))))).toBe(change.recounted);
  for (const { causes } of recountedBy) expect(causes).toHaveLength(1);
  const [row] = app.state.portfolio.groups ?? [];
  expect([row?.value, row?.changePercent]).toEqual([portfolio.total, change.percent]);
  const window = (await calls['history:read']({ range: '1d', subject: { groupId: group.id } })).change!;
  expect(figures({ ...window, ...window.split!, movers: [] })).toEqual(figures(change));

  const members = membersOf(settings, group);
  const { snapshots } = around.files;
  const own = snapshots && { ...snapshots, wallets: snapshotsInGroup(snapshots.wallets, members) };
  const facts = portfolioFactsOf(own, settingsInGroup(settings, members), around.world.chains, around.at);
  const period = storedPeriod(pointsOfGroup(around.files.points, members));
  const entries = around.files.entries.filter(({ walletId }) => walletId !== null && members.has(walletId));
  expect(JSON.parse(reportChanges('json', facts, { period, entries, limit: 10 }).text)).toMatchObject({
    ...figures(change),
    since: new Date(change.since).toISOString()
  });
  const menu = trayViewOf(app.glance, around.at).rows.map(one => ('label' in one ? one.label : ''));
  expect(menu.find(label => label.startsWith('Prices'))).toContain(signedUsd(change.prices));
  expect(menu[0]).toContain(` · ${group.name}`);
}

/** Sidebar, table and drawers. What came since then has no percent in a row, and a span of its own in its drawer. */
async function comparePartsOfTheWindow(change: Change): Promise<void> {
  const { chains, holdings } = app.state.portfolio;
  const percentOf = async (subject: Record<string, string>) => {
    const own = (await calls['history:read']({ range: '1d', subject })).change;
    return own?.since === change.since ? own.percent : null;
  };
  for (const { chainIndex, changePercent } of chains)
    expect([chainIndex, changePercent]).toEqual([chainIndex, await percentOf({ chainIndex })]);
  for (const { id, changePercent } of holdings.filter(one => one.countingStatus === 'counted'))
    expect([id, changePercent]).toEqual([id, await percentOf({ holdingId: id })]);
  for (const { holdingId, percent } of change.movers)
    expect(percent).toBe(holdings.find(({ id }) => id === holdingId)?.changePercent);
}

it('a fortnight of transfers, wallets, verdicts and chains that come and go is told alike everywhere', async () => {
  const start = around.at;
  around.server.accounts.set(EXAMPLE_ACCOUNT_ID, () => heldAt((around.at - start) / HOUR_MS));
  around.server.addresses.set(OTHER, () => [{ ...row('1', 'ETH', 14, 2650), address: OTHER }]);
  await calls['groups:change']({ groups: [{ id: '', name: 'Main', colour: 1, walletIds: [WALLET.id] }] });
  await calls['choices:change']({ trayGroup: groupsOf(app.model.settings)[0]!.id });
  const percents: (string | null)[] = [];
  const named = new Set<string>();
  for (let hour = 0; hour <= 14 * 24; hour += 4) {
    around.at = start + hour * HOUR_MS;
    if (hour % 24 === 0) await ACTS[hour / 24]?.();
    // What is in doubt is decided when answers agree for ten minutes.
    for (let minute = 0; minute <= 12; minute += 4) {
      around.at = start + hour * HOUR_MS + minute * MINUTE_MS;
      await app.refresh();
    }
    await compareSurfaces();
    const { change } = app.state.portfolio;
    percents.push(change?.percent ?? null);
    for (const { name } of change ? moneyCauses(change, false) : []) named.add(name);
  }
  expect([...named]).toEqual(
    expect.arrayContaining([
      'Received 250 USDC',
      'Sent 3.9999 ETH',
      'Received 400 ETH',
      'Sent 20 AVAX',
      'Wallet added',
      'Wallet removed',
      'Token included',
      'Token excluded',
      'Came back',
      'Unsolicited tokens',
      'Price now known',
      'Settings changed'
    ])
  );
  // Prices moved by 5 % at most up and down: no wallet, verdict or deposit is in a percent.
  const known = percents.flatMap(percent => (percent === null ? [] : Math.abs(Number(percent))));
  expect(Math.max(...known)).toBeLessThan(12);
  expect(known.length).toBeGreaterThan(80);
  const totals = around.files.points.map(({ total }: HistoryPoint) => Number(total));
  expect(Math.max(...totals)).toBeGreaterThan(50 * Math.min(...totals));
}, 120_000);
