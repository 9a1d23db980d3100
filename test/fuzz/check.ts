// Plays a case against the oracle, and gives the first problem, or null.
import { DOLLARS, COINS, unitsOf } from './units';
import { acceptedOf, type Accepted } from './accepted';
import { Drive, type Shown } from './drive';
import { nameOf } from './identity';
import { Oracle } from './oracle';
import type { Round, Scenario } from './scenario';
import { shapeProblem } from './shape';

/** Maximum wall time of one reply from text to state. A real reply takes a tenth of a millisecond. */
const LIMIT_MS = 5000;

/** `what` begins with a word that stays the same while the case is made smaller. */
export interface Problem {
  readonly what: string;
  /** The reply that caused the problem. */
  readonly round: number;
}

const dollars = (text: string) => unitsOf(text, DOLLARS);

export function problemIn(scenario: Scenario): Problem | null {
  const drive = new Drive(scenario);
  const oracle = new Oracle(scenario.wallet, scenario.countRisky);
  let before: Shown | null = null;
  for (const [round, { waitMs, reply }] of scenario.rounds.entries()) {
    const startedAt = performance.now();
    try {
      const shown = drive.play(scenario.wallet, waitMs, reply);
      const tookMs = performance.now() - startedAt;
      if (tookMs > LIMIT_MS) return { what: `slow: ${tookMs.toFixed(0)} ms`, round };
      const owner = scenario.wallet.source === 'v6-address' ? scenario.wallet.address : null;
      const accepted = acceptedOf(reply, owner);
      oracle.apply(accepted, shown.now);
      const what =
        refusal(accepted, shown) ??
        difference(oracle, shown) ??
        sums(shown) ??
        lowered(accepted, before, shown) ??
        (scenario.isShapeChecked && round === scenario.rounds.length - 1
          ? shapeProblem(drive.model, shown)
          : null);
      if (what) return { what, round };
      before = shown;
    } catch (thrown) {
      return { what: `thrown: ${thrown instanceof Error ? thrown.stack : String(thrown)}`, round };
    }
  }
  return null;
}

export const replyOf = ({ rounds }: Scenario, round: number): Round => rounds[round]!;

function refusal(accepted: Accepted, { reading }: Shown): string | null {
  const isRefused = accepted === 'failure';
  if (isRefused !== (reading === null)) return `refused: ${reading === null}, to be refused: ${isRefused}`;
  if (isRefused) return null;
  const sorted = (rows: readonly unknown[]) =>
    rows
      .map(row => JSON.stringify(row))
      .sort()
      .join();
  const [reported, wanted] = [sorted(reading!.unreadable), sorted(accepted.unread)];
  return reported === wanted ? null : `unread: ${wanted || 'no row'}, reported: ${reported || 'none'}`;
}

/** What is read of the answers alone: what of it is believed is proven elsewhere. */
function difference(oracle: Oracle, { answered, ledger, now }: Shown): string | null {
  if (dollars(answered.total) !== oracle.total)
    return `total: ${answered.total} in place of ${oracle.total}e-${DOLLARS}`;
  const rows = answered.holdings;
  if (rows.length !== oracle.held.size) return `rows: ${rows.length} in place of ${oracle.held.size}`;
  for (const row of rows) {
    const held = oracle.held.get(nameOf(row.chainIndex, row.address, row.tokenAddress));
    if (!held) return `row: ${row.id} is in no reply`;
    if (unitsOf(row.balance, COINS) !== held.amount) return `amount: ${row.balance}`;
    if ((row.price === null ? null : unitsOf(row.price, COINS)) !== held.price) return `price: ${row.price}`;
    if (row.isRisky !== held.isRisky) return `risk: of ${row.id}`;
    if (row.isDuplicate !== held.isFlagged) return `flag: of ${row.id}`;
    if (row.isStale !== (held.isStale || oracle.isStale(row.chainIndex, now)))
      return `stale: ${row.id} is shown ${row.isStale}`;
  }
  if (answered.isStale !== oracle.isPartial(now))
    return `complete: shown ${!answered.isStale}, is ${answered.isStale}`;
  if (dollars(ledger.prices) !== oracle.prices) return `prices: ${ledger.prices}`;
  if (dollars(ledger.transfers) !== oracle.transfers) return `transfers: ${ledger.transfers}`;
  return null;
}

/** Chains, wallets and tokens must add up to the total, and the three parts of its change must add up to the change. */
function sums({ portfolio, applied }: Shown): string | null {
  const total = dollars(portfolio.total);
  const all = (values: readonly string[]) => values.reduce((sum, value) => sum + dollars(value), 0n);
  if (all(portfolio.chains.map(({ value }) => value)) !== total) return 'sum: of the chains';
  if (all(portfolio.wallets.map(({ value }) => value)) !== total) return 'sum: of the wallets';
  const counted = portfolio.holdings.filter(({ countingStatus }) => countingStatus === 'counted');
  const tokens = counted.reduce(
    (sum, { balance, price }) => sum + unitsOf(balance, COINS) * unitsOf(price!, COINS),
    0n
  );
  if (tokens !== total) return 'sum: of the tokens';
  const { prices = '', transfers = '', recounted = '' } = applied.point?.ledger ?? {};
  if (all([prices, transfers, recounted]) !== total) return 'split: does not add up to the total';
  if (portfolio.isStale !== portfolio.partsAnswered < portfolio.partsExpected)
    return 'parts: and staleness differ';
  return null;
}

/** A refused reply must change no value of what was answered, and must make the wallet's parts stale. */
function lowered(accepted: Accepted, before: Shown | null, { portfolio, answered }: Shown): string | null {
  if (accepted !== 'failure') return null;
  if (!portfolio.isStale || !answered.isStale) return 'fresh: after a refused reply';
  return before && before.answered.total !== answered.total ? 'moved: by a refused reply' : null;
}
