// The one rule of what counts in the total: tray, window, notices, export and command line all ask here.
import { DEFI, DEFI_NAME } from '../../shared/defi';
import { decimal, multiply, toText, type DecimalText } from '../../shared/decimal';
import type { Holding } from '../../shared/holding';
import type { Settings, Verdict } from '../../shared/settings';
import type { Standing } from '../../shared/state';

/** What is known of a chain; `chainIndex` is opaque. */
export interface ChainFacts {
  readonly name: string;
  readonly isTestnet: boolean;
  /** Address family: `evm`, `utxo`, `solana`, …; "" when unknown. */
  readonly family: string;
}
export type Chains = (chainIndex: string) => ChainFacts;

export interface Rule {
  readonly chains: Chains;
  readonly countRisky: boolean;
  readonly countDefi: boolean;
  /** The person's word on single holdings, by id. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
}

/** Counted, or the first reason why not. Testnets are never valued; risky comes before price, so that spam is named as spam. */
export function standingOf(holding: Holding, rule: Rule): Standing {
  if (rule.chains(holding.chainIndex).isTestnet) return 'testnet';
  const verdict = rule.verdicts[holding.id];
  if (verdict === 'keep-out') return 'kept-out';
  if (holding.isRisky && !rule.countRisky && verdict !== 'count') return 'risky';
  if (holding.isUnverified && verdict !== 'count') return 'unverified';
  return holding.price === null ? 'unpriced' : 'counted';
}

/** The rule as the settings have it. */
export function ruleOf({ choices, verdicts }: Settings, chains: Chains): Rule {
  const { countRisky, countDefi } = choices;
  return { chains: withDefiFacts(chains), countRisky, countDefi, verdicts: verdicts ?? {} };
}

const DEFI_FACTS: ChainFacts = { name: DEFI_NAME, isTestnet: false, family: '' };

function withDefiFacts(chains: Chains): Chains {
  return chainIndex => (chainIndex === DEFI ? DEFI_FACTS : chains(chainIndex));
}

/** balance x price, exact, USD; null while no price is known. */
export function valueOf(holding: Pick<Holding, 'balance' | 'price'>): DecimalText | null {
  return holding.price === null ? null : toText(multiply(decimal(holding.balance), decimal(holding.price)));
}
