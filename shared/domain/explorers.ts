// Finds the block explorer page of an address or a token on each chain.
// Its hosts are the only ones that may be opened in the browser.

export type ExplorerKind = 'token' | 'address';

export interface Explorer {
  /** The page is `https://` + host + path + address or token. */
  readonly host: string;
  readonly address: string;
  /** Null: the explorer has no token pages. */
  readonly token: string | null;
}

const tokenExplorer = (host: string): Explorer => ({ host, address: '/address/', token: '/token/' });
const addressExplorer = (host: string, address = '/address/'): Explorer => ({ host, address, token: null });

/** By chainIndex. A chain without a site that is sure to last is left out: anybody can buy an abandoned domain. */
const EXPLORERS: Readonly<Record<string, Explorer>> = {
  0: addressExplorer('mempool.space'),
  1: tokenExplorer('etherscan.io'),
  2: addressExplorer('litecoinspace.org'),
  3: addressExplorer('blockchair.com', '/dogecoin/address/'),
  5: addressExplorer('blockchair.com', '/dash/address/'),
  10: tokenExplorer('optimistic.etherscan.io'),
  56: tokenExplorer('bscscan.com'),
  100: tokenExplorer('gnosisscan.io'),
  130: tokenExplorer('uniscan.xyz'),
  137: tokenExplorer('polygonscan.com'),
  145: addressExplorer('blockchair.com', '/bitcoin-cash/address/'),
  146: tokenExplorer('sonicscan.org'),
  195: { host: 'tronscan.org', address: '/#/address/', token: '/#/token20/' },
  204: tokenExplorer('opbnb.bscscan.com'),
  354: addressExplorer('polkadot.subscan.io', '/account/'),
  501: { host: 'solscan.io', address: '/account/', token: '/token/' },
  607: { host: 'tonviewer.com', address: '/', token: '/' },
  784: { host: 'suiscan.xyz', address: '/mainnet/account/', token: '/mainnet/coin/' },
  1284: tokenExplorer('moonbeam.moonscan.io'),
  1285: tokenExplorer('moonriver.moonscan.io'),
  5000: tokenExplorer('mantlescan.xyz'),
  8453: tokenExplorer('basescan.org'),
  42161: tokenExplorer('arbiscan.io'),
  42170: tokenExplorer('nova.arbiscan.io'),
  42220: tokenExplorer('celoscan.io'),
  59144: tokenExplorer('lineascan.build'),
  81457: tokenExplorer('blastscan.io'),
  534352: tokenExplorer('scrollscan.com')
};

export const EXPLORER_HOSTS: readonly string[] = [
  ...new Set(Object.values(EXPLORERS).map(({ host }) => host))
];

/** The one chain that an explorer is of, by its host; explorers of several chains are left out. */
export const EXPLORER_CHAINS: ReadonlyMap<string, string> = new Map(
  Object.entries(EXPLORERS)
    .filter(([, { host }], _, all) => all.filter(([, other]) => other.host === host).length === 1)
    .map(([chainIndex, { host }]) => [host, chainIndex])
);

/** The explorer of a chain; null: none is known, or it has no page of this kind. */
export function explorerOf(chainIndex: string, kind: ExplorerKind): Explorer | null {
  const explorer = Object.hasOwn(EXPLORERS, chainIndex) ? EXPLORERS[chainIndex] : undefined;
  return explorer && explorer[kind] !== null ? explorer : null;
}
