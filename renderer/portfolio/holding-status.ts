// Why a row is not ordinary: the sentence and the sign of its mark line.
import { DAY_MS } from '../../shared/domain/durations';
import type { Request } from '../../shared/ipc/contract';
import type { HoldingRow } from '../../shared/schema/app-state';
import { priceUsd } from '../../shared/text/money';
import { momentText } from '../../shared/text/time';
import type { IconName } from '../ui/display/icons';
import { ACTS, MARKS } from '../text/holdings';

type Verdict = Request<'holding:judge'>['verdict'];

/** What the person can do about it. */
export interface MarkAct {
  readonly label: string;
  readonly verdict: Verdict;
  readonly isQuiet: boolean;
}

export interface Mark {
  readonly icon: IconName;
  readonly text: string;
  /** `late` asks for attention, `plain` only explains. */
  readonly tone: 'late' | 'plain';
}

export function hasMark(row: HoldingRow): boolean {
  const isPlain = row.countingStatus === 'counted' && !row.isRisky && !row.isDuplicate;
  return !isPlain || row.priceKeptSince !== null || row.doubt !== undefined;
}

/** The worst reason alone; null for an ordinary row. */
export function markOf(row: HoldingRow, now: number): Mark | null {
  if (row.countingStatus === 'risky') return { icon: 'warning', text: MARKS.risky, tone: 'plain' };
  if (row.countingStatus === 'unverified') return { icon: 'question', text: MARKS.unverified, tone: 'late' };
  if (row.countingStatus === 'kept-out') return { icon: 'stop', text: MARKS.keptOut, tone: 'plain' };
  if (row.countingStatus === 'testnet') return { icon: 'question', text: MARKS.testnet, tone: 'plain' };
  if (row.countingStatus === 'unpriced') return { icon: 'question', text: MARKS.unpriced, tone: 'plain' };
  if (row.doubt) return { icon: 'pulse', text: MARKS.doubted(priceUsd(row.doubt.price)), tone: 'late' };
  if (row.priceKeptSince !== null) {
    const since = momentText(row.priceKeptSince, now);
    const until = momentText(row.priceKeptSince + DAY_MS, now);
    return { icon: 'clock', text: MARKS.priceKept(since, until), tone: 'late' };
  }
  if (row.isDuplicate) return { icon: 'twice', text: MARKS.duplicate, tone: 'late' };
  return row.isRisky ? { icon: 'warning', text: MARKS.riskyCounted, tone: 'plain' } : null;
}

const act = (label: string, verdict: Verdict, isQuiet = false): MarkAct => ({ label, verdict, isQuiet });

/** What is offered beside the reason; nothing for what no word of the person can change. */
export function actsOf(row: HoldingRow): MarkAct[] {
  const { countingStatus: standing } = row;
  if (standing === 'unverified') return [act(ACTS.count, 'count'), act(ACTS.keepOut, 'keep-out', true)];
  if (standing === 'risky') return [act(ACTS.count, 'count')];
  // Taking the word back would leave these waiting for another one.
  if (standing === 'kept-out')
    return [act(ACTS.countAgain, row.isRisky || row.isUnverified ? 'count' : 'none')];
  if (standing !== 'counted') return [];
  return row.doubt ? [act(ACTS.newPrice, 'believe-price')] : [];
}

/** In the drawer every counted holding can be kept out. */
export function drawerActsOf(row: HoldingRow): MarkAct[] {
  return row.countingStatus === 'counted'
    ? [...actsOf(row), act(ACTS.keepOut, 'keep-out', true)]
    : actsOf(row);
}
