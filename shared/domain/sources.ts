// Sources of a wallet: one row a source with what is watched in it and what can be done with it.
// Only the requests (electron/okx) know more about a source; all other code asks this table.
import { DEFAULT_HOST, type OkxOrigin } from './host';

export interface SourceFacts {
  /** What is watched is an address of the person: it can be pasted, and explorers have a page for it. */
  readonly isOwnAddress: boolean;
  /** Without a choice of chains, OKX answers all of them. */
  readonly hasEveryChain: boolean;
  /** One request may name chains of one family only. */
  readonly areFamiliesApart: boolean;
  /** The host that OKX documents for it. */
  readonly host: OkxOrigin;
}

export const SOURCES = {
  'v5-account': {
    isOwnAddress: false,
    hasEveryChain: true,
    areFamiliesApart: false,
    host: 'https://www.okx.com'
  },
  'v6-address': {
    isOwnAddress: true,
    hasEveryChain: false,
    // An address is valid for one family of chains only; an account knows the address for each chain.
    areFamiliesApart: true,
    host: 'https://web3.okx.com'
  }
} as const satisfies Record<string, SourceFacts>;

export type SourceId = keyof typeof SOURCES;

/** What is watched, in the field that the wallet's source has for it. */
type Watched = { readonly accountId: string } | { readonly address: string };

/** The account or the address whose holdings are requested from OKX. */
export function ownerOf(wallet: Watched): string {
  return 'address' in wallet ? wallet.address : wallet.accountId;
}

/** Null: the wallet is no account that OKX keeps. */
export function accountIdOf(wallet: Watched): string | null {
  return 'accountId' in wallet ? wallet.accountId : null;
}

/** Null: the wallet watches no address of its own. */
export function ownAddressOf(wallet: Watched & { readonly source: SourceId }): string | null {
  return SOURCES[wallet.source].isOwnAddress ? ownerOf(wallet) : null;
}

/** The documented host of a key for these sources; a key for several uses the first of OKX's hosts. */
export function defaultHostFor(sources: readonly SourceId[]): string {
  const hosts = new Set<string>(sources.map(source => SOURCES[source].host));
  const [only] = hosts;
  return hosts.size === 1 && only !== undefined ? only : DEFAULT_HOST;
}
