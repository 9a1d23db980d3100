// The wallets that an entry about added or removed wallets lists: one entry for each, and whether it names a wallet.
import type { EntryKind } from './alert-kinds';

/** An entry about several wallets as one entry for each, with an id of its own; any other as it is. */
export function eachWallet<One extends { readonly kind: EntryKind; readonly id: string }>(entry: One): One[] {
  if (!hasWallets(entry) || entry.wallets.length === 1) return [entry];
  return entry.wallets.map(wallet => {
    const { walletId, name, worth } = wallet;
    return { ...entry, id: `${entry.id}/${walletId}`, walletId, wallet: name, wallets: [wallet], worth };
  });
}

interface HasWallets {
  readonly wallets: readonly {
    readonly walletId: string;
    readonly name: string;
    readonly worth: string | null;
  }[];
}

function hasWallets<One extends object>(entry: One): entry is One & HasWallets {
  return 'wallets' in entry;
}

/** Whether the entry names the wallet, alone or with others that were added or removed with it. */
export function isAboutWallet(
  entry: { readonly walletId: string | null; readonly wallets?: HasWallets['wallets'] },
  walletId: string
): boolean {
  return entry.walletId === walletId || (entry.wallets?.some(one => one.walletId === walletId) ?? false);
}
