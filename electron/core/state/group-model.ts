// Group model: the model as if the wallets of a group were all there are.
import type { WalletGroup } from '../../../shared/schema/wallet';
import { membersOf } from '../groups/groups';
import { pointsOfGroup } from '../groups/group-points';
import { settingsInGroup, snapshotsInGroup, verificationInGroup } from '../groups/in-group';
import { emptyRowMemory, type RowMemory } from '../portfolio/holding-rows';
import type { Model } from './model';

/** It is drawn from, and never saved. */
export function modelInGroup(model: Model, group: WalletGroup): Model {
  const members = membersOf(model.settings, group);
  const isOwn = (walletId: string | null) => walletId === null || members.has(walletId);
  return {
    ...model,
    settings: settingsInGroup(model.settings, members),
    snapshots: snapshotsInGroup(model.snapshots, members),
    verification: verificationInGroup(model.verification, members),
    points: pointsOfGroup(model.points, members),
    activity: { ...model.activity, moves: model.activity.moves.filter(({ walletId }) => isOwn(walletId)) },
    rowMemory: rowMemoryOf(model.rowMemory, group.id)
  };
}

/** The rows of each group, as long as those of all wallets are kept. */
const rowMemories = new WeakMap<RowMemory, Map<string, RowMemory>>();

function rowMemoryOf(whole: RowMemory, groupId: string): RowMemory {
  const known = rowMemories.get(whole) ?? new Map<string, RowMemory>();
  rowMemories.set(whole, known);
  const own = known.get(groupId) ?? emptyRowMemory();
  known.set(groupId, own);
  return own;
}
