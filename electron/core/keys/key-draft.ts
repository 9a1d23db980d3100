// Makes a key draft with its wallets from the form of a key.
// Nothing is saved before OKX has answered.
import { ownerOf, type SourceId } from '../../../shared/domain/sources';
import type { ConnectForm } from '../../../shared/ipc/contract';
import { originOf } from '../../../shared/domain/host';
import type { Credentials, Key } from '../../../shared/schema/key';
import type { Settings } from '../../../shared/schema/settings';
import { canonicalAddress } from '../../../shared/domain/token-identity';
import type { NewWallet } from '../../../shared/ipc/wallet-calls';
import type { Wallet } from '../../../shared/schema/wallet';

export interface KeyDraft {
  readonly key: Key;
  /** At least one wallet; the first one is polled to test the key. */
  readonly wallets: readonly Wallet[];
  readonly credentials: Credentials;
}

/** The fields of a credentials form, for a new key or for the replacement of an old one. */
export type CredentialsForm = Pick<ConnectForm, 'apiKey' | 'secretKey' | 'passphrase' | 'projectId' | 'host'>;

export function credentialsOf(form: CredentialsForm): Credentials {
  return {
    apiKey: form.apiKey.trim(),
    secretKey: form.secretKey.trim(),
    passphrase: form.passphrase.trim(),
    projectId: form.projectId.trim() || null
  };
}

/**
 * Makes a key and its wallets from a validated form. An account or address that is watched already keeps its wallet;
 * an account also keeps the id of its key, so that the new key replaces the old one.
 */
export function keyDraftOf(form: ConnectForm, settings: Settings, newId: () => string): KeyDraft {
  const addresses = uniqueAddresses(form.addresses ?? []);
  const isOfAddresses = addresses.length > 0;
  const known = isOfAddresses ? undefined : findWatchedWallet(settings, 'v5-account', form.accountId.trim());
  const keptIn = form.thisSessionOnly ? 'session' : 'keychain';
  const oldKey = settings.keys.find(({ id }) => id === known?.keyId);
  // A session key must not hide an entry of the keychain: "Forget key" would then leave that entry behind.
  const isHidingKeychainEntry = oldKey?.keptIn === 'keychain' && keptIn === 'session';
  const keyId = known && !isHidingKeychainEntry ? known.keyId : newId();
  const name = settings.keys.find(({ id }) => id === keyId)?.name ?? nextKeyName(settings);
  const wallets: Wallet[] = isOfAddresses
    ? addresses.map(given => addressWallet(given, keyId, settings, newId))
    : [
        {
          ...keptFields(known, newId),
          name: form.name,
          keyId,
          source: 'v5-account',
          accountId: form.accountId.trim(),
          chains: form.chains
        }
      ];
  const key: Key = { id: keyId, name, host: originOf(form.host) ?? form.host, keptIn };
  return { key, wallets, credentials: credentialsOf(form) };
}

/** Each address once; letter case is ignored where addresses ignore it. */
function uniqueAddresses(addresses: readonly NewWallet[]): NewWallet[] {
  const first = new Map<string, NewWallet>();
  for (const given of addresses) {
    const address = canonicalAddress(given.address);
    if (!first.has(address)) first.set(address, given);
  }
  return [...first.values()];
}

/** The address as a wallet of this key; a wallet that exists already keeps its id, its colour and its pause. */
export function addressWallet(
  given: NewWallet,
  keyId: string,
  settings: Settings,
  newId: () => string
): Wallet {
  const known = findWatchedWallet(settings, 'v6-address', given.address);
  return { ...keptFields(known, newId), ...given, keyId, source: 'v6-address' };
}

export function findWatchedWallet(settings: Settings, source: SourceId, owner: string): Wallet | undefined {
  return settings.wallets.find(
    wallet => wallet.source === source && canonicalAddress(ownerOf(wallet)) === canonicalAddress(owner)
  );
}

function keptFields(known: Wallet | undefined, newId: () => string) {
  if (!known) return { id: newId() };
  const { id, colour, isPaused } = known;
  return { id, ...(colour === undefined ? {} : { colour }), ...(isPaused === undefined ? {} : { isPaused }) };
}

/** "OKX", then "OKX 2" and so on: the next name that no key has. */
export function nextKeyName({ keys }: Settings): string {
  const taken = new Set(keys.map(({ name }) => name));
  let count = keys.length + 1;
  while (taken.has(`OKX ${count}`)) count++;
  return keys.length === 0 ? 'OKX' : `OKX ${count}`;
}

export function withDraft(settings: Settings, { key, wallets }: KeyDraft): Settings {
  return {
    ...settings,
    keys: upsert(settings.keys, key),
    wallets: wallets.reduce(upsert, settings.wallets)
  };
}

/** Replaces an item with a known id in place, so that the order stays; otherwise adds the item at the end. */
export function upsert<Item extends { id: string }>(items: readonly Item[], item: Item): Item[] {
  const isKnown = items.some(({ id }) => id === item.id);
  return isKnown ? items.map(other => (other.id === item.id ? item : other)) : [...items, item];
}
