import { describe, expect, it } from 'vitest';
import {
  decideNotifications,
  createSuppression,
  type PolicyInput
} from '../../../../electron/core/alerts/notification-policy';
import type { Entry } from '../../../../shared/schema/activity';
import type { AlertMemory } from '../../../../shared/schema/alert-memory';
import { EMPTY_ALERT_MEMORY } from '../../../../electron/core/state/model';
import { DEFAULT_CHOICES } from '../../../../shared/domain/default-settings';
import type { Choices } from '../../../../shared/schema/settings';
import {
  arrivalOf,
  alertEventOf,
  keyEntry,
  pollsOf,
  priceOf,
  totalOf,
  unverifiedOf
} from '../../../fakes/happenings';
import { DAY_MS, HOUR_MS, MINUTE_MS, NOW } from '../../../fakes/holdings';

interface Given {
  readonly memory?: Partial<AlertMemory>;
  readonly choices?: Partial<Choices>;
  readonly due?: Entry[];
  readonly minute?: number;
}

function decide(entries: Entry[], { memory = {}, choices = {}, due = [], minute = 600 }: Given = {}) {
  const known = { ...EMPTY_ALERT_MEMORY, ...memory };
  const chosen = { ...DEFAULT_CHOICES, ...choices };
  let ids = 0;
  const given: PolicyInput = {
    alertEvents: entries.map(alertEventOf),
    due,
    deferred: [],
    memory: known,
    suppressionFor: createSuppression(chosen, known, { now: NOW, minute }),
    alertsADay: chosen.alertsADay,
    now: NOW,
    newId: () => `e${++ids}`
  };
  return decideNotifications(given);
}
const silences = (got: { entries: readonly Entry[] }) => got.entries.map(({ silence }) => silence);
const night = { isOn: true, from: 540, to: 660, letsKeysPass: true };

describe('what is told', () => {
  it('is one notice of a round, and stands in the activity as told', () => {
    const got = decide([arrivalOf(), keyEntry()]);
    expect(got.notification).toMatchObject({ at: NOW, deferredCount: 0, isLastToday: false });
    expect(got.entries.map(({ id, toldAt, toldIn }) => [id, toldAt, toldIn])).toEqual([
      ['e1', NOW, null],
      ['e2', NOW, null]
    ]);
  });

  it('names first what asks for a deed, then what is worth most', () => {
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

  it('is nothing when nothing happened', () => {
    expect(decide([])).toEqual({ memory: EMPTY_ALERT_MEMORY, entries: [], notification: null });
  });
});

describe('what is silent for a time', () => {
  it('is lost to telling in a pause', () => {
    const got = decide([arrivalOf(), keyEntry()], { choices: { pausedUntil: NOW + 1 } });
    expect([silences(got), got.notification, got.memory.held]).toEqual([['paused', 'paused'], null, []]);
  });

  it('is held back in quiet hours, which a key passes when the person lets it', () => {
    const got = decide([arrivalOf(), keyEntry()], { choices: { quietHours: night } });
    expect(silences(got)).toEqual(['quiet-hours', null]);
    expect(got.memory.held.map(({ kind }) => kind)).toEqual(['arrived']);
    const strict = decide([keyEntry()], { choices: { quietHours: { ...night, letsKeysPass: false } } });
    expect([silences(strict), strict.memory.held.length]).toEqual([['quiet-hours'], 1]);
  });

  it('is held back within the cooldown of its kind, and of no other', () => {
    const memory = { toldAt: { arrived: NOW - 15 * MINUTE_MS + 1, key: NOW - 1 } };
    const got = decide([arrivalOf(), totalOf(), keyEntry()], { memory });
    expect(silences(got)).toEqual(['cooldown', null, null]);
    expect(got.memory.held).toHaveLength(1);
    const over = { toldAt: { arrived: NOW - 15 * MINUTE_MS } };
    expect(silences(decide([arrivalOf()], { memory: over }))).toEqual([null]);
    const none = decide([arrivalOf()], { memory, choices: { alertCooldownMs: 0 } });
    expect(silences(none)).toEqual([null]);
  });

  it('is told with what is due, under the id it had', () => {
    const held = arrivalOf({ id: 'old', at: NOW - HOUR_MS, silence: 'cooldown' });
    const got = decide([totalOf()], { due: [held] });
    expect(got.notification).toMatchObject({
      deferredCount: 1,
      entries: [{ id: 'old', toldAt: NOW }, { kind: 'total' }]
    });
    expect(got.entries.map(({ kind }) => kind)).toEqual(['total']);
    expect(got.memory.toldAt).toEqual({ arrived: NOW, total: NOW });
  });

  it('is at most 50 entries, the latest', () => {
    const all = Array.from({ length: 60 }, (_, i) => arrivalOf({ symbol: `T${i}` }));
    const { held } = decide(all, { choices: { quietHours: night } }).memory;
    expect([held.length, held[0]?.symbol]).toEqual([50, 'T10']);
  });
});

describe('a day with too much', () => {
  const full = Array.from({ length: 12 }, (_, i) => NOW - i * HOUR_MS);

  it('ends with one last notice, whose entries count as silent', () => {
    const got = decide([arrivalOf()], { memory: { notices: full } });
    expect(got.notification).toMatchObject({
      isLastToday: true,
      entries: [{ silence: 'daily-cap', toldAt: null }]
    });
    expect(silences(got)).toEqual(['daily-cap']);
    expect(got.memory).toMatchObject({ cappedAt: NOW, notices: full, toldAt: {} });
  });

  it('says nothing more until it has room again', () => {
    const memory = { notices: full, cappedAt: NOW - 1 };
    const got = decide([arrivalOf()], { memory });
    expect([got.notification, silences(got), got.memory.held]).toEqual([null, ['daily-cap'], []]);
    const room = decide([arrivalOf()], { memory: { ...memory, notices: full.slice(1) } });
    expect(room.notification?.isLastToday).toBe(false);
    const nextDay = decide([arrivalOf()], { memory: { ...memory, cappedAt: NOW - DAY_MS } });
    expect(nextDay.notification?.isLastToday).toBe(true);
  });

  it('still tells of a key, alone', () => {
    const got = decide([arrivalOf(), keyEntry()], { memory: { notices: full } });
    expect(got.notification?.entries.map(({ kind }) => kind)).toEqual(['key']);
    expect(silences(got)).toEqual(['daily-cap', null]);
    expect(got.memory.notices).toEqual(full);
  });
});
