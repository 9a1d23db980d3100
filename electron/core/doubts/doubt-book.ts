// Doubt book: the doubts while a round is verified: opened, agreed with, begun again, and ended, with the events of it.
import { absolute, add, decimal, sum, toText, ZERO, type Decimal } from '../../../shared/domain/decimal';
import {
  CONFIRMATIONS,
  MAX_GAP_MS,
  QUICK_CONFIRMATION,
  type Confirmation,
  type DoubtKind
} from '../../../shared/domain/doubt-kinds';
import type {
  Doubt,
  DoubtedHolding,
  Statement,
  VerificationMemory
} from '../../../shared/schema/verification';
import type { Holding } from '../../../shared/schema/holding';
import type { Held } from './statement';
import type { VerificationEvent } from './events';
import { shortIdOf } from './short-id';

/** What a doubt needs to know of a change. */
export interface DoubtedChange {
  readonly id: string;
  readonly walletId: string;
  readonly symbol: string;
  readonly before: Holding | undefined;
  readonly after: Holding | undefined;
  readonly said: Statement;
  readonly answeredAt: number;
  readonly holds: ReadonlySet<Held>;
  kind: DoubtKind | null;
}

export class DoubtBook {
  readonly doubts: Record<string, Doubt>;
  readonly doubted: Record<string, DoubtedHolding>;
  readonly events: VerificationEvent[] = [];

  constructor(
    { doubts, doubted }: Pick<VerificationMemory, 'doubts' | 'doubted'>,
    readonly now: number
  ) {
    this.doubts = { ...doubts };
    this.doubted = { ...doubted };
  }

  /** Opens a doubt about the change. One that has the same kind, began in this round in this wallet, and `isShared`, is joined. */
  open(change: DoubtedChange, kind: DoubtKind, worth: Decimal, isShared: boolean): void {
    const doubtId = this.#idFor(change, kind, isShared);
    this.doubts[doubtId] ??= {
      walletId: change.walletId,
      kind,
      since: this.now,
      looks: 0,
      toldAt: null,
      isQuiet: true,
      takesLooks: false,
      isPaired: false
    };
    this.put(change, doubtId, kind, worth);
  }

  /** Makes or replaces the record of a holding in the doubt. Agreement begins with this answer. */
  put(change: DoubtedChange, doubtId: string, kind: DoubtKind, worth: Decimal): void {
    change.kind = kind;
    this.doubted[change.id] = {
      doubtId,
      kind,
      symbol: change.symbol,
      holds: [...change.holds],
      first: change.said,
      last: change.said,
      ...arrivedOf(change),
      agreedMs: 0,
      answers: 1,
      answeredAt: change.answeredAt,
      worth: toText(absolute(worth))
    };
  }

  /** Another answer agrees. The same answer again, or an older one, adds nothing; a long gap adds five minutes. */
  agree(change: DoubtedChange): void {
    const record = this.doubted[change.id];
    if (!record) return;
    const kind = change.kind ?? record.kind;
    this.doubted[change.id] = {
      ...record,
      ...nextAgreement(record, change.answeredAt),
      kind,
      holds: [...change.holds],
      last: change.said,
      ...arrivedOf(change)
    };
  }

  /** The answer neither agrees nor is as before: what it says has to be confirmed from now on. */
  restart(change: DoubtedChange): void {
    const record = this.doubted[change.id];
    if (record) this.put(change, record.doubtId, record.kind, decimal(record.worth));
  }

  /** The amount is explained: what else is in doubt of the holding stays so. */
  narrow(change: DoubtedChange): void {
    const record = this.doubted[change.id];
    if (record && change.holds.size > 0) this.doubted[change.id] = { ...record, holds: [...change.holds] };
    else this.drop(change.id);
  }

  drop(id: string): void {
    delete this.doubted[id];
  }

  /** The records of a doubt, with their ids. */
  holdingsOf(doubtId: string): (DoubtedHolding & { id: string })[] {
    return Object.entries(this.doubted)
      .filter(([, record]) => record.doubtId === doubtId)
      .map(([id, record]) => ({ ...record, id }));
  }

  worthOf(doubtId: string): Decimal {
    const records = this.holdingsOf(doubtId);
    const { isPaired } = this.doubts[doubtId] ?? { isPaired: false };
    // Of a pair both sides are the same money.
    const own = isPaired ? records.filter(({ first }) => first.balance === '0') : records;
    return own.reduce((all, { worth }) => add(all, decimal(worth)), ZERO);
  }

  tell(type: 'began' | 'told' | 'as-before' | 'confirmed' | 'decided', doubtId: string, of: Told): void {
    const doubt = this.doubts[doubtId];
    if (doubt) this.events.push({ type, doubtId, doubt, ...of });
  }

  #idFor(change: DoubtedChange, kind: DoubtKind, isShared: boolean): string {
    const subject = isShared ? '' : change.id;
    return shortIdOf(`${kind}|${change.walletId}|${this.now}|${subject}`);
  }
}

function arrivedOf({ before, after }: DoubtedChange): Pick<DoubtedHolding, 'arrived'> {
  return before === undefined && after ? { arrived: after } : {};
}

export type Told = Pick<Extract<VerificationEvent, { doubtId: string }>, 'holdings' | 'worth'>;

export function nextAgreement(
  { agreedMs, answers, answeredAt }: Pick<DoubtedHolding, 'agreedMs' | 'answers' | 'answeredAt'>,
  at: number
): Pick<DoubtedHolding, 'agreedMs' | 'answers' | 'answeredAt'> {
  const gap = at - answeredAt;
  if (gap === 0) return { agreedMs, answers, answeredAt };
  return {
    agreedMs: agreedMs + Math.min(Math.max(gap, 0), MAX_GAP_MS),
    answers: answers + 1,
    answeredAt: at
  };
}

export function isConfirmed(
  { agreedMs, answers }: Pick<DoubtedHolding, 'agreedMs' | 'answers'>,
  needed: Confirmation
): boolean {
  return answers >= needed.answers && agreedMs >= needed.agreedMs;
}

/** What a record needs: two quick answers where what is missing is answered by what arrived. */
export function neededFor({ kind, holds }: DoubtedHolding, isPaired: boolean): Confirmation {
  const isQuick = isPaired || kind === 'leap-of-amount';
  // A price or a flag that is in doubt with the amount needs the longer time.
  if (isQuick && holds.some(held => held !== 'amount')) return CONFIRMATIONS['leap-of-price'];
  return isPaired ? QUICK_CONFIRMATION : CONFIRMATIONS[kind];
}

export function sumOfWorth(holdings: readonly { readonly worth: string }[]): Decimal {
  return sum(holdings.map(({ worth }) => decimal(worth)));
}
