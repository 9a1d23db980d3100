import { describe, expect, it } from 'vitest';
import { createSuppression } from '../../../../electron/core/notifications/cooldown-and-quiet-hours';
import { newlyTold } from '../../../../electron/core/notifications/notification-delivery';
import {
  decideNotifications,
  type PolicyInput
} from '../../../../electron/core/notifications/notification-policy';
import type { AlertEntry, Notification } from '../../../../shared/schema/activity';
import { notificationTextOf } from '../../../../shared/text/notification-text';
import type { AlertMemory } from '../../../../shared/schema/alert-memory';
import { EMPTY_ALERT_MEMORY } from '../../../../electron/core/state/model';
import { DEFAULT_CHOICES } from '../../../../shared/domain/default-settings';
import type { Choices } from '../../../../shared/schema/settings';
import {
  arrivalOf,
  alertEventOf,
  doubtOf,
  keyEntry,
  pollsOf,
  priceOf,
  questionOf,
  totalOf,
  unverifiedOf
} from '../../../fakes/alert-events';
import { DAY_MS, HOUR_MS, MINUTE_MS, NOW } from '../../../fakes/holdings';

interface Given {
  readonly memory?: Partial<AlertMemory>;
  readonly choices?: Partial<Choices>;
  readonly due?: AlertEntry[];
  readonly deferred?: AlertEntry[];
  readonly minute?: number;
  readonly updatable?: Notification | null;
}

function decide(
  entries: AlertEntry[],
  { memory = {}, choices = {}, due = [], deferred = [], minute = 600, updatable = null }: Given = {}
) {
  const known = { ...EMPTY_ALERT_MEMORY, ...memory };
  const chosen = { ...DEFAULT_CHOICES, ...choices };
  let ids = 0;
  const given: PolicyInput = {
    alertEvents: entries.map(alertEventOf),
    due,
    deferred,
    memory: known,
    suppressionFor: createSuppression(chosen, known, { now: NOW, minute }),
    updatable,
    alertsADay: chosen.alertsADay,
    now: NOW,
    newId: () => `e${++ids}`
  };
  return decideNotifications(given);
}
const reasonsOf = (got: { entries: readonly AlertEntry[] }) => got.entries.map(({ silence }) => silence);
const manyArrivals = (count: number) =>
  Array.from({ length: count }, (_, i) => arrivalOf({ symbol: `T${i}` }));
/** Title, first and last line. */
const textOf = (notification: Notification) => {
  const { title, body } = notificationTextOf(notification, false, false);
  const lines = body.split('\n');
  return [title, lines[0], lines.at(-1)];
};
const night = { isOn: true, from: 540, to: 660, letsKeysPass: true };

describe('the notification of a round', () => {
  it('is a single one, and its entries are notified in the activity', () => {
    const got = decide([arrivalOf(), keyEntry()]);
    expect(got.notification).toMatchObject({ at: NOW, deferredCount: 0, isLastToday: false });
    expect(got.entries.map(({ id, toldAt, toldIn }) => [id, toldAt, toldIn])).toEqual([
      ['e1', NOW, null],
      ['e2', NOW, null]
    ]);
  });

  it('has the entries that need an action first, then the largest values', () => {
    const all = [
      priceOf(),
      totalOf(),
      arrivalOf({ symbol: 'LESS', worth: '20' }),
      arrivalOf({ symbol: 'MORE', worth: '-70' }),
      unverifiedOf(),
      pollsOf(),
      keyEntry()
    ];
    expect(decide(all).notification?.entries.map(entry => entry.symbol || entry.kind)).toEqual([
      'key',
      'polls',
      'USDC',
      'MORE',
      'LESS',
      'total',
      'ETH'
    ]);
  });

  it('is null when there is no alert event', () => {
    expect(decide([])).toEqual({ memory: EMPTY_ALERT_MEMORY, entries: [], notification: null });
  });
});

describe('a second alert event within the cooldown', () => {
  const cooling = { toldAt: { arrived: NOW - 5 * MINUTE_MS }, notices: [NOW - 5 * MINUTE_MS] };
  const first = { ...arrivalOf({ id: 'first', symbol: 'DAI', worth: '20' }), toldAt: NOW - 5 * MINUTE_MS };
  const updatable: Notification = {
    id: 'n1',
    at: NOW - 5 * MINUTE_MS,
    entries: [first],
    deferredCount: 0,
    isLastToday: false
  };

  it('joins the notification that is on the screen, and is told', () => {
    const got = decide([arrivalOf()], { memory: cooling, updatable });
    expect(got.notification).toMatchObject({ id: 'n1', at: NOW, isUpdate: true });
    expect(got.notification!.entries.map(({ id }) => id)).toEqual(['e1', 'first']);
    expect(newlyTold(got.notification!).map(({ id }) => id)).toEqual(['e1']);
    expect(got.entries).toMatchObject([{ id: 'e1', silence: null, toldAt: NOW }]);
    expect(got.memory.held).toEqual([]);
  });

  it('begins neither the cooldown nor the count of the day anew', () => {
    const { memory } = decide([arrivalOf()], { memory: cooling, updatable });
    expect([memory.toldAt, memory.notices]).toEqual([cooling.toldAt, cooling.notices]);
    const full = { ...cooling, notices: Array.from({ length: DEFAULT_CHOICES.alertsADay }, () => NOW - 1) };
    expect(decide([arrivalOf()], { memory: full, updatable }).notification?.isUpdate).toBe(true);
  });

  it.each<[string, Given]>([
    ['nothing is on the screen', { memory: cooling }],
    ['quiet hours began', { memory: cooling, updatable, choices: { quietHours: night } }],
    ['alerts are paused', { memory: cooling, updatable, choices: { pausedUntil: NOW + 1 } }]
  ])('waits or stays silent as before when %s', (_, given) => {
    const got = decide([arrivalOf()], given);
    expect(got.notification).toBeNull();
    expect(reasonsOf(got)).not.toEqual([null]);
  });

  it('waits when another kind is notified as usual', () => {
    const got = decide([arrivalOf(), totalOf()], { memory: cooling, updatable });
    expect(got.notification?.isUpdate).toBeUndefined();
    expect(reasonsOf(got)).toEqual(['cooldown', null]);
    expect(got.memory.held).toHaveLength(1);
  });

  it('leaves what was deferred earlier deferred', () => {
    const deferred = [pollsOf({ silence: 'quiet-hours' })];
    expect(decide([arrivalOf()], { memory: cooling, updatable, deferred }).memory.held).toEqual(deferred);
  });
});

describe('an alert event that is suppressed for a time', () => {
  it('is never notified when it happens in a pause', () => {
    const got = decide([arrivalOf(), keyEntry()], { choices: { pausedUntil: NOW + 1 } });
    expect([reasonsOf(got), got.notification, got.memory.held]).toEqual([['paused', 'paused'], null, []]);
  });

  it('is deferred in quiet hours, except for a key when the user allows it', () => {
    const got = decide([arrivalOf(), keyEntry()], { choices: { quietHours: night } });
    expect(reasonsOf(got)).toEqual(['quiet-hours', null]);
    expect(got.memory.held.map(({ kind }) => kind)).toEqual(['arrived']);
    const strict = decide([keyEntry()], { choices: { quietHours: { ...night, letsKeysPass: false } } });
    expect([reasonsOf(strict), strict.memory.held.length]).toEqual([['quiet-hours'], 1]);
  });

  it('is deferred within the cooldown of its own kind, and of no other kind', () => {
    const memory = { toldAt: { arrived: NOW - 15 * MINUTE_MS + 1, key: NOW - 1 } };
    const got = decide([arrivalOf(), totalOf(), keyEntry()], { memory });
    expect(reasonsOf(got)).toEqual(['cooldown', null, null]);
    expect(got.memory.held).toHaveLength(1);
    const over = { toldAt: { arrived: NOW - 15 * MINUTE_MS } };
    expect(reasonsOf(decide([arrivalOf()], { memory: over }))).toEqual([null]);
    const none = decide([arrivalOf()], { memory, choices: { alertCooldownMs: 0 } });
    expect(reasonsOf(none)).toEqual([null]);
  });

  it('is notified together with new events when it is due, with its old id', () => {
    const held = arrivalOf({ id: 'old', at: NOW - HOUR_MS, silence: 'cooldown' });
    const got = decide([totalOf()], { due: [held] });
    expect(got.notification).toMatchObject({
      deferredCount: 1,
      entries: [{ id: 'old', toldAt: NOW }, { kind: 'total' }]
    });
    expect(got.entries.map(({ kind }) => kind)).toEqual(['total']);
    expect(got.memory.toldAt).toEqual({ arrived: NOW, total: NOW });
  });

  it('is kept with all others of the same quiet hours, and all of them are counted after those', () => {
    const { held, heldMore } = decide(manyArrivals(60), { choices: { quietHours: night } }).memory;
    expect([held.length, heldMore]).toEqual([60, undefined]);
    const told = decide([], { due: held }).notification!;
    expect(textOf(told)).toEqual([
      '60 amounts changed · +$15,000.00',
      'Received 250 T0 · $250.00 · Base',
      'and 56 more'
    ]);
  });

  it('is counted when more are deferred than can be kept: the largest are kept, none is forgotten', () => {
    const all = manyArrivals(260).map((entry, i) => ({ ...entry, worth: String(i) }));
    const first = decide(all.slice(0, 250), { choices: { quietHours: night } }).memory;
    expect([first.held.length, first.heldMore, first.held[0]?.symbol]).toEqual([200, 50, 'T50']);
    const { held, heldMore } = decide(all.slice(250), {
      memory: first,
      deferred: first.held,
      choices: { quietHours: night }
    }).memory;
    expect([held.length, heldMore, held[0]?.symbol]).toEqual([200, 60, 'T60']);
    const { notification, memory } = decide([], { memory: { held, heldMore }, due: held });
    expect(textOf(notification!)).toEqual([
      '260 changes',
      'Received 250 T259 · $259.00 · Base',
      'and 256 more'
    ]);
    expect(memory).toMatchObject({ held: [] });
    expect(memory.heldMore).toBeUndefined();
  });

  it('is no longer counted once none of those that were kept is true', () => {
    expect(decide([], { memory: { heldMore: 60 } }).memory.heldMore).toBeUndefined();
    const [one] = manyArrivals(1);
    const waits = decide([], { memory: { heldMore: 60 }, deferred: [one!] }).memory;
    expect([waits.held.length, waits.heldMore]).toEqual([1, 60]);
    const told = decide([], { memory: { heldMore: 60 }, due: [one!] }).notification!;
    expect(textOf(told)).toEqual(['61 changes', 'Received 250 T0 · $250.00 · Base', 'and 60 more']);
  });
});

describe('a doubt', () => {
  it('is deferred from its beginning on, even in a pause, because it is notified only later', () => {
    const entries = [{ entry: doubtOf(), suppressionReason: 'checking' as const }];
    const begun = decideNotifications({
      alertEvents: entries,
      due: [],
      deferred: [],
      memory: EMPTY_ALERT_MEMORY,
      suppressionFor: () => 'paused',
      updatable: null,
      alertsADay: 12,
      now: NOW,
      newId: () => 'e1'
    });
    expect(begun.memory.held).toMatchObject([{ id: 'e1', kind: 'doubt', silence: 'checking', toldAt: null }]);
    expect(begun.notification).toBe(null);
  });

  it('has a cooldown when it begins, and none when it ends: its notified beginning asks for the end', () => {
    const memory = { toldAt: { doubt: NOW - 1 } };
    const got = decide([doubtOf(), doubtOf({ phase: 'as-before' }), doubtOf({ phase: 'returned' })], {
      memory
    });
    expect(reasonsOf(got)).toEqual(['cooldown', null, null]);
  });

  it('comes after what needs an action, and before amounts, totals and prices', () => {
    const all = [totalOf(), arrivalOf({ worth: '900000' }), doubtOf(), questionOf(), keyEntry()];
    expect(decide(all).notification?.entries.map(({ kind }) => kind)).toEqual([
      'key',
      'unverified',
      'doubt',
      'arrived',
      'total'
    ]);
  });
});

describe('a day on which the daily cap is reached', () => {
  const full = Array.from({ length: 12 }, (_, i) => NOW - i * HOUR_MS);

  it('ends with one last notification, whose entries count as suppressed', () => {
    const got = decide([arrivalOf()], { memory: { notices: full } });
    expect(got.notification).toMatchObject({
      isLastToday: true,
      entries: [{ silence: 'daily-cap', toldAt: null }]
    });
    expect(reasonsOf(got)).toEqual(['daily-cap']);
    expect(got.memory).toMatchObject({ cappedAt: NOW, notices: full, toldAt: {} });
  });

  it('has no further notification until the count is below the cap again', () => {
    const memory = { notices: full, cappedAt: NOW - 1 };
    const got = decide([arrivalOf()], { memory });
    expect([got.notification, reasonsOf(got), got.memory.held]).toEqual([null, ['daily-cap'], []]);
    const room = decide([arrivalOf()], { memory: { ...memory, notices: full.slice(1) } });
    expect(room.notification?.isLastToday).toBe(false);
    const nextDay = decide([arrivalOf()], { memory: { ...memory, cappedAt: NOW - DAY_MS } });
    expect(nextDay.notification?.isLastToday).toBe(true);
  });

  it('keeps what quiet hours held back until there is room, and forgets none of it', () => {
    const of = (silence: AlertEntry['silence']) => arrivalOf({ id: 'old', at: NOW - HOUR_MS, silence });
    const memory = { notices: full, cappedAt: NOW - 1 };
    const capped = decide([], { memory, due: [of('quiet-hours'), of('cooldown')] });
    expect([capped.notification, capped.memory.held]).toEqual([null, [of('quiet-hours')]]);
    const told = decide([], { memory: { ...memory, notices: full.slice(1) }, due: [...capped.memory.held] });
    expect(told.notification?.entries).toMatchObject([{ id: 'old', toldAt: NOW }]);
  });

  it('still has a notification for a key, without other entries', () => {
    const got = decide([arrivalOf(), keyEntry()], { memory: { notices: full } });
    expect(got.notification?.entries.map(({ kind }) => kind)).toEqual(['key']);
    expect(reasonsOf(got)).toEqual(['daily-cap', null]);
    expect(got.memory.notices).toEqual(full);
  });
});
