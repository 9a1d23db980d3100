// Poll outcome: the type of what one poll of a wallet returned: answers, failures, chains left for the next poll.
import { DEFI } from '../../../shared/domain/defi';
import { Failure, compareReactions } from '../../../shared/domain/failure';
import type { Key } from '../../../shared/schema/key';
import type { Part } from '../../../shared/schema/snapshot';
import type { Wallet } from '../../../shared/schema/wallet';
import type { Reading } from '../ports/ports';

export interface Answer {
  readonly chains: readonly string[] | null;
  readonly reading: Reading;
  /** By this computer's clock, ms: the service's own time of the data when that is older, else the time of receipt. */
  readonly answeredAt: number;
  /**
   * By the service's clock, ms: its own time of the data, else the time of receipt. The same time is the same answer
   * again, a smaller one an older answer.
   */
  readonly serviceTime: number;
}

export interface Refusal {
  readonly chains: readonly string[] | null;
  readonly failure: Failure;
}

/** The result of one poll of one wallet. A wallet with many chains may have both answers and refusals. */
export interface Outcome {
  readonly answers: readonly Answer[];
  readonly refusals: readonly Refusal[];
  /** Chains that OKX said in this poll that it does not support, also those that it refused before. */
  readonly unsupported: readonly string[];
  /** Chains in which the chain bisection goes on in the next round; null: the bisection is finished. */
  readonly remaining: ChainIndexes | null;
  readonly requests: number;
  /** This computer's clock minus the service's clock, ms, as measured last. */
  readonly clockOffsetMs: number;
  /** Chains that the request for the DeFi part must leave out; absent: that request was not made. */
  readonly withoutDefi?: readonly Pick<Part, 'chainIndex' | 'unsupportedAt'>[] | undefined;
  /**
   * A look at what is in doubt: it covers only the chains of its answers and of `unsupported`, and the wallet's schedule
   * and last failure stay as they are.
   */
  readonly isLook?: true;
}

/** The failure that is shown and that decides how polling goes on; null when all balances were answered. */
export function worstFailureOf({ refusals }: Outcome): Failure | null {
  const failures = refusals.filter(({ chains }) => !chains?.includes(DEFI)).map(({ failure }) => failure);
  return failures.sort((a, b) => compareReactions(a.code, b.code))[0] ?? null;
}

export interface Polled {
  readonly wallet: Wallet;
  readonly key: Pick<Key, 'id'>;
  readonly outcome: Outcome;
}

export type ChainIndexes = readonly string[];
