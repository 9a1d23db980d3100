// English texts of what is told and when not: one row a kind, rules of one's own, quiet hours, the test.
import type { AlertKind, AlertRule } from '../../shared/alert';
import type { Response } from '../../shared/contract';
import { MASK } from '../../shared/money';
import type { ThresholdWords } from './settings-words';

interface KindWords {
  readonly name: string;
  readonly hint: string;
  /** Null: it has no size. */
  readonly size: (ThresholdWords & { readonly before: string; readonly after: string }) | null;
}

const DOLLARS = {
  label: 'From a worth of, in dollars',
  wrong: 'Write an amount of dollars, such as 10 or 2.50.',
  shape: /^\d{1,15}(\.\d{1,2})?$/,
  least: 0,
  most: Infinity,
  before: 'from $',
  after: ''
};
const PERCENT = {
  label: 'From a move of, in percent',
  wrong: 'Write a percentage from 0.1 to 1000, such as 5.',
  shape: /^\d{1,4}(\.\d{1,2})?$/,
  least: 0.1,
  most: 1000,
  before: 'from',
  after: '%'
};
const MINUTES = {
  label: 'After, in minutes',
  wrong: 'Write whole minutes from 1 to 1440.',
  shape: /^\d{1,4}$/,
  least: 1,
  most: 1440,
  before: 'after',
  after: 'min'
};

export const ALERTS: Record<AlertKind, KindWords> = {
  arrived: { name: 'An amount arrived', hint: 'A wallet holds more of a token than before.', size: DOLLARS },
  left: { name: 'An amount left', hint: 'A wallet holds less of a token than before.', size: DOLLARS },
  total: {
    name: 'The total moved',
    hint: 'Against the last notice of it, or 24 hours ago.',
    size: PERCENT
  },
  price: {
    name: 'A price moved',
    hint: 'Of a token that is 5\u202f% of the total or more.',
    size: PERCENT
  },
  key: { name: 'A key stopped working', hint: 'OKX refuses it, so no balance can be read.', size: null },
  polls: {
    name: 'No answer for a while',
    hint: 'The last values are still counted; they grow old.',
    size: MINUTES
  },
  unverified: {
    name: 'A token waits for your word',
    hint: 'It is new and large, so it is not counted until you accept it.',
    size: null
  },
  unsupported: {
    name: 'OKX dropped a chain',
    hint: 'What you hold there is no longer counted.',
    size: null
  }
};

export const NOTICES = {
  title: 'Notifications',
  rules: 'Rules of one wallet or token',
  rulesHint: 'A token’s rule comes before a wallet’s, and both before the ones above.',
  noRules: 'None yet. What is set above holds for all.',
  add: 'Add a rule',
  kind: 'About',
  place: 'For',
  wallets: 'Wallets',
  tokens: 'Tokens',
  way: 'Tell me',
  ways: { told: 'Yes', never: 'Never' },
  keep: 'Add it',
  cancel: 'Cancel',
  remove: 'Remove',
  goneWallet: 'a wallet that is gone',
  goneToken: 'a token that is gone',
  never: 'never',
  always: 'always',
  quiet: 'Quiet hours',
  quietHint: 'What happens then is kept in Activity, without a notification.',
  from: 'From',
  to: 'To',
  letsKeysPass: 'A key that stopped working is told all the same',
  amounts: 'Amounts in notifications',
  amountsHint: 'Off: they name what moved, without how much.',
  test: 'Show a test notification',
  outcomes: {
    shown: 'Shown by the desktop.',
    failed: 'The desktop refused it.',
    unknown: 'Handed over; the desktop has not said whether it was shown.'
  } satisfies Record<Response<'notice:test'>['outcome'], string>
};

export const OWN_RULE = {
  title: 'Tell me about this token',
  amounts: 'When it arrives or leaves',
  price: 'When its price moves',
  ways: { usual: 'As usual', never: 'Never', from: 'From a size of its own' }
};

export const PACE = {
  cooldown: {
    label: 'At least this many minutes between two of a kind',
    wrong: 'Write whole minutes from 0 to 1440.',
    shape: /^\d{1,4}$/,
    least: 0,
    most: 1440
  },
  aDay: {
    label: 'At most this many in 24 hours',
    wrong: 'Write a whole number from 1 to 1000.',
    shape: /^\d{1,4}$/,
    least: 1,
    most: 1000
  }
} satisfies Record<string, ThresholdWords>;

/** "$10", "5 %", "30 min"; dollars are masked with the balances. */
export function sizeText({ kind, from }: Pick<AlertRule, 'kind' | 'from'>, isHidden: boolean): string {
  const size = ALERTS[kind].size;
  if (size === DOLLARS) return isHidden ? MASK : `$${from}`;
  return size === MINUTES ? `${from} min` : `${from}\u202f%`;
}

/** "from $50", "never", "always": what a rule says. */
export function ruleText(rule: AlertRule, isHidden: boolean): string {
  if (!rule.isOn) return NOTICES.never;
  const size = ALERTS[rule.kind].size;
  if (size === null) return NOTICES.always;
  return `${size === MINUTES ? 'after' : 'from'} ${sizeText(rule, isHidden)}`;
}
