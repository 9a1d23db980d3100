// The one rule of what counts in the total: tray, window, notices, export and command line all ask here.
import { decimal, multiply, toText, type DecimalText } from '../../shared/decimal';
import type { Holding } from '../../shared/holding';
import type { Standing } from '../../shared/state';

/** What is known of a chain; `chainIndex` is opaque. */
export interface ChainFacts {
  readonly name: string;
  readonly isTestnet: boolean;
}
export type Chains = (chainIndex: string) => ChainFacts;

export interface Rule {
  readonly chains: Chains;
  readonly countRisky: boolean;
}

/** Counted, or the first reason why not. Testnets are never valued; risky comes before price, so that spam is named as spam. */
export function standingOf(holding: Holding, rule: Rule): Standing {
  if (rule.chains(holding.chainIndex).isTestnet) return 'testnet';
  if (holding.isRisky && !rule.countRisky) return 'risky';
  return holding.price === null ? 'unpriced' : 'counted';
}

/** balance x price, exact, USD; null while no price is known. */
export function valueOf(holding: Pick<Holding, 'balance' | 'price'>): DecimalText | null {
  return holding.price === null ? null : toText(multiply(decimal(holding.balance), decimal(holding.price)));
}
