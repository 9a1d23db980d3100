// Poll plan: decides which groups of chains one poll of a wallet requests, and the limit of its requests.
// Without unsupported chains; with the group in which the last round was still searching.
import { chunksOf } from '../../../shared/domain/chunks';
import { DAY_MS } from '../../../shared/domain/durations';
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
}

/** `remaining`: the chains among which the last round has not yet found the unsupported one, or null. */
export function planPoll(
  wallet: Wallet,
  parts: readonly Pick<Part, 'chainIndex' | 'unsupportedAt'>[],
  remaining: ChainIndexes | null,
  familyOf: (chainIndex: string) => ChainFacts['family'],
  now: number
): PollPlan {
  const refused = new Map(parts.map(part => [part.chainIndex, part.unsupportedAt]));
  const expected = expectedChains(wallet);
  const known = expected.filter(chain => refused.get(chain) === undefined);
  const retried = expected.filter(chain => isRetryDue(refused.get(chain), now));
  const failingGroup = remaining?.filter(chain => known.includes(chain)) ?? [];
  const rest = known.filter(chain => !failingGroup.includes(chain));
  const groups = [...groupsOf(wallet, rest, familyOf), ...retried.map(chain => [chain])];
  const bisection = { ...bisectionFor(groups), failingGroup: failingGroup.length > 1 ? failingGroup : null };
  if (failingGroup.length === 1) bisection.open = [...groups, failingGroup];
  return { bisection, maxRequests: groups.length + BISECTION_REQUESTS };
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
