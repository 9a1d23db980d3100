// Compares what is believed before a round with what is believed after it: what each wallet saw, and each unit once.
import { tokenOf } from '../../../shared/domain/holding-id';
import type { RecountCause } from '../../../shared/schema/app-state';
import type { Holding } from '../../../shared/schema/holding';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import type { VerificationMemory } from '../../../shared/schema/verification';
import type { VerificationEvent } from '../doubts/events';
import { compareUnits } from '../history/compare-units';
import type { WalletComparison } from '../history/history-point';
import { countingRuleOf, countingStatusOf } from '../portfolio/counting-rule';
import type { World } from '../ports/world';
import { isExpected, ownerOfFingerprint, partOf } from '../snapshots/chain-parts';
import { compareHoldings, type IsComparable } from '../snapshots/compare-holdings';
import type { RecountedChanges } from '../snapshots/recounts';
import type { Model } from '../state/model';

export interface ComparedRound {
  readonly comparisons: readonly WalletComparison[];
  /** The same with each unit once. */
  readonly unitComparisons: readonly WalletComparison[];
}

/** `bases`: what is believed before, fitted to the wallets as they are now. A wallet that nothing changed of is left out. */
export function compareRound(
  model: Model,
  bases: readonly WalletSnapshot[],
  { snapshots, settings, verification }: Model,
  events: readonly VerificationEvent[],
  world: World
): ComparedRound {
  const rule = countingRuleOf(settings, world.chains);
  const countingStatus = (holding: Holding) => countingStatusOf(holding, rule);
  const recounted = {
    ...recountedChanges(verification, events),
    uncomparedCause: ({ walletId, chainIndex }: Holding) => {
      const [base, after] = [bases, snapshots].map(all => all.find(one => one.walletId === walletId));
      return base && after ? uncomparedCauseOf(model, base, after, chainIndex) : null;
    }
  };
  const comparable = new Map<string, IsComparable>();
  const comparisons = bases.flatMap((base, index): WalletComparison[] => {
    const after = snapshots[index];
    if (!after || after === base) return [];
    const isComparable = (chain: string) => isCompared(model, base, chain) && isKept(after, chain);
    comparable.set(base.walletId, isComparable);
    const { holdings } = base;
    const comparison = compareHoldings(holdings, after.holdings, countingStatus, isComparable, recounted);
    return [{ walletId: base.walletId, comparison }];
  });
  const units = {
    wallets: settings.wallets,
    before: bases,
    after: snapshots,
    comparisons,
    countingStatus,
    comparable
  };
  return { comparisons, unitComparisons: compareUnits({ ...units, recounted }) };
}

function recountedChanges(
  memory: Pick<VerificationMemory, 'tokens' | 'waiting'>,
  events: readonly VerificationEvent[]
): RecountedChanges {
  const returned = new Set(events.flatMap(event => (event.type === 'returned' ? event.holdingId : [])));
  return {
    isUninvited: holding => memory.tokens[tokenOf(holding)]?.isUninvited === true,
    isReturned: ({ id }) => returned.has(id),
    isPart: ({ id }) => memory.waiting[id] !== undefined
  };
}

/** Whether the chain was answered before, in the wallet as it is now: only then is a difference a change. */
export function isCompared(
  { snapshots }: Pick<Model, 'snapshots'>,
  base: WalletSnapshot,
  chain: string
): boolean {
  const before = snapshots.find(({ walletId }) => walletId === base.walletId);
  return before?.asked === base.asked && partOf(base.parts, chain)?.answeredAt != null;
}

/** What a chain had that OKX no longer supports is recounted: nothing of it left. */
function isKept({ parts }: WalletSnapshot, chain: string): boolean {
  const part = partOf(parts, chain);
  return part === undefined || isExpected(part);
}

/** A wallet that is asked otherwise than before, another chain aside, is not compared either: a setting did it. */
function uncomparedCauseOf(
  { snapshots }: Model,
  base: WalletSnapshot,
  after: WalletSnapshot,
  chainIndex: string
): RecountCause {
  const before = snapshots.find(({ walletId }) => walletId === base.walletId);
  if (!before || before.parts.every(({ answeredAt }) => answeredAt === null)) return 'wallet-added';
  if (!isKept(after, chainIndex)) return 'chain-refused';
  const isOtherOwner = ownerOfFingerprint(before.asked) !== ownerOfFingerprint(base.asked);
  return !isOtherOwner && partOf(base.parts, chainIndex)?.answeredAt == null ? 'chain-added' : 'rule-changed';
}
