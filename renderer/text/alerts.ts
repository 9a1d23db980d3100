// Texts of the notification settings: alert kinds, rules, quiet hours, limits; both languages.
import { localized } from '../../shared/domain/language';
import type { Response } from '../../shared/ipc/contract';
import { ALERT_KIND_FACTS, type AlertKind, type ThresholdUnit } from '../../shared/alerts/alert-kinds';
import type { ThresholdText } from './phrases';

const NOTIFICATION_SETTINGS_TEXT_ZH: NotificationSettingsText = {
  title: '通知',
  rules: '单个钱包或代币的规则',
  rulesHint: '代币规则优先于钱包规则，两者都优先于上面的设置。',
  noRules: '暂无。上面的设置适用于全部。',
  add: '添加规则',
  kind: '事件',
  target: '对象',
  wallets: '钱包',
  groups: '钱包分组',
  tokens: '代币',
  notifyLabel: '是否通知',
  notifyChoices: { notify: '通知', never: '从不' },
  addButton: '添加',
  edit: '编辑',
  saveButton: '保存',
  cancel: '取消',
  remove: '移除',
  goneWallet: '已移除的钱包',
  goneToken: '已不持有的代币',
  never: '从不',
  always: '始终',
  fromSize: size => `不低于 ${size}`,
  afterTime: time => `满 ${time}`,
  minutes: count => `${count} 分钟`,
  on: (symbol, chain) => `${symbol} · ${chain}`,
  quiet: '免打扰时段',
  quietHint: '此时段不通知，所有内容仍列在“动态”中，结束后一并通知。',
  from: '从',
  to: '到',
  wrongTime: example => `请填写时间，如 ${example}。`,
  letsKeysPass: '密钥失效时仍然通知',
  amounts: '通知中显示金额',
  amountsHint: '关闭后，只显示什么有变动，不显示变动多少。',
  test: '显示测试通知',
  outcomes: {
    shown: '桌面已显示。',
    failed: '被桌面拒绝。',
    unknown: '已交给桌面，但没有反馈是否已显示。'
  }
};

const TOKEN_RULE_TEXT_ZH: TokenRuleText = {
  title: '此代币的通知',
  amounts: '转账',
  price: '价格变动',
  notifyChoices: { usual: '默认', never: '从不', from: '自定义下限' }
};

const NOTIFICATION_LIMITS_TEXT_ZH: NotificationLimitsText = {
  cooldown: { label: '同类通知的最短间隔（分钟）', wrong: '请填写 0 到 1440 的整数分钟。' },
  aDay: { label: '每天通知上限（条）', wrong: '请填写 1 到 1000 的整数。' }
};

const UNIT_TEXT_ZH: UnitText = {
  dollars: {
    label: '价值下限（美元）',
    wrong: '请填写美元金额，如 10 或 2.50。',
    before: '不低于 $',
    after: ''
  },
  percent: {
    label: '变动下限（%）',
    wrong: '请填写 0.1 到 1000 的百分比，如 5。',
    before: '不低于',
    after: '%'
  },
  minutes: { label: '等待时间（分钟）', wrong: '请填写 1 到 1440 的整数分钟。', before: '满', after: '分钟' }
};

const ALERT_KIND_TEXT_ZH: AlertKindText = {
  arrived: {
    name: '收到资产',
    hint: '钱包中某个代币的数量增加。',
    over: size => `价值不低于 ${size}`,
    under: size => `价值低于 ${size}`
  },
  left: {
    name: '转出资产',
    hint: '钱包中某个代币的数量减少。',
    over: size => `价值不低于 ${size}`,
    under: size => `价值低于 ${size}`
  },
  total: {
    name: '总资产变动',
    hint: '由价格引起，与上次通知时或 24 小时前相比。',
    over: size => `总资产变动不低于 ${size}`,
    under: size => `总资产变动低于 ${size}`
  },
  price: {
    name: '价格变动',
    hint: '占总资产 5% 或以上的代币。',
    over: size => `价格变动不低于 ${size}`,
    under: size => `价格变动低于 ${size}`
  },
  key: { name: '密钥失效', hint: 'OKX 拒绝此密钥，无法读取余额。', over: () => '密钥已失效' },
  polls: {
    name: 'OKX 没有响应',
    hint: '最近的数据仍计入，但会逐渐过时。',
    over: size => `已有 ${size}或更久没有响应`,
    under: size => `没有响应的时间不足 ${size}`
  },
  unverified: {
    name: '代币等待确认',
    hint: '超出未知代币的计入限额，确认前不计入。每天最多通知一次。',
    over: () => '等待确认'
  },
  unsupported: {
    name: 'OKX 不再支持某条链',
    hint: '该链上的资产不再计入。',
    over: () => '该链上的资产不再计入'
  },
  doubt: {
    name: '变动待核实',
    hint: 'OKX 的响应缺少资产，或变动过大，且涉及总资产的 5% 或 $1,000 以上。结果也会通知。',
    over: () => '有变动待核实'
  }
};

const SIZE_LIMITS = {
  dollars: { pattern: /^\d{1,15}(\.\d{1,2})?$/, min: 0, max: Infinity },
  percent: { pattern: /^\d{1,4}(\.\d{1,2})?$/, min: 0.1, max: 1000 },
  minutes: { pattern: /^\d{1,4}$/, min: 1, max: 1440 }
};

/** `before` and `after` are the texts around the field. */
export type UnitText = Record<ThresholdUnit, { label: string; wrong: string; before: string; after: string }>;
export type AlertKindText = Record<AlertKind, AlertKindWords>;

interface AlertKindWords {
  readonly name: string;
  readonly hint: string;
  /** Why it was notified. `size`: the threshold with its unit; "" for a kind without one. */
  readonly over: (size: string) => string;
  /** Why it was not; a kind without a threshold has none. */
  readonly under?: (size: string) => string;
}

interface AlertKindFieldText extends AlertKindWords {
  /** Null: the kind has no threshold. */
  readonly size: (ThresholdText & { readonly before: string; readonly after: string }) | null;
}

const UNIT_TEXT_EN: UnitText = {
  dollars: {
    label: 'Least value, in dollars',
    wrong: 'Enter an amount in dollars, such as 10 or 2.50.',
    before: 'at least $',
    after: ''
  },
  percent: {
    label: 'Least move, in percent',
    wrong: 'Enter a percentage from 0.1 to 1000, such as 5.',
    before: 'at least',
    after: '%'
  },
  minutes: {
    label: 'After, in minutes',
    wrong: 'Enter whole minutes from 1 to 1440.',
    before: 'after',
    after: 'min'
  }
};

const ALERT_KIND_TEXT_EN: AlertKindText = {
  arrived: {
    name: 'Tokens received',
    hint: 'A wallet holds more of a token than before.',
    over: size => `worth ${size} or more`,
    under: size => `worth less than ${size}`
  },
  left: {
    name: 'Tokens sent',
    hint: 'A wallet holds less of a token than before.',
    over: size => `worth ${size} or more`,
    under: size => `worth less than ${size}`
  },
  total: {
    name: 'Total moved',
    hint: 'Because of prices, since the last notification about it or in 24 hours.',
    over: size => `total moved ${size} or more`,
    under: size => `total moved less than ${size}`
  },
  price: {
    name: 'Price moved',
    hint: 'For tokens that are 5\u202f% of the total or more.',
    over: size => `price moved ${size} or more`,
    under: size => `price moved less than ${size}`
  },
  key: {
    name: 'Key stopped working',
    hint: 'OKX refuses the key, so balances cannot be read.',
    over: () => 'a key stopped working'
  },
  polls: {
    name: 'OKX is not answering',
    hint: 'The last values are still counted, but get old.',
    over: size => `no answer for ${size} or more`,
    under: size => `no answer for less than ${size}`
  },
  unverified: {
    name: 'New tokens need your OK',
    hint: 'They are over your limits, and are not counted until you include them. At most one notification a day.',
    over: () => 'they need your OK'
  },
  unsupported: {
    name: 'OKX dropped a chain',
    hint: 'What you hold there is no longer counted.',
    over: () => 'what you hold there is no longer counted'
  },
  doubt: {
    name: 'A change needs confirmation',
    hint: "Something is missing from OKX's answer, or changed too much. From 5\u202f% of the total or $1,000. The outcome is notified too.",
    over: () => 'a change needs confirmation'
  }
};

function withUnits(texts: AlertKindText, units: UnitText): Record<AlertKind, AlertKindFieldText> {
  const textOfKind = (kind: AlertKind): AlertKindFieldText => {
    const { unit } = ALERT_KIND_FACTS[kind];
    return { ...texts[kind], size: unit && { ...units[unit], ...SIZE_LIMITS[unit] } };
  };
  const kinds = Object.keys(texts) as AlertKind[];
  return Object.fromEntries(kinds.map(kind => [kind, textOfKind(kind)])) as Record<
    AlertKind,
    AlertKindFieldText
  >;
}

export const ALERT_KIND_TEXT = localized({
  en: withUnits(ALERT_KIND_TEXT_EN, UNIT_TEXT_EN),
  zh: withUnits(ALERT_KIND_TEXT_ZH, UNIT_TEXT_ZH)
});

const NOTIFICATION_SETTINGS_TEXT_EN = {
  title: 'Notifications',
  rules: 'Rules for a wallet or token',
  rulesHint: 'Token rules override wallet rules; both override the defaults.',
  noRules: 'None yet. The settings above apply to everything.',
  add: 'Add a rule',
  kind: 'Event',
  target: 'For',
  wallets: 'Wallets',
  groups: 'Groups',
  tokens: 'Tokens',
  notifyLabel: 'Notify',
  notifyChoices: { notify: 'Yes', never: 'Never' },
  addButton: 'Add',
  edit: 'Edit',
  saveButton: 'Save',
  cancel: 'Cancel',
  remove: 'Remove',
  goneWallet: 'removed wallet',
  goneToken: 'token no longer held',
  never: 'never',
  always: 'always',
  fromSize: (size: string): string => `at least ${size}`,
  afterTime: (time: string): string => `after ${time}`,
  minutes: (count: string): string => `${count} min`,
  on: (symbol: string, chain: string): string => `${symbol} on ${chain}`,
  quiet: 'Quiet hours',
  quietHint: 'No notifications; everything is still listed in Activity. One notification follows afterwards.',
  from: 'From',
  to: 'To',
  wrongTime: (example: string): string => `Enter a time of day, such as ${example}.`,
  letsKeysPass: 'Still notify when a key stops working',
  amounts: 'Amounts in notifications',
  amountsHint: 'Off: notifications say what moved, not how much.',
  test: 'Show a test notification',
  outcomes: {
    shown: 'Shown by the desktop.',
    failed: 'The desktop refused it.',
    unknown: 'Sent. The desktop did not confirm that it was shown.'
  } satisfies Record<Response<'notice:test'>['outcome'], string>
};

const TOKEN_RULE_TEXT_EN = {
  title: 'Alerts for this token',
  amounts: 'Transfers',
  price: 'Price moves',
  notifyChoices: { usual: 'Default', never: 'Never', from: 'Custom threshold' }
};

const LIMITS = {
  cooldown: { pattern: /^\d{1,4}$/, min: 0, max: 1440 },
  aDay: { pattern: /^\d{1,4}$/, min: 1, max: 1000 }
};

const NOTIFICATION_LIMITS_TEXT_EN = {
  cooldown: {
    label: 'Minutes between notifications of one kind',
    wrong: 'Enter whole minutes from 0 to 1440.'
  },
  aDay: { label: 'Notifications per day', wrong: 'Enter a whole number from 1 to 1000.' }
};

function withLimits({
  cooldown,
  aDay
}: NotificationLimitsText): Record<keyof NotificationLimitsText, ThresholdText> {
  return { cooldown: { ...cooldown, ...LIMITS.cooldown }, aDay: { ...aDay, ...LIMITS.aDay } };
}

export type NotificationSettingsText = typeof NOTIFICATION_SETTINGS_TEXT_EN;
export type TokenRuleText = typeof TOKEN_RULE_TEXT_EN;
export type NotificationLimitsText = typeof NOTIFICATION_LIMITS_TEXT_EN;

export const NOTIFICATION_SETTINGS_TEXT = localized({
  en: NOTIFICATION_SETTINGS_TEXT_EN,
  zh: NOTIFICATION_SETTINGS_TEXT_ZH
});
export const TOKEN_RULE_TEXT = localized({ en: TOKEN_RULE_TEXT_EN, zh: TOKEN_RULE_TEXT_ZH });
export const NOTIFICATION_LIMITS_TEXT = localized({
  en: withLimits(NOTIFICATION_LIMITS_TEXT_EN),
  zh: withLimits(NOTIFICATION_LIMITS_TEXT_ZH)
});
