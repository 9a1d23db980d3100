// Group rows: what each group of wallets is worth, and what prices did to it.
import {
  add,
  decimal,
  negate,
  percentOf,
  subtract,
  sum,
  toText,
  type Decimal
} from '../../../shared/domain/decimal';
import type { GroupRow, Portfolio, WalletRow } from '../../../shared/schema/app-state';
import type { Settings } from '../../../shared/schema/settings';
import { baselineOf } from '../history/history-point';
import { repeatedPartsOf } from '../history/repeated-parts';
import { returnBetween } from '../portfolio/price-move';
import type { HistoryPoint } from '../ports/history-point';
import { groupsOf, membersOf } from './groups';
import { pointsOfGroup, repeatedWithin } from './group-points';

const SHARE_DECIMALS = 6;

/** None while there are no groups. `points`: the last day, oldest first. */
export function groupRowsOf(
  settings: Pick<Settings, 'groups' | 'wallets'>,
  portfolio: Portfolio,
  points: readonly HistoryPoint[]
): Pick<Portfolio, 'groups'> {
  const groups = groupsOf(settings);
  if (groups.length === 0) return {};
  const countedOnce = repeatedPartsOf(portfolio);
  return {
    groups: groups.map(group => {
      const members = membersOf(settings, group);
      const wallets = portfolio.wallets.filter(({ wallet }) => members.has(wallet.id));
      const repeated = repeatedWithin({ countedOnce }, members).flatMap(({ chains }) =>
        Object.values(chains)
      );
      const once = negate(sum(repeated.map(decimal)));
      const ages = wallets.map(({ takenAt }) => takenAt).filter(at => at !== null);
      return {
        group,
        value: toText(add(sum(wallets.map(({ value }) => decimal(value))), once)),
        countedOnce: toText(once),
        share: percentOf(sum(wallets.map(countedIn)), decimal(portfolio.total), SHARE_DECIMALS),
        changePercent: movedBy(pointsOfGroup(points, members)),
        isStale: wallets.some(({ isStale }) => isStale),
        takenAt: ages.length === 0 ? null : Math.min(...ages)
      } satisfies GroupRow;
    })
  };
}

/** What of a wallet counts in it and in no other. */
function countedIn({ value, elsewhere = '0' }: WalletRow): Decimal {
  return subtract(decimal(value), decimal(elsewhere));
}

function movedBy(points: readonly HistoryPoint[]): string | null {
  const latest = points.at(-1);
  const baseline = latest && baselineOf(points, latest.at);
  return latest && baseline ? returnBetween(baseline, latest, {}) : null;
}
