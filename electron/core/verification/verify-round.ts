// Verifies a poll round: from what is believed and what was answered to what is believed now, with the doubts that remain.
// Pure: neither the clock nor the order of the wallets in a round matters.
import type { Holding } from '../../../shared/schema/holding';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import type { Outflow, VerificationMemory } from '../../../shared/schema/verification';
import { partOf } from '../snapshots/chain-parts';
import { withoutChain } from '../snapshots/update-snapshot';
import { believedOf, changesOf, isLacking, type HoldingChange } from './changes';
import { confirmDoubts } from './confirm-doubts';
import type { DoubtBook } from '../doubts/doubt-book';
import type { VerificationEvent } from '../doubts/events';
import { findLeaps, findLeapsOfAmount } from './leaps';
import { admitLoose, type Admission } from './loose-limit';
import { looseMarkAfter } from './loose-sums';
import { findMissing, judgeRefusals } from './missing';
import { findOwnMoves, findSwaps } from './moves-and-swaps';
import { payForArrivals } from './paid-for';
import { withQuestion } from './question';
import { roundOf, type Round, type RoundToVerify } from './round-facts';
import { settleDoubts } from './settle-doubts';
import { tellAsBefore, tellBegun, tellRefused } from './tell-doubts';
import { findReturns, prunePasts, rememberTokens, tellReturns } from './token-past';

export interface VerifiedRound {
  /** The believed snapshots of all wallets; one that did not change is the same object. */
  readonly snapshots: readonly WalletSnapshot[];
  readonly memory: VerificationMemory;
  readonly events: readonly VerificationEvent[];
}

/** Judges all answers of a round together. */
export function verifyRound(input: RoundToVerify): VerifiedRound {
  const round = roundOf({ ...input, memory: pruned(input) });
  const changes = changesOf(round);
  const asBefore = settleDoubts(changes, round);
  const gone = findReturns(changes, round);
  findOwnMoves(changes, round);
  findMissing(changes, round);
  findLeaps(changes, round);
  findSwaps(changes, round);
  const sources = payForArrivals(changes, round);
  findLeapsOfAmount(changes, round);
  tellBegun(changes, round);
  const refusals = judgeRefusals(round);
  tellRefused(refusals.records, round);
  const confirmed = confirmDoubts(changes, round, gone);
  const outflows = lastingOutflows(sources, round.book, confirmed);
  const admission = admitLoose(changes, round, rememberTokens(changes, round), outflows);
  tellReturns(changes, admission.believed, round);
  tellAsBefore(asBefore, round.book);
  const snapshots = believedSnapshots(changes, round, admission).map(snapshot =>
    [...refusals.confirmed]
      .filter(key => key.startsWith(`${snapshot.walletId}/`))
      .reduce((next, key) => withoutChain(next, key.slice(snapshot.walletId.length + 1), round.now), snapshot)
  );
  const { book } = round;
  const remembered: VerificationMemory = {
    ...round.memory,
    doubts: openDoubts(book, refusals.records),
    doubted: book.doubted,
    waiting: admission.waiting,
    asked: [...admission.asked],
    refusedChains: refusals.records,
    tokens: prunePasts(admission.pasts, round),
    looseMark: looseMarkAfter(changes, round),
    outflows,
    gone,
    hasBaseline: round.memory.hasBaseline || round.answered.length > 0
  };
  const memory = withQuestion(remembered, snapshots, changes, admission, round);
  return { snapshots, memory, events: book.events };
}

/** Without doubts of wallets and chains that are no longer watched, and without questions of such wallets. */
function pruned({ memory: given, snapshots }: RoundToVerify): VerificationMemory {
  const asked = given.asked.filter(id => snapshots.some(({ walletId }) => id.startsWith(`${walletId}/`)));
  const memory = asked.length === given.asked.length ? given : { ...given, asked };
  const isWatched = (id: string, needsHolding: boolean) => {
    const snapshot = snapshots.find(({ walletId }) => id.startsWith(`${walletId}/`));
    if (!snapshot || partOf(snapshot.parts, id.split('/')[1] ?? '')?.answeredAt == null) return false;
    return !needsHolding || snapshot.holdings.some(holding => holding.id === id);
  };
  const entries = Object.entries(memory.doubted);
  const doubted = entries.filter(([id, { kind }]) => isWatched(id, kind !== 'leap-of-amount'));
  const refused = Object.entries(memory.refusedChains).filter(([key]) => isWatched(key, false));
  if (doubted.length === entries.length && refused.length === Object.keys(memory.refusedChains).length)
    return memory;
  const kept = new Set([...doubted, ...refused].map(([, { doubtId }]) => doubtId));
  return {
    ...memory,
    doubted: Object.fromEntries(doubted),
    refusedChains: Object.fromEntries(refused),
    doubts: Object.fromEntries(Object.entries(memory.doubts).filter(([id]) => kept.has(id)))
  };
}

function openDoubts(
  { doubts, doubted }: DoubtBook,
  refusals: VerificationMemory['refusedChains']
): VerificationMemory['doubts'] {
  const open = new Set([...Object.values(doubted), ...Object.values(refusals)].map(({ doubtId }) => doubtId));
  return Object.fromEntries(Object.entries(doubts).filter(([id]) => open.has(id)));
}

/** What was missing in a doubt that is confirmed left now; what an answer named again did not leave. */
function lastingOutflows(
  outflows: readonly Outflow[],
  { doubted, now }: DoubtBook,
  confirmed: ReadonlySet<string>
): Outflow[] {
  return outflows.flatMap(({ doubtId, holdingId, ...outflow }) => {
    if (!doubtId || !holdingId) return [outflow];
    if (doubted[holdingId]) return [{ ...outflow, doubtId, holdingId }];
    return confirmed.has(doubtId) && outflow.worth !== '0' ? [{ ...outflow, at: now }] : [];
  });
}

function believedSnapshots(
  changes: readonly HoldingChange[],
  round: Round,
  { believed }: Admission
): WalletSnapshot[] {
  /** By id; undefined: it is believed to be gone. All other holdings are as they were proposed. */
  const decided = new Map<string, Holding | undefined>();
  for (const change of changes) decided.set(change.id, markedSilent(believedOf(change), change));
  for (const [id, holding] of believed) decided.set(id, holding);
  for (const id of round.removed) decided.set(id, undefined);
  return round.snapshots.map(snapshot => {
    const proposed =
      round.answered.find(({ walletId }) => walletId === snapshot.walletId)?.proposed ?? snapshot;
    if (decided.size === 0) return proposed;
    const missing = changes
      .filter(change => change.walletId === snapshot.walletId && isLacking(change))
      .flatMap(({ before }) => before ?? []);
    const holdings: Holding[] = [];
    let isSame = missing.length === 0;
    for (const holding of [...proposed.holdings, ...missing]) {
      const believed = decided.has(holding.id) ? decided.get(holding.id) : holding;
      if (believed) holdings.push(believed);
      isSame &&= believed === holding;
    }
    return isSame ? proposed : { ...proposed, holdings };
  });
}

function markedSilent(holding: Holding | undefined, { kind, holds }: HoldingChange): Holding | undefined {
  if (!holding || kind !== 'silent-chain' || !holds.has('amount')) return holding;
  return holding.isStale ? holding : { ...holding, isStale: true };
}
