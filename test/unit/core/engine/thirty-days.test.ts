import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createActivityLog } from '../../../../electron/adapters/storage/activity-log';
import { createHistory } from '../../../../electron/adapters/storage/history-store';
import { setAside } from '../../../../electron/adapters/storage/json-file';
import { createLineFiles } from '../../../../electron/adapters/storage/jsonl-file';
import { createWakeTimer } from '../../../../electron/adapters/system/timer';
import { Engine } from '../../../../electron/core/engine/engine';
import type { World, Attention } from '../../../../electron/core/ports/world';
import { DEFAULT_CHOICES } from '../../../../shared/domain/default-settings';
import type { AppState } from '../../../../shared/schema/app-state';
import { replyAt, totalAt } from '../../../fixtures/month/service';
import { freshChainList } from '../../../fakes/chain-list';
import { DAY_MS, HOUR_MS, MINUTE_MS, NOW } from '../../../fakes/holdings';
import { fakeWorld, settingsOf } from '../../../fakes/world';

const DAYS = 30;
/** The first days fill the data that is kept for a day or a week. */
const WARM_DAYS = 9;

const INTERVALS: Readonly<Record<Attention, number>> = {
  visible: DEFAULT_CHOICES.visibleIntervalMs,
  hidden: DEFAULT_CHOICES.hiddenIntervalMs,
  idle: DEFAULT_CHOICES.idleIntervalMs
};

/** Sizes at the end of a day: counts of data that is kept for a while, bytes of files and of all other data. */
interface Sizes {
  points: number;
  notifications: number;
  notified: number;
  tokens: number;
  restOfModel: number;
  restOfDrawn: number;
  history: number;
  activity: number;
}

class Month {
  readonly folder = mkdtempSync(join(tmpdir(), 'tokentray-month-'));
  readonly days: Sizes[] = [];
  attention: Attention = 'hidden';
  polls = 0;
  sound = 0;
  late: string[] = [];
  wrong: string[] = [];
  internalErrors: string[] = [];
  drawn: AppState | null = null;
  #chance = 1;
  #settled: () => void = () => undefined;
  /** The total of the last complete reply. */
  #known = '0';
  readonly app: Engine;

  constructor() {
    const loop = createWakeTimer(() => this.app.tick());
    const fake = fakeWorld();
    fake.files.settings = settingsOf();
    const lines = createLineFiles(this.folder, setAside);
    let ids = 0;
    const world: World = {
      ...fake,
      clock: {
        now: () => Date.now(),
        random: () => (this.#chance = (this.#chance * 16807) % 2147483647) / 2147483647,
        newId: () => `id-${++ids}`,
        minuteOfDay: at => Math.floor(at / MINUTE_MS) % 1440
      },
      chainList: freshChainList(() => Date.now()),
      http: { send: async () => this.#answer() },
      history: createHistory(join(this.folder, 'history'), lines),
      activity: createActivityLog(join(this.folder, 'activity.jsonl'), lines),
      surfaces: {
        draw: state => void (this.drawn = state),
        notify: async () => 'desktop',
        attention: () => this.attention
      },
      rateLimiter: { acquire: async () => undefined },
      log: (level, text) => void (level === 'error' && this.internalErrors.push(text)),
      scheduleTick: delayMs => {
        loop(delayMs);
        this.#settled();
      }
    };
    this.app = new Engine(world);
  }

  #answer() {
    const reply = replyAt(Date.now(), this.polls++);
    if (reply.status === 200 && reply.body.startsWith('{"code":"0"')) {
      if (reply.body.endsWith('}')) {
        this.sound++;
        this.#known = totalAt(Date.now());
      }
    }
    return reply;
  }

  /** Fires the one timer, and waits until the app has set it again. */
  async next(): Promise<void> {
    const settled = new Promise<void>(done => (this.#settled = done));
    vi.advanceTimersToNextTimer();
    await settled;
    this.#check();
  }

  /** A total shown as fresh is exact; a stale one is marked as stale and is the last known total. */
  #check(): void {
    const { portfolio, polling, failure } = this.drawn!;
    const at = new Date(Date.now()).toISOString();
    if (!portfolio.isStale && portfolio.total !== this.#known) this.wrong.push(`${at} ${portfolio.total}`);
    if (vi.getTimerCount() !== 1) this.late.push(`${at} ${vi.getTimerCount()} timers`);
    const waitMs = (polling.nextAt ?? Infinity) - Date.now();
    const longest = failure ? 15 * MINUTE_MS : INTERVALS[this.attention];
    if (waitMs > 1.1 * longest) this.late.push(`${at} waits ${waitMs}`);
  }

  sleep(ms: number): void {
    vi.setSystemTime(Date.now() + ms);
    this.app.wake();
  }

  watch(attention: Attention): void {
    this.attention = attention;
    this.app.attentionChanged();
  }

  measure(): void {
    const { model } = this.app;
    const history = join(this.folder, 'history');
    const size = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    const { points, notifications, activity, verification, ...rest } = model;
    const { tokens, ...restOfMemory } = verification;
    const restOfModel = { ...rest, verification: restOfMemory };
    const restOfDrawn = { ...this.drawn, history: [] };
    this.days.push({
      points: points.length,
      notifications: notifications.length,
      notified: activity.notifiedAt.length,
      tokens: Object.keys(tokens).length,
      restOfModel: JSON.stringify(restOfModel).length,
      restOfDrawn: JSON.stringify(restOfDrawn).length,
      history: readdirSync(history).reduce((sum, name) => sum + size(join(history, name)), 0),
      activity: size(join(this.folder, 'activity.jsonl'))
    });
  }
}

/**
 * The limits of growth from the first full days to the last days. Points are those of 25 hours; their number varies
 * with the faults. One more byte a round would be 2,000 bytes. Each day adds its hourly points to the history, which
 * are kept for 90 days.
 */
const MOST_GROWTH = { points: 1.2, restOfModel: 1.05, restOfDrawn: 1.05, history: 1.5 };
/** Kept to be looked at: a day has three alert events at most here, and the activity is a line or two for each. */
const MOST_A_DAY = { notifications: 3, notified: 3, activity: 20_000 };

let month: Month;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: NOW });
  month = new Month();
});
afterEach(async () => {
  await month.app.stop();
  vi.useRealTimers();
  rmSync(month.folder, { recursive: true });
});

/** Half an hour with a visible window, hours in the tray, and a night of sleep; sometimes the clock jumps. */
async function liveThrough(day: number): Promise<void> {
  const start = NOW + day * DAY_MS;
  const until = async (hour: number) => {
    while (Date.now() < start + hour * HOUR_MS) await month.next();
  };
  month.watch('visible');
  await until(0.5);
  month.watch('hidden');
  if (day % 6 === 2) {
    vi.setSystemTime(Date.now() - 20 * MINUTE_MS);
    await until(2);
  }
  if (day % 6 === 5) month.sleep(2 * HOUR_MS);
  await until(5);
  month.watch('idle');
  await until(8);
  const remainingMs = start + DAY_MS - Date.now();
  if (remainingMs > 0) month.sleep(remainingMs);
  month.measure();
}

const most = (days: readonly Sizes[], what: keyof Sizes) => Math.max(...days.map(sizes => sizes[what]));

it('thirty days of faults, sleep and clock jumps give exact totals, one timer and no growth', async () => {
  await month.app.load();
  month.app.tick();
  for (let day = 0; day < DAYS; day++) await liveThrough(day);
  expect(month.internalErrors).toEqual([]);
  expect(month.wrong).toEqual([]);
  expect(month.late).toEqual([]);
  expect(month.polls).toBeGreaterThan(2500);
  expect(month.sound / month.polls).toBeGreaterThan(0.7);
  const [warm, last] = [month.days.slice(3, WARM_DAYS), month.days.slice(-6)];
  const figures = JSON.stringify([warm.at(-1), last.at(-1)]);
  for (const what of ['points', 'restOfModel', 'restOfDrawn', 'history'] as const)
    expect(most(last, what) / most(warm, what), `${what}: ${figures}`).toBeLessThan(MOST_GROWTH[what]);
  // Each day another token comes and goes, and is remembered for a month.
  expect(most(last, 'tokens')).toBeLessThanOrEqual(DAYS + 2);
  for (const what of ['notifications', 'notified', 'activity'] as const)
    expect(most(last, what) / DAYS, `${what}: ${figures}`).toBeLessThan(MOST_A_DAY[what]);
}, 240_000);
