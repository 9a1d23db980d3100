// Texts of the accounts that a key's project keeps at OKX.
import { many } from './overview';
import { spoken } from '../../shared/domain/language';
import { whole } from './whole';
import { ACCOUNTS_ZH } from './account-words-zh';

const ACCOUNTS_EN = {
  open: 'Accounts at OKX',
  title: (key: string): string => `Accounts at OKX of ${key}`,
  intro: 'An account is a list of addresses that OKX keeps for this key. It holds no funds.',
  reading: 'Asking OKX…',
  none: 'OKX keeps no account for this key.',
  again: 'Ask again',
  close: 'Close',
  watchOnly: 'looks only',
  watchedBy: (names: string[]): string => `watched by ${names.join(', ')}`,
  notWatched: 'not watched here',
  watch: 'Watch this account',
  show: 'Addresses',
  remove: 'Delete',
  removeSure: 'Delete at OKX',
  removeAsk: (watchers: number): string =>
    watchers === 0
      ? 'OKX deletes the account and its list.'
      : `OKX deletes it, and ${many(watchers, 'wallet', 'wallets')} here can no longer be read.`,
  noAddress: 'It has no address yet.',
  drop: 'Take out',
  dropSure: 'Take it out',
  dropAsk: 'OKX no longer counts it in this account.',
  add: 'Add addresses',
  addButton: (count: number): string => (count === 0 ? 'Add' : `Add ${many(count, 'address', 'addresses')}`),
  create: 'Create an account',
  createButton: (count: number): string =>
    count === 0 ? 'Create' : `Create with ${many(count, 'address', 'addresses')}`,
  cancel: 'Cancel',
  tooMany: (count: number): string =>
    `${whole(count)} pairs of address and chain are more than 1,000. Choose fewer chains.`,
  created: 'OKX made the account.',
  changed: 'OKX changed the account.',
  deleted: 'OKX deleted the account.'
};

export type AccountWords = typeof ACCOUNTS_EN;

export const ACCOUNTS = spoken(ACCOUNTS_EN, ACCOUNTS_ZH);
