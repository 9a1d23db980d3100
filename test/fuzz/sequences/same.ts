// Whether two ways of playing the same round end the same: other orders of wallets, another start of the app.
import type { Entry } from '../../../shared/schema/activity';
import type { HoldingRow } from '../../../shared/schema/app-state';
import type { Shown } from './app';

const rowText = ({ id, balance, price, countingStatus, isStale, doubtId, waiting, isAsked }: HoldingRow) =>
  JSON.stringify([
    id,
    balance,
    price,
    countingStatus,
    isStale,
    doubtId !== undefined,
    waiting ?? 0,
    isAsked ?? 0
  ]);

function entryText(entry: Entry): string {
  const { kind, holdingId, walletId, silence } = entry;
  return JSON.stringify([kind, holdingId, walletId, silence, 'amount' in entry ? entry.amount : '']);
}

const sorted = (texts: readonly string[]) => [...texts].sort().join('\n');

/** What differs; null: nothing does. */
export function differenceOf(one: Shown, other: Shown): string | null {
  if (one.portfolio.total !== other.portfolio.total)
    return `total ${one.portfolio.total} and ${other.portfolio.total}`;
  const rows = [one, other].map(({ portfolio }) => sorted(portfolio.holdings.map(rowText)));
  if (rows[0] !== rows[1]) return `rows\n${rows.join('\n--\n')}`;
  const doubts = [one, other].map(({ portfolio }) =>
    sorted(
      portfolio.doubts.map(
        ({ kind, worth, since, holdingIds }) => `${kind} ${worth} ${since} ${sorted(holdingIds)}`
      )
    )
  );
  if (doubts[0] !== doubts[1]) return `doubts\n${doubts.join('\n--\n')}`;
  const entries = [one, other].map(shown => sorted(shown.entries.map(entryText)));
  if (entries[0] !== entries[1]) return `entries\n${entries.join('\n--\n')}`;
  const told = [one, other].map(shown => sorted(shown.told.map(entryText)));
  return told[0] === told[1] ? null : `notifications\n${told.join('\n--\n')}`;
}
