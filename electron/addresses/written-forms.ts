// Takes an address out of the form that it was written in: a chain in front of it, a payment link, a page of an explorer.
import { EXPLORER_CHAINS } from '../../shared/domain/explorers';

export interface WrittenForm {
  /** The address alone; not yet checked. */
  readonly text: string;
  /** The chain that the form names; absent: it names none. */
  readonly chain?: string;
}

/** What a link shows when it shows no address of a wallet. */
export type OtherPage = 'transaction' | 'token-page';

/**
 * Short names of EIP-3770 and schemes of payment links, by what people write in front of an address. Source:
 * ethereum-lists/chains, field shortName, for the chains that OKX serves; the schemes are those of each coin's wallets.
 */
const CHAIN_OF_PREFIX: Readonly<Record<string, string>> = {
  eth: '1',
  ethereum: '1',
  flr: '14',
  oeth: '10',
  cro: '25',
  bnb: '56',
  etc: '61',
  gno: '100',
  unichain: '130',
  matic: '137',
  pol: '137',
  monad: '143',
  sonic: '146',
  'manta-pacific': '169',
  okb: '196',
  xlayer: '196',
  obnb: '204',
  ftm: '250',
  zksync: '324',
  pls: '369',
  cfx: '1030',
  metis: '1088',
  'metis-andromeda': '1088',
  zkevm: '1101',
  core: '1116',
  mbeam: '1284',
  mriver: '1285',
  ron: '2020',
  ronin: '2020',
  kava: '2222',
  merlin: '4200',
  mantle: '5000',
  mnt: '5000',
  zetachain: '7000',
  kaia: '8217',
  base: '8453',
  plasma: '9745',
  ethw: '10001',
  mode: '34443',
  arb1: '42161',
  'arb-nova': '42170',
  celo: '42220',
  avax: '43114',
  linea: '59144',
  blast: '81457',
  tko: '167000',
  scr: '534352',
  bitcoin: '0',
  litecoin: '2',
  dogecoin: '3',
  dash: '5',
  cosmos: '118',
  tron: '195',
  polkadot: '354',
  solana: '501',
  ton: '607',
  aptos: '637',
  sui: '784',
  cardano: '1815'
};

const prefixes = Object.keys(CHAIN_OF_PREFIX).join('|');
/** A link up to what ends it in running text. With it goes its query, which other separators would cut. */
export const LINK_PATTERN = new RegExp(
  `(?:https?|ton)://[^\\s,;|<>"'，；、]+|(?<![\\w-])(?:${prefixes}):[^\\s,;|<>"'，；、]+`,
  'iu'
);

/** CAIP-10: `eip155:1:0x…`; other namespaces name their network by a hash. */
const CAIP_10 =
  /^(?:eip155:(\d{1,12})|(?:bip122|solana|cosmos|polkadot|tron|sui|aptos):[\w-]{1,40}):([^:]+)$/i;
/** EIP-3770, EIP-681 and BIP-21: a prefix, perhaps `pay-`, the address, perhaps `@chain`, a path, a query. */
const PREFIXED =
  /^([a-z][\w-]{0,19}):(?:\/\/)?(?:pay-)?(?:transfer\/)?([^@/?#:]+)(?:@(\d{1,12}))?(?:[/?#].*)?$/i;

/** EIP-681 for a token: the contract stands in front, and who is paid in the query. */
const TOKEN_PAYMENT = /^ethereum:[^?]+\/transfer\?(?:.*&)?address=([^&#]+)/i;

/** Null: the text is in no form that names a chain or a page. */
export function readWrittenForm(text: string): WrittenForm | OtherPage | null {
  if (/^https?:\/\//i.test(text)) return readPage(text);
  const [, evmChain, account] = CAIP_10.exec(text) ?? [];
  if (account !== undefined) return { text: account, ...(evmChain && { chain: evmChain }) };
  const [, paid] = TOKEN_PAYMENT.exec(text) ?? [];
  const [, prefix = '', target, givenChain] = PREFIXED.exec(text) ?? [];
  const address = paid ?? target;
  if (address === undefined || prefix.toLowerCase() === 'bitcoincash') return null;
  const chain = givenChain ?? CHAIN_OF_PREFIX[prefix.toLowerCase()];
  return { text: address, ...(chain !== undefined && { chain }) };
}

/** Queries and path parts after which pages of explorers, wallets and portfolios name the address of a wallet. */
const OWNER_QUERIES = ['a', 'address', 'account', 'safe', 'owner', 'wallet', 'holder'];
const OWNER_PATHS =
  /\/(?:address|addresses|account|accounts|addr|wallet|wallets|profile|portfolio|user|users|holder|owner|send|u)\/([^/?#]+)/i;
const TRANSACTION_PATHS = /\/(?:tx|txs|transaction|transactions|txid|extrinsic|block|blocks)\//i;
const TOKEN_PATHS =
  /\/(?:token|tokens|token20|contract|coin|coins|asset|assets|jetton|nft|collection|pool|pools|pair|pairs)\//i;
/** Sites about tokens and pools alone. */
const TOKEN_SITES = /(^|\.)(dexscreener|dextools|geckoterminal|birdeye|pump)\.[a-z]+$/;

/** An address in a page's link is the wallet that the page is about; the token of a page of tokens is none. */
function readPage(link: string): WrittenForm | OtherPage | null {
  if (!URL.canParse(link)) return null;
  const url = new URL(link);
  // Pages of some explorers are named after the "#", with a query of their own.
  const [path = '', ...queries] = `${url.pathname}${url.hash.replace('#', '/')}${url.search}`.split('?');
  const asked = queries.flatMap(query => query.split('&')).map(pair => pair.split('='));
  const owner = asked.find(
    ([name = '', value = '']) => OWNER_QUERIES.includes(name) && value.length > 20
  )?.[1];
  if (owner !== undefined) return innerForm(owner, url.hostname);
  if (TRANSACTION_PATHS.test(path)) return 'transaction';
  if (TOKEN_PATHS.test(path) || TOKEN_SITES.test(url.hostname)) return 'token-page';
  const named = OWNER_PATHS.exec(path)?.[1];
  const long = path.split('/').filter(part => part.length >= 25);
  const only = named ?? (long.length === 1 ? long[0] : undefined);
  return only === undefined ? null : innerForm(only, url.hostname);
}

function innerForm(part: string, host: string): WrittenForm {
  const text = decodeURIComponentOrSame(part);
  const inner = /^https?:/i.test(text) ? null : readWrittenForm(text.replace(/@\d+$/, ''));
  if (inner !== null && typeof inner === 'object') return inner;
  const chain = /@(\d+)$/.exec(text)?.[1] ?? EXPLORER_CHAINS.get(host.replace(/^www\./, ''));
  return { text: text.replace(/@\d+$/, ''), ...(chain !== undefined && { chain }) };
}

function decodeURIComponentOrSame(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
