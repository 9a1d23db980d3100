// Makes the lines of the panel of answers: what of a wallet is late and why, and what is up to date.
import type { PartRow } from '../../shared/ipc/detail-calls';
import type { WalletRow } from '../../shared/schema/app-state';
import { failureBrief } from '../../shared/text/failure-text';
import { localChainName } from '../../shared/text/names';
import { durationText } from '../../shared/text/time';
import { DETAIL_TEXT } from '../text/details';
import { SHELL_TEXT } from '../text/overview';
import { COMMON_TEXT } from '../text/phrases';
import { groupBy } from '../ui/list/group-by';

/** Chains of one wallet of which the same is to be said. */
export interface AnswerLine {
  readonly names: string;
  readonly text: string;
  readonly isUnsupported: boolean;
}

export interface WalletAnswers {
  readonly late: readonly AnswerLine[];
  readonly fresh: readonly AnswerLine[];
  readonly freshCount: number;
}

function isLate(part: PartRow): boolean {
  return part.isStale || part.isUnsupported || part.unreadableRows > 0 || part.answeredAt === null;
}

export function ageText(at: number | null, isStale: boolean, now: number): string {
  if (at === null) return SHELL_TEXT.noAnswerYet;
  return (isStale ? DETAIL_TEXT.old : DETAIL_TEXT.ago)(durationText(now - at));
}

function partText(part: PartRow, { failure }: WalletRow, now: number): string {
  if (part.isUnsupported) return DETAIL_TEXT.unsupported;
  const texts = [
    ageText(part.answeredAt, part.isStale, now),
    // The failure of the whole wallet is said once, above.
    part.failure === null || part.failure === failure?.code ? '' : failureBrief(part.failure),
    part.unreadableRows > 0 ? DETAIL_TEXT.unreadable(part.unreadableRows) : ''
  ];
  return texts.filter(Boolean).join(' · ');
}

function linesOf(parts: readonly PartRow[], row: WalletRow, now: number): AnswerLine[] {
  const oldestFirst = [...parts].sort((a, b) => (a.answeredAt ?? 0) - (b.answeredAt ?? 0));
  return [...groupBy(oldestFirst, part => partText(part, row, now))].map(([text, members]) => ({
    names: COMMON_TEXT.list(
      members.map(({ name }) => (name ? localChainName(name) : DETAIL_TEXT.everyChain))
    ),
    text,
    isUnsupported: members.every(part => part.isUnsupported)
  }));
}

/** `parts`: of every wallet. */
export function walletAnswers(row: WalletRow, parts: readonly PartRow[], now: number): WalletAnswers {
  const own = parts.filter(({ walletId }) => walletId === row.wallet.id);
  const fresh = own.filter(part => !isLate(part));
  return {
    late: linesOf(own.filter(isLate), row, now),
    // One chain says no more than the line of its wallet.
    fresh: own.length > 1 ? linesOf(fresh, row, now) : [],
    freshCount: fresh.length
  };
}
