// Names what cannot be watched: addresses of coins that OKX does not serve, extended public keys, names of name services.
import { blake2b } from '@noble/hashes/blake2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { ascii, base58, bech32, createBase58check } from '@scure/base';
import { isECash } from './cash-address';
import { decodeOrNull } from './reading';

/** `coin`: its name as people know it; null: an address, but it is not known of which coin. */
export type OtherKind =
  | { readonly kind: 'extended-public-key' | 'domain-name' }
  | { readonly kind: 'other-coin'; readonly coin: string | null };

/** BIP-32 and SLIP-132 with the prefixes of each coin, Cardano's, and output descriptors around them. */
const EXTENDED_PUBLIC_KEY =
  /(^|[^a-z0-9])([xyztuv]pub|[lm]tub|dgub|drkp)[1-9a-km-z]{20,}|^(acct_xvk|addr_xvk|root_xvk|xpub)1\w{20,}/i;
/** Names under which name services hand out addresses; names of the web's own top levels are not among them. */
const DOMAIN_NAME =
  /^[\p{L}\p{N}\p{S}_-]+(\.[\p{L}\p{N}_-]+)*\.(eth|sol|bnb|crypto|nft|wallet|dao|blockchain|bitcoin|btc|zil|lens|unstoppable|x|888|apt|sui|arb|avax|stark|polygon|klever|hi|kresus|anime|manga|go|cb\.id|base\.id|ton|t\.me|bit|ada)$/iu;

const B58 = '[1-9A-HJ-NP-Za-km-z]';
/** Forms that no served coin shares. Checksums are not asked: a mistyped address of another coin is one of that coin. */
const COIN_FORMS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`^r${B58}{24,34}$|^X${B58}{46}$`), 'XRP'],
  [/^G[A-Z2-7]{55}$|^M[A-Z2-7]{68}$/, 'Stellar'],
  [/^[A-Z2-7]{58}$/, 'Algorand'],
  [new RegExp(`^[48]${B58}{94}$|^4${B58}{105}$`), 'Monero'],
  [new RegExp(`^t[13]${B58}{33}$|^(zs|u|ztestsapling)1[a-z0-9]{70,}$`), 'Zcash'],
  [/^kaspa:[a-z0-9]{50,}$/i, 'Kaspa'],
  [/^ecash:[a-z0-9]{40,}$/i, 'eCash'],
  [new RegExp(`^(tz[1-4]|KT1)${B58}{33}$`), 'Tezos'],
  [/^f(1[a-z2-7]{39}|3[a-z2-7]{84}|[24][a-z2-7]{39,})$/i, 'Filecoin'],
  [/^([a-z0-9]{5}-){10}[a-z0-9]{3}$|^([a-z0-9]{5}-){4}[a-z0-9]{3}$/, 'Internet Computer'],
  [/^0\.0\.\d{3,10}(-[a-z]{5})?$/, 'Hedera'],
  [/^[a-z0-9_-]+(\.[a-z0-9_-]+)*\.near$/, 'NEAR'],
  [/^S[PMTN][0-9A-HJKMNP-TV-Z]{38,40}$/, 'Stacks'],
  [/^(nano|xrb)_[13][a-z0-9]{59}$/, 'Nano'],
  [/^ban_[13][a-z0-9]{59}$/, 'Banano'],
  [/^xdc[0-9a-f]{40}$/i, 'XDC Network'],
  [/^(hx|cx)[0-9a-f]{40}$/, 'ICON'],
  [new RegExp(`^D[sc]${B58}{33}$`), 'Decred'],
  [new RegExp(`^(Ae2|Ddz)${B58}{50,110}$`), 'Cardano before Shelley'],
  [/^stake1[a-z0-9]{50,60}$/, 'Cardano staking'],
  [/^ex1[a-z0-9]{38}$/, 'OKTC in its old form']
];

/** Prefixes of bech32 addresses, most of them chains made with the Cosmos SDK. Source: each chain's documentation. */
const COIN_OF_PREFIX: Readonly<Record<string, string>> = {
  osmo: 'Osmosis',
  celestia: 'Celestia',
  inj: 'Injective',
  sei: 'Sei in its Cosmos form',
  terra: 'Terra',
  juno: 'Juno',
  akash: 'Akash',
  kava: 'Kava in its Cosmos form',
  dydx: 'dYdX',
  noble: 'Noble',
  axelar: 'Axelar',
  stars: 'Stargaze',
  secret: 'Secret Network',
  evmos: 'Evmos',
  thor: 'THORChain',
  maya: 'Maya',
  kujira: 'Kujira',
  stride: 'Stride',
  neutron: 'Neutron',
  band: 'Band',
  persistence: 'Persistence',
  umee: 'Umee',
  dym: 'Dymension',
  bbn: 'Babylon',
  saga: 'Saga',
  init: 'Initia',
  mantra: 'MANTRA',
  fetch: 'Fetch.ai',
  cro: 'Cronos in its Cosmos form',
  bnb: 'BNB Beacon Chain',
  zil: 'Zilliqa',
  one: 'Harmony',
  erd: 'MultiversX',
  iota: 'IOTA',
  smr: 'Shimmer',
  ckb: 'Nervos',
  io: 'IoTeX',
  aleo: 'Aleo',
  dgb: 'DigiByte',
  vtc: 'Vertcoin',
  grs: 'Groestlcoin',
  btg: 'Bitcoin Gold',
  qc: 'Qtum',
  rvn: 'Ravencoin'
};

/** First bytes of base58check addresses. Source: each coin's chainparams. */
const COIN_OF_VERSION: Readonly<Record<number, string>> = {
  0x17: 'Neo',
  0x35: 'Neo',
  0x1a: 'Groestlcoin',
  0x24: 'Groestlcoin',
  0x26: 'Bitcoin Gold',
  0x37: 'Peercoin',
  0x3a: 'Qtum',
  0x3c: 'Ravencoin or Komodo',
  0x47: 'Vertcoin',
  0x49: 'Verge'
};
/** Networks of SS58 but Polkadot's own. Source: the SS58 registry. */
const COIN_OF_SS58: Readonly<Record<number, string>> = {
  2: 'Kusama',
  5: 'Astar',
  42: 'Substrate in its general form'
};

const base58check = createBase58check(sha256);

/** Null: the text is none of these. */
export function otherKindOf(text: string): OtherKind | null {
  if (EXTENDED_PUBLIC_KEY.test(text)) return { kind: 'extended-public-key' };
  const form = COIN_FORMS.find(([pattern]) => pattern.test(text));
  if (form) return { kind: 'other-coin', coin: form[1] };
  const prefix = /^([a-z]{1,16})1[qpzry9x8gf2tvdw0s3jn54khce6mua7l]{36,110}$/i.exec(text)?.[1]?.toLowerCase();
  const coin =
    prefix !== undefined && Object.hasOwn(COIN_OF_PREFIX, prefix) ? (COIN_OF_PREFIX[prefix] ?? null) : null;
  if (coin || (prefix !== undefined && bech32.decodeUnsafe(text, 120))) return { kind: 'other-coin', coin };
  if (isECash(text)) return { kind: 'other-coin', coin: 'eCash' };
  return otherBase58(text) ?? (isDomainName(text) ? { kind: 'domain-name' } : null);
}

export function isDomainName(text: string): boolean {
  return text.length <= 120 && DOMAIN_NAME.test(text);
}

/** Addresses whose checksum is right, of a coin that is not served. */
function otherBase58(text: string): OtherKind | null {
  const bytes = /^\w{25,52}$/.test(text) ? decodeOrNull(base58.decode, text) : null;
  if (bytes?.length === 25 && decodeOrNull(base58check.decode, text) !== null)
    return { kind: 'other-coin', coin: COIN_OF_VERSION[bytes[0] ?? 0] ?? null };
  if (bytes === null || (bytes.length !== 35 && bytes.length !== 36)) return null;
  const body = bytes.subarray(0, -2);
  const hash = blake2b(Uint8Array.from([...ascii.decode('SS58PRE'), ...body]));
  const isWhole = hash[0] === bytes.at(-2) && hash[1] === bytes.at(-1);
  const network = bytes.length === 35 ? COIN_OF_SS58[bytes[0] ?? 0] : undefined;
  return isWhole ? { kind: 'other-coin', coin: network ?? 'another chain of Substrate' } : null;
}
