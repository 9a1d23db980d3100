// Texts of the review of pasted addresses and of the choice of chains.
import type { AddressCaution, AddressFamily, AddressVerdict } from '../../shared/schema/address-review';
import { many } from './overview';
import { spoken } from '../../shared/domain/language';
import { FAMILIES_ZH, VERDICTS_ZH, KINDS_ZH, CAUTIONS_ZH, REVIEW_ZH, CHAINS_ZH } from './review-words-zh';

const FAMILIES_EN: Record<AddressFamily, string> = {
  evm: 'EVM',
  utxo: 'Bitcoin family',
  tron: 'Tron',
  solana: 'Solana',
  ton: 'TON',
  sui: 'Sui',
  move: 'Aptos',
  cosmos: 'Cosmos',
  substrate: 'Polkadot'
};

const VERDICTS_EN: Record<AddressVerdict, string> = {
  good: 'Can be watched',
  'wrong-checksum': 'Its checksum is wrong: a letter or a digit was changed. Copy it again.',
  'not-an-address': 'This is no address that OKX can be asked about.',
  testnet: 'An address of a test network, which is never valued.',
  duplicate: 'It stands in this list already.',
  'already-watched': 'A wallet watches it already.',
  'private-key':
    'This looks like a private key or a recovery phrase, so it was not read. Tokentray never needs one: whoever has it can take the funds. Delete this line here and from the clipboard.'
};

/** For the counts above the list; the good ones are counted in words of their own. */
const KINDS_EN: Record<Exclude<AddressVerdict, 'good'>, (count: number) => string> = {
  'wrong-checksum': count => many(count, 'wrong checksum', 'wrong checksums'),
  'not-an-address': count => many(count, 'line is no address', 'lines are no address'),
  testnet: count => many(count, 'of a test network', 'of test networks'),
  duplicate: count => many(count, 'duplicate', 'duplicates'),
  'already-watched': count => many(count, 'watched already', 'watched already'),
  'private-key': count => many(count, 'private key', 'private keys')
};

const CAUTIONS_EN: Record<AddressCaution, { says: string; check: string }> = {
  'could-be-private-key': {
    says: '0x and 64 digits can be an address of Sui or Aptos, and a private key as well.',
    check: 'It is an address'
  },
  'zeros-added': {
    says: 'It is shorter than usual, so zeros were added in front of it.',
    check: 'No digit of it was lost'
  }
};

const REVIEW_EN = {
  label: 'Addresses',
  hint: 'One or many, one a line. A name may stand before or after each. Never a private key.',
  reading: 'Reading…',
  list: 'What was pasted',
  good: (count: number): string => many(count, 'address can be watched', 'addresses can be watched'),
  noneGood: 'No address can be watched yet',
  unconfirmed: (count: number): string => many(count, 'waits for your check', 'wait for your check'),
  noChain: 'No chain is chosen for it.',
  unreadEntries: (count: number): string =>
    `${many(count, 'entry', 'entries')} after these ${count === 1 ? 'was' : 'were'} not read. Add them in a second paste.`,
  unreadCharacters: (count: number): string =>
    `${many(count, 'character', 'characters')} at the end ${count === 1 ? 'was' : 'were'} not read: the text is too long. Add them in a second paste.`,
  line: (line: number): string => `Line ${line}`,
  deleteLine: (line: number): string => `Delete line ${line}`,
  name: (address: string): string => `Name of ${address}`,
  chainsOf: (address: string): string => `Chains of ${address}`,
  missing: 'Paste at least one address.',
  noneReady: 'None of these can be watched yet. The list says why.'
};

const CHAINS_EN = {
  search: 'Search chains',
  none: (search: string): string => `No chain matches “${search}”`,
  unnamed: (chainIndex: string): string => `Chain ${chainIndex}`,
  some: (chosen: number, all: number): string => `${chosen} of ${many(all, 'chain', 'chains')}`,
  all: (count: number): string => (count === 1 ? 'The one chain' : `All ${count} chains`),
  allOfAccount: 'All chains of the account',
  mostUsed: (count: number): string => `Most used (${count})`,
  clear: 'None'
};

export type FamilyWords = typeof FAMILIES_EN;
export type VerdictWords = typeof VERDICTS_EN;
export type KindWords = typeof KINDS_EN;
export type CautionWords = typeof CAUTIONS_EN;
export type ReviewWords = typeof REVIEW_EN;
export type ChainWords = typeof CHAINS_EN;

export const FAMILIES = spoken(FAMILIES_EN, FAMILIES_ZH);
export const VERDICTS = spoken(VERDICTS_EN, VERDICTS_ZH);
export const KINDS = spoken(KINDS_EN, KINDS_ZH);
export const CAUTIONS = spoken(CAUTIONS_EN, CAUTIONS_ZH);
export const REVIEW = spoken(REVIEW_EN, REVIEW_ZH);
export const CHAINS = spoken(CHAINS_EN, CHAINS_ZH);
