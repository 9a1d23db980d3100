// Checks the host that a key is sent to, and finds hosts that imitate OKX's.
// Allowed are https to any host that the person chose, and plain http to this computer only.

/** Where the accounts of a host belong. `wallet-api`: the host that OKX documents for the Wallet API alone. */
export type HostRegion = 'most' | 'wallet-api' | 'europe' | 'united-states' | 'turkiye';

/**
 * OKX's own hosts, by whole name: an ending proves nothing. Which of the regional ones serves which source is not
 * documented, so the test of a key has to tell. Source: OKX's API guides of each region.
 */
export const OKX_HOSTS = [
  { origin: 'https://www.okx.com', region: 'most' },
  { origin: 'https://web3.okx.com', region: 'wallet-api' },
  { origin: 'https://eea.okx.com', region: 'europe' },
  { origin: 'https://my.okx.com', region: 'europe' },
  { origin: 'https://us.okx.com', region: 'united-states' },
  { origin: 'https://app.okx.com', region: 'united-states' },
  { origin: 'https://tr.okx.com', region: 'turkiye' }
] as const satisfies readonly { readonly origin: string; readonly region: HostRegion }[];
export type OkxOrigin = (typeof OKX_HOSTS)[number]['origin'];
export const DEFAULT_HOST: string = OKX_HOSTS[0].origin;

/**
 * OKX's page where a key is made, by the region of its host: the developer portal of the Wallet API, and the API page of
 * an account. Source: OKX's guides; each region's account page is on the host that people sign in at.
 */
export const KEY_PORTALS: Readonly<Record<HostRegion, string>> = {
  'wallet-api': 'https://web3.okx.com/onchainos/dev-portal',
  most: 'https://www.okx.com/account/my-api',
  europe: 'https://my.okx.com/account/my-api',
  'united-states': 'https://app.okx.com/account/my-api',
  turkiye: 'https://tr.okx.com/account/my-api'
};
export const HOST_REGIONS = Object.keys(KEY_PORTALS) as HostRegion[];

/** Whether this origin is one of OKX's own. */
export function isOkxOrigin(origin: string): origin is OkxOrigin {
  return OKX_HOSTS.some(host => host.origin === origin);
}

export type HostVerdict = 'preset' | 'custom' | 'loopback' | 'not-a-host' | 'not-https';

/** Loopback hosts as the URL parser writes them: it has changed 2130706433 and 0x7f.1 to 127.0.0.1 before. */
export const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Reads typed text as a browser does; null: it is not an address. */
export function addressOf(typed: string): URL | null {
  const text = typed.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(address) ? new URL(address) : null;
}

/** The origin of typed text ("www.okx.com" means https); null: the text is not a host alone. */
export function originOf(typed: string): string | null {
  const url = addressOf(typed);
  if (!url || url.hostname === '' || url.username || url.password || url.search || url.hash) return null;
  return url.pathname === '/' && /^https?:$/.test(url.protocol) ? url.origin : null;
}

export function classifyHost(typed: string): HostVerdict {
  const origin = originOf(typed);
  if (!origin) return 'not-a-host';
  if (isOkxOrigin(origin)) return 'preset';
  const url = new URL(origin);
  if (LOOPBACK.test(url.hostname)) return 'loopback';
  return url.protocol === 'https:' ? 'custom' : 'not-https';
}

/**
 * `user`: what looks like the host is a user name before an "@". `letters`: letters of other alphabets, or their code
 * (xn--). `dot`: a host of OKX with a dot at its end. `port`: a host of OKX with another port. `number`: an IP address.
 * `inside`: "okx" in a name that is not under okx.com. `misspelt`: okx.com with one letter changed, or with a similar
 * sign.
 */
export type LookAlikeKind = 'user' | 'letters' | 'dot' | 'port' | 'number' | 'inside' | 'misspelt';

export interface LookAlike {
  readonly kind: LookAlikeKind;
  /** The host that would really get the key, in ASCII, with its port. */
  readonly host: string;
}

const OWN_DOMAIN = 'okx.com';
const OWN_NAMES: readonly string[] = [...OKX_HOSTS.map(({ origin }) => new URL(origin).hostname), OWN_DOMAIN];
const IP_V4 = /^\d{1,3}(\.\d{1,3}){3}$/;
/** Signs that look like a letter of "okx". */
const LETTER_LOOK_ALIKES: readonly (readonly [RegExp, string])[] = [
  [/0/g, 'o'],
  [/ic|lc|1c/g, 'k']
];

/** How typed text imitates OKX's host; null: it does not look like OKX, or it is OKX's host, or this computer. */
export function findLookAlike(typed: string): LookAlike | null {
  const url = addressOf(typed);
  if (!url || !/^https?:$/.test(url.protocol) || LOOPBACK.test(url.hostname)) return null;
  const lookAlikeOf = (kind: LookAlikeKind): LookAlike => ({ kind, host: url.host });
  if (url.username !== '' || url.password !== '') return lookAlikeOf('user');
  // A path or a query has a sentence of its own: such text is not a host.
  if (originOf(typed) === null) return null;
  const name = url.hostname;
  if (name.split('.').some(label => label.startsWith('xn--'))) return lookAlikeOf('letters');
  if (IP_V4.test(name) || name.startsWith('[')) return lookAlikeOf('number');
  const withoutEndDots = name.replace(/\.+$/, '');
  const isOwn = OWN_NAMES.includes(withoutEndDots) || withoutEndDots.endsWith(`.${OWN_DOMAIN}`);
  if (isOwn && withoutEndDots !== name) return lookAlikeOf('dot');
  if (isOwn) return url.port === '' ? null : lookAlikeOf('port');
  if (isMisspelt(withoutEndDots)) return lookAlikeOf('misspelt');
  return /okx|okex/.test(withoutEndDots) ? lookAlikeOf('inside') : null;
}

/** Whether the last two labels are one edit away from okx.com, or any label looks like "okx" with similar signs. */
function isMisspelt(name: string): boolean {
  const labels = name.split('.');
  const normalized = (label: string) =>
    LETTER_LOOK_ALIKES.reduce((text, [sign, letter]) => text.replace(sign, letter), label);
  if (labels.some(label => !label.includes('okx') && normalized(label).includes('okx'))) return true;
  return isOneEditApart(labels.slice(-2).join('.'), OWN_DOMAIN);
}

/** Whether one character was added, left out or changed, or two neighbours were swapped. */
function isOneEditApart(text: string, other: string): boolean {
  if (text === other) return false;
  const [long, short] = text.length >= other.length ? [text, other] : [other, text];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && long[at] === short[at]) at++;
  const rest = (of: string, from: number) => of.slice(from);
  if (long.length > short.length) return rest(long, at + 1) === rest(short, at);
  const isSwapped = long[at] === short[at + 1] && long[at + 1] === short[at];
  return (
    rest(long, at + 1) === rest(short, at + 1) || (isSwapped && rest(long, at + 2) === rest(short, at + 2))
  );
}
