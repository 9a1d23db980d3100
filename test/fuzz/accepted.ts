// Decides which rows of a reply are accepted, by the rules of the product, implemented again in a simple way.
import type { HttpReply } from '../../electron/core/ports/ports';
import { addressName, tokenName } from './identity';
import { Fields, readJson, Word, type Node } from './json-text';
import { coinsIn } from './units';

export interface PlainRow {
  readonly chain: string;
  readonly address: string;
  readonly token: string;
  readonly amount: bigint;
  /** Null: the price is unknown. */
  price: bigint | null;
  readonly isRisky: boolean;
}

/** A row that cannot be read: what is known of it; null: not even that. */
export interface UnreadRow {
  readonly chainIndex: string | null;
  readonly token: string | null;
  readonly address: string | null;
}

/** `'failure'`: the envelope is wrong. */
export type Accepted =
  | 'failure'
  | {
      readonly rows: readonly PlainRow[];
      readonly unread: readonly UnreadRow[];
      readonly takenAt: number | null;
    };

/** `owner`: the address of every row, whatever it says; null: each row names its own. */
export function acceptedOf({ status, body }: HttpReply, owner: string | null): Accepted {
  const tree = readJson(body);
  if (status < 200 || status > 299 || !(tree instanceof Fields) || textOf(tree.last('code')?.value) !== '0')
    return 'failure';
  const data = tree.last('data')?.value;
  if (data !== undefined && !isNull(data) && !Array.isArray(data)) return 'failure';
  const found: Node[] = [];
  const times: number[] = [];
  for (const part of Array.isArray(data) ? data : []) {
    if (!(part instanceof Fields)) return 'failure';
    const rows = part.last('tokenAssets')?.value;
    if (rows === undefined || !(Array.isArray(rows) || isNull(rows))) {
      if (!part.last('chainIndex')) return 'failure';
      found.push(part);
      continue;
    }
    if (Array.isArray(rows)) for (const row of rows) found.push(row);
    const time = textOf(part.last('timeStamp')?.value);
    if (time !== null && /^[0-9]{13}$/.test(time)) times.push(Number(time));
  }
  return sorted(found, owner, times.length > 0 ? Math.min(...times) : null);
}

function sorted(found: readonly Node[], owner: string | null, takenAt: number | null): Accepted {
  const rows: PlainRow[] = [];
  const unread: UnreadRow[] = [];
  for (const raw of found) {
    const row = raw instanceof Fields ? rowOf(raw, owner) : null;
    if (row) rows.push(row);
    else unread.push(unreadOf(raw, owner));
  }
  return { rows, unread, takenAt };
}

function chainOf(raw: Fields): string | null {
  const chain = textOf(raw.last('chainIndex')?.value);
  return chain !== null && /^[0-9]{1,12}$/.test(chain) ? chain : null;
}

function rowOf(raw: Fields, owner: string | null): PlainRow | null {
  const chain = chainOf(raw);
  const names = ['tokenAddress', 'tokenContractAddress', 'address'].map(key => raw.last(key)?.value);
  const [own, contract, address] = names;
  if (chain === null || !isName(own) || !isName(contract) || !(isName(address) || isNull(address)))
    return null;
  const token = own ?? contract;
  const balance = numberText(raw, 'balance');
  const amount = balance === null ? null : coinsIn(balance);
  const isRisky = riskOf(raw.last('isRiskToken')?.value);
  if (token === undefined || amount === null || isRisky === null) return null;
  const named = owner ?? (typeof address === 'string' ? address : '');
  return { chain, address: named, token, amount, price: priceOf(raw), isRisky };
}

function unreadOf(raw: Node, owner: string | null): UnreadRow {
  const known = raw instanceof Fields ? raw : new Fields([]);
  const chainIndex = chainOf(known);
  const own = known.last('tokenAddress')?.value;
  const token = own === undefined ? known.last('tokenContractAddress')?.value : own;
  const address = known.last('address')?.value;
  const named = owner ?? (isName(address) && address ? address : null);
  return {
    chainIndex,
    token:
      chainIndex !== null && typeof token === 'string' && isName(token) ? tokenName(chainIndex, token) : null,
    address: named === null ? null : addressName(named)
  };
}

/** Whatever is no price makes it unknown, and nothing else of the row. */
function priceOf(raw: Fields): bigint | null {
  const text = numberText(raw, 'tokenPrice');
  return text === null ? null : coinsIn(text) || null;
}

/**
 * Gives a text, or a number exactly as written. A number under a key written with escapes was converted to a double,
 * and is refused.
 */
function numberText(raw: Fields, key: string): string | null {
  const field = raw.last(key);
  if (typeof field?.value === 'string') return field.value;
  const isNumber = field?.value instanceof Word && /^[-0-9]/.test(field.value.text);
  return isNumber && !field.isKeyEscaped ? (field.value as Word).text : null;
}

const YES: readonly unknown[] = ['true', '1'];
const NO: readonly unknown[] = ['false', '0', ''];

/** Null: the value has no valid meaning. */
function riskOf(value: Node | undefined): boolean | null {
  if (value === undefined || isNull(value)) return false;
  if (value instanceof Word) {
    if (value.text === 'true' || Number(value.text) === 1) return true;
    return value.text === 'false' || Number(value.text) === 0 ? false : null;
  }
  return YES.includes(value) ? true : NO.includes(value) ? false : null;
}

/** Gives what JSON.parse makes of a code, a chain or a time: text, or a number as a double. */
function textOf(value: Node | undefined): string | null {
  if (typeof value === 'string') return value;
  if (!(value instanceof Word) || !/^[-0-9]/.test(value.text)) return null;
  return Number.isFinite(Number(value.text)) ? String(Number(value.text)) : null;
}

/**
 * Invisible characters are allowed in a symbol, which is cleaned, but not in the name of a token or an address, which
 * is copied.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;

function isName(value: Node | undefined): value is string | undefined {
  return value === undefined || (typeof value === 'string' && value.length <= 500 && !UNSEEN.test(value));
}

function isNull(value: Node | undefined): boolean {
  return value instanceof Word && value.text === 'null';
}
