// Answers of a main process about doubts and verdicts: verdicts are applied to the state, and the last of many is taken back.
import type { Request } from '../../shared/ipc/contract';
import type { HoldingRow } from '../../shared/schema/app-state';
import type { Evidence } from '../../shared/ipc/verification-calls';
import { waitingOf } from './portfolio';
import type { Answers, StateHolder } from './wallet-answers';

type VerificationAnswers = Pick<
  Answers,
  'doubts:decide' | 'holding:judge' | 'holdings:judge' | 'holdings:undo' | 'evidence:read'
>;

const DONE = { done: true };

function judged(row: HoldingRow, verdict: Request<'holdings:judge'>['verdict']): HoldingRow {
  const { isUnverified, waiting, isAsked, ...rest } = row;
  void [isUnverified, isAsked];
  return { ...rest, ...waiting, countingStatus: verdict === 'count' ? 'counted' : 'kept-out' };
}

export function verificationAnswers(holder: StateHolder): VerificationAnswers {
  let before: HoldingRow[] | null = null;
  const withRows = (holdings: HoldingRow[]): void =>
    holder.push({
      ...holder.state,
      portfolio: { ...holder.state.portfolio, holdings, waiting: waitingOf(holdings) }
    });
  return {
    'doubts:decide': ({ id }) => {
      const { portfolio } = holder.state;
      const doubts = portfolio.doubts.filter(doubt => doubt.id !== id);
      holder.push({ ...holder.state, portfolio: { ...portfolio, doubts } });
      return { done: doubts.length < portfolio.doubts.length };
    },
    'holding:judge': () => DONE,
    'holdings:judge': ({ holdingIds, verdict }) => {
      const { holdings } = holder.state.portfolio;
      before = holdings;
      const ids = new Set(holdingIds);
      withRows(holdings.map(row => (ids.has(row.id) ? judged(row, verdict) : row)));
      return DONE;
    },
    'holdings:undo': () => {
      if (!before) return { done: false };
      withRows(before);
      before = null;
      return DONE;
    },
    'evidence:read': ({ holdingId }) => ({ evidence: evidenceOf(holder, holdingId) })
  };
}

function evidenceOf({ state }: StateHolder, holdingId: string): Evidence | null {
  const row = state.portfolio.holdings.find(({ id }) => id === holdingId);
  if (!row) return null;
  const { balance, price, isRisky } = row;
  return {
    ground: row.tokenAddress === '' ? 'coin' : row.countingStatus === 'unverified' ? 'waits' : 'limit',
    answeredAt: state.portfolio.takenAt,
    counted: { balance, price, isRisky },
    cost: null,
    doubt: null,
    waiting: row.waiting ?? null
  };
}
