// Entries of the activity about wallets that the person added or removed: made at the act, with the value once known.
import { add, decimal, toText, ZERO, type DecimalText } from '../../../shared/domain/decimal';
import type { Entry, ListedWallet, WalletsEntry } from '../../../shared/schema/activity';
import type { Portfolio } from '../../../shared/schema/app-state';
import type { Wallet } from '../../../shared/schema/wallet';
import { isExpected } from '../snapshots/chain-parts';
import type { Model } from '../state/model';
import { entryAt } from './alert-event';

type NamedWallet = Pick<Wallet, 'id' | 'name'>;

export function walletsEntry(
  kind: WalletsEntry['kind'],
  wallets: readonly NamedWallet[],
  { id, at, worthOf }: { id: string; at: number; worthOf: (walletId: string) => DecimalText | null }
): WalletsEntry {
  const listed = wallets.map(wallet => ({
    walletId: wallet.id,
    name: wallet.name,
    worth: worthOf(wallet.id)
  }));
  return withListed({ ...entryAt(at), id, kind, wallets: [], worth: null }, listed);
}

/** A single wallet is named where entries of all kinds name theirs. */
function withListed(entry: WalletsEntry, wallets: ListedWallet[]): WalletsEntry {
  const only = wallets.length === 1 ? wallets[0] : undefined;
  return {
    ...entry,
    walletId: only?.walletId ?? null,
    wallet: only?.name ?? '',
    wallets,
    worth: sumOf(wallets.map(({ worth }) => worth))
  };
}

function sumOf(all: readonly (DecimalText | null)[]): DecimalText | null {
  let sum = ZERO;
  for (const worth of all) {
    if (worth === null) return null;
    sum = add(sum, decimal(worth));
  }
  return toText(sum);
}

/** The entry as if the wallet had never been; null: it was about nothing else. */
export function entryWithoutWallet<One extends Entry>(
  entry: One,
  walletId: string
): One | WalletsEntry | null {
  if (entry.walletId === walletId) return null;
  if (!('wallets' in entry) || !entry.wallets.some(wallet => wallet.walletId === walletId)) return entry;
  return withListed(
    entry,
    entry.wallets.filter(wallet => wallet.walletId !== walletId)
  );
}

/** The value of a wallet of which every expected part was answered; null: it is not known yet. */
export function completeWorth(
  { snapshots }: Pick<Model, 'snapshots'>,
  { wallets }: Pick<Portfolio, 'wallets'>
) {
  return (walletId: string): DecimalText | null => {
    const parts = snapshots.find(snapshot => snapshot.walletId === walletId)?.parts.filter(isExpected) ?? [];
    if (parts.length === 0 || parts.some(({ answeredAt }) => answeredAt === null)) return null;
    return wallets.find(({ wallet }) => wallet.id === walletId)?.value ?? null;
  };
}

/** The value of a wallet as it was last shown; null: it was never answered. */
export function lastWorth({ wallets }: Pick<Portfolio, 'wallets'>) {
  return (walletId: string): DecimalText | null => {
    const row = wallets.find(({ wallet }) => wallet.id === walletId);
    return row === undefined || row.takenAt === null ? null : row.value;
  };
}

/** The entries that wait for the first value of a wallet that is still there. */
export function awaitingWorth(entries: readonly Entry[], wallets: readonly NamedWallet[]): WalletsEntry[] {
  const isThere = (walletId: string) => wallets.some(({ id }) => id === walletId);
  return entries.filter(
    (entry): entry is WalletsEntry =>
      entry.kind === 'wallet-added' &&
      entry.wallets.some(({ walletId, worth }) => worth === null && isThere(walletId))
  );
}

/** The waiting entries of which a value became known, with that value. */
export function withFirstWorth(model: Model, portfolio: Portfolio): WalletsEntry[] {
  const worthOf = completeWorth(model, portfolio);
  return model.activity.awaitingWorth.flatMap(entry => {
    const wallets = entry.wallets.map(one => ({ ...one, worth: one.worth ?? worthOf(one.walletId) }));
    return wallets.some(({ worth }, index) => worth !== entry.wallets[index]?.worth)
      ? [withListed(entry, wallets)]
      : [];
  });
}
