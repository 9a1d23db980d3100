// Removes private data from any text: secrets, addresses, amounts, names, and the person's folders.

/** A value that must not be seen, and the label that replaces it. */
export interface PrivateValue {
  readonly value: string;
  readonly label: string;
}

const UUID = String.raw`[\dA-Fa-f]{8}-(?:[\dA-Fa-f]{4}-){3}[\dA-Fa-f]{12}`;
const HIDDEN_LABEL = '[hidden]';
const ISO = String.raw`\d{4}-\d\d-\d\dT\d\d[:-]\d\d[:-]\d\d(?:\.\d+)?Z?`;

/** A name before a secret, up to the end of the value: `OK-ACCESS-SIGN: …`, `"secretKey":"…"`, `passphrase=…`. */
const NAMED_SECRETS =
  /((?:ok-access-[a-z-]+|(?:proxy-)?authorization|(?:set-)?cookie|api[-_ ]?key|secret[-_ ]?key|secret|pass(?:phrase|word)|private[-_ ]?key|signature|mnemonic|seed)["']?\s*[:=]\s*)("(?:[^"\n\\]|\\.)*"?|'[^'\n]*'?|[^\n,;}]+)/gi;
/** A key or signature of base64, as a whole: a slash in it must not be taken for a folder, or its end would stay. */
const BASE64_SECRETS = /[A-Za-z\d+/]{40,}={1,2}/g;
const URL_PARTS = /(\b[a-z][a-z0-9+.-]*:\/\/)(?:[^\s"'<>]*@)?([^\s/?#"'<>)]*)([^\s"'<>)]*)/gi;
const URL_CREDENTIALS = /[^\s/@"'<>]{1,99}:[^\s@"'<>]{1,99}@/g;
const EMAIL = /[^\s@<>"'():,;=[\]]{1,99}@[^\s@<>"'():,;=[\]]+\.[a-z]{2,}/gi;
const HOME_FOLDERS = /(?:\/(?:home|Users)\/|[A-Za-z]:\\{1,2}Users\\{1,2})[^/\\\n"':)]+/g;
/** Folders of the system and of programs, and the paths of the service: they name no person. */
const SYSTEM_FOLDER = String.raw`(?:api|app|Applications|bin|boot|dev|etc|gnu|lib\w*|Library|nix|opt|proc|run(?!\/media\/)|sbin|snap|sys|System|tmp\/\.mount_\w+|usr|v\d|var(?!\/tmp\/))\/`;
/** All others, which persons name: other disks, shares, folders of their own. The name of the file stays. */
const OTHER_FOLDERS = new RegExp(
  String.raw`(?<![\w:/.~\]-])\/{1,2}(?!${SYSTEM_FOLDER})[^/\s"':),;]+\/(?:[^/\n"':),;]+\/)*`,
  'g'
);
const OTHER_WINDOWS_FOLDERS =
  /(?:\b[A-Za-z]:\\{1,2}(?!(?:Windows|Program Files(?: \(x86\))?|ProgramData)\\)|(?<![\w\\])\\{2,4}(?=\w))(?:[^\\/\n"':)]+\\{1,2})*/g;
const OTHER_WINDOWS_FOLDERS_WITH_SLASHES =
  /\b[A-Za-z]:\/(?!\/|(?:Windows|Program Files(?: \(x86\))?|ProgramData)\/)(?:[^\\/\n"':)]+\/)*/g;
/**
 * An IPv6 address: eight groups, or fewer with "::"; its end may be an address of IPv4, and an interface. A time has at most three groups and no
 * "::".
 */
const IPV6 =
  /(?<![\w:.])(?:(?:[\da-f]{1,4}:){4,7}[\da-f]{1,4}|(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?::(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?)(?:(?<=:[\da-f]{1,3})(?:\.\d{1,3}){3})?(?:%[\w.-]*\w)?(?![\w:])/gi;

/** Times, versions and positions in the code stay unchanged in every pass. */
const UNTOUCHED = String.raw`(?<kept>${ISO}|(?<![\d.])v?(?!0\.0\.)\d{1,4}\.\d{1,4}\.\d{1,6}(?!\.?\d)|\.(?:[cm]?[jt]s|svelte):\d+:\d+)`;
const pattern = (...found: string[]) => new RegExp([UNTOUCHED, ...found].join('|'), 'g');

const ADDRESSES = pattern(
  UUID,
  String.raw`0[xX][\dA-Za-z]{3,}(?:(?:…|\.{3})\w+)?`,
  String.raw`\w{1,99}(?:…|\.{3})\w+`,
  String.raw`(?<![\d.])0\.0\.\d+`,
  String.raw`[\w-]{1,99}\.(?:eth|near|sol|bnb|ton|stark|lens|crypto)\b`
);
const LONG_WORDS = pattern(String.raw`(?<token>[A-Za-z\d+/_-]{12,}={0,2})`);
const AMOUNTS = pattern(
  String.raw`(?<host>\d{1,3}(?:\.\d{1,3}){3}(?!\.?\d))`,
  String.raw`[-+−]?\$\s?\d[\d.,]*\s?(?:[kKMBT]\b)?`,
  String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?`,
  String.raw`\d*\.\d+(?:[eE][-+]?\d+)?(?:[kMBT]\b)?`,
  String.raw`\d+[eE][-+]?\d+\b`,
  String.raw`\d+[kMBT]\b`,
  String.raw`\d{1,11}\s[A-Z][A-Z\d]{1,9}\b`,
  String.raw`\d{6,}`
);

/** `privateValues`: known secret or personal values; longer ones are replaced first, so that no rest of them stays. */
export function redact(text: string, privateValues: readonly PrivateValue[] = []): string {
  return maskPrivateValues(text, privateValues)
    .replace(NAMED_SECRETS, `$1${HIDDEN_LABEL}`)
    .replace(BASE64_SECRETS, HIDDEN_LABEL)
    .replace(HOME_FOLDERS, '~')
    .replace(OTHER_FOLDERS, '[folder]/')
    .replace(OTHER_WINDOWS_FOLDERS, '[folder]\\')
    .replace(OTHER_WINDOWS_FOLDERS_WITH_SLASHES, '[folder]/')
    .replace(
      URL_PARTS,
      (_all, scheme: string, host: string, rest: string) => scheme + host + shortenPath(rest)
    )
    .replace(URL_CREDENTIALS, `${HIDDEN_LABEL}@`)
    .replace(EMAIL, '[e-mail]')
    .replace(IPV6, found => (found === '::1' || found === '::' ? found : '[ip]'))
    .replace(LONG_WORDS, replaceWithLabel(HIDDEN_LABEL))
    .replace(ADDRESSES, replaceWithLabel('[address]'))
    .replace(AMOUNTS, replaceWithLabel('[amount]'));
}

/** The host of a URL shows where an issue is; the path may name an account. Stack frames keep line and column. */
function shortenPath(rest: string): string {
  return /^:\d+$/.test(rest) ? rest : rest === '' || rest === '/' ? '' : '/…';
}

type Groups = Partial<Record<'kept' | 'host' | 'token', string>>;

function replaceWithLabel(label: string) {
  return (piece: string, ...rest: unknown[]): string => {
    const { kept, host, token } = rest.at(-1) as Groups;
    if (host !== undefined) return host.startsWith('127.') ? host : '[ip]';
    return kept !== undefined || (token !== undefined && isHarmless(token)) ? piece : label;
  };
}

/** Words with hyphens and slashes stay; an unbroken sequence of letters and digits is an address, an ID or a secret. */
function isHarmless(token: string): boolean {
  if (new RegExp(UUID).test(token)) return false;
  const rest = token.replace(new RegExp(ISO), '');
  const runs = rest.split(/[+/=_-]/);
  if (runs.some(run => run.length >= 25 || /^(?=.*\d)(?=.*[A-Fa-f])[\dA-Fa-f]{12,}$/.test(run))) return false;
  if (/=$/.test(rest) && rest.length >= 20) return false;
  return rest.length < 32 || !(/\d/.test(rest) && /[A-Z]/.test(rest) && /[a-z]/.test(rest));
}

function maskPrivateValues(text: string, privateValues: readonly PrivateValue[]): string {
  const all = privateValues.flatMap(({ value, label }) =>
    spellingsOf(value).map(one => ({ value: one, label }))
  );
  return all
    .sort((a, b) => b.value.length - a.value.length)
    .reduce((rest, { value, label }) => rest.replace(patternFor(value), () => label), text);
}

/** The value as it is, as JSON, and URL-encoded. Values of one letter are skipped: they would match in every word. */
function spellingsOf(value: string): string[] {
  const plain = value.trim();
  if (plain.length < 2) return [];
  return [...new Set([plain, JSON.stringify(plain).slice(1, -1), encodeForUrl(plain)])];
}

function encodeForUrl(value: string): string {
  // A lone surrogate cannot be URL-encoded.
  return value.isWellFormed?.() === false ? value : encodeURIComponent(value);
}

/** A short value of Latin letters matches whole words only: a wallet named "in" must not match inside other words. */
function patternFor(value: string): RegExp {
  const escaped = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const isShort = value.length < 5 && /^[\w\s]+$/.test(value);
  return new RegExp(isShort ? String.raw`(?<![\w])${escaped}(?![\w])` : escaped, 'g');
}
