// Texts of the first run, the form, and Diagnostics.
import type { FormField } from '../../shared/ipc/contract';
import { spoken } from '../../shared/domain/language';
import { WELCOME_ZH, FIELDS_ZH, HINTS_ZH, CONNECT_ZH, DIAGNOSTICS_ZH } from './page-words-zh';

interface Welcome {
  readonly title: string;
  readonly cards: readonly {
    readonly picture: 'eye' | 'lock' | 'tray';
    readonly title: string;
    readonly text: string;
  }[];
  /** Where the icon is when it is not in sight. */
  readonly unseen: { readonly Win: string; readonly Mac: string };
  readonly connect: string;
  readonly demo: string;
  readonly starting: string;
  readonly hint: string;
}

const WELCOME_EN: Welcome = {
  title: 'What your wallets are worth, at a glance',
  cards: [
    {
      picture: 'eye',
      title: 'It only looks',
      text: 'Tokentray reads balances and prices. It holds no private keys and cannot move funds.'
    },
    {
      picture: 'lock',
      title: 'Keys stay in your keychain',
      text: 'Your OKX key is kept in this computer’s keychain and used only to ask OKX.'
    },
    {
      picture: 'tray',
      title: 'Look for it in the tray',
      text: 'The total lives beside the clock. Closing the window keeps it running there.'
    }
  ],
  unseen: {
    Win: 'Windows hides it behind ^: drag it out.',
    Mac: 'No icon? See System Settings, Menu Bar.'
  },
  connect: 'Connect OKX',
  demo: 'Try the demo portfolio',
  starting: 'Starting the demo…',
  hint: 'The demo needs no key and sends nothing over the network.'
};

const FIELDS_EN: Record<FormField, string> = {
  apiKey: 'API key',
  secretKey: 'Secret key',
  passphrase: 'Passphrase',
  projectId: 'Project ID (optional)',
  accountId: 'Account ID',
  addresses: 'Addresses',
  host: 'Host'
};

const HINTS_EN: Partial<Record<FormField, string>> = {
  projectId: 'Only if OKX gave you one with the key.',
  accountId: 'The account OKX made for your addresses, in the project of this key.'
};

const CONNECT_EN = {
  title: 'Connect OKX',
  renew: (wallet: string): string => `New key for ${wallet}`,
  intro: 'Use a key that can only read. It is tested before it is saved.',
  watch: 'What to watch',
  watches: { addresses: 'Addresses', account: 'OKX account ID' },
  name: 'Wallet name',
  nameMissing: 'Give the wallet a name.',
  firstName: 'Main wallet',
  nextName: (count: number): string => `Wallet ${count}`,
  other: 'Other…',
  otherHost: 'Address of the host',
  loopback: 'This computer: nothing leaves it.',
  test: 'Test and save',
  again: 'Test again',
  testing: 'Testing…',
  back: 'Back',
  sessionOnly: 'Use for this session only',
  notConnected: 'Not connected. Nothing was saved.',
  testedAt: (time: string, brief: string): string => `Tested at ${time}: ${brief}.`,
  stepsTitle: 'Make a read-only key',
  steps: [
    'Sign in to the OKX developer portal.',
    'Create an API key. Give it the Read permission and no other.',
    'Choose a passphrase and keep it: OKX never shows it again.',
    'Copy the key and the secret here.'
  ],
  kept: (host: string): string => `Kept in this computer’s keychain under “Tokentray”. Sent only to ${host}.`,
  problems: {
    missing: (field: FormField): string => `${FIELDS_EN[field]} is missing.`,
    'not-printable': 'This has a character that OKX never uses, such as an accent or a line break.',
    'not-a-host': 'This names no host. Write it like https://www.okx.com.',
    'not-https': 'Only https protects a key on its way. Write the address with https://.',
    declined: 'Nothing was sent: you said no to this host.'
  }
};

const DIAGNOSTICS_EN = {
  title: 'Diagnostics',
  intro: 'The report holds no address, no amount and no secret.',
  copy: 'Copy report',
  copied: 'Copied',
  again: 'Check again',
  checking: 'Checking…',
  failures: 'Last failures',
  noFailures: 'None since Tokentray was started.',
  about: 'This Tokentray',
  checks: {
    runtime: 'Runtime',
    key: 'Key',
    clock: 'Clock',
    host: 'Host',
    proxy: 'Proxy',
    'ca-file': 'CA file',
    budget: 'Requests',
    keychain: 'Keychain',
    tray: 'Tray',
    lock: 'Screen lock',
    notifications: 'Notifications',
    files: 'Files'
  },
  states: { good: 'good', warn: 'look at this', bad: 'not working', unknown: 'not known' }
};

export type WelcomeWords = typeof WELCOME_EN;
export type FieldWords = typeof FIELDS_EN;
export type HintWords = typeof HINTS_EN;
export type ConnectWords = typeof CONNECT_EN;
export type DiagnosticsWords = typeof DIAGNOSTICS_EN;

export const WELCOME = spoken(WELCOME_EN, WELCOME_ZH);
export const FIELDS = spoken(FIELDS_EN, FIELDS_ZH);
export const HINTS = spoken(HINTS_EN, HINTS_ZH);
export const CONNECT = spoken(CONNECT_EN, CONNECT_ZH);
export const DIAGNOSTICS = spoken(DIAGNOSTICS_EN, DIAGNOSTICS_ZH);
