// Counting rule: decides whether a holding counts in the total, and if not, why.
// It is the only such rule: tray, window, notifications, export and command line all use it.
import { DEFI, DEFI_NAME } from '../../../shared/domain/defi';
import type { CountingStatus } from '../../../shared/schema/app-state';
import type { Holding } from '../../../shared/schema/holding';
import type { Settings, Verdict } from '../../../shared/schema/settings';
import type { ChainFacts, ChainLookup } from '../ports/chain-facts';

export interface CountingRule {
  readonly chains: ChainLookup;
  readonly countRisky: boolean;
  readonly countDefi: boolean;
  /** The person's verdicts on single holdings, by id. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
}

/** Most profiles have none: then no holding is looked up, which costs as much in an empty record as in a full one. */
const NO_VERDICTS: CountingRule['verdicts'] = {};

/** `counted`, or the first reason why not. Testnets never count; risky comes before price, so spam is named risky. */
export function countingStatusOf(holding: Holding, rule: CountingRule): CountingStatus {
  if (rule.chains(holding.chainIndex).isTestnet) return 'testnet';
  const verdict = rule.verdicts === NO_VERDICTS ? undefined : rule.verdicts[holding.id];
  if (verdict === 'keep-out') return 'kept-out';
  if (holding.isRisky && !rule.countRisky && verdict !== 'count') return 'risky';
  if (holding.isUnverified && verdict !== 'count') return 'unverified';
  return holding.price === null ? 'unpriced' : 'counted';
}

/** The counting rule of the settings. */
export function countingRuleOf({ choices, verdicts }: Settings, chains: ChainLookup): CountingRule {
  const { countRisky, countDefi } = choices;
  const hasVerdicts = verdicts !== undefined && Object.keys(verdicts).length > 0;
  return {
    chains: withDefiFacts(chains),
    countRisky,
    countDefi,
    verdicts: hasVerdicts ? verdicts : NO_VERDICTS
  };
}

const DEFI_FACTS: ChainFacts = { name: DEFI_NAME, isTestnet: false, family: '' };

/** Looks up each chain once: a rule is made for one pass over the holdings. */
function withDefiFacts(chains: ChainLookup): ChainLookup {
  const known = new Map<string, ChainFacts>([[DEFI, DEFI_FACTS]]);
  return chainIndex => {
    const found = known.get(chainIndex) ?? chains(chainIndex);
    known.set(chainIndex, found);
    return found;
  };
}
