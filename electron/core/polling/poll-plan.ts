// Poll plan: decides which groups of chains one poll of a wallet requests, and the limit of its requests.
// Without unsupported chains; refused ones alone; with the group in which the last round was still searching.
import { chunksOf } from '../../../shared/domain/chunks';
import { DAY_MS } from '../../../shared/domain/durations';
import type { RequestPriority } from '../../../shared/domain/limits';
import { SOURCES } from '../../../shared/domain/sources';
import type { Part } from '../../../shared/schema/snapshot';
import type { Wallet } from '../../../shared/schema/wallet';
import type { ChainFacts } from '../ports/chain-facts';
import { bisectionFor, MAX_CHAINS_PER_REQUEST, type ChainBisection } from './chain-bisection';
import type { ChainIndexes } from '../snapshots/poll-outcome';
import { EVERY_CHAIN, expectedChains } from '../snapshots/chain-parts';

/** An unsupported chain is polled again after this time, alone, so that it makes no other request fail. */
const UNSUPPORTED_RETRY_MS = DAY_MS;
/** Requests for the bisection, beyond one request per group. Twice as many fit into the budget of one minute. */
const BISECTION_REQUESTS = 16;

export interface PollPlan {
  readonly bisection: ChainBisection;
  readonly maxRequests: number;
  readonly priority: RequestPriority;
  /**
   * The chains of a plan that asks the whole wallet, if any of them was answered before; else none. When all of them
   * are refused at once, that is a failure of the wallet: none of its chains is taken for unsupported.
   */
  readonly wholeWallet: ChainIndexes;
}

/** What is known of the chains of a wallet before a poll. */
export interface ChainsBeforePoll {
  readonly parts: readonly PlannedPart[];
  /** Chains that were answered before and are refused now, as yet unconfirmed. */
  readonly refused: ChainIndexes;
  familyOf(chainIndex: string): ChainFacts['family'];
}

type PlannedPart = Pick<Part, 'chainIndex' | 'unsupportedAt'> & Partial<Pick<Part, 'answeredAt'>>;

export interface PollWish {
  readonly priority: RequestPriority;
  /** The chains among which the last round has not yet found the unsupported one; absent: none. */
  readonly remaining?: ChainIndexes | null;
  /** Unsupported chains are asked as well, however short a time ago they were asked last. */
  readonly asksUnsupported?: boolean;
}

export function planPoll(wallet: Wallet, known: ChainsBeforePoll, wish: PollWish, now: number): PollPlan {
  const supported = supportedChains(wallet, known);
  const refused = supported.filter(chain => known.refused.includes(chain));
  const healthy = supported.filter(chain => !refused.includes(chain));
  const failingGroup = wish.remaining?.filter(chain => healthy.includes(chain)) ?? [];
  const rest = healthy.filter(chain => !failingGroup.includes(chain));
  const single = [...refused, ...retriedChains(wallet, known, wish, now)].map(chain => [chain]);
  const groups = [...groupsOf(wallet, rest, known.familyOf), ...single];
  const bisection = { ...bisectionFor(groups), failingGroup: failingGroup.length > 1 ? failingGroup : null };
  if (failingGroup.length === 1) bisection.open = [...groups, failingGroup];
  const wholeWallet = wasAnswered(known, supported) ? supported : [];
  return { bisection, maxRequests: groups.length + BISECTION_REQUESTS, priority: wish.priority, wholeWallet };
}

/** Asks these chains only, those that are refused alone, and searches for no unsupported one. */
export function planLook(wallet: Wallet, known: ChainsBeforePoll, chains: ChainIndexes): PollPlan {
  const refused = chains.filter(chain => known.refused.includes(chain));
  const others = chains.filter(chain => !refused.includes(chain));
  const groups = [...groupsOf(wallet, others, known.familyOf), ...refused.map(chain => [chain])];
  const supported = supportedChains(wallet, known);
  const isWhole = supported.every(chain => chains.includes(chain)) && wasAnswered(known, supported);
  return {
    bisection: bisectionFor(groups),
    maxRequests: groups.length,
    priority: 'look',
    wholeWallet: isWhole ? supported : []
  };
}

function supportedChains(wallet: Wallet, { parts }: ChainsBeforePoll): ChainIndexes {
  const unsupported = parts.filter(part => part.unsupportedAt !== undefined);
  return expectedChains(wallet).filter(chain => unsupported.every(({ chainIndex }) => chainIndex !== chain));
}

function retriedChains(
  wallet: Wallet,
  { parts }: ChainsBeforePoll,
  wish: PollWish,
  now: number
): ChainIndexes {
  return expectedChains(wallet).filter(chain => {
    const unsupportedAt = parts.find(({ chainIndex }) => chainIndex === chain)?.unsupportedAt;
    return unsupportedAt !== undefined && (wish.asksUnsupported || isRetryDue(unsupportedAt, now));
  });
}

/** Whether any of these chains was. */
function wasAnswered({ parts }: ChainsBeforePoll, chains: ChainIndexes): boolean {
  return parts.some(({ chainIndex, answeredAt }) => answeredAt != null && chains.includes(chainIndex));
}

/** A moment in the future (the clock was set back) counts as due: else the chain would not be polled until then. */
export function isRetryDue(refusedAt: number | undefined, now: number): boolean {
  return refusedAt !== undefined && (now - refusedAt >= UNSUPPORTED_RETRY_MS || refusedAt > now);
}

/** Chains of different families are in different requests where the source needs it. */
function groupsOf(
  wallet: Wallet,
  chains: readonly string[],
  familyOf: (chainIndex: string) => string
): string[][] {
  if (chains.length === 0) return [];
  if (chains[0] === EVERY_CHAIN) return [[EVERY_CHAIN]];
  const families = new Map<string, string[]>();
  for (const chain of chains) {
    const family = SOURCES[wallet.source].areFamiliesApart ? familyOf(chain) : '';
    families.set(family, [...(families.get(family) ?? []), chain]);
  }
  return [...families.values()].flatMap(family => chunksOf(family, MAX_CHAINS_PER_REQUEST));
}
