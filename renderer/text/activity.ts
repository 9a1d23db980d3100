// Texts of the Activity page and the delivery reasons, in both languages.
import type { EntryTopic, RecordKind } from '../../shared/alerts/alert-kinds';
import { localized } from '../../shared/domain/language';
import { plural, integerText } from './phrases';

const ACTIVITY_TEXT_ZH: ActivityText = {
  title: '动态',
  show: '动态类型',
  topics: { all: '全部', amounts: '数量', prices: '价格', wallets: '钱包', polls: '密钥与刷新' },
  search: '搜索动态',
  onlyNotified: '仅看已通知的',
  list: '动态列表',
  today: '今天',
  yesterday: '昨天',
  onDay: (name, date) => `${date} ${name}`,
  notCounted: '未计入',
  empty: '还没有动态',
  emptyHint: '转账和价格变动会列在这里，并注明是否已通知。',
  noMatch: '没有符合筛选条件的动态',
  noMatchHint: '动态保留 90 天。',
  showAll: '显示全部',
  change: '通知设置',
  entryCount: count => `${integerText(count)} 条动态，在这台电脑上保留 90 天`,
  some: (shown, all) => `${integerText(all)} 条动态中的 ${integerText(shown)} 条，在这台电脑上保留 90 天`,
  since: moment => `自 ${moment} 起`,
  ofTotal: percent => `占总资产 ${percent}`,
  by: { transfers: '转账', both: '价格与转账' },
  many: {
    arrived: count => `收到 ${integerText(count)} 个代币`,
    left: count => `转出 ${integerText(count)} 个代币`,
    'wallet-added': count => `已添加 ${integerText(count)} 个钱包`,
    'wallet-removed': count => `已移除 ${integerText(count)} 个钱包`
  },
  counted: { 'wallet-added': '从此计入总资产', 'wallet-removed': '不再计入总资产' },
  more: count => `另有 ${integerText(count)} 条，见“动态”`,
  showMore: (next, left) => `再显示 ${integerText(next)} 项，剩余 ${integerText(left)} 项`
};

const DELIVERY_REASON_TEXT_ZH: DeliveryReasonText = {
  notified: '已通知 ·',
  notNotified: '未通知 ·',
  inWindow: '已在打开的窗口中显示',
  deferred: moment => `等到下一次通知，于 ${moment} 通知`,
  later: (reason, moment) => `${reason}；于 ${moment} 通知`,
  refused: '被桌面拒绝',
  overThen: '当时超过设定值',
  underThen: '当时未达设定值',
  off: '已关闭',
  offHere: name => `已对 ${name} 关闭`,
  risky: 'OKX 将其标记为风险代币',
  notCounted: '该代币未计入',
  smallShare: '该代币不足总资产的 5%',
  paused: 'Tokentray 已暂停',
  quiet: '免打扰时段',
  quietFrom: (from, to) => `免打扰时段，${from} 至 ${to}`,
  cooldown: '等待下一次通知',
  unknownValue: '价值未知',
  capOf: count => `24 小时内已有 ${integerText(count)} 条通知`,
  uninvited: '不请自来的代币，只通知第一次收到',
  checking: '金额不大，或尚未由多次响应证实',
  checked: moment => `多次响应一致后，于 ${moment} 通知`,
  quietDoubt: '涉及不请自来的代币，或已计入另一个钱包',
  noBeginning: '开始时没有通知',
  otherwise: '已由另一条通知说明',
  yourDecision: '由你自己决定',
  several: '原因各不相同',
  someOf: (some, all) => `${integerText(all)} 项中的 ${integerText(some)} 项`
};

const ACTIVITY_TEXT_EN = {
  title: 'Activity',
  show: 'Kind of entry',
  topics: {
    all: 'All',
    amounts: 'Amounts',
    prices: 'Prices',
    wallets: 'Wallets',
    polls: 'Keys and refresh'
  } satisfies Record<'all' | EntryTopic, string>,
  search: 'Search activity',
  onlyNotified: 'Notified only',
  list: 'Entries',
  today: 'Today',
  yesterday: 'Yesterday',
  onDay: (name: string, date: string): string => `${name}, ${date}`,
  notCounted: 'not counted',
  empty: 'No activity yet',
  emptyHint: 'Transfers and price moves appear here, and whether you were notified.',
  noMatch: 'No entries match these filters',
  noMatchHint: 'Entries are kept for 90 days.',
  showAll: 'Show all',
  change: 'Notification settings',
  entryCount: (count: number): string =>
    `${plural(count, 'entry', 'entries')}, kept on this computer for 90 days`,
  some: (shown: number, all: number): string =>
    `${integerText(shown)} of ${plural(all, 'entry', 'entries')}, kept on this computer for 90 days`,
  since: (moment: string): string => `since ${moment}`,
  ofTotal: (percent: string): string => `${percent} of the total`,
  by: { transfers: 'transfers', both: 'prices and transfers' },
  many: {
    arrived: (count: number): string => `Received ${integerText(count)} tokens`,
    left: (count: number): string => `Sent ${integerText(count)} tokens`,
    'wallet-added': (count: number): string => `${integerText(count)} wallets added`,
    'wallet-removed': (count: number): string => `${integerText(count)} wallets removed`
  },
  /** What a record means for the total: it stands where alerts say whether they were notified. */
  counted: {
    'wallet-added': 'Counted in the total from here on',
    'wallet-removed': 'No longer counted in the total'
  } satisfies Record<RecordKind, string>,
  /** In a drawer: leads to the rest. */
  more: (count: number): string => `and ${integerText(count)} more in Activity`,
  showMore: (next: number, left: number): string => `Show ${integerText(next)} of ${integerText(left)} more`
};

const DELIVERY_REASON_TEXT_EN = {
  notified: 'Notified:',
  notNotified: 'Not notified:',
  inWindow: 'Shown in the open window',
  deferred: (moment: string): string => `waited for the next notification, sent at ${moment}`,
  later: (reason: string, moment: string): string => `${reason}; sent at ${moment}`,
  refused: 'the desktop refused it',
  overThen: 'over the threshold at the time',
  underThen: 'under the threshold at the time',
  off: 'turned off',
  offHere: (name: string): string => `turned off for ${name}`,
  risky: 'OKX calls this token risky',
  notCounted: 'the token is not counted',
  smallShare: 'the token is under 5\u202f% of the total',
  paused: 'Tokentray was paused',
  quiet: 'quiet hours',
  quietFrom: (from: string, to: string): string => `quiet hours, ${from} to ${to}`,
  cooldown: 'waiting for the next notification',
  unknownValue: 'its value is unknown',
  capOf: (count: number): string => `already ${plural(count, 'notification', 'notifications')} in 24 hours`,
  uninvited: 'an unsolicited token; only its first arrival is notified',
  checking: 'too small, or not confirmed by enough answers',
  checked: (moment: string): string => `after several answers agreed, at ${moment}`,
  quietDoubt: 'an unsolicited token, or one that counts in another wallet',
  noBeginning: 'nothing was notified when it began',
  otherwise: 'covered by another notification',
  yourDecision: 'your own decision',
  several: 'for different reasons',
  someOf: (some: number, all: number): string => `${integerText(some)} of ${integerText(all)}`
};

export type ActivityText = typeof ACTIVITY_TEXT_EN;
export type DeliveryReasonText = typeof DELIVERY_REASON_TEXT_EN;

export const ACTIVITY_TEXT = localized({ en: ACTIVITY_TEXT_EN, zh: ACTIVITY_TEXT_ZH });
export const DELIVERY_REASON_TEXT = localized({ en: DELIVERY_REASON_TEXT_EN, zh: DELIVERY_REASON_TEXT_ZH });
