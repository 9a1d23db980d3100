// Determines the status of a holding that is not plainly counted, and the actions it offers.
import { DAY_MS } from '../../shared/domain/durations';
import type { Request } from '../../shared/ipc/contract';
import type { HoldingRow } from '../../shared/schema/app-state';
import { momentText } from '../../shared/text/time';
import type { IconName } from '../ui/display/icons';
import { STATUS_ACTION_TEXT, HOLDING_STATUS_TEXT } from '../text/holdings';

type Verdict = Request<'holding:judge'>['verdict'];

/** What the person can do about the status. */
export interface StatusAction {
  readonly label: string;
  readonly verdict: Verdict;
  readonly isQuiet: boolean;
}

export interface HoldingStatus {
  readonly icon: IconName;
  readonly text: string;
  /** `late` asks for attention, `plain` only explains. */
  readonly tone: 'late' | 'plain';
}

/** It does not count, or counts with less, until the person's OK; or it is over the limit, and in the question all the same. */
export function needsOk({ countingStatus, waiting, isAsked }: HoldingRow): boolean {
  return countingStatus === 'unverified' || waiting !== undefined || isAsked === true;
}

export function hasStatus(row: HoldingRow): boolean {
  const isPlain = row.countingStatus === 'counted' && !row.isRisky && !row.isDuplicate;
  return !isPlain || row.priceKeptSince !== null || row.doubtId !== undefined || needsOk(row);
}

/** Only the worst status; null for an ordinary row. */
export function holdingStatusOf(row: HoldingRow, now: number): HoldingStatus | null {
  if (row.countingStatus === 'risky')
    return { icon: 'warning', text: HOLDING_STATUS_TEXT.risky, tone: 'plain' };
  if (row.countingStatus === 'kept-out')
    return { icon: 'stop', text: HOLDING_STATUS_TEXT.excluded, tone: 'plain' };
  if (row.countingStatus === 'testnet')
    return { icon: 'question', text: HOLDING_STATUS_TEXT.testnet, tone: 'plain' };
  if (row.doubtId !== undefined) return { icon: 'pulse', text: HOLDING_STATUS_TEXT.doubted, tone: 'late' };
  if (needsOk(row)) {
    const text = row.waiting ? 'waiting' : row.isAsked ? 'asked' : 'unverified';
    return { icon: 'question', text: HOLDING_STATUS_TEXT[text], tone: 'late' };
  }
  if (row.countingStatus === 'unpriced')
    return { icon: 'question', text: HOLDING_STATUS_TEXT.unpriced, tone: 'plain' };
  if (row.priceKeptSince !== null) {
    const since = momentText(row.priceKeptSince, now);
    const until = momentText(row.priceKeptSince + DAY_MS, now);
    return { icon: 'clock', text: HOLDING_STATUS_TEXT.priceReused(since, until), tone: 'late' };
  }
  if (row.isDuplicate) return { icon: 'twice', text: HOLDING_STATUS_TEXT.duplicate, tone: 'late' };
  return row.isRisky ? { icon: 'warning', text: HOLDING_STATUS_TEXT.riskyCounted, tone: 'plain' } : null;
}

const statusAction = (label: string, verdict: Verdict, isQuiet = false): StatusAction => ({
  label,
  verdict,
  isQuiet
});

/** The actions beside the status; none for a status that the person cannot change. */
export function statusActionsOf(row: HoldingRow): StatusAction[] {
  const { countingStatus } = row;
  if (needsOk(row))
    return [
      statusAction(STATUS_ACTION_TEXT.count, 'count'),
      statusAction(STATUS_ACTION_TEXT.exclude, 'keep-out', true)
    ];
  if (countingStatus === 'risky') return [statusAction(STATUS_ACTION_TEXT.count, 'count')];
  // Without a verdict, a risky or unverified holding would wait for another one.
  if (countingStatus === 'kept-out')
    return [statusAction(STATUS_ACTION_TEXT.count, row.isRisky || row.isUnverified ? 'count' : 'none')];
  return [];
}

/** In the drawer every counted holding can be excluded. */
export function drawerActionsOf(row: HoldingRow): StatusAction[] {
  return row.countingStatus === 'counted' && !needsOk(row)
    ? [statusAction(STATUS_ACTION_TEXT.exclude, 'keep-out')]
    : statusActionsOf(row);
}
