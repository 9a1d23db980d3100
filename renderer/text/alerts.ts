// Texts of what is told and when not: one row a kind, rules of one's own, quiet hours, the test.
import type { AlertRule } from '../../shared/schema/alert';
import type { Response } from '../../shared/ipc/contract';
import { spoken } from '../../shared/domain/language';
import { MASK } from '../../shared/text/money';
import { ALERTS, UNITS } from './alert-kinds';
import { NOTICES_ZH, OWN_RULE_ZH, PACE_ZH } from './alert-words-zh';
import type { ThresholdWords } from './settings';

const NOTICES_EN = {
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
  fromSize: (size: string): string => `from ${size}`,
  afterTime: (time: string): string => `after ${time}`,
  minutes: (count: string): string => `${count} min`,
  on: (symbol: string, chain: string): string => `${symbol} on ${chain}`,
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

const OWN_RULE_EN = {
  title: 'Tell me about this token',
  amounts: 'When it arrives or leaves',
  price: 'When its price moves',
  ways: { usual: 'As usual', never: 'Never', from: 'From a size of its own' }
};

const LIMITS = {
  cooldown: { shape: /^\d{1,4}$/, least: 0, most: 1440 },
  aDay: { shape: /^\d{1,4}$/, least: 1, most: 1000 }
};

const PACE_EN = {
  cooldown: {
    label: 'At least this many minutes between two of a kind',
    wrong: 'Write whole minutes from 0 to 1440.'
  },
  aDay: { label: 'At most this many in 24 hours', wrong: 'Write a whole number from 1 to 1000.' }
};

function limited({ cooldown, aDay }: PaceWords): Record<keyof PaceWords, ThresholdWords> {
  return { cooldown: { ...cooldown, ...LIMITS.cooldown }, aDay: { ...aDay, ...LIMITS.aDay } };
}

export type NoticesWords = typeof NOTICES_EN;
export type OwnRuleWords = typeof OWN_RULE_EN;
export type PaceWords = typeof PACE_EN;

export const NOTICES = spoken(NOTICES_EN, NOTICES_ZH);
export const OWN_RULE = spoken(OWN_RULE_EN, OWN_RULE_ZH);
export const PACE = spoken(limited(PACE_EN), limited(PACE_ZH));

/** "$10", "5 %", "30 min"; dollars are masked with the balances. */
export function sizeText({ kind, from }: Pick<AlertRule, 'kind' | 'from'>, isHidden: boolean): string {
  if (UNITS[kind] === 'dollars') return isHidden ? MASK : `$${from}`;
  return UNITS[kind] === 'minutes' ? NOTICES.minutes(from) : `${from}\u202f%`;
}

/** "from $50", "never", "always": what a rule says. */
export function ruleText(rule: AlertRule, isHidden: boolean): string {
  if (!rule.isOn) return NOTICES.never;
  if (ALERTS[rule.kind].size === null) return NOTICES.always;
  const size = sizeText(rule, isHidden);
  return UNITS[rule.kind] === 'minutes' ? NOTICES.afterTime(size) : NOTICES.fromSize(size);
}
