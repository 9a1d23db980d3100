// What happened in a round + what was held back -> what the activity keeps, and at most one notice. Every silence has its name.
import { absolute, compareDecimals, decimal, type Decimal } from '../../../shared/domain/decimal';
import { DAY_MS } from '../../../shared/domain/durations';
import type { Entry, Notice } from '../../../shared/schema/activity';
import type { AlertKind, Silence } from '../../../shared/schema/alert';
import type { AlertMemory } from '../../../shared/schema/alert-memory';
import type { Choices } from '../../../shared/schema/settings';
import type { Happening } from './alert-event';
import { isQuiet } from './rules';

const MOST_HELD = 50;

export interface Case {
  readonly happenings: readonly Happening[];
  /** Held back earlier, and to be told now; and those that are held on. */
  readonly due: readonly Entry[];
  readonly kept: readonly Entry[];
  readonly memory: AlertMemory;
  readonly hush: Hush;
  readonly alertsADay: number;
  readonly now: number;
  readonly newId: () => string;
}

export interface Judgement {
  readonly memory: AlertMemory;
  /** Of this round, told or not. */
  readonly entries: readonly Entry[];
  readonly notice: Notice | null;
}

export function judge(given: Case): Judgement {
  const { happenings, due, now, newId, memory } = given;
  const judged = happenings.map(({ entry, silence }): Entry => {
    return { ...entry, id: newId(), silence: silence ?? given.hush(entry.kind) };
  });
  const isHeld = ({ silence }: Entry) => silence === 'cooldown' || silence === 'quiet-hours';
  const held = [...given.kept, ...judged.filter(isHeld)].slice(-MOST_HELD);
  const fresh = judged.filter(({ silence }) => silence === null);
  const { told, silent, isLastToday } = capped([...due, ...fresh], given);
  const entries = judged.map((entry): Entry => {
    if (told.includes(entry)) return { ...entry, toldAt: now };
    return silent.includes(entry) ? { ...entry, silence: 'daily-cap' } : entry;
  });
  const shown = isLastToday ? silent : told;
  if (shown.length === 0) return { memory: { ...memory, held }, entries, notice: null };
  const notice: Notice = {
    id: newId(),
    at: now,
    entries: weighed(shown).map((entry): Entry => {
      return isLastToday ? { ...entry, silence: entry.silence ?? 'daily-cap' } : { ...entry, toldAt: now };
    }),
    heldBack: shown.filter(entry => due.includes(entry)).length,
    isLastToday
  };
  return { memory: remembered({ ...memory, held }, notice, now), entries, notice };
}

interface Capped {
  readonly told: readonly Entry[];
  /** The day has had enough of them. */
  readonly silent: readonly Entry[];
  readonly isLastToday: boolean;
}

/** A key that stopped counts in no cap: it is told without the others when the day is full. */
function capped(all: readonly Entry[], { memory, alertsADay, now }: Case): Capped {
  if (memory.notices.length < alertsADay) return { told: all, silent: [], isLastToday: false };
  const told = all.filter(({ kind }) => kind === 'key');
  const silent = all.filter(({ kind }) => kind !== 'key');
  const wasLast = memory.cappedAt > 0 && now - memory.cappedAt < DAY_MS;
  return { told, silent, isLastToday: silent.length > 0 && told.length === 0 && !wasLast };
}

function remembered(memory: AlertMemory, { entries, isLastToday }: Notice, now: number): AlertMemory {
  if (isLastToday) return { ...memory, cappedAt: now };
  const toldAt = Object.fromEntries(entries.map(({ kind }) => [kind, now]));
  const isCounted = entries.some(({ kind }) => kind !== 'key');
  return {
    ...memory,
    toldAt: { ...memory.toldAt, ...toldAt },
    notices: isCounted ? [...memory.notices, now] : memory.notices
  };
}

const WEIGHT: Readonly<Record<Entry['kind'], number>> = {
  key: 0,
  polls: 1,
  unverified: 2,
  arrived: 3,
  left: 3,
  total: 4,
  price: 5,
  unsupported: 6
};

/** What asks for a deed comes first, then by what it is worth. */
function weighed(entries: readonly Entry[]): Entry[] {
  return [...entries].sort(
    (a, b) => WEIGHT[a.kind] - WEIGHT[b.kind] || compareDecimals(sizeOf(b), sizeOf(a))
  );
}

function sizeOf(entry: Entry): Decimal {
  if ('worth' in entry) return absolute(decimal(entry.worth ?? '0'));
  return 'amount' in entry ? absolute(decimal(entry.amount)) : decimal('0');
}

export interface Moment {
  readonly now: number;
  /** Local time of day. */
  readonly minute: number;
}

export type Hush = (kind: AlertKind) => Extract<Silence, 'paused' | 'quiet-hours' | 'cooldown'> | null;

/** A key that stopped has no cooldown, and passes quiet hours when the person lets it. */
export function hushOf(choices: Choices, { toldAt }: AlertMemory, { now, minute }: Moment): Hush {
  const { quietHours, alertCooldownMs, pausedUntil } = choices;
  const isQuietNow = isQuiet(quietHours, minute);
  return kind => {
    if (pausedUntil > now) return 'paused';
    if (isQuietNow && !(kind === 'key' && quietHours.letsKeysPass)) return 'quiet-hours';
    const last = toldAt[kind];
    const isCooling = last !== undefined && now - last < alertCooldownMs;
    return isCooling && kind !== 'key' ? 'cooldown' : null;
  };
}
