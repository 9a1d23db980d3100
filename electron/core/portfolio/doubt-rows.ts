// Doubt rows: shows in the portfolio what the verification doubts, and what needs the person's OK.
// A profile without either costs nothing here.
import {
  absolute,
  compareDecimals,
  decimal,
  multiply,
  subtract,
  sum,
  toText,
  ZERO,
  type Decimal,
  type DecimalText
} from '../../../shared/domain/decimal';
import {
  CONFIRMATIONS,
  QUICK_CONFIRMATION,
  REFUSED_WITHOUT_WORTH,
  type DoubtKind
} from '../../../shared/domain/doubt-kinds';
import type { CountingStatus, DoubtRow, HoldingRow } from '../../../shared/schema/app-state';
import type { Part, WalletSnapshot } from '../../../shared/schema/snapshot';
import type {
  Doubt,
  DoubtedHolding,
  Statement,
  VerificationMemory
} from '../../../shared/schema/verification';
import { partOf } from '../snapshots/chain-parts';
import { holdingValueOf } from '../snapshots/holding-values';

/** What a row shows of the verification. */
export type VerificationMark = Pick<HoldingRow, 'doubtId' | 'waiting' | 'isAsked'>;

/** What the verification says of the holdings of a portfolio, in the form in which their rows look it up. */
export interface VerificationMarks {
  readonly memory: VerificationMemory;
  /** The ids of doubts, and the answers that need an OK, by holding. */
  readonly doubtIds: ReadonlyMap<string, string>;
  readonly waiting: ReadonlyMap<string, Statement>;
  readonly asked: ReadonlySet<string>;
  /** Doubts about whole chains that the service refuses, by `walletId/chainIndex`. */
  readonly refused: ReadonlyMap<string, string>;
  /** Chains that count with old values, by `walletId/chainIndex`: since when, ms. */
  readonly silentSince: ReadonlyMap<string, number>;
}

/** Null: nothing is in doubt and nothing waits. */
export function verificationMarksOf(memory: VerificationMemory | undefined): VerificationMarks | null {
  if (!memory) return null;
  const { doubted, waiting, asked, refusedChains } = memory;
  if (asked.length === 0 && [doubted, waiting, refusedChains].every(isEmptyRecord)) return null;
  const refused = Object.entries(refusedChains).filter(([, { doubtId }]) => memory.doubts[doubtId]);
  return {
    memory,
    doubtIds: new Map(Object.entries(doubted).map(([id, { doubtId }]) => [id, doubtId])),
    waiting: new Map(Object.entries(waiting)),
    asked: new Set(asked),
    refused: new Map(refused.map(([chain, { doubtId }]) => [chain, doubtId])),
    silentSince: silentChains(memory)
  };
}

function isEmptyRecord(record: Readonly<Record<string, unknown>>): boolean {
  for (const _ in record) return false;
  return true;
}

/** Of these the service says nothing any more: what counts is older than its answers. */
const SILENT_KINDS: ReadonlySet<DoubtKind> = new Set(['silent-chain', 'refused-chain']);

/** Chains that count with old values although the service answered, by `walletId/chainIndex`: since when, ms. */
export function silentChains({ doubts, doubted, refusedChains }: VerificationMemory): Map<string, number> {
  const silent = new Map<string, number>();
  const note = (chain: string, doubtId: string) => {
    const doubt = doubts[doubtId];
    if (doubt) silent.set(chain, Math.min(doubt.since, silent.get(chain) ?? Infinity));
  };
  for (const [id, { kind, doubtId }] of Object.entries(doubted))
    if (SILENT_KINDS.has(kind)) note(chainOfHolding(id), doubtId);
  for (const [chain, { doubtId }] of Object.entries(refusedChains)) note(chain, doubtId);
  return silent;
}

/** `walletId/chainIndex`, as the id of a holding begins. */
function chainOfHolding(holdingId: string): string {
  return holdingId.split('/', 2).join('/');
}

/** The chain in `walletId/chainIndex`, and in the id of a holding, which begins with it. */
function chainIndexIn(chain: string): string {
  return chain.split('/', 2)[1] ?? '';
}

/** The parts that have old values although the service answered: since when, ms. */
export function silentParts(
  marks: VerificationMarks | null,
  snapshots: readonly WalletSnapshot[]
): ReadonlyMap<Part, number> {
  const silent = new Map<Part, number>();
  for (const [chain, since] of marks?.silentSince ?? []) {
    const [walletId, chainIndex = ''] = chain.split('/');
    const part = partOf(snapshots.find(each => each.walletId === walletId)?.parts ?? [], chainIndex);
    if (part) silent.set(part, Math.min(since, silent.get(part) ?? Infinity));
  }
  return silent;
}

/** Null: no mark. Excluded and risky tokens and those of test chains need no decision. */
export function verificationMarkOf(
  { id, walletId, chainIndex }: Pick<HoldingRow, 'id' | 'walletId' | 'chainIndex'>,
  countingStatus: CountingStatus,
  { doubtIds, waiting: waits, asked, refused }: VerificationMarks
): VerificationMark | null {
  const doubtId =
    (doubtIds.size > 0 ? doubtIds.get(id) : undefined) ??
    (refused.size > 0 ? refused.get(`${walletId}/${chainIndex}`) : undefined);
  const canWait = countingStatus === 'counted' || countingStatus === 'unpriced';
  const waiting = canWait && waits.size > 0 ? waits.get(id) : undefined;
  const isAsked = countingStatus === 'counted' && asked.size > 0 && asked.has(id);
  if (doubtId === undefined && waiting === undefined && !isAsked) return null;
  return {
    ...(doubtId === undefined ? {} : { doubtId }),
    ...(waiting === undefined ? {} : { waiting }),
    ...(isAsked ? { isAsked } : {})
  };
}

export function hasMark(row: VerificationMark, mark: VerificationMark | null): boolean {
  return (
    row.doubtId === mark?.doubtId &&
    row.isAsked === mark?.isAsked &&
    isSameStatement(row.waiting, mark?.waiting)
  );
}

function isSameStatement(one: Statement | undefined, other: Statement | undefined): boolean {
  if (!one || !other) return one === other;
  return one.balance === other.balance && one.price === other.price && one.isRisky === other.isRisky;
}

/**
 * What the row adds to the question, exact USD: all that the answers say of it; null: it needs no OK, or another wallet
 * asks.
 */
export function askedWorthOf(row: HoldingRow): Decimal | null {
  if (row.alsoIn !== undefined) return null;
  if (row.waiting) return holdingValueOf(row.waiting).value ?? ZERO;
  return row.countingStatus === 'unverified' || row.isAsked ? (holdingValueOf(row).value ?? ZERO) : null;
}

const NO_DOUBTS: DoubtRow[] = [];
const ONE_PERCENT: Decimal = { units: 1n, scale: 2 };

type Doubted = DoubtedHolding & { readonly id: string };

/** What is known of one doubt. */
interface DoubtFacts {
  readonly doubt: Doubt;
  readonly doubted: readonly Doubted[];
  /** The rows that name it. */
  readonly rows: readonly HoldingRow[];
  /** The chains that OKX says it does not support. */
  readonly refused: readonly RefusedChain[];
}

type RefusedChain = VerificationMemory['refusedChains'][string] & { readonly chainIndex: string };

/** The largest doubt first. `rows`: of all wallets; doubts about other wallets are left out. `total`: exact USD. */
export function doubtRowsOf(
  marks: VerificationMarks | null,
  rows: readonly HoldingRow[],
  walletIds: readonly string[],
  total: Decimal
): DoubtRow[] {
  if (!marks || isEmptyRecord(marks.memory.doubts)) return NO_DOUBTS;
  const { doubts, doubted, refusedChains } = marks.memory;
  const doubtedById = groupByDoubt(Object.entries(doubted).map(([id, holding]) => ({ id, ...holding })));
  const rowsById = groupByDoubt(rows);
  const refusedById = groupByDoubt(
    Object.entries(refusedChains).map(([chain, refused]) => ({ ...refused, chainIndex: chainIndexIn(chain) }))
  );
  const leastShown = multiply(total, ONE_PERCENT);
  return Object.entries(doubts)
    .filter(([, { walletId }]) => walletIds.includes(walletId))
    .flatMap(([id, doubt]) => {
      const facts = {
        doubt,
        doubted: doubtedById.get(id) ?? [],
        rows: rowsById.get(id) ?? [],
        refused: refusedById.get(id) ?? []
      };
      return facts.doubted.length + facts.refused.length > 0 ? [doubtRowOf(id, facts, leastShown)] : [];
    })
    .sort(largestFirst);
}

function groupByDoubt<Item extends { readonly doubtId?: string | undefined }>(
  items: readonly Item[]
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    if (item.doubtId === undefined) continue;
    const group = groups.get(item.doubtId);
    if (group) group.push(item);
    else groups.set(item.doubtId, [item]);
  }
  return groups;
}

function largestFirst(a: DoubtRow, b: DoubtRow): number {
  return compareDecimals(decimal(b.worth), decimal(a.worth)) || a.since - b.since || (a.id < b.id ? -1 : 1);
}

function doubtRowOf(id: string, facts: DoubtFacts, leastShown: Decimal): DoubtRow {
  const { doubt } = facts;
  const { holdingIds, symbols } = subjectsOf(facts);
  const chains = new Set([
    ...holdingIds.map(chainIndexIn),
    ...facts.refused.map(({ chainIndex }) => chainIndex)
  ]);
  const worth = worthOf(facts);
  return {
    id,
    kind: doubt.kind,
    walletId: doubt.walletId,
    chainIndex: chains.size === 1 ? ([...chains][0] ?? null) : null,
    holdingIds,
    symbols,
    amount: amountOf(facts),
    worth: toText(worth),
    since: doubt.since,
    ...progressOf(facts),
    isShown: !doubt.isQuiet && compareDecimals(worth, leastShown) >= 0
  };
}

/** The holdings in doubt, the most valuable first; of a pair what is missing comes before what arrived for it. */
function subjectsOf(facts: DoubtFacts): Pick<DoubtRow, 'holdingIds' | 'symbols'> {
  const { doubted, rows } = facts;
  const missing = new Set(ownSide(facts));
  const sorted = [...doubted].sort(
    (a, b) =>
      Number(missing.has(b)) - Number(missing.has(a)) || compareDecimals(decimal(b.worth), decimal(a.worth))
  );
  const subjects = sorted.length > 0 ? sorted : rows;
  return {
    holdingIds: subjects.map(each => each.id),
    symbols: [...new Set(subjects.map(each => each.symbol))]
  };
}

/** Of what is missing and what arrived for it, both are the same money: the missing side counts. */
function ownSide({ doubt, doubted }: DoubtFacts): readonly Doubted[] {
  return doubt.isPaired ? doubted.filter(({ first }) => first.balance === '0') : doubted;
}

function worthOf(facts: DoubtFacts): Decimal {
  return sum([...ownSide(facts), ...facts.refused].map(({ worth }) => decimal(worth)));
}

function amountOf({ doubted, rows }: DoubtFacts): DoubtRow['amount'] {
  const [only] = doubted;
  if (!only || doubted.length > 1 || !only.holds.includes('amount')) return null;
  const counted = decimal(rows.find(({ id }) => id === only.id)?.balance ?? '0');
  return toText(absolute(subtract(counted, decimal(only.last.balance))));
}

/** Of several holdings or chains, of the one that takes longest. */
function progressOf({ doubt, doubted, refused }: DoubtFacts): Pick<DoubtRow, 'agreedMs' | 'neededMs'> {
  const all = [
    ...doubted.map(holding => ({ agreedMs: holding.agreedMs, neededMs: neededMsOf(holding, doubt) })),
    ...refused.map(({ agreedMs, worth }) => ({ agreedMs, neededMs: neededMsOfRefusal(worth) }))
  ];
  return all.reduce((longest, each) => (remainingMs(each) > remainingMs(longest) ? each : longest));
}

const remainingMs = ({ agreedMs, neededMs }: Pick<DoubtRow, 'agreedMs' | 'neededMs'>) => neededMs - agreedMs;

function neededMsOf({ kind, holds }: DoubtedHolding, { isPaired }: Doubt): number {
  if (isPaired) return QUICK_CONFIRMATION.agreedMs;
  // A leap of the amount together with one of the price needs what the longer of them needs.
  const slowest = kind === 'leap-of-amount' && holds.includes('price') ? 'leap-of-price' : kind;
  return CONFIRMATIONS[slowest].agreedMs;
}

function neededMsOfRefusal(worth: DecimalText): number {
  const isEmpty = decimal(worth).units === 0n;
  return (isEmpty ? REFUSED_WITHOUT_WORTH : CONFIRMATIONS['refused-chain']).agreedMs;
}
