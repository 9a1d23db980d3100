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
  /** By this computer's clock, ms: the service's own time of the data when it is older, else the time of receipt. */
  readonly answeredAt: number;
}

export interface Refusal {
  readonly chains: readonly string[] | null;
  readonly failure: Failure;
}

/** What one poll of one wallet brought. A wallet of many chains may have answers and refusals. */
export interface Outcome {
  readonly answers: readonly Answer[];
  readonly refusals: readonly Refusal[];
  /** Chains that OKX does not support, found in this poll. */
  readonly unsupported: readonly string[];
  /** Chains among which the hunt for a bad one goes on in the next round; null: it is over. */
  readonly remaining: Chains | null;
  readonly requests: number;
  /** This computer's clock minus the service's, ms, as learnt last. */
  readonly clockOffsetMs: number;
  /** Chains that the request for the DeFi part must leave out; absent: it was not made. */
  readonly withoutDefi?: readonly Pick<Part, 'chainIndex' | 'unsupportedAt'>[] | undefined;
  /** Chains on which the wallet suddenly seems empty, and that is not believed yet. */
  readonly emptyAnswer?: EmptyAnswer | undefined;
}

/** The failure that decides how polling goes on, and that is shown; null when all balances were answered. */
export function worstFailureOf({ refusals }: Outcome): Failure | null {
  const failures = refusals.filter(({ chains }) => !chains?.includes(DEFI)).map(({ failure }) => failure);
  return failures.sort((a, b) => compareReactions(a.code, b.code))[0] ?? null;
}

/** Answers in a row that name no holding at all; by the chains that were asked, since each is doubted by itself. */
export type EmptyAnswer = Readonly<Record<string, EmptyAnswerRow>>;

export interface EmptyAnswerRow {
  /** When the first of them came, ms. */
  readonly since: number;
  readonly polls: number;
}

export interface Polled {
  readonly wallet: Wallet;
  readonly key: Pick<Key, 'id'>;
  readonly outcome: Outcome;
}

export type Chains = readonly string[];
