// Groups the transfers of one poll, and wallets added in one act: one row of the activity, which opens.
import { isRecord, isRecordKind, usdOfEntry, type RecordKind } from '../../shared/alerts/alert-kinds';
import { eachWallet } from '../../shared/alerts/listed-wallets';
import {
  absolute,
  compareDecimals,
  decimal,
  sum,
  toText,
  type DecimalText
} from '../../shared/domain/decimal';
import type { Entry } from '../../shared/schema/activity';

/** From so many transfers of one poll in one direction on they are one row. */
export const GROUPED_FROM = 20;
/** How many of a group are listed when it is opened, and how many more each time. */
export const GROUP_STEP = 50;

export interface PollGroup {
  readonly id: string;
  readonly at: number;
  readonly kind: 'arrived' | 'left' | RecordKind;
  /** As they are in the activity; `largestOf` sorts them. */
  readonly entries: readonly Entry[];
  readonly notifiedCount: number;
}

export function isGroup(item: Entry | PollGroup): item is PollGroup {
  return 'entries' in item;
}

const keyOf = ({ kind, at }: Entry): string | null =>
  kind === 'arrived' || kind === 'left' ? `${at}/${kind}` : null;

/** In the order of the entries; a group stands where its first entry was. */
export function groupPolls(entries: readonly Entry[]): (Entry | PollGroup)[] {
  return groupTransfers(entries).map(item => (isGroup(item) ? item : (walletGroupOf(item) ?? item)));
}

/** Null: the entry is about no wallets, or about one. */
function walletGroupOf(entry: Entry): PollGroup | null {
  if (!isRecord(entry) || entry.wallets.length < 2) return null;
  const { id, at, kind } = entry;
  return { id, at, kind, entries: eachWallet(entry), notifiedCount: 0 };
}

function groupTransfers(entries: readonly Entry[]): (Entry | PollGroup)[] {
  if (entries.length < GROUPED_FROM) return [...entries];
  const byPoll = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const found = key === null ? undefined : byPoll.get(key);
    if (found) found.push(entry);
    else if (key !== null) byPoll.set(key, [entry]);
  }
  return entries.flatMap((entry): (Entry | PollGroup)[] => {
    const key = keyOf(entry);
    const members = key === null ? undefined : byPoll.get(key);
    if (key === null || !members || members.length < GROUPED_FROM) return [entry];
    return members[0] === entry ? [groupOf(key, members)] : [];
  });
}

function groupOf(id: string, entries: readonly Entry[]): PollGroup {
  const [{ at, kind }] = entries as [Entry];
  const notifiedCount = entries.filter(({ toldAt, toldIn }) => toldAt !== null && toldIn !== null).length;
  return { id, at, kind: kind === 'left' ? 'left' : 'arrived', entries, notifiedCount };
}

const UNCOUNTED: ReadonlySet<Entry['silence']> = new Set(['risky', 'not-counted']);

/** USD with its sign, of what counts; null: none of it has a value, or it is not known what counts. */
export function worthOfGroup({ kind, entries }: PollGroup): DecimalText | null {
  if (isRecordKind(kind) && entries.some(entry => usdOfEntry(entry) === null)) return null;
  if (entries.some(({ silence }) => silence === 'switched-off')) return null;
  const values = entries.flatMap(entry => {
    const usd = UNCOUNTED.has(entry.silence) ? null : usdOfEntry(entry);
    return usd === null ? [] : [decimal(usd)];
  });
  return values.length === 0 ? null : toText(sum(values));
}

const sorted = new WeakMap<readonly Entry[], Entry[]>();

/** The largest of a group, by value; those without a value come last. */
export function largestOf({ entries }: PollGroup, count: number): Entry[] {
  let all = sorted.get(entries);
  if (!all) {
    all = entries
      .map(entry => ({ entry, size: absolute(decimal(usdOfEntry(entry) ?? '0')) }))
      .sort((a, b) => compareDecimals(b.size, a.size))
      .map(({ entry }) => entry);
    sorted.set(entries, all);
  }
  return all.slice(0, count);
}

/** The one value that all entries of a group have; null: they differ. */
export function sharedOf<Value>({ entries }: PollGroup, valueOf: (entry: Entry) => Value): Value | null {
  const [first] = entries;
  if (!first) return null;
  const value = valueOf(first);
  return entries.every(entry => valueOf(entry) === value) ? value : null;
}
