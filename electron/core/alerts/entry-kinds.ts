// Entry kinds: for each kind, the fields of a stored entry, and of alerts when a deferred entry is still notified.
// A kind that is missing here does not compile.
import {
  DOUBT_PHASES,
  type AlertKind,
  type EntryKind,
  type RecordKind
} from '../../../shared/alerts/alert-kinds';
import { DOUBT_KINDS } from '../../../shared/domain/doubt-kinds';
import { FAILURE_CODES } from '../../../shared/domain/failure';
import type { AlertEntry, Entry } from '../../../shared/schema/activity';
import type { AlertMemory } from '../../../shared/schema/alert-memory';
import type { HoldingRow } from '../../../shared/schema/app-state';
import type { Settings } from '../../../shared/schema/settings';
import type { Doubt, VerificationMemory } from '../../../shared/schema/verification';

export type FieldCheck = (value: unknown) => boolean;
export type FieldChecks<Shape> = { readonly [Field in keyof Shape]-?: FieldCheck };
/** The fields that entries of all kinds have. */
export type CommonFields = Omit<Pick<Entry, keyof Entry>, 'kind'>;
/** The entry of one kind, even where several kinds share a shape. */
type EntryOf<Kind, One = Entry> = One extends { kind: infer Own } ? (Kind extends Own ? One : never) : never;

/** Checks the fields beyond the common ones; the compiler reports a field that is missing. */
type OwnFields<Kind extends EntryKind> = FieldChecks<Omit<EntryOf<Kind>, keyof CommonFields | 'kind'>>;

/** What is true now, at the moment when a deferred entry could be notified. */
export interface PresentFacts {
  readonly settings: Settings;
  readonly memory: AlertMemory;
  readonly verification: VerificationMemory;
  /** How many tokens need the person's OK. */
  readonly waitingCount: number;
  /** The holding of the entry; undefined: it is held no longer, or the entry has none. */
  readonly row: HoldingRow | undefined;
}

interface AlertEntryKind<Kind extends AlertKind> {
  readonly fields: OwnFields<Kind>;
  /**
   * Whether a deferred entry is still true; else it is dropped. `measured`: the move is measured again, and the entry
   * gets the current numbers.
   */
  readonly deferred: 'measured' | ((entry: EntryOf<Kind>, now: PresentFacts) => boolean);
  /** Whether a deferred entry that is still true may be notified by now; absent: always. */
  readonly isDue?: (entry: EntryOf<Kind>, now: PresentFacts) => boolean;
}

/** Wide enough for the product of two numbers of a hostile service, and no wider. */
const EXACT = /^-?\d{1,400}(\.\d{1,400})?$/;

export const isText: FieldCheck = value => typeof value === 'string';
/** A moment that a `Date` can represent. */
export const isMoment: FieldCheck = value => typeof value === 'number' && Math.abs(value) <= 8.64e15;
export const isTexts: FieldCheck = value => Array.isArray(value) && value.every(isText);
export const orNull =
  (check: FieldCheck): FieldCheck =>
  value =>
    value === null || check(value);
const isExact: FieldCheck = value => typeof value === 'string' && EXACT.test(value);
const isOneOf =
  (names: readonly unknown[]): FieldCheck =>
  value =>
    names.includes(value);
const isFailureCode = isOneOf(FAILURE_CODES);
const isCount: FieldCheck = value => Number.isSafeInteger(value);
const isListOf =
  (fields: Readonly<Record<string, FieldCheck>>): FieldCheck =>
  value =>
    Array.isArray(value) &&
    value.every(
      (one: unknown) =>
        typeof one === 'object' &&
        one !== null &&
        Object.entries(fields).every(([field, check]) => check((one as Record<string, unknown>)[field]))
    );

const transfer = {
  fields: { amount: isExact, worth: orNull(isExact), balance: isExact, price: orNull(isExact) },
  deferred: (_: AlertEntry, { row }: PresentFacts) =>
    row === undefined || (!row.isRisky && row.countingStatus === 'counted')
};
const measuredFields = {
  from: isExact,
  since: isMoment,
  to: isExact,
  percent: orNull(isExact),
  amount: isExact
};

const ALERT_ENTRY_KINDS: { readonly [Kind in AlertKind]: AlertEntryKind<Kind> } = {
  arrived: transfer,
  left: transfer,
  total: { fields: { ...measuredFields, prices: isExact, transfers: isExact }, deferred: 'measured' },
  price: { fields: { ...measuredFields, share: orNull(isExact) }, deferred: 'measured' },
  key: {
    fields: { key: isText, code: isFailureCode },
    deferred: (entry, { settings, memory }) =>
      settings.keys.some(({ id, name }) => name === entry.key && memory.keys[id] !== undefined)
  },
  polls: {
    fields: { code: isFailureCode, since: isMoment },
    deferred: ({ walletId }, { memory }) =>
      Object.entries(memory.polls).some(
        ([id, { isTold }]) => isTold && (walletId === null || walletId === id)
      )
  },
  unverified: {
    fields: { worth: isExact, count: value => value === undefined || isCount(value) },
    deferred: ({ count }, { row, waitingCount }) =>
      count === undefined ? row?.countingStatus === 'unverified' : waitingCount > 0
  },
  unsupported: { fields: { chains: isTexts }, deferred: () => true },
  doubt: {
    fields: {
      doubt: isOneOf(DOUBT_KINDS),
      doubtId: orNull(isText),
      phase: isOneOf(DOUBT_PHASES),
      worth: orNull(isExact),
      tokens: isListOf({ symbol: isText, amount: isExact }),
      count: isCount
    },
    deferred: ({ phase, doubtId }, { verification }) =>
      phase !== 'checking' || verification.doubts[doubtId ?? ''] !== undefined,
    isDue: ({ phase, doubtId }, { verification }) =>
      phase !== 'checking' || isTold(verification.doubts[doubtId ?? ''])
  }
};

const walletFields = {
  wallets: isListOf({ walletId: isText, name: isText, worth: orNull(isExact) }),
  worth: orNull(isExact)
};
const RECORD_FIELDS: { readonly [Kind in RecordKind]: OwnFields<Kind> } = {
  'wallet-added': walletFields,
  'wallet-removed': walletFields
};

/** Null: this version knows no such kind. */
export function fieldsOfKind(kind: string): Readonly<Record<string, FieldCheck>> | null {
  if (Object.hasOwn(ALERT_ENTRY_KINDS, kind)) return ALERT_ENTRY_KINDS[kind as AlertKind].fields;
  return Object.hasOwn(RECORD_FIELDS, kind) ? RECORD_FIELDS[kind as RecordKind] : null;
}

function isTold(doubt: Doubt | undefined): boolean {
  return doubt !== undefined && doubt.toldAt !== null;
}

export function isMeasuredAgain(kind: AlertKind): boolean {
  return ALERT_ENTRY_KINDS[kind].deferred === 'measured';
}

/** True also for kinds that are measured again: their numbers decide. */
export function isStillTrue(entry: AlertEntry, now: PresentFacts): boolean {
  const { deferred } = kindOf(entry);
  return deferred === 'measured' || deferred(entry, now);
}

/** Whether an entry that is still true has to stay deferred, whatever the hour is. */
export function isNotDueYet(entry: AlertEntry, now: PresentFacts): boolean {
  return kindOf(entry).isDue?.(entry, now) === false;
}

function kindOf({ kind }: AlertEntry): AlertEntryKind<AlertKind> {
  return ALERT_ENTRY_KINDS[kind] as AlertEntryKind<AlertKind>;
}
