// Established tokens: which tokens count without a limit, and up to which worth another one counts like money.
import {
  add,
  decimal,
  divide,
  multiply,
  compareDecimals,
  ZERO,
  type Decimal
} from '../../../shared/domain/decimal';
import { isDefi } from '../../../shared/domain/defi';
import { canonicalToken } from '../../../shared/domain/token-identity';
import type { Holding } from '../../../shared/schema/holding';
import type { TokenPast } from '../../../shared/schema/verification';
import wellKnown from './well-known-contracts.json';

/** What a person included counts up to this many times its worth at that time; beyond that it is asked again. */
export const INCLUDED_FACTOR: Decimal = { units: 10n, scale: 0 };
/** Digits of a part of a cost: USD, so a billionth is nothing. */
const COST_DIGITS = 9;

type Token = Pick<Holding, 'chainIndex' | 'tokenAddress'>;

/** Why a token is established; null: it is not. */
export type EstablishedBy = 'coin' | 'contract' | 'defi';

const contracts = new Map<string, ReadonlySet<string>>();
for (const [chainIndex, listed] of Object.entries(wellKnown.contracts))
  contracts.set(chainIndex, new Set(Object.keys(listed).map(address => canonicalToken(chainIndex, address))));

const known = new WeakMap<Token, EstablishedBy | null>();

/** `isKnownChain`: whether the product knows the chain, so that its coin is one. */
export function establishedBy(
  token: Token,
  isKnownChain: (chainIndex: string) => boolean
): EstablishedBy | null {
  let by = known.get(token);
  if (by === undefined) known.set(token, (by = reasonOf(token)));
  // Which chains are known changes with the list of chains, so it is not kept.
  return by === 'coin' && !isKnownChain(token.chainIndex) ? null : by;
}

function reasonOf(token: Token): EstablishedBy | null {
  const { chainIndex, tokenAddress } = token;
  if (isDefi(token)) return 'defi';
  const id = canonicalToken(chainIndex, tokenAddress);
  if (id === '') return 'coin';
  return contracts.get(chainIndex)?.has(id) ? 'contract' : null;
}

/** Up to which worth, USD, a token that is not established counts like money: what was paid for it, or the person's word. */
export function backingOf(past: TokenPast | undefined, amount: Decimal): Decimal {
  if (!past) return ZERO;
  const included = past.includedWorth ? multiply(decimal(past.includedWorth), INCLUDED_FACTOR) : ZERO;
  return add(costOf(past, amount), included);
}

/** What was paid for the amount that is still there, USD. */
export function costOf({ cost, costAmount }: TokenPast, amount: Decimal): Decimal {
  if (!cost || !costAmount) return ZERO;
  const paidAmount = decimal(costAmount);
  if (compareDecimals(amount, paidAmount) >= 0) return decimal(cost);
  return divide(multiply(decimal(cost), amount), paidAmount, COST_DIGITS) ?? ZERO;
}
