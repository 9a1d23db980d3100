// Counted once: finds what several wallets watch, and the one wallet in which it counts.
// A unit (chain, address, token) counts in the first wallet, in the person's order, that has it.
import { isDefi } from '../../../shared/domain/defi';
import { addressOfUnit, holdingId, unitOf } from '../../../shared/domain/holding-id';
import { ownAddressOf, ownerOf } from '../../../shared/domain/sources';
import type { WalletOverlap } from '../../../shared/schema/app-state';
import type { Holding } from '../../../shared/schema/holding';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import type { Wallet } from '../../../shared/schema/wallet';

/** By the id of a holding that does not count because another wallet has it before: that wallet. */
export type CountedElsewhere = ReadonlyMap<string, string>;

const NO_HOLDINGS: readonly Holding[] = [];
const NOTHING: CountedElsewhere = new Map();

interface Watcher {
  readonly wallet: Wallet;
  readonly holdings: readonly Holding[];
}

/**
 * `wallets`: in the person's order. Whether the first wallet counts the unit is its own matter: excluded there, it
 * counts nowhere. Costs nothing for one wallet, and one pass over holdings that changed while no address is shared.
 */
export function countedElsewhere(
  wallets: readonly Wallet[],
  snapshots: readonly WalletSnapshot[]
): CountedElsewhere {
  if (wallets.length < 2) return NOTHING;
  const watchers = watchersOf(wallets, snapshots);
  if (!isLast(watchers)) last = { watchers, found: findElsewhere(watchers) };
  return last.found;
}

/** A state is drawn many times between two polls, and each point is made of the state that is drawn next. */
let last: { readonly watchers: readonly Watcher[]; readonly found: CountedElsewhere } = {
  watchers: [],
  found: NOTHING
};

function isLast(watchers: readonly Watcher[]): boolean {
  const isSame = ({ wallet, holdings }: Watcher, index: number) =>
    last.watchers[index]?.wallet === wallet && last.watchers[index].holdings === holdings;
  return watchers.length === last.watchers.length && watchers.every(isSame);
}

function findElsewhere(watchers: readonly Watcher[]): CountedElsewhere {
  const shared = sharedOwners(watchers);
  const found = defiElsewhere(defiCoverages(watchers));
  const first = new Map<string, string>();
  for (const { wallet, holdings } of shared.size === 0 ? [] : watchers) {
    for (const holding of holdings) {
      if (isDefi(holding) || !shared.has(ownerKeyOf(holding, wallet))) continue;
      const unit = unitKeyOf(holding, wallet);
      const walletId = first.get(unit);
      if (walletId === undefined) first.set(unit, wallet.id);
      else if (walletId !== wallet.id) found.set(holding.id, walletId);
    }
  }
  return found.size === 0 ? NOTHING : found;
}

/** What the page of a wallet says of others that watch the same, beyond the marks of its tokens; by wallet. */
export function overlapsOf(
  wallets: readonly Wallet[],
  snapshots: readonly WalletSnapshot[]
): ReadonlyMap<string, WalletOverlap[]> {
  const overlaps = new Map<string, WalletOverlap[]>();
  if (wallets.length < 2) return overlaps;
  const watchers = watchersOf(wallets, snapshots);
  const add = (id: string, overlap: WalletOverlap) =>
    overlaps.set(id, [...(overlaps.get(id) ?? []), overlap]);
  const coverages = defiCoverages(watchers);
  const elsewhere = defiElsewhere(coverages);
  for (const one of coverages) {
    const walletId = elsewhere.get(one.holdingId);
    if (walletId !== undefined) add(one.walletId, { kind: 'defi-elsewhere', walletId });
    else
      for (const other of coverages)
        if (one !== other && !elsewhere.has(other.holdingId) && isOverlapping(one, other))
          add(one.walletId, { kind: 'defi-twice', walletId: other.walletId });
  }
  for (const { wallet, holdings } of watchers)
    if (ownersOf(holdings).has('')) add(wallet.id, { kind: 'no-addresses' });
  return overlaps;
}

function watchersOf(wallets: readonly Wallet[], snapshots: readonly WalletSnapshot[]): Watcher[] {
  const byWallet = new Map(snapshots.map(snapshot => [snapshot.walletId, snapshot.holdings]));
  return wallets.map(wallet => ({ wallet, holdings: byWallet.get(wallet.id) ?? NO_HOLDINGS }));
}

const ownersCache = new WeakMap<readonly Holding[], ReadonlySet<string>>();

/** The addresses of the tokens, as in their ids; "" for rows without one. */
export function ownersOf(holdings: readonly Holding[]): ReadonlySet<string> {
  const known = ownersCache.get(holdings);
  if (known) return known;
  const owners = new Set<string>();
  let last: string | null = null;
  for (const holding of holdings) {
    // Rows of one address come together, so most of them need no id taken apart.
    if (holding.address === last || isDefi(holding)) continue;
    last = holding.address;
    owners.add(ownerIn(holding.id));
  }
  ownersCache.set(holdings, owners);
  return owners;
}

/** The address in the id of a holding. */
export function ownerIn(id: string): string {
  return addressOfUnit(id.slice(id.indexOf('/') + 1));
}

/** Rows without an address are of the account that was asked. */
function ownerKeyOf(holding: Holding, wallet: Wallet): string {
  return ownerIn(holding.id) || accountKeyOf(wallet);
}

function unitKeyOf(holding: Holding, wallet: Wallet): string {
  const unit = unitOf(holding);
  return unit === holding.id ? `${accountKeyOf(wallet)}${unit.slice(wallet.id.length)}` : unit;
}

function accountKeyOf(wallet: Wallet): string {
  return `${wallet.source}|${ownerOf(wallet)}`;
}

/** The addresses, and the accounts whose rows name none, that more than one wallet has. */
function sharedOwners(watchers: readonly Watcher[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { wallet, holdings } of watchers)
    for (const owner of ownersOf(holdings)) {
      const key = owner || accountKeyOf(wallet);
      if (seen.has(key)) shared.add(key);
      seen.add(key);
    }
  return shared;
}

/** What the DeFi sum of a wallet is about. `chains` empty: all of the account. */
interface Coverage {
  readonly walletId: string;
  readonly holdingId: string;
  readonly owners: ReadonlySet<string>;
  readonly chains: readonly string[];
}

/** Only of wallets that have a DeFi part and share an address, or an account, with another such wallet. */
function defiCoverages(watchers: readonly Watcher[]): Coverage[] {
  const withDefi = watchers.flatMap(({ wallet, holdings }) => {
    const defi = holdings.find(isDefi);
    if (!defi) return [];
    const { id: walletId, chains } = wallet;
    return [{ walletId, holdingId: defi.id, owners: coveredOwners(wallet, holdings), chains }];
  });
  if (withDefi.length < 2) return [];
  const counts = new Map<string, number>();
  for (const { owners } of withDefi)
    for (const owner of owners) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return withDefi.filter(({ owners }) => [...owners].some(owner => (counts.get(owner) ?? 0) > 1));
}

/** An account is compared by the addresses that its rows name; one that names none, by itself only. */
function coveredOwners(wallet: Wallet, holdings: readonly Holding[]): ReadonlySet<string> {
  const address = ownAddressOf(wallet);
  if (address !== null) return new Set([ownerIn(holdingId('', '', address, ''))]);
  const owners = ownersOf(holdings);
  if (owners.size > 0 && !owners.has('')) return owners;
  return new Set([...owners, accountKeyOf(wallet)].filter(owner => owner !== ''));
}

/** DeFi is one sum for a wallet: it counts in the wallet that contains the other; of two equal ones, in the first. */
function defiElsewhere(coverages: readonly Coverage[]): Map<string, string> {
  const isBehind = (one: Coverage, at: number) => (other: Coverage, index: number) =>
    index !== at && contains(other, one) && (index < at || !contains(one, other));
  const counted = coverages.filter((one, at) => !coverages.some(isBehind(one, at)));
  const found = new Map<string, string>();
  for (const one of coverages) {
    const other = counted.includes(one) ? undefined : counted.find(each => contains(each, one));
    if (other) found.set(one.holdingId, other.walletId);
  }
  return found;
}

function contains(one: Coverage, other: Coverage): boolean {
  const hasChains =
    one.chains.length === 0 ||
    (other.chains.length > 0 && other.chains.every(chain => one.chains.includes(chain)));
  return hasChains && [...other.owners].every(owner => one.owners.has(owner));
}

function isOverlapping(one: Coverage, other: Coverage): boolean {
  const hasChain =
    one.chains.length === 0 ||
    other.chains.length === 0 ||
    one.chains.some(chain => other.chains.includes(chain));
  return hasChain && [...one.owners].some(owner => other.owners.has(owner));
}
