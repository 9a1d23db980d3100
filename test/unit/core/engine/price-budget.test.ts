// What past prices ask for, by purpose, with the real queue and engine: in time, within the budget, and nobody waits for them.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRateLimiter } from '../../../../electron/adapters/http/rate-limiter';
import { createWakeTimer } from '../../../../electron/adapters/system/timer';
import { Engine } from '../../../../electron/core/engine/engine';
import type { SignedRequest } from '../../../../electron/core/ports/ports';
import type { StoredPastPrices } from '../../../../electron/core/ports/past-prices';
import type { World } from '../../../../electron/core/ports/world';
import { mulberry32 } from '../../../../electron/demo/seeded-random';
import { createRequestHandler, handleCall } from '../../../../electron/fake-okx/respond';
import { EXAMPLE_ACCOUNT_ID, EXAMPLE_ASSETS } from '../../../../electron/fake-okx/service/asset-rows';
import { pastPriceService } from '../../../../electron/okx/prices/historical-prices';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../../shared/domain/durations';
import { REQUEST_SPACING_MS, type RequestPriority } from '../../../../shared/domain/limits';
import type { Choices } from '../../../../shared/schema/settings';
import type { SourceId } from '../../../../shared/domain/sources';
import { callsOf } from '../../../fakes/call-context';
import { freshChainList } from '../../../fakes/chain-list';
import { CREDENTIALS, fakeWorld, settingsOf } from '../../../fakes/world';
import { walletOf } from '../../../fakes/holdings';

const START = Date.UTC(2026, 10, 22, 9, 17);
const TOKENS = 60;
/** So long the service needs for an answer. */
const ANSWER_MS = 300;
/** So many answers are lost at most when the app is killed: those since the last write, and the one on its way. */
const LOST_A_KILL = 11;

type Purpose = Exclude<RequestPriority, 'past'> | 'past week' | 'past year';

/** An app with one key and one account of 60 tokens, its files, and the service that allows it one request a second. */
class Profile {
  readonly asked: { readonly purpose: Purpose; readonly at: number }[] = [];
  readonly refused: string[] = [];
  readonly errors: string[] = [];
  readonly service = createRequestHandler({
    keys: [CREDENTIALS],
    accounts: [[EXAMPLE_ACCOUNT_ID, () => ROWS]],
    now: () => Date.now(),
    ratePerSecond: 1
  });
  app!: Engine;
  #files: Partial<Record<SourceId, StoredPastPrices>> = {};
  readonly #fake = fakeWorld();
  #runs = 0;

  constructor(choices: Partial<Choices>) {
    const wallet = {
      ...walletOf(),
      source: 'v5-account' as const,
      accountId: EXAMPLE_ACCOUNT_ID,
      chains: []
    };
    this.#fake.files.settings = settingsOf([wallet], choices);
  }

  /** Starts the app; one that runs is killed: nothing of it arrives or is written any more. */
  async start(): Promise<void> {
    const run = ++this.#runs;
    const isAlive = () => run === this.#runs;
    const never = new Promise<never>(() => undefined);
    const priorities: RequestPriority[] = [];
    const limiter = createRateLimiter();
    const wake = createWakeTimer(() => isAlive() && this.app.tick());
    const world: World = {
      ...this.#fake,
      clock: { ...this.#fake.clock, now: () => Date.now() },
      chainList: freshChainList(() => Date.now()),
      rateLimiter: {
        acquire: async (keyId, priority) => {
          await limiter.acquire(keyId, priority);
          priorities.push(priority);
        }
      },
      http: {
        send: async request => {
          if (!isAlive()) return await never;
          const reply = await this.#answer(request, priorities.shift() ?? 'other');
          return isAlive() ? reply : await never;
        }
      },
      pastPrices: {
        service: pastPriceService,
        files: {
          read: async source => ({ content: this.#files[source] ?? null, setAsideAs: null }),
          write: async (source, content) => {
            if (isAlive()) this.#files[source] = structuredClone(content);
          }
        }
      },
      scheduleTick: delayMs => isAlive() && wake(delayMs),
      log: (level, text) => void (level === 'error' && this.errors.push(text))
    };
    this.app = new Engine(world);
    await this.app.load();
    this.app.tick();
  }

  async #answer({ method, target, headers, body }: SignedRequest, priority: RequestPriority) {
    const period = /period=1(h|d)/.exec(target)?.[1];
    const purpose = priority === 'past' ? (period === 'h' ? 'past week' : 'past year') : priority;
    this.asked.push({ purpose, at: Date.now() - START });
    const [path = '', query = ''] = target.split('?');
    const lowered = Object.fromEntries(
      Object.entries(headers).map(([name, text]) => [name.toLowerCase(), text])
    );
    const call = { method, target, path, query: new URLSearchParams(query), headers: lowered };
    const { reply } = handleCall(this.service, { ...call, body: Buffer.from(body) });
    await new Promise<void>(done => createWakeTimer(done)(ANSWER_MS));
    if (!reply.body.includes('"code":"0"')) this.refused.push(reply.body);
    return { ...reply, headers: { ...reply.headers, date: new Date(Date.now()).toUTCString() } };
  }

  /** The requests up to this moment after the start, by purpose. */
  table(untilMs = Infinity): Partial<Record<Purpose, number>> {
    const counts: Partial<Record<Purpose, number>> = {};
    for (const { purpose, at } of this.asked) if (at <= untilMs) counts[purpose] = (counts[purpose] ?? 0) + 1;
    return counts;
  }

  momentsOf(purpose: Purpose): number[] {
    return this.asked.flatMap(one => (one.purpose === purpose ? one.at : []));
  }

  rowsWithoutChange(): number {
    return this.app.state.portfolio.holdings.filter(({ changePercent }) => changePercent === null).length;
  }

  /** So far the dashed line goes back, days. */
  async dashedDays(range: '1w' | '1y'): Promise<number> {
    const { lines } = await callsOf(this.app)['history:lines']({ range });
    const first = lines.find(({ kind }) => kind === 'past-prices')?.points[0]?.at ?? Date.now();
    return (Date.now() - first) / DAY_MS;
  }
}

/** Well under what an unknown token may be worth, so that each counts. */
const ROWS = Array.from({ length: TOKENS }, (_, i) => ({
  ...EXAMPLE_ASSETS[1]!,
  chainIndex: '1',
  tokenAddress: `0x${String(i).padStart(40, 'c')}`,
  balance: String((100 - i) / 10_000)
}));

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: START });
});
afterEach(() => vi.useRealTimers());

const started = async (choices: Partial<Choices> = {}): Promise<Profile> => {
  vi.setSystemTime(START);
  const profile = new Profile(choices);
  await profile.start();
  return profile;
};

describe('past prices of 60 tokens, with one key and a request a second', () => {
  it('are a move of a day and a dashed week in five minutes, a dashed year in a day, within the budget', async () => {
    const on = await started();
    await pass(5 * MINUTE_MS - SECOND_MS);
    expect(on.rowsWithoutChange()).toBe(0);
    expect(await on.dashedDays('1w')).toBeGreaterThan(6.9);
    // README.md has this table.
    expect(on.table()).toEqual({ round: 1, 'past week': TOKENS, 'past year': 10 });
    await pass(DAY_MS - 5 * MINUTE_MS);
    expect(await on.dashedDays('1y')).toBeGreaterThan(364);
    expect(on.table()).toEqual({ round: 288, 'past week': 2 * TOKENS, 'past year': 2 * TOKENS });

    const moments = on.asked.map(({ at }) => at);
    const gaps = moments.slice(1).map((at, i) => at - moments[i]!);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(REQUEST_SPACING_MS);
    expect(on.refused).toEqual([]);
    expect(on.errors).toEqual([]);
  }, 60_000);

  it('make no refresh later than it is without them, though they are never done between two', async () => {
    const rounds = async (pastPrices: boolean) => {
      const profile = await started({ pastPrices, hiddenIntervalMs: 45 * SECOND_MS });
      await pass(HOUR_MS);
      await profile.app.stop();
      return profile;
    };
    const [on, off] = [await rounds(true), await rounds(false)];
    expect(on.table()['past week']).toBe(TOKENS);
    expect(off.table()).toEqual({ round: off.asked.length });
    expect(on.momentsOf('round')).toEqual(off.momentsOf('round'));
  }, 60_000);

  it('go on where they were after any kill, which costs at most the answers since the last write', async () => {
    const profile = await started();
    const random = mulberry32(20261122);
    const kills = 8;
    for (let kill = 0; kill < kills; kill++) {
      await pass(12 * SECOND_MS + (random() % (26 * SECOND_MS)));
      await profile.start();
    }
    await pass(5 * MINUTE_MS);
    expect(profile.rowsWithoutChange()).toBe(0);
    const weeks = profile.table()['past week'] ?? 0;
    expect(weeks).toBeGreaterThanOrEqual(TOKENS);
    expect(weeks).toBeLessThanOrEqual(TOKENS + kills * LOST_A_KILL);
    await pass(4 * HOUR_MS);
    expect(await profile.dashedDays('1y')).toBeGreaterThan(364);
    expect(profile.table()['past week']).toBe(weeks);
    expect(profile.errors).toEqual([]);
  }, 60_000);

  it('cost one request and a sentence where they are refused as a whole', async () => {
    const profile = await started();
    profile.service.rules.add({
      kind: 'refuse',
      code: '50120',
      path: '/api/v5/wallet/token/historical-price'
    });
    await pass(HOUR_MS - SECOND_MS);
    expect(profile.table()).toEqual({ round: 12, 'past week': 1 });
    expect(profile.app.model.pastPrices.isRefused).toBe(true);
    expect(profile.app.state).toMatchObject({ issues: [], failure: null });
  }, 60_000);
});
