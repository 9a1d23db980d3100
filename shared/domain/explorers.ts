// Which website explains a chain's addresses and tokens: the whole list of hosts that may ever be opened in the browser.

export type ExplorerKind = 'token' | 'address';

export interface Explorer {
  /** The page is `https://` + host + path + what is asked for. */
  readonly host: string;
  readonly address: string;
  /** Null: it has no pages of tokens. */
  readonly token: string | null;
}

const scan = (host: string): Explorer => ({ host, address: '/address/', token: '/token/' });
const coins = (host: string, address = '/address/'): Explorer => ({ host, address, token: null });

/** By chainIndex. A chain without a site that is sure to last is left out: a dead domain can be bought by anybody. */
const EXPLORERS: Readonly<Record<string, Explorer>> = {
  0: coins('mempool.space'),
  1: scan('etherscan.io'),
  2: coins('litecoinspace.org'),
  3: coins('blockchair.com', '/dogecoin/address/'),
  5: coins('blockchair.com', '/dash/address/'),
  10: scan('optimistic.etherscan.io'),
  56: scan('bscscan.com'),
  100: scan('gnosisscan.io'),
  130: scan('uniscan.xyz'),
  137: scan('polygonscan.com'),
  145: coins('blockchair.com', '/bitcoin-cash/address/'),
  146: scan('sonicscan.org'),
  195: { host: 'tronscan.org', address: '/#/address/', token: '/#/token20/' },
  204: scan('opbnb.bscscan.com'),
  354: coins('polkadot.subscan.io', '/account/'),
  501: { host: 'solscan.io', address: '/account/', token: '/token/' },
  607: { host: 'tonviewer.com', address: '/', token: '/' },
  784: { host: 'suiscan.xyz', address: '/mainnet/account/', token: '/mainnet/coin/' },
  1284: scan('moonbeam.moonscan.io'),
  1285: scan('moonriver.moonscan.io'),
  5000: scan('mantlescan.xyz'),
  8453: scan('basescan.org'),
  42161: scan('arbiscan.io'),
  42170: scan('nova.arbiscan.io'),
  42220: scan('celoscan.io'),
  59144: scan('lineascan.build'),
  81457: scan('blastscan.io'),
  534352: scan('scrollscan.com')
};

export const EXPLORER_HOSTS: readonly string[] = [
  ...new Set(Object.values(EXPLORERS).map(({ host }) => host))
];

/** Null where none is known, or where it has no page of this kind. */
export function explorerOf(chainIndex: string, kind: ExplorerKind): Explorer | null {
  const explorer = Object.hasOwn(EXPLORERS, chainIndex) ? EXPLORERS[chainIndex] : undefined;
  return explorer && explorer[kind] !== null ? explorer : null;
}
