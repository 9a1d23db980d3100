// Points of a group: what history points know of its wallets, as if no other wallet had ever been there.
// Its time-weighted return follows from those of its wallets.
import {
  add,
  decimal,
  divide,
  isZero,
  multiply,
  subtract,
  sum,
  toText,
  ZERO,
  type Decimal,
  type DecimalText
} from '../../../shared/domain/decimal';
import { partsOfId } from '../../../shared/domain/holding-id';
import { nextIndex } from '../history/returns';
import { returnKeyOf } from '../portfolio/price-move';
import type { HistoryPoint, RepeatedPart, ReturnIndex, WalletPoint } from '../ports/history-point';

const EFFECT_DECIMALS = 20;

interface Group {
  readonly members: ReadonlySet<string>;
  /** The wallets whose prices and transfers count in another wallet of the group. */
  readonly repeating: ReadonlySet<string>;
}

/**
 * `points`: in any order; returned in order of time, without those that have no wallet of the group. The point of a
 * group is the same object as long as its wallets are the same.
 */
export function pointsOfGroup(points: readonly HistoryPoint[], members: ReadonlySet<string>): HistoryPoint[] {
  const inOrder = isInOrder(points) ? points : [...points].sort((a, b) => a.at - b.at);
  const latest = inOrder.at(-1);
  if (!latest) return [];
  const repeating = new Set(repeatedWithin(latest, members).map(({ walletId }) => walletId));
  const memory = memoryOf({ members, repeating });
  let before: Made | null = null;
  return inOrder.flatMap(point => {
    const known = memory.get(point);
    const isKnown = known && (before === null || known.after === before.serial);
    const made: Made = isKnown
      ? known
      : {
          serial: ++lastSerial,
          after: before?.serial ?? 0,
          own: pointOfGroup(point, { members, repeating }, before)
        };
    if (!isKnown) memory.set(point, made);
    before = made;
    return made.own ?? [];
  });
}

let lastSerial = 0;

/** What was made of a point, and after which other one: an index goes on from the point before. */
interface Made {
  readonly serial: number;
  readonly after: number;
  /** Null: no wallet of the group was there. */
  readonly own: HistoryPoint | null;
}

const MAX_MEMORIES = 40;
const memories = new Map<string, WeakMap<HistoryPoint, Made>>();

function memoryOf({ members, repeating }: Group): WeakMap<HistoryPoint, Made> {
  const key = JSON.stringify([[...members], [...repeating]]);
  const known = memories.get(key);
  if (known) return known;
  if (memories.size >= MAX_MEMORIES) memories.clear();
  const memory = new WeakMap<HistoryPoint, Made>();
  memories.set(key, memory);
  return memory;
}

function isInOrder(points: readonly HistoryPoint[]): boolean {
  return points.every(({ at }, index) => index === 0 || at >= (points[index - 1]?.at ?? at));
}

/** What counts in another wallet of the group, and so once in its sum. */
export function repeatedWithin(
  { countedOnce = [] }: Pick<HistoryPoint, 'countedOnce'>,
  members: ReadonlySet<string>
): RepeatedPart[] {
  return countedOnce.flatMap(part => {
    const ahead = part.ahead.filter(id => members.has(id));
    return members.has(part.walletId) && ahead.length > 0 ? [{ ...part, ahead }] : [];
  });
}

function pointOfGroup(point: HistoryPoint, group: Group, before: Made | null): HistoryPoint | null {
  const { members } = group;
  const wallets = entriesOf(point.wallets, members);
  if (wallets.length === 0) return null;
  const { at, intervalMs, gapCause, returns, recounts } = point;
  const countedOnce = repeatedWithin(point, members);
  const total = subtract(sum(wallets.map(([, { value }]) => decimal(value))), worthOf(countedOnce));
  const own = {
    at,
    intervalMs,
    ...(gapCause && { gapCause }),
    total: toText(total),
    ledger: ledgerOf(wallets, total, group),
    wallets: Object.fromEntries(wallets),
    stale: point.stale.filter(part => members.has(part.slice(0, part.lastIndexOf('/')))),
    tokens: point.tokens.filter(([id]) => members.has(partsOfId(id).walletId)),
    ...(countedOnce.length > 0 && { countedOnce }),
    ...(recounts && { recounts: Object.fromEntries(entriesOf(recounts, members)) })
  };
  if (!returns) return own;
  const kept = entriesOf(returns, new Set([...members].map(walletId => returnKeyOf({ walletId }))));
  const index = indexAfter(before?.own ?? null, point);
  return { ...own, returns: Object.fromEntries([[returnKeyOf({}), index], ...kept]) };
}

function entriesOf<Value>(
  record: Readonly<Record<string, Value>>,
  keys: ReadonlySet<string>
): (readonly [string, Value])[] {
  return Object.entries(record).filter(([key]) => keys.has(key));
}

function worthOf(parts: readonly RepeatedPart[]): Decimal {
  return sum(parts.flatMap(({ chains }) => Object.values(chains)).map(decimal));
}

function ledgerOf(
  wallets: readonly (readonly [string, WalletPoint])[],
  total: Decimal,
  { repeating }: Group
): HistoryPoint['ledger'] {
  const sumOf = (kind: 'prices' | 'transfers') =>
    sum(
      wallets.map(([id, wallet]) => {
        const elsewhere: DecimalText = (repeating.has(id) && wallet.elsewhere?.[kind]) || '0';
        return subtract(decimal(wallet[kind]), decimal(elsewhere));
      })
    );
  const [prices, transfers] = [sumOf('prices'), sumOf('transfers')];
  const recounted = subtract(total, add(prices, transfers));
  return { prices: toText(prices), transfers: toText(transfers), recounted: toText(recounted) };
}

/** It begins anew where the return of a wallet is not known. */
function indexAfter(before: HistoryPoint | null, { at, returns = {} }: HistoryPoint): ReturnIndex {
  const start = { index: '1', since: at };
  if (!before?.returns) return start;
  let effect = ZERO;
  for (const [walletId, { value }] of Object.entries(before.wallets)) {
    const key = returnKeyOf({ walletId });
    const [from, to] = [before.returns[key], returns[key]];
    const repeated = (before.countedOnce ?? []).filter(part => part.walletId === walletId);
    const counted = subtract(decimal(value), worthOf(repeated));
    if (isZero(counted) || (from && from.index === to?.index && from.since === to.since)) continue;
    if (!from || from.since !== to?.since) return start;
    const move = subtract(decimal(to.index), decimal(from.index));
    effect = add(effect, divide(multiply(counted, move), decimal(from.index), EFFECT_DECIMALS) ?? ZERO);
  }
  return nextIndex(before.returns[returnKeyOf({})], before.total, effect, at);
}
