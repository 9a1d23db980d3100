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
}

export interface Refusal {
  readonly chains: readonly string[] | null;
  readonly failure: Failure;
}

/** The result of one poll of one wallet. A wallet with many chains may have both answers and refusals. */
export interface Outcome {
  readonly answers: readonly Answer[];
  readonly refusals: readonly Refusal[];
  /** Chains that OKX does not support, found in this poll. */
  readonly unsupported: readonly string[];
  /** Chains in which the chain bisection goes on in the next round; null: the bisection is finished. */
  readonly remaining: ChainIndexes | null;
  readonly requests: number;
  /** This computer's clock minus the service's clock, ms, as measured last. */
  readonly clockOffsetMs: number;
  /** Chains that the request for the DeFi part must leave out; absent: that request was not made. */
  readonly withoutDefi?: readonly Pick<Part, 'chainIndex' | 'unsupportedAt'>[] | undefined;
  /** Chains on which the wallet suddenly seems empty, not confirmed yet. */
  readonly emptyAnswer?: EmptyAnswer | undefined;
}

/** The failure that is shown and that decides how polling goes on; null when all balances were answered. */
export function worstFailureOf({ refusals }: Outcome): Failure | null {
  const failures = refusals.filter(({ chains }) => !chains?.includes(DEFI)).map(({ failure }) => failure);
  return failures.sort((a, b) => compareReactions(a.code, b.code))[0] ?? null;
}

/** Consecutive answers without any holding, by the requested chains, since each group is confirmed separately. */
export type EmptyAnswer = Readonly<Record<string, EmptyAnswerRow>>;

export interface EmptyAnswerRow {
  /** When the first of these answers came, ms. */
  readonly since: number;
  readonly polls: number;
}

export interface Polled {
  readonly wallet: Wallet;
  readonly key: Pick<Key, 'id'>;
  readonly outcome: Outcome;
}

export type ChainIndexes = readonly string[];
