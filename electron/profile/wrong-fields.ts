// Finds the fields of a JSON input that no door would take, and names each with its line; values are never repeated.
import { findNodeAtLocation, parseTree, type Node, type ParseError } from 'jsonc-parser';
import { canonicalAddress } from '../../shared/domain/token-identity';
import type { FormProblem } from '../../shared/schema/key';
import { DOOR_TEXT, FORM_PROBLEM_TEXT, verdictSentence } from '../../shared/text/door-text';
import { isSecretText, judgeAccount, judgeAddress, judgeField, type TypedField } from '../addresses/fields';
import type { KnownChain } from '../addresses/reading';
import { isNameable, unknownFieldText, type KnownFields } from './unknown-fields';

type FieldPath = readonly (string | number)[];

export interface WrongField {
  readonly path: FieldPath;
  readonly text: string;
  /** Where it is in the input, if its whole path must not be named. */
  readonly place?: FieldPath;
}

/** Errors of a schema, as zod lists them. */
export type SchemaErrors = readonly {
  readonly path: readonly PropertyKey[];
  readonly code: string;
  readonly message: string;
  /** The names of the fields that are not known. */
  readonly keys?: readonly string[];
}[];

export interface JudgeContext {
  readonly chains: readonly KnownChain[];
  /** Accounts of wallets that are here already: earlier versions took any text for an account. */
  readonly accounts: readonly string[];
}

const JSON_ONLY = { disallowComments: true, allowTrailingComma: false };

/** The line of the first mistake of a text that is no JSON; the first line is 1. */
export function brokenLine(text: string): number {
  const errors: ParseError[] = [];
  treeOf(text, errors);
  return lineAt(text, errors[0]?.offset ?? 0);
}

/** Undefined for a text nested so deeply that the stack ends: its mistakes are then said to be in line 1. */
function treeOf(text: string, errors: ParseError[] = []): Node | undefined {
  try {
    return parseTree(text, errors, JSON_ONLY);
  } catch {
    return undefined;
  }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** One sentence a field, "wallets.0.address (line 4): …", in the order of the text. */
export function wrongFieldLines(text: string, wrong: readonly WrongField[]): string[] {
  const tree = treeOf(text);
  return wrong
    .map(({ path, place = path, text: sentence }) => ({
      name: path.join('.') || 'input',
      line: lineOf(tree, place, text),
      sentence
    }))
    .toSorted((a, b) => a.line - b.line)
    .map(({ name, line, sentence }) => `${name} (line ${line}): ${sentence}`);
}

/** A field that is missing has the line of the object that lacks it. */
function lineOf(tree: Node | undefined, path: FieldPath, text: string): number {
  for (let length = path.length; tree && length >= 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node) return lineAt(text, node.offset);
  }
  return 1;
}

/**
 * The mistakes of the schema. The name of an unknown field is input too: one that may be a secret is not repeated.
 */
export function schemaMistakes(errors: SchemaErrors, known: KnownFields = {}): WrongField[] {
  return errors.flatMap(({ path: parts, code, message, keys = [] }) => {
    const path = parts.map(part => (typeof part === 'number' ? part : String(part)));
    if (code !== 'unrecognized_keys') return [{ path, text: message }];
    return keys.map(field => ({
      path: isNameable(field) ? [...path, field] : path,
      place: [...path, field],
      text: unknownFieldText(path, field, known)
    }));
  });
}

/** A mistake that a door names says more than that of the schema. */
export function joinMistakes(judged: readonly WrongField[], schema: readonly WrongField[]): WrongField[] {
  const paths = new Set(judged.map(({ path }) => path.join('.')));
  return [...judged, ...schema.filter(({ path }) => !paths.has(path.join('.')))];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Judges the named texts of an object; texts that are missing, and values that are no text, are the schema's. */
export function judgeTexts(
  value: unknown,
  fields: readonly TypedField[],
  path: FieldPath = []
): WrongField[] {
  return isObject(value)
    ? fields.flatMap(field => wrongText([...path, field], value[field], text => judgeField(field, text)))
    : [];
}

function wrongText(
  path: FieldPath,
  value: unknown,
  judge: (text: string) => FormProblem | null
): WrongField[] {
  const problem = typeof value === 'string' ? judge(value) : null;
  if (problem === null) return [];
  return [{ path, text: problem === 'missing' ? DOOR_TEXT.missing : FORM_PROBLEM_TEXT[problem] }];
}

/** Judges the name, and the account or the address, of each wallet of a list. */
export function judgeWallets(value: unknown, context: JudgeContext, path: FieldPath): WrongField[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((wallet: unknown, index) => {
    if (!isObject(wallet)) return [];
    const at = [...path, index];
    const isWatched = (text: string) => context.accounts.includes(text.trim());
    return [
      ...judgeTexts(wallet, ['name'], at),
      ...wrongText([...at, 'accountId'], wallet['accountId'], text => judgeAccount(text, isWatched(text))),
      ...wrongAddress(wallet, context, at)
    ];
  });
}

function wrongAddress(
  { address, chains }: Record<string, unknown>,
  context: JudgeContext,
  at: FieldPath
): WrongField[] {
  if (typeof address !== 'string' || address.trim() === '') return [];
  const judged = judgeAddress(address, Array.isArray(chains) ? chains.map(String) : [], context.chains);
  if ('address' in judged) return [];
  const { problem, coin, chain } = judged;
  return problem === 'wrong-chain'
    ? [{ path: [...at, 'chains'], text: DOOR_TEXT.wrongChain(chain ?? '?') }]
    : [{ path: [...at, 'address'], text: verdictSentence(problem, coin) }];
}

/** What looks like a private key or a recovery phrase in any text of the value but in addresses and passphrases. */
export function secretsIn(value: unknown, path: FieldPath = []): WrongField[] {
  if (typeof value === 'string') {
    const isJudgedElsewhere = path.at(-1) === 'address' || path.at(-1) === 'passphrase';
    return !isJudgedElsewhere && isSecretText(value)
      ? [{ path, text: FORM_PROBLEM_TEXT['private-key'] }]
      : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => secretsIn(item, [...path, index]));
  return isObject(value)
    ? Object.entries(value).flatMap(([name, item]) => secretsIn(item, [...path, name]))
    : [];
}

/**
 * A wallet whose address is saved alone, without the chain or link that it was written in. An address in another letter
 * case is left as it is: it is the same, and may be that of a wallet here.
 */
export function withPlainAddress<Wallet extends { readonly chains: readonly string[] }>(
  wallet: Wallet,
  chains: readonly KnownChain[]
): Wallet {
  if (!('address' in wallet) || typeof wallet.address !== 'string') return wallet;
  const judged = judgeAddress(wallet.address, wallet.chains, chains);
  if ('problem' in judged) return wallet;
  const isSame = canonicalAddress(judged.address) === canonicalAddress(wallet.address);
  return isSame ? wallet : { ...wallet, address: judged.address };
}
