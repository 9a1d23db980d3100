// Transfer sources: finds the wallets from which an arrival may have come, so that both sides are in one round.
// Else the money would count twice until the other wallet is polled.
import {
  absolute,
  compareDecimals,
  decimal,
  multiply,
  subtract,
  ZERO,
  type Decimal
} from '../../../shared/domain/decimal';
import { isDefi } from '../../../shared/domain/defi';
import { tokenOf } from '../../../shared/domain/holding-id';
import type { Holding } from '../../../shared/schema/holding';
import type { Wallet } from '../../../shared/schema/wallet';
import { countingRuleOf, countingStatusOf } from '../portfolio/counting-rule';
import type { ChainLookup } from '../ports/chain-facts';
import { partOf } from '../snapshots/chain-parts';
import type { Polled } from '../snapshots/poll-outcome';
import { fitSnapshot } from '../snapshots/update-snapshot';
import type { Model } from '../state/model';

/** More than these would delay the round, and an arrival has one source. */
const MAX_SOURCES = 3;
/** Smaller arrivals are not worth a request: below both, USD and a share of the total. */
const MIN_WORTH = decimal('10');
const MIN_SHARE = decimal('0.01');
/** Two prices of one token on two chains differ by less. */
const MAX_PRICE_DIFFERENCE = decimal('0.02');

/** A holding that grew. */
interface Arrival {
  readonly holding: Holding;
  readonly amount: Decimal;
  readonly worth: Decimal;
}

/**
 * The wallets to poll in the same round: each has an amount that counts, of a token that arrived in a polled wallet,
 * on this chain or another. Not those that are polled already, paused, backing off or without a key.
 */
export function sourcesToAsk(model: Model, polled: readonly Polled[], chains: ChainLookup): Wallet[] {
  const isPolled = ({ id }: Wallet) => polled.some(({ wallet }) => wallet.id === id);
  const askable = model.settings.wallets.filter(wallet => !isPolled(wallet) && isAskable(wallet, model));
  // In most rounds all wallets are polled, and no answer is looked through.
  if (askable.length === 0) return [];
  const rule = countingRuleOf(model.settings, chains);
  const isCounted = (holding: Holding) => countingStatusOf(holding, rule) === 'counted' && !isDefi(holding);
  const arrivals = arrivalsIn(model, polled).filter(
    ({ holding }) => countingStatusOf(holding, rule) === 'counted'
  );
  if (arrivals.length === 0) return [];
  const counted = model.snapshots.flatMap(({ holdings }) => holdings.filter(isCounted));
  const tokens = new Set(counted.map(tokenOf));
  const isKnown = (holding: Holding) => holding.tokenAddress === '' || tokens.has(tokenOf(holding));
  const sources = new Set<Wallet>();
  for (const arrival of arrivals.filter(({ holding }) => isKnown(holding)).sort(byWorth)) {
    for (const wallet of askable) {
      if (sources.size >= MAX_SOURCES) return [...sources];
      if (counted.some(holding => holding.walletId === wallet.id && mayPayFor(holding, arrival)))
        sources.add(wallet);
    }
  }
  return [...sources];
}

function isAskable({ id, keyId, isPaused }: Wallet, { settings, pollSchedules }: Model): boolean {
  const schedule = pollSchedules[id];
  const isWaiting = !schedule || schedule.failuresInRow > 0 || schedule.dueAt === null;
  return !isPaused && !isWaiting && settings.keys.some(key => key.id === keyId);
}

/** Not those of a first answer, with which nothing can be compared. */
function arrivalsIn(model: Model, polled: readonly Polled[]): Arrival[] {
  const least = leastWorth(model);
  return polled.flatMap(({ wallet, outcome }) => {
    const before = model.snapshots.find(({ walletId }) => walletId === wallet.id);
    const { parts, holdings } = fitSnapshot(before, wallet);
    const known = new Map(holdings.map(holding => [holding.id, holding]));
    return outcome.answers.flatMap(({ reading }) =>
      reading.holdings.flatMap(holding => {
        const last = known.get(holding.id);
        if (last === holding || last?.balance === holding.balance || isDefi(holding)) return [];
        if (holding.price === null || partOf(parts, holding.chainIndex)?.answeredAt == null) return [];
        const amount = subtract(decimal(holding.balance), decimal(last?.balance ?? '0'));
        const worth = multiply(amount, decimal(holding.price));
        return compareDecimals(worth, least) < 0 ? [] : [{ holding, amount, worth }];
      })
    );
  });
}

function leastWorth({ points }: Model): Decimal {
  const share = multiply(decimal(points.at(-1)?.total ?? '0'), MIN_SHARE);
  return compareDecimals(share, ZERO) > 0 && compareDecimals(share, MIN_WORTH) < 0 ? share : MIN_WORTH;
}

function byWorth(a: Arrival, b: Arrival): number {
  return compareDecimals(b.worth, a.worth);
}

function mayPayFor(holding: Holding, { holding: arrived, amount }: Arrival): boolean {
  if (compareDecimals(decimal(holding.balance), amount) < 0) return false;
  return holding.chainIndex === arrived.chainIndex
    ? holding.tokenAddress === arrived.tokenAddress
    : isBridged(holding, arrived);
}

/** One token on two chains has two contracts, so that only symbol and price tell. */
function isBridged(a: Holding, b: Holding): boolean {
  if (a.symbol !== b.symbol || a.price === null || b.price === null) return false;
  const price = decimal(a.price);
  const difference = absolute(subtract(price, decimal(b.price)));
  return compareDecimals(difference, multiply(price, MAX_PRICE_DIFFERENCE)) <= 0;
}
