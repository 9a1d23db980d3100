// In a group: settings, snapshots and verification as if the wallets of a group were all there are.
import type { Settings } from '../../../shared/schema/settings';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import type { VerificationMemory } from '../../../shared/schema/verification';

/** Only the wallets differ: choices and verdicts are the person's for all. */
export function settingsInGroup(settings: Settings, members: ReadonlySet<string>): Settings {
  return { ...settings, wallets: settings.wallets.filter(({ id }) => members.has(id)) };
}

export function snapshotsInGroup(
  snapshots: readonly WalletSnapshot[],
  members: ReadonlySet<string>
): WalletSnapshot[] {
  return snapshots.filter(({ walletId }) => members.has(walletId));
}

/** What is remembered of tokens is of all wallets, and stays. */
export function verificationInGroup(
  memory: VerificationMemory,
  members: ReadonlySet<string>
): VerificationMemory {
  const isOwn = (id: string) => members.has(id.slice(0, id.indexOf('/')));
  const ownOf = <Value>(record: Record<string, Value>) =>
    Object.fromEntries(Object.entries(record).filter(([id]) => isOwn(id)));
  return {
    ...memory,
    doubts: Object.fromEntries(
      Object.entries(memory.doubts).filter(([, { walletId }]) => members.has(walletId))
    ),
    doubted: ownOf(memory.doubted),
    waiting: ownOf(memory.waiting),
    asked: memory.asked.filter(isOwn),
    refusedChains: ownOf(memory.refusedChains)
  };
}
