// Tests whole profiles as they are on people's disks: the app's own stores read, save and read each one again. They
// are never created anew: a format that changes gets its own profile beside them.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createActivityLog } from '../../../electron/adapters/storage/activity-log';
import { createHistory } from '../../../electron/adapters/storage/history-store';
import { entryLines } from '../../../electron/core/alerts/activity-lines';
import { lineOf } from '../../../electron/core/history/line-format';
import type { Resolution } from '../../../electron/core/ports/storage';
import { portfolioFactsOf } from '../../../electron/core/report/output-formats';
import { rangePoints } from '../../../electron/core/report/history';
import { chainFacts } from '../../../electron/okx/chains';
import { keyIdsIn, removeFiles } from '../../../electron/profile/reset/reset';
import { openStores } from '../../../electron/profile/stores';
import { storedFiles } from '../../../electron/commands/stored-files';
import { ALERT_KINDS } from '../../../shared/alerts/alert-kinds';
import { SUPPRESSION_REASONS } from '../../../shared/schema/alert';
import { DEFAULT_CHOICES } from '../../../shared/domain/default-settings';
import type { FixedRange } from '../../../shared/ipc/history-calls';
import type { Settings } from '../../../shared/schema/settings';
import { NOW } from '../../fakes/holdings';
import { lineFiles } from '../../fakes/line-files';
import { pointAt } from '../../fakes/points';

vi.mock('electron', () => ({ default: {} }));

const PROFILES = join(import.meta.dirname, '../../fixtures/profiles');
const ALL = ['rich', 'small', 'hidden', 'settings-0', 'lines-without-version'] as const;
/** In the rich one, a holding has a doubt as an earlier version noted it: it begins anew with the next answer. */
const TODAYS = ['small', 'hidden'] as const;
const RESOLUTIONS: readonly Resolution[] = ['polls', 'five-minutes', 'hours', 'days'];
/** `00000011-5eed-…` */
const id = (number: string) => `000000${number}-5eed-4f00-8a00-0000000000${number}`;

/** The kinds of alerts of the version that wrote them. */
const isKnownThen = ({ kind }: { kind: string }) => kind !== 'doubt';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-stored-'));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

function copied(name: string): string {
  mkdirSync(join(folder, 'history'), { recursive: true });
  for (const file of readdirSync(join(PROFILES, name), { recursive: true, encoding: 'utf8' }))
    if (file.includes('.json')) copyFileSync(join(PROFILES, name, file), join(folder, file));
  return folder;
}
const textIn = (place: string, name: string) => readFileSync(join(place, name), 'utf8');
const linesIn = (place: string, name: string) => textIn(place, name).split('\n').filter(Boolean);

const isListed = (line: string) => line.startsWith('[');

/** All content of the stores; set-aside or refused content would be missing. */
async function contentOf(place: string) {
  const { settings, snapshots, history, activity, chainFile } = openStores(place);
  const points: number[] = [];
  const files = [await settings.read(), await snapshots.read(), await chainFile.read()] as const;
  for (const resolution of RESOLUTIONS) points.push((await history.read(resolution, 0)).content?.length ?? 0);
  const entries = await activity.read(0);
  for (const { setAsideAs, refused } of [...files, entries])
    expect({ setAsideAs, refused }).toEqual({ setAsideAs: null });
  const [{ content: kept }, { content: stored }, { content: chains }] = files;
  return { settings: kept!, snapshots: stored!, chains, points, entries: entries.content! };
}

function totalsOf(settings: Settings, snapshots: Parameters<typeof portfolioFactsOf>[0]) {
  const { portfolio, state } = portfolioFactsOf(snapshots, settings, chainFacts, NOW);
  return { state, total: portfolio.total, wallets: portfolio.wallets.map(({ value }) => value) };
}

const totalsIn = (name: string) => ({ rich: '53694.2144', hidden: '4335.713' })[name] ?? '1400';
/** In the rich one the cold wallet has two of the other addresses too: what is on them counts once now. */
const RICH_TOTAL = '48811.0304';

describe('a stored profile reads as it did when it was stored', () => {
  it('reads the rich profile: wallets and keys of every kind, exact totals, a year of points', async () => {
    const { settings, snapshots, points, entries, chains } = await contentOf(copied('rich'));
    expect(settings.keys.map(({ name, keptIn, isWaiting }) => [name, keptIn, isWaiting])).toEqual([
      ['OKX main', 'keychain', undefined],
      ['Second, "spare"', 'session', undefined],
      ['From the old laptop', 'keychain', true]
    ]);
    expect(settings.wallets.map(({ name, source, chains: on }) => [name, source, on.join(' ')])).toEqual([
      ['Cold wallet', 'v5-account', ''],
      ['=Daily, "spending"', 'v5-account', ''],
      ['Ledger addresses', 'v6-address', '1 56 250'],
      ['Bitcoin savings', 'v6-address', '0'],
      ['Spare account', 'v5-account', ''],
      ['Not asked yet', 'v6-address', '501']
    ]);
    expect(settings.wallets.map(({ colour, isPaused }) => [colour, isPaused])).toEqual([
      [2, undefined],
      [undefined, undefined],
      [6, undefined],
      [undefined, true],
      [undefined, undefined],
      [undefined, undefined]
    ]);
    expect(Object.values(settings.verdicts ?? {})).toEqual(['keep-out', 'count', 'keep-out']);
    expect(totalsOf(settings, snapshots)).toEqual({
      state: 'error',
      total: RICH_TOTAL,
      wallets: ['38189.9734', '6534.852', '2247.609', '4097.1', '2624.68', '0']
    });
    expect(points).toEqual([226, 229, 253, 244]);
    const { lastAt, points: read } = storedFiles(folder);
    const shown = (range: FixedRange) => rangePoints(range, NOW, lastAt(), read).length;
    expect((['1d', '1w', '1m', '1y', 'all'] as const).map(shown)).toEqual([72, 113, 132, 268, 268]);
    expect([entries.length, entries.filter(({ toldAt }) => toldAt).length]).toEqual([28, 14]);
    expect(chains?.chains.length).toBe(74);
  });

  it('reads the rich profile: every kind of entry, every suppression reason, and the memory of the alerts', async () => {
    const { entries, snapshots } = await contentOf(copied('rich'));
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(
      new Set(ALERT_KINDS.filter(kind => isKnownThen({ kind })))
    );
    expect(new Set(entries.flatMap(({ silence }) => silence ?? []))).toEqual(
      new Set(SUPPRESSION_REASONS.slice(0, 9))
    );
    expect(new Set(entries.map(({ toldIn }) => toldIn))).toEqual(new Set(['desktop', 'window', null]));
    const { held, keys, polls, prices, totals, toldAt, notices, cappedAt } = snapshots.alerts!;
    expect(held).toMatchObject([{ kind: 'arrived', amount: '33', symbol: 'USDC', silence: 'cooldown' }]);
    expect(keys).toEqual({ [id('02')]: 'key-unknown' });
    expect(Object.entries(polls).map(([wallet, { isTold }]) => [wallet, isTold])).toEqual([
      [id('15'), false],
      [id('13'), true],
      [id('16'), false]
    ]);
    expect(prices['0/']).toEqual({ since: 1795251599714, over: null, overAt: 0, value: '80350' });
    expect(totals).toMatchObject({ '': { total: '47828.489', prices: '4733.0194', over: 'up' } });
    expect(Object.keys(toldAt)).toEqual(['arrived', 'left', 'unsupported', 'unverified', 'key', 'polls']);
    expect([notices.length, cappedAt]).toEqual([6, 1795280399126]);
  });

  it('reads the rich profile: no choice has its default, except those of the moment, and those that are newer', async () => {
    const { settings } = await contentOf(copied('rich'));
    const usual = Object.entries(DEFAULT_CHOICES).filter(
      ([name, value]) =>
        JSON.stringify(settings.choices[name as keyof Settings['choices']]) === JSON.stringify(value)
    );
    expect(usual.map(([name]) => name)).toEqual([
      'isHidden',
      'countRisky',
      'trayGroup',
      'lookedAt',
      'joinWrapped',
      'colourSlots',
      'compareWith',
      'percentAxis',
      'pastPrices'
    ]);
    expect(settings.choices.alerts.slice(8)).toEqual([
      { kind: 'arrived', walletId: id('12'), token: null, isOn: true, from: '25' },
      { kind: 'left', walletId: id('12'), token: null, isOn: false, from: '10' },
      { kind: 'price', walletId: null, token: '1/', isOn: true, from: '3' },
      { kind: 'total', walletId: id('11'), token: null, isOn: true, from: '4' },
      // The version that wrote it had no alerts of that kind.
      { kind: 'doubt', walletId: null, token: null, isOn: true, from: '0' }
    ]);
  });

  it('reads the rich profile: parts and holdings in every state', async () => {
    const { snapshots } = await contentOf(copied('rich'));
    const holdings = snapshots.wallets.flatMap(wallet => wallet.holdings);
    const symbols = (isMeant: (holding: (typeof holdings)[number]) => unknown) =>
      holdings.filter(isMeant).map(({ symbol }) => symbol);
    expect(symbols(({ isRisky }) => isRisky)).toEqual(['visit-claim.example', 'TIP']);
    expect(symbols(({ price }) => price === null)).toEqual(['cats']);
    expect(symbols(({ priceKeptSince }) => priceKeptSince)).toEqual(['USDC']);
    expect(symbols(({ kind }) => kind === 'inscription')).toEqual(['ordi']);
    expect(symbols(({ isDuplicate }) => isDuplicate)).toEqual(['twin']);
    expect(symbols(({ isUnverified }) => isUnverified)).toEqual(['CLAIM-USD']);
    expect(symbols(({ chainIndex }) => chainIndex === 'defi')).toEqual(['DeFi']);
    const parts = snapshots.wallets.flatMap(wallet => wallet.parts);
    expect(parts.filter(({ unsupportedAt }) => unsupportedAt).map(part => part.chainIndex)).toEqual(['250']);
    expect(snapshots.wallets.flatMap(({ failure }) => failure?.code ?? [])).toEqual([
      'service-busy',
      'key-unknown',
      'key-not-in-keychain'
    ]);
  });

  it('reads the new profile, the hidden one, and those of earlier versions', async () => {
    const summaryOf = async (name: string) => {
      rmSync(folder, { recursive: true });
      const { settings, snapshots, points, entries } = await contentOf(copied(name));
      const names = settings.wallets.map(wallet => wallet.name).join();
      return [
        names,
        totalsOf(settings, snapshots).total,
        points,
        entries.length,
        snapshots.alerts !== undefined
      ];
    };
    expect(await summaryOf('small')).toEqual(['My wallet', '1400', [3, 2, 1, 0], 2, true]);
    expect(await summaryOf('lines-without-version')).toEqual(await summaryOf('small'));
    expect(await summaryOf('settings-0')).toEqual(['My wallet', '1400', [3, 2, 1, 0], 2, false]);
    expect(await summaryOf('hidden')).toEqual(['冷钱包,比特币，储蓄', '4335.713', [38, 37, 37, 9], 3, true]);
    const { choices } = (await contentOf(folder)).settings;
    expect(choices).toMatchObject({ isHidden: true, language: 'zh', pausedUntil: NOW + 72_000_000 });
  });

  it('converts settings of the first version into rules of today', async () => {
    const { choices } = (await contentOf(copied('settings-0'))).settings;
    const { alerts, ...others } = choices;
    const changed = { trayText: 'full', theme: 'dark', hideSmall: false, toldAboutTray: true } as const;
    expect(others).toEqual({ ...DEFAULT_CHOICES, ...changed, alerts: undefined });
    expect(alerts).toEqual(
      DEFAULT_CHOICES.alerts.map(rule =>
        ['arrived', 'left'].includes(rule.kind) ? { ...rule, isOn: false, from: '250' } : rule
      )
    );
  });
});

describe.each(ALL)('%s, saved again', name => {
  it('reads back equal, in the app and on the command line', async () => {
    const before = await contentOf(copied(name));
    const { settings, snapshots, chainFile } = openStores(folder);
    await settings.read();
    await settings.write(before.settings);
    await snapshots.write(before.snapshots);
    await chainFile.write(before.chains!);
    expect(await contentOf(folder)).toEqual(before);
    const files = storedFiles(folder);
    expect(files.settings).toEqual(before.settings);
    expect(files.snapshots).toEqual(before.snapshots);
    expect(files.entries()).toEqual(before.entries);
    const olds = readdirSync(folder).filter(file => /\.v\d+-/.test(file));
    expect(olds.map(file => textIn(folder, file))).toEqual(
      name === 'settings-0' ? [textIn(join(PROFILES, name), 'config.json')] : []
    );
  });

  it('has the same points and entries in newly created files', async () => {
    copied(name);
    const { history, activity } = openStores(folder);
    const anew = join(folder, 'anew');
    const copy = createHistory(join(anew, 'history'), lineFiles(anew));
    const { content: polls } = await history.read('polls', 0);
    for (const point of polls!) await copy.append(point);
    expect((await createHistory(join(anew, 'history'), lineFiles(anew)).read('polls', 0)).content).toEqual(
      polls
    );
    // In the rich profile, the first polls of its thinned points no longer exist.
    const whole = name === 'rich' ? [] : readdirSync(join(folder, 'history'));
    for (const file of whole)
      expect(linesIn(anew, `history/${file}`).slice(1)).toEqual(
        linesIn(folder, `history/${file}`).filter(isListed)
      );
    const { content: entries } = await activity.read(0);
    const log = createActivityLog(join(anew, 'activity.jsonl'), lineFiles(anew));
    await log.append(entries!.toSorted((a, b) => a.at - b.at));
    expect((await log.read(0)).content).toEqual(entries);
    expect(linesIn(anew, 'activity.jsonl').slice(1)).toEqual(
      entryLines(entries!.toSorted((a, b) => a.at - b.at))
    );
  });

  it('writes every line of its history exactly as it was', () => {
    const { tokenNumbers, lines, points } = storedFiles(copied(name));
    for (const resolution of RESOLUTIONS) {
      const written = new Map(
        points({ resolution, since: 0 }).map(point => [point.at, lineOf(point, tokenNumbers)])
      );
      // If two lines have the same time, the later one counts.
      const stored = new Map(lines(resolution).filter(isListed).map(line => [Number(line.slice(1, line.indexOf(','))), line])); // prettier-ignore
      expect(written).toEqual(stored);
    }
    expect(linesIn(folder, 'history/tokens.jsonl').filter(isListed)).toEqual(
      [...tokenNumbers.entries.values()].map(entry => JSON.stringify(entry))
    );
  });
});

describe.each(TODAYS)('%s, of today', name => {
  it('is saved byte for byte; choices and rules that a later version added are beside the others', async () => {
    const { settings, snapshots, chains } = await contentOf(copied(name));
    const stores = openStores(folder);
    await stores.settings.write(settings);
    await stores.snapshots.write(snapshots);
    await stores.chainFile.write(chains!);
    for (const file of ['snapshot.json', 'chains.json'])
      expect(textIn(folder, file)).toBe(textIn(join(PROFILES, name), file));
    const known = Object.keys((JSON.parse(textIn(join(PROFILES, name), 'config.json')) as Settings).choices);
    const text = textIn(folder, 'config.json');
    const saved = JSON.parse(text) as Settings;
    expect(text).toBe(JSON.stringify(saved, undefined, '\t'));
    const then = { ...saved.choices, alerts: saved.choices.alerts.filter(isKnownThen) };
    const choices = Object.fromEntries(Object.entries(then).filter(([one]) => known.includes(one)));
    expect(JSON.stringify({ ...saved, choices }, undefined, '\t')).toBe(
      textIn(join(PROFILES, name), 'config.json')
    );
  });
});

it.each(ALL)('%s goes on with the next poll, and keeps what it had', async name => {
  const { history } = openStores(copied(name));
  const days = (await history.read('days', 0)).content;
  await history.append(pointAt(NOW + 60_000));
  expect((await history.read('days', 0)).content).toEqual(days);
  expect((await history.read('polls', NOW)).content?.map(({ total }) => total)).toEqual([
    totalsIn(name),
    '100'
  ]);
  const tokens = textIn(join(PROFILES, name), 'history/tokens.jsonl').trimEnd();
  expect(textIn(folder, 'history/tokens.jsonl')).toContain(`${tokens}\n[`);
});

it.each(ALL)('%s is found whole by a reset, with the keys that it has in the keychain', name => {
  expect(keyIdsIn(copied(name))).toEqual([id('01')]);
  expect(removeFiles(folder, false)).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});
