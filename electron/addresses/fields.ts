// Judges what a person gives in a field, alike at every door: keys, names, accounts, addresses and hosts.
import { classifyHost } from '../../shared/domain/host';
import type { ConnectForm, ConnectResult } from '../../shared/ipc/contract';
import type { FormField, FormProblem } from '../../shared/schema/key';
import type { AddressVerdict } from '../../shared/schema/address-review';
import { piecesOf } from './parse-paste';
import type { KnownChain } from './reading';
import { review } from './review';

/** ASCII without spaces: what HTTP headers accept and what OKX gives out. A passphrase may contain spaces. */
const PRINTABLE = /^[\x21-\x7e]+$/;
const PRINTABLE_WITH_SPACES = /^[\x20-\x7e]+$/;
/** Source: the accountId of OKX's replies, version 4 or not. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** OKX takes no longer passphrase. A shorter one may look like a mini key, and is none. */
const MAX_PASSPHRASE = 32;

export type TypedField = Exclude<FormField, 'addresses'>;

/**
 * Whether a text that is no address holds what looks like a private key, an extended private key or a recovery phrase.
 * 0x and 64 digits, which may be an address of Sui or Aptos, are a key where no address belongs.
 */
export function isSecretText(text: string): boolean {
  return (
    /0x[0-9a-f]{60,}/i.test(text) || piecesOf(text).some(({ kind }) => kind === 'secret' || kind === 'masked')
  );
}

/** Null: the text is good as it is, after the spaces around it are removed. */
export function judgeField(field: TypedField, typed: string): FormProblem | null {
  const text = typed.trim();
  if (text === '') return field === 'projectId' ? null : 'missing';
  if ((field !== 'passphrase' || text.length > MAX_PASSPHRASE) && isSecretText(text)) return 'private-key';
  switch (field) {
    case 'name':
      return null;
    case 'host': {
      const verdict = classifyHost(text);
      return verdict === 'not-a-host' || verdict === 'not-https' ? verdict : null;
    }
    case 'accountId':
      if (UUID.test(text)) return null;
      return piecesOf(text).some(({ kind }) => kind === 'address') ? 'address-for-account' : 'not-an-account';
    case 'passphrase':
      return PRINTABLE_WITH_SPACES.test(text) ? null : 'not-printable';
    default:
      return PRINTABLE.test(text) ? null : 'not-printable';
  }
}

/** `isWatched`: the account is one of the wallets here; earlier versions took any text for an account. */
export function judgeAccount(typed: string, isWatched: boolean): FormProblem | null {
  const problem = judgeField('accountId', typed);
  return isWatched && problem === 'not-an-account' ? null : problem;
}

type Invalid = Extract<ConnectResult, { outcome: 'invalid' }>;
const CREDENTIAL_FIELDS = ['apiKey', 'secretKey', 'passphrase', 'projectId', 'host'] as const;

/** The first field of a key that is wrong; null: all are good. */
export function judgeCredentials(
  form: Pick<ConnectForm, (typeof CREDENTIAL_FIELDS)[number]>
): Invalid | null {
  for (const field of CREDENTIAL_FIELDS) {
    const problem = judgeField(field, form[field]);
    if (problem) return { outcome: 'invalid', field, problem };
  }
  return null;
}

/** `isWatched`: as for `judgeAccount`. */
export function judgeForm(
  form: ConnectForm,
  known: readonly KnownChain[],
  isWatched: boolean
): Invalid | null {
  const invalid = judgeCredentials(form);
  if (invalid) return invalid;
  const addresses = form.addresses ?? [];
  if (addresses.length === 0) {
    const nameProblem = judgeField('name', form.name);
    if (nameProblem) return { outcome: 'invalid', field: 'name', problem: nameProblem };
    const problem = judgeAccount(form.accountId, isWatched);
    return problem && { outcome: 'invalid', field: 'accountId', problem };
  }
  // OKX requires chains with an address, and settings with an address without chains could not be read again.
  if (addresses.some(({ chains }) => chains.length === 0))
    return { outcome: 'invalid', field: 'addresses', problem: 'missing' };
  const isGood = ({ name, address, chains }: (typeof addresses)[number]) =>
    judgeField('name', name) === null && 'address' in judgeAddress(address, chains, known);
  return addresses.every(isGood)
    ? null
    : { outcome: 'invalid', field: 'addresses', problem: 'not-an-address' };
}

export type AddressProblem =
  Exclude<AddressVerdict, 'good' | 'duplicate' | 'already-watched'> | 'wrong-chain';

export type AddressJudgement =
  | { readonly address: string }
  /** `coin`: of `other-coin`, its name if it is known. `chain`: of `wrong-chain`, the one that does not fit. */
  | { readonly problem: AddressProblem; readonly coin: string | null; readonly chain: string | null };

/**
 * Judges one address with the chains to ask, like a paste of it. What could be a private key as well is taken for one
 * unless every chain is one of the chains that write addresses so. A chain that is not known is left to OKX.
 */
export function judgeAddress(
  typed: string,
  chains: readonly string[],
  known: readonly KnownChain[]
): AddressJudgement {
  const refused = (problem: AddressProblem, coin: string | null = null, chain: string | null = null) => ({
    problem,
    coin,
    chain
  });
  const { rows } = review(typed, { watched: [], chains: known });
  const [row] = rows;
  const secret = rows.find(({ verdict }) => verdict === 'private-key');
  if (!row || rows.length > 1 || secret) return refused(secret ? 'private-key' : 'not-an-address');
  const { verdict, address, caution } = row;
  if (verdict === 'duplicate' || verdict === 'already-watched') return { address };
  if (verdict !== 'good') return refused(verdict, row.coin ?? null);
  const wrong = chains.find(
    chain => !row.chains.includes(chain) && known.some(({ chainIndex }) => chainIndex === chain)
  );
  if (wrong === undefined) return { address };
  return caution === 'could-be-private-key' ? refused('private-key') : refused('wrong-chain', null, wrong);
}
