// Changes lists of groups of wallets: who is in which, and the name of a new one.
import type { WalletGroup } from '../../shared/schema/wallet';
import { GROUPS_TEXT } from '../text/wallets';

/** The wallet comes into the group, out of any other, or leaves it. */
export function withMember(
  groups: readonly WalletGroup[],
  groupId: string,
  walletId: string,
  isIn: boolean
): WalletGroup[] {
  return groups.map(group => {
    const others = group.walletIds.filter(id => id !== walletId);
    if (group.id === groupId) return { ...group, walletIds: isIn ? [...others, walletId] : others };
    return isIn ? { ...group, walletIds: others } : group;
  });
}

/** "Group 2": the first that no group has. */
export function freeGroupName(groups: readonly WalletGroup[]): string {
  const taken = new Set(groups.map(({ name }) => name.toLowerCase()));
  for (let number = groups.length + 1; ; number++) {
    const name = GROUPS_TEXT.newName(number);
    if (!taken.has(name.toLowerCase())) return name;
  }
}
