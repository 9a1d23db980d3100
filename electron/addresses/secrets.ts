// Detects texts that look like a private key or a recovery phrase.
// A false alarm costs a warning; a key on the screen can cost everything.

const HEX_KEY = /^[0-9a-f]{56,}$/i;
/**
 * WIF (51 or 52 characters, or with one lost or doubled), mini keys and XRP's seeds, BIP-38, Tezos, Solana's 64 bytes (a
 * transaction id looks the same).
 */
const BASE58_KEY =
  /^([1-9A-HJ-NP-Za-km-z]{50,53}|s[1-9A-HJ-NP-Za-km-z]{28,30}|edsk[1-9A-HJ-NP-Za-km-z]{50,94}|S[1-9A-HJ-NP-Za-km-z]{29}|6P[1-9A-HJ-NP-Za-km-z]{56}|[1-9A-HJ-NP-Za-km-z]{85,90})$/;
/** Extended keys of BIP-32 with every coin's prefix, Cardano's keys, Sui, Nostr, Stellar. */
const NAMED_KEY =
  /^([xyztuv]prv|[lm]tpv|ttpv|dgpv|drkv)\w{20,}|^(suiprivkey|nsec|xprv|xsk)1\w{20,}|^sk1\w{50,}|^S[A-Z2-7]{55}$/i;
/** Where a key in PEM begins and ends; between them are lines of base64. */
export const PEM_BEGIN = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY( BLOCK)?-----/;
export const PEM_END = /-----END [A-Z0-9 ]*PRIVATE KEY( BLOCK)?-----/;
/** Words beside which 64 digits are read as a key, not as an address. */
const KEY_TERMS =
  /priv(ate)?[\s_-]*key|\bpriv\b|secret|seed|mnemonic|passphrase|recovery|私钥|私鑰|密钥|密鑰|助记词|助記詞/i;

/**
 * Whether a text that is no address could be a key. Searches inside the text too, so that `key=…` or `ed25519-priv-…`
 * hides none.
 */
export function isKey(text: string): boolean {
  return text
    .split(/[^a-z0-9]+/i)
    .some(
      part => HEX_KEY.test(part.replace(/^0x(?=.{65})/i, '')) || BASE58_KEY.test(part) || NAMED_KEY.test(part)
    );
}

/** Whether an address of Sui or Aptos by its form is on a line that mentions keys: `private key: 0x…`. */
export function isKeyBeside(text: string, line: string): boolean {
  return /0x[0-9a-f]{60,}/i.test(text) && KEY_TERMS.test(line);
}

/** `1.` or `12)`: numbers that people put before the words of a phrase. */
const NUMBERING = /^\d{1,2}[.):]?$/;
/** BIP-39 words have 3 to 8 letters in English, Monero's up to 12; other scripts have one letter and more. */
const WORD = /^([a-z]{3,12}|(?=.*[^\x20-\x7e])\p{L}[\p{L}\p{M}]{0,15})$/iu;
/** A key as a list of bytes, as Solana's tools write it. */
const BYTE = /^\d{1,3}$/;

/** Flags each item of every window of `width` items in which `minCount` or more fit. */
function flagDenseWindows(fits: readonly boolean[], width: number, minCount: number): boolean[] {
  const flags = fits.map(() => false);
  let count = 0;
  fits.forEach((fit, index) => {
    count += Number(fit) - Number(fits[index - width] ?? false);
    if (index + 1 >= width && count >= minCount) flags.fill(true, index + 1 - width, index + 1);
  });
  return flags;
}

/**
 * Flags the texts that belong to a recovery phrase or a list of bytes; between them there is no address. Twelve words
 * are the shortest phrase; one of them may be mistyped.
 */
export function flagPhrases(texts: readonly string[]): boolean[] {
  const words = texts.map(text => text.replace(/^\d{1,2}[.):]/, ''));
  const indexes = [...texts.keys()].filter(index => !NUMBERING.test(texts[index] ?? ''));
  const inPhrase = flagDenseWindows(
    indexes.map(index => WORD.test(words[index] ?? '')),
    12,
    11
  );
  const flags = flagDenseWindows(
    texts.map(text => BYTE.test(text)),
    32,
    31
  );
  indexes.forEach((index, rank) => {
    if (inPhrase[rank]) flags.fill(true, inPhrase[rank - 1] ? indexes[rank - 1] : index, index + 1);
  });
  return flags;
}
