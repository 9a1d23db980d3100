// Texts of the page of the wallets and their keys.
import type { Response } from '../../shared/ipc/contract';
import { many } from './overview';
import { spoken } from '../../shared/domain/language';
import { WALLETS_ZH, ADD_ZH, KEYS_ZH } from './wallet-words-zh';

type Problem = NonNullable<Response<'wallets:add'>['added'][number]['problem']>;

const WALLETS_EN = {
  title: 'Wallets',
  intro: 'Each is watched by a key of yours, and can only be looked at.',
  none: 'No wallet yet.',
  add: 'Add addresses',
  connect: 'Connect another key',
  list: 'Wallets',
  sources: { 'v5-account': 'OKX account', 'v6-address': 'Address' },
  allChains: 'all chains',
  chainCount: (count: number): string => many(count, 'chain', 'chains'),
  paused: 'Paused',
  pausedHint: 'Its last values stay, counted.',
  edit: 'Edit',
  done: 'Done',
  up: (name: string): string => `Move ${name} up`,
  down: (name: string): string => `Move ${name} down`,
  moved: (name: string, place: number, all: number): string => `${name} is now ${place} of ${all}`,
  name: 'Name',
  nameMissing: 'Give the wallet a name.',
  colour: 'Colour',
  colours: ['Indigo', 'Amber', 'Teal', 'Plum', 'Sky', 'Brick'],
  byPlace: 'By its share',
  chains: 'Chains',
  useChains: 'Use these chains',
  chainsHint: 'Other chains begin a new day of comparison; nothing is announced as received.',
  noChain: 'Choose at least one chain.',
  key: 'Key',
  pause: 'Pause this wallet',
  remove: 'Remove',
  removeSure: 'Remove it',
  removeAsk: (name: string): string => `Stop watching ${name}? Its past stays in the history.`,
  forgetPast: 'Forget its past too',
  retired: (name: string): string => `OKX has retired the account that ${name} is read by.`,
  retiredHint: 'Its last values stay. Nothing is switched by itself: add its addresses, then remove it.',
  addInstead: 'Add its addresses instead'
};

const ADD_EN = {
  title: 'Add addresses',
  with: 'Asked with the key',
  button: (count: number): string => (count === 0 ? 'Add' : `Add ${many(count, 'wallet', 'wallets')}`),
  adding: 'Adding…',
  cancel: 'Cancel',
  added: (count: number): string =>
    count === 0 ? 'No wallet was added.' : `${many(count, 'wallet was', 'wallets were')} added.`,
  notAdded: (count: number): string => `${many(count, 'address was', 'addresses were')} not added:`,
  problems: {
    'already-watched': 'A wallet watches it already.',
    'no-chains': 'No chain was chosen for it.',
    'key-unknown': 'The key is gone. Choose another one.',
    'too-many': 'There are as many wallets as can be asked in time.'
  } satisfies Record<Problem, string>
};

const KEYS_EN = {
  title: 'Keys',
  keptIn: { keychain: 'in the keychain', session: 'for this session only' },
  watches: (names: string[]): string =>
    names.length === 0 ? 'No wallet uses it' : `For ${names.join(', ')}`,
  replace: 'Replace key',
  replaceTitle: (name: string): string => `Other credentials for ${name}`,
  replaceIntro: 'They are tested before they take the place of the old ones. The wallets stay as they are.',
  cancel: 'Cancel',
  forget: 'Forget key',
  forgetSure: 'Forget it',
  forgetAsk: (count: number): string =>
    count === 0
      ? 'It is removed from here.'
      : `${many(count, 'wallet goes', 'wallets go')} with it. ${count === 1 ? 'Its' : 'Their'} past stays in the history.`,
  manage: 'Manage',
  summary: (wallets: number, keys: number): string =>
    `${many(wallets, 'wallet', 'wallets')}, ${many(keys, 'key', 'keys')}`
};

export type WalletWords = typeof WALLETS_EN;
export type AddWords = typeof ADD_EN;
export type KeyWords = typeof KEYS_EN;

export const WALLETS = spoken(WALLETS_EN, WALLETS_ZH);
export const ADD = spoken(ADD_EN, ADD_ZH);
export const KEYS = spoken(KEYS_EN, KEYS_ZH);
