import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dueLooks,
  nextLookAt,
  withLooksBegun,
  withLooksEnded,
  withLooksTaken
} from '../../../../electron/core/polling/looks';
import { nextTickInMs, rescheduleWallet } from '../../../../electron/core/polling/scheduler';
import { emptySnapshot } from '../../../../electron/core/snapshots/update-snapshot';
import type { Model, PollSchedule } from '../../../../electron/core/state/model';
import { UNTIL_RESUMED } from '../../../../shared/domain/default-settings';
import { LOOK_REQUESTS_A_MINUTE, REQUEST_SPACING_MS } from '../../../../shared/domain/limits';
import type { Doubt, DoubtedHolding } from '../../../../shared/schema/verification';
import type { Wallet } from '../../../../shared/schema/wallet';
import { DAY_MS, failed, HOUR_MS, KEY, MINUTE_MS, NOW, walletOf } from '../../../fakes/holdings';
import { fakeWorld, modelOf, settingsOf } from '../../../fakes/world';

const chosen = walletOf({ chains: ['1', '56', '8453'] });

const doubtOf = (change: Partial<Doubt> = {}): Doubt => ({
  walletId: 'w1',
  kind: 'missing',
  since: NOW,
  looks: 0,
  toldAt: null,
  isQuiet: false,
  takesLooks: true,
  isPaired: false,
  ...change
});
const heldIn = (doubtId: string, worth = '100'): DoubtedHolding => {
  const statement = { balance: '0', price: null, isRisky: false };
  return {
    doubtId,
    kind: 'missing',
    symbol: 'USDC',
    holds: ['amount'],
    first: statement,
    last: statement,
    agreedMs: 0,
    answers: 1,
    answeredAt: NOW,
    worth
  };
};
const later: PollSchedule = { failuresInRow: 0, dueAt: NOW + DAY_MS, appliedAt: NOW };

/** The doubts by id, and what each of them is about: holding ids with their worth. */
function doubting(
  wallets: Wallet[],
  doubts: Record<string, Partial<Doubt>>,
  doubted: Record<string, [doubtId: string, worth: string]>,
  choices = {}
): Model {
  const model = modelOf(wallets, choices);
  return {
    ...model,
    pollSchedules: Object.fromEntries(wallets.map(({ id }) => [id, later])),
    verification: {
      ...model.verification,
      doubts: Object.fromEntries(Object.entries(doubts).map(([id, change]) => [id, doubtOf(change)])),
      doubted: Object.fromEntries(
        Object.entries(doubted).map(([id, [doubtId, worth]]) => [id, heldIn(doubtId, worth)])
      )
    }
  };
}
const USDC = 'w1/1/0xa/0xc01';
const one = (change: Partial<Doubt> = {}, choices = {}) =>
  doubting([chosen], { d: change }, { [USDC]: ['d', '100'] }, choices);
const asked = (model: Model, now: number) => dueLooks(model, now).map(look => [look.wallet.id, look.chains]);

/** Takes all looks of a doubt as they fall due, and gives the seconds after its beginning. */
function secondsOfLooks(model: Model): number[] {
  const seconds: number[] = [];
  for (let at = nextLookAt(model, NOW); at !== null; at = nextLookAt(model, at)) {
    seconds.push((at - NOW) / 1000);
    const looks = dueLooks(model, at);
    expect(looks).toHaveLength(1);
    model = withLooksEnded(withLooksBegun(model, KEY.id, looks, at), KEY.id, at);
  }
  return seconds;
}

describe('a doubt is looked at', () => {
  it('20 and 90 seconds, 5 and 10 minutes after its first answer, and not after that', () => {
    expect(secondsOfLooks(one())).toEqual([20, 90, 300, 600]);
  });

  it('by one request for the chain in doubt', () => {
    expect(dueLooks(one(), NOW + 19_999)).toEqual([]);
    expect(dueLooks(one(), NOW + 20_000)).toEqual([
      { wallet: chosen, chains: ['1'], isDefiAsked: false, requests: 1 }
    ]);
  });

  it('by one request for all chains where the source answers them in one reply', () => {
    const model = doubting([walletOf()], { d: {} }, { [USDC]: ['d', '1'] });
    expect(asked(model, NOW + 20_000)).toEqual([['w1', ['*']]]);
  });

  it('together with the other doubts of its wallet that are due', () => {
    const model = doubting(
      [chosen],
      { a: {}, b: { since: NOW + 5000 }, c: { since: NOW + 60_000 } },
      { [USDC]: ['a', '1'], 'w1/56/0xa/': ['b', '1'], 'w1/8453/0xa/': ['c', '1'] }
    );
    const looks = dueLooks(model, NOW + 25_000);
    expect(looks).toMatchObject([{ chains: ['1', '56'], requests: 1 }]);
    const after = withLooksBegun(model, KEY.id, looks, NOW + 25_000).verification.doubts;
    expect([after['a']?.looks, after['b']?.looks, after['c']?.looks]).toEqual([1, 1, 0]);
  });

  it('in each wallet that it is about', () => {
    const wallets = [chosen, walletOf({ id: 'w2', accountId: 'b', chains: ['1'] })];
    const model = doubting(wallets, { d: {} }, { [USDC]: ['d', '1'], 'w2/1/0xb/0xc01': ['d', '1'] });
    expect(asked(model, NOW + 20_000)).toEqual([
      ['w1', ['1']],
      ['w2', ['1']]
    ]);
  });

  it('once after a sleep, however many looks fell in it', () => {
    const model = one();
    const at = NOW + 3 * HOUR_MS;
    const looks = dueLooks(model, at);
    expect(looks).toHaveLength(1);
    expect(nextLookAt(withLooksBegun(model, KEY.id, looks, at), at)).toBe(null);
  });

  it('by the DeFi request when DeFi positions are in doubt, and only while DeFi is counted', () => {
    const doubted: Parameters<typeof doubting>[2] = { 'w1/defi//': ['d', '5000'] };
    const counted = doubting([chosen], { d: {} }, doubted, { countDefi: true });
    expect(dueLooks(counted, NOW + 20_000)).toMatchObject([{ chains: [], isDefiAsked: true, requests: 1 }]);
    expect(nextLookAt(doubting([chosen], { d: {} }, doubted), NOW)).toBe(null);
  });

  it('when a chain is refused, by a request of that chain alone', () => {
    const model = one();
    const refusal = { doubtId: 'd', agreedMs: 0, answers: 1, answeredAt: NOW, worth: '9' };
    const verification = { ...model.verification, refusedChains: { 'w1/56': refusal } };
    expect(dueLooks({ ...model, verification }, NOW + 20_000)).toMatchObject([
      { chains: ['1', '56'], requests: 2 }
    ]);
  });
});

describe('a doubt is not looked at', () => {
  const w1 = (change: Partial<PollSchedule>) => ({
    ...one(),
    pollSchedules: { w1: { ...later, ...change } }
  });
  const unsupported = {
    ...emptySnapshot(chosen),
    parts: [{ chainIndex: '1', answeredAt: null, failure: null, unsupportedAt: NOW }]
  };
  it.each([
    ['that is quiet', one({ isQuiet: true })],
    ['that takes none', one({ takesLooks: false })],
    ['that had all its looks', one({ looks: 4 })],
    ['in a pause', one({}, { pausedUntil: UNTIL_RESUMED })],
    ['of a paused wallet', doubting([{ ...chosen, isPaused: true }], { d: {} }, { [USDC]: ['d', '1'] })],
    ['of a wallet that backs off', w1({ failuresInRow: 1 })],
    ['of a wallet that waits for other settings', w1({ dueAt: null })],
    ['of a wallet whose poll is due, which serves as well', w1({ dueAt: NOW })],
    ['of a wallet that was not polled since the start', { ...one(), pollSchedules: {} }],
    ['of a wallet without a key', { ...one(), settings: { ...settingsOf([chosen]), keys: [] } }],
    ['of a wallet that is gone', { ...one(), settings: settingsOf([]) }],
    ['on a chain that is no longer asked for', doubting([chosen], { d: {} }, { 'w1/10/0xa/': ['d', '1'] })],
    ['on an unsupported chain', { ...one(), snapshots: [unsupported] }]
  ])('%s', (_, model) => {
    expect(dueLooks(model, NOW + 20_000)).toEqual([]);
    expect(nextLookAt(model, NOW + 20_000)).toBe(null);
  });

  it('before the end of a pause', () => {
    const model = one({}, { pausedUntil: NOW + HOUR_MS });
    expect(dueLooks(model, NOW + MINUTE_MS)).toEqual([]);
    expect(nextLookAt(model, NOW + MINUTE_MS)).toBe(NOW + HOUR_MS);
  });

  it('again for a time that a poll of the wallet served', () => {
    const polled = withLooksTaken(one(), [chosen], NOW + 30_000);
    expect(polled.verification.doubts['d']?.looks).toBe(1);
    expect(nextLookAt(polled, NOW + 30_000)).toBe(NOW + 90_000);
    const early = withLooksTaken(one(), [chosen], NOW + 10_000);
    expect(early.verification.doubts['d']?.looks).toBe(0);
  });
});

describe('a look', () => {
  it('leaves the next poll, the back-off and the bisection of the wallet as they are', () => {
    const model = { ...one(), pollSchedules: { w1: { ...later, remaining: ['1', '56'] } } };
    const outcome = { ...failed('timeout'), isLook: true as const };
    expect(rescheduleWallet(model, chosen, outcome, 1, fakeWorld(), NOW)).toBe(model);
  });

  it('wakes the timer', () => {
    expect(nextTickInMs(one(), NOW)).toBe(20_000);
  });
});

describe('the budget of looks', () => {
  /** A wallet each, all in doubt since the same moment; the last is worth most. */
  function manyDoubts(count: number): Model {
    const ids = Array.from({ length: count }, (_, i) => `w${i}`);
    const wallets = ids.map(id => walletOf({ id, accountId: id, chains: ['1'] }));
    const doubts = Object.fromEntries(ids.map(id => [id, { walletId: id }]));
    const worth = (id: string): [string, string] => [id, id.slice(1)];
    return doubting(wallets, doubts, Object.fromEntries(ids.map(id => [`${id}/1/0xa/`, worth(id)])));
  }

  it('is a third of what the key can send in a minute', () => {
    expect(LOOK_REQUESTS_A_MINUTE * 3 * REQUEST_SPACING_MS).toBeLessThanOrEqual(MINUTE_MS);
    expect((LOOK_REQUESTS_A_MINUTE + 1) * 3 * REQUEST_SPACING_MS).toBeGreaterThan(MINUTE_MS);
  });

  it('goes to the largest doubts first, and the others follow a minute after these have ended', () => {
    const at = NOW + 20_000;
    const model = manyDoubts(30);
    const looks = dueLooks(model, at);
    expect(looks.map(({ wallet }) => wallet.id)).toEqual(
      Array.from({ length: LOOK_REQUESTS_A_MINUTE }, (_, i) => `w${29 - i}`)
    );
    const begun = withLooksBegun(model, KEY.id, looks, at);
    expect([dueLooks(begun, at), nextLookAt(begun, at)]).toEqual([[], null]);
    const ended = withLooksEnded(begun, KEY.id, at + 5000);
    expect([dueLooks(ended, at + 5000), nextLookAt(ended, at + 5000)]).toEqual([[], at + 65_000]);
    expect(dueLooks(ended, at + 65_000)[0]?.wallet.id).toBe('w10');
  });

  it('is never exceeded in any minute, whatever the doubts are, and no look that is due is forgotten', () => {
    const doubt = fc.record({
      wallet: fc.integer({ min: 0, max: 80 }),
      chain: fc.constantFrom('1', '56', '8453', 'defi'),
      since: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 600_000 })),
      worth: fc.integer({ min: 0, max: 1_000_000 }),
      isRefused: fc.boolean()
    });
    const delays = fc.infiniteStream(
      fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 90_000 }))
    );
    fc.assert(
      fc.property(fc.array(doubt, { minLength: 1, maxLength: 120, size: 'max' }), delays, (doubts, delay) => {
        const sent = playLooks(doubts, delay);
        const inMinuteAfter = (at: number) => sent.filter(one => one.at >= at && one.at < at + MINUTE_MS);
        const most = Math.max(...sent.map(({ at }) => requestsOf(inMinuteAfter(at))));
        expect(most).toBeLessThanOrEqual(LOOK_REQUESTS_A_MINUTE);
      }),
      { numRuns: 12, endOnFailure: true }
    );
  });

  const requestsOf = (sent: readonly { requests: number }[]) =>
    sent.reduce((all, { requests }) => all + requests, 0);

  interface AnyDoubt {
    readonly wallet: number;
    readonly chain: string;
    readonly since: number;
    readonly worth: number;
    readonly isRefused: boolean;
  }

  /** Each request is sent at any moment between the begin and the end of its looks. */
  function playLooks(doubts: readonly AnyDoubt[], delays: Iterator<number>) {
    const ids = [...new Set(doubts.map(({ wallet }) => `w${wallet}`))];
    const wallets = ids.map(id => walletOf({ id, accountId: id, chains: ['1', '56', '8453'] }));
    const idOf = (index: number) => `d${index}`;
    let model = doubting(
      wallets,
      Object.fromEntries(doubts.map(({ since }, i) => [idOf(i), { since: NOW + since }])),
      Object.fromEntries(
        doubts.map((own, i) => [`w${own.wallet}/${own.chain}/0xa/${i}`, [idOf(i), `${own.worth}`]])
      ),
      { countDefi: true }
    );
    const refusals = doubts.flatMap((own, i) =>
      own.isRefused && own.chain !== 'defi' ? [[`w${own.wallet}/${own.chain}`, idOf(i)] as const] : []
    );
    const refusedChains = Object.fromEntries(
      refusals.map(([id, doubtId]) => [id, { doubtId, agreedMs: 0, answers: 1, answeredAt: NOW, worth: '9' }])
    );
    model = { ...model, verification: { ...model.verification, refusedChains } };
    const sent: { at: number; requests: number }[] = [];
    let now = NOW;
    for (let at = nextLookAt(model, now); at !== null; at = nextLookAt(model, now)) {
      now = Math.max(now, at);
      const looks = dueLooks(model, now);
      expect(looks.length).toBeGreaterThan(0);
      model = withLooksBegun(model, KEY.id, looks, now);
      const durationMs: number = delays.next().value;
      for (const { requests } of looks) {
        sent.push({ at: now + (delays.next().value % (durationMs + 1)), requests });
      }
      now += durationMs;
      model = withLooksEnded(model, KEY.id, now);
    }
    const left = Object.values(model.verification.doubts).filter(({ looks }) => looks < 4);
    expect(left).toEqual([]);
    return sent;
  }
});
