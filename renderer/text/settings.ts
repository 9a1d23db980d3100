// Texts of the Settings page and the choices it offers, in both languages.
import { SECOND_MS, MINUTE_MS } from '../../shared/domain/durations';
import { localized } from '../../shared/domain/language';
import type { Choices } from '../../shared/schema/settings';
import { integerText, plural, type ThresholdText } from './phrases';

const SETTINGS_TEXT_ZH: SettingsText = {
  title: '设置',
  appearance: '外观',
  theme: '主题',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  language: '语言',
  languageOfSystem: '跟随系统',
  isHidden: '隐藏余额',
  isHiddenHint: '所有金额都会遮盖：窗口、托盘、通知和复制的文本。',
  tray: '托盘',
  trayText: '托盘显示',
  trayTexts: {
    compact: '简短总资产，如 $42.1k',
    full: '完整总资产',
    change: '仅变动',
    icon: '仅图标'
  },
  trayInk: '图标颜色',
  trayInks: { auto: '自动', light: '浅色', dark: '深色', plate: '带底色' },
  polling: '刷新',
  visibleIntervalMs: '窗口打开时刷新',
  hiddenIntervalMs: '窗口关闭时刷新',
  idleIntervalMs: '离开时刷新',
  pastPrices: '获取历史价格',
  pastPricesHint: '有空闲时向 OKX 查询所持代币的历史价格，连接后即可显示 24 小时涨跌。',
  pause: '暂停',
  resume: '恢复刷新',
  counting: '计入规则',
  countRisky: '计入风险代币',
  countRiskyHint: '关闭时，OKX 标记的风险代币仅列出，不计入总资产。',
  countDefi: '单独显示 DeFi 资产',
  countDefiHint: '质押、借贷、流动性，按 OKX 给出的总价值显示。OKX 不列出其中的代币。',
  guard: '超出以下限额的，需先经确认。',
  hideSmall: '隐藏低于 $1 的资产',
  hideSmallHint: '它们仍会计入。',
  joinWrapped: '包装币并入原币',
  joinWrappedHint: '按代币分组和查看占比时，WETH 归入 ETH，WBNB 归入 BNB。',
  wallets: '钱包与密钥',
  walletsAndKeys: (wallets, keys) => `${integerText(wallets)} 个钱包，${integerText(keys)} 个密钥`,
  manage: '管理',
  demo: '演示',
  demoText: '这是虚构的资产组合，使用单独的配置。',
  leaveDemo: '退出演示'
};

const THRESHOLD_TEXT_ZH: ThresholdLabels = {
  guardFromPercent: { label: '未知代币的计入上限（%）', wrong: '请填写 1 到 1000 的数字。' },
  guardFromUsd: { label: '总是计入的限额（美元）', wrong: '请填写美元金额，如 100。' },
  guardPriceTimes: { label: '价格骤变的倍数', wrong: '请填写 2 到 1000 的整数。' }
};

const INTERVAL_TEXT_ZH: IntervalText = {
  seconds: count => `每 ${count} 秒`,
  minutes: count => `每 ${count} 分钟`,
  hour: '每小时'
};

const SETTINGS_TEXT_EN = {
  title: 'Settings',
  appearance: 'Appearance',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  language: 'Language',
  languageOfSystem: 'System',
  isHidden: 'Hide balances',
  isHiddenHint: 'All amounts are masked: in the window, the tray, notifications and copied text.',
  tray: 'Tray',
  trayText: 'Shown in the tray',
  trayTexts: {
    compact: 'Short total, such as $42.1k',
    full: 'Full total',
    change: 'Change only',
    icon: 'Icon only'
  },
  trayInk: 'Icon colour',
  trayInks: { auto: 'Automatic', light: 'Light', dark: 'Dark', plate: 'On a plate' },
  polling: 'Refresh',
  visibleIntervalMs: 'Refresh while the window is open',
  hiddenIntervalMs: 'Refresh while the window is closed',
  idleIntervalMs: 'Refresh while you are away',
  pastPrices: 'Get past prices',
  pastPricesHint:
    'Asks OKX, when nothing else is due, what your tokens cost before. Shows 24 h changes soon after connecting.',
  pause: 'Pause',
  resume: 'Resume',
  counting: 'Counting',
  countRisky: 'Count risky tokens',
  countRiskyHint: 'Off: tokens that OKX calls risky are listed, but not counted.',
  countDefi: 'Show DeFi positions separately',
  countDefiHint: 'Staking, lending and pools, at the total value OKX gives. OKX lists no tokens for them.',
  guard: 'Anything over these limits needs your OK first.',
  hideSmall: 'Hide holdings under $1',
  hideSmallHint: 'They still count.',
  joinWrapped: 'Show wrapped coins as the coin itself',
  joinWrappedHint: 'WETH is shown with ETH, and WBNB with BNB, where holdings are grouped by token.',
  wallets: 'Wallets and keys',
  walletsAndKeys: (wallets: number, keys: number): string =>
    `${plural(wallets, 'wallet', 'wallets')}, ${plural(keys, 'key', 'keys')}`,
  manage: 'Manage',
  demo: 'Demo',
  demoText: 'This is an invented portfolio in a separate profile.',
  leaveDemo: 'Leave the demo'
};
export type SettingsText = typeof SETTINGS_TEXT_EN;
export const SETTINGS_TEXT = localized({ en: SETTINGS_TEXT_EN, zh: SETTINGS_TEXT_ZH });

const LIMITS = {
  guardFromUsd: { pattern: /^\d{1,15}(\.\d{1,2})?$/, min: 0, max: Infinity },
  guardFromPercent: { pattern: /^\d{1,4}(\.\d{1,2})?$/, min: 1, max: 1000 },
  guardPriceTimes: { pattern: /^\d{1,4}$/, min: 2, max: 1000 }
};
export type ThresholdLabels = Record<keyof typeof LIMITS, { label: string; wrong: string }>;

const THRESHOLD_TEXT_EN: ThresholdLabels = {
  guardFromPercent: {
    label: 'Limit for unknown tokens, in percent of the rest',
    wrong: 'Enter a number from 1 to 1000.'
  },
  guardFromUsd: {
    label: 'Amount of unknown tokens that always counts, in dollars',
    wrong: 'Enter an amount in dollars, such as 100.'
  },
  guardPriceTimes: {
    label: 'Times a price jumps before it is held back',
    wrong: 'Enter a whole number from 2 to 1000.'
  }
};

function withLimits(texts: ThresholdLabels): Record<keyof ThresholdLabels, ThresholdText> {
  return {
    guardFromUsd: { ...texts.guardFromUsd, ...LIMITS.guardFromUsd },
    guardFromPercent: { ...texts.guardFromPercent, ...LIMITS.guardFromPercent },
    guardPriceTimes: { ...texts.guardPriceTimes, ...LIMITS.guardPriceTimes }
  };
}

export const THRESHOLD_TEXT = localized({
  en: withLimits(THRESHOLD_TEXT_EN),
  zh: withLimits(THRESHOLD_TEXT_ZH)
});

/** The intervals between two polls that the menu offers; a value that was set elsewhere is added to the menu. */
const INTERVALS_MS = [10 * SECOND_MS, 30 * SECOND_MS, ...[1, 2, 5, 10, 15, 30, 60].map(n => n * MINUTE_MS)];

const INTERVAL_TEXT_EN = {
  seconds: (count: number): string => `every ${count} seconds`,
  minutes: (count: number): string => (count === 1 ? 'every minute' : `every ${count} minutes`),
  hour: 'every hour'
};
export type IntervalText = typeof INTERVAL_TEXT_EN;
export const INTERVAL_TEXT = localized({ en: INTERVAL_TEXT_EN, zh: INTERVAL_TEXT_ZH });

function intervalText(ms: number): string {
  if (ms % MINUTE_MS !== 0) return INTERVAL_TEXT.seconds(Math.round(ms / SECOND_MS));
  const minutes = ms / MINUTE_MS;
  return minutes === 60 ? INTERVAL_TEXT.hour : INTERVAL_TEXT.minutes(minutes);
}

/** The choices of a menu, from the texts of its values. */
export function choicesOf<Value extends string>(
  texts: Readonly<Record<Value, string>>
): { value: Value; text: string }[] {
  return (Object.keys(texts) as Value[]).map(value => ({ value, text: texts[value] }));
}

export function intervalChoices(current: number): { value: string; text: string }[] {
  const all = INTERVALS_MS.includes(current)
    ? INTERVALS_MS
    : [...INTERVALS_MS, current].sort((a, b) => a - b);
  return all.map(ms => ({ value: String(ms), text: intervalText(ms) }));
}

export const TRAY_TEXT = localized({
  en: {
    trayGroup: 'Wallets shown in the tray',
    everyWallet: 'All wallets',
    trayClick: 'Clicking the icon opens',
    trayClicks: { popover: 'Small window', window: 'Window' },
    trayClickHint: 'The small window opens beside the icon.',
    hideOnLock: 'Hide balances when the screen locks',
    hideOnLockHint: 'They stay hidden until you show them. While it is locked, notifications show no amounts.'
  },
  zh: {
    trayGroup: '托盘显示的钱包',
    everyWallet: '全部钱包',
    trayClick: '点击图标时打开',
    trayClicks: { popover: '小窗口', window: '主窗口' },
    trayClickHint: '小窗口会在图标旁打开。',
    hideOnLock: '锁屏时隐藏余额',
    hideOnLockHint: '手动显示之前一直隐藏。锁屏期间，通知中也不显示金额。'
  }
});

/** Settings as sentences: a field stands after each of the first words. */
export const GUARD_SENTENCES = localized({
  en: {
    limit: ['Count tokens Tokentray does not know up to', '% of the rest, and always up to $'],
    jump: ['Hold back a price that jumps', 'times']
  },
  zh: {
    limit: ['Tokentray 不认识的代币，最多计入其余资产的', '%，且以下金额以内始终计入：$'],
    jump: ['价格骤变达到', '倍时暂不采用']
  }
});

const SECOND_CURRENCY_TEXT_EN = {
  title: 'Second currency',
  label: 'Shown below the total',
  kinds: {
    none: 'None',
    BTC: 'Bitcoin',
    ETH: 'Ether',
    CNY: 'Yuan (CNY)',
    manual: 'Other, at a fixed rate'
  } satisfies Record<Choices['secondCurrency'], string>,
  sourceHint: 'At the price or rate from OKX. The history stays in dollars.',
  manualHint: 'OKX gives no rates for other currencies: you set the rate; it does not update.',
  code: 'Currency code',
  rate: (code: string): string => `${/^[A-Z]{3}$/.test(code) ? code : 'Units'} for one dollar`,
  codeWrong: 'Enter the three letters of the currency, such as EUR.',
  rateWrong: 'Enter how much one dollar is, such as 0.92.'
};

const SECOND_CURRENCY_TEXT_ZH: typeof SECOND_CURRENCY_TEXT_EN = {
  title: '第二货币',
  label: '显示在总资产下方',
  kinds: { none: '不显示', BTC: '比特币', ETH: '以太币', CNY: '人民币（CNY）', manual: '其他，按固定汇率' },
  sourceHint: '按 OKX 给出的价格或汇率换算。历史记录仍以美元计。',
  manualHint: 'OKX 不提供其他货币的汇率：汇率由你设定，不会自动更新。',
  code: '货币代码',
  rate: code => `1 美元兑 ${/^[A-Z]{3}$/.test(code) ? code : '该货币'}`,
  codeWrong: '请填写三个字母的货币代码，如 EUR。',
  rateWrong: '请填写 1 美元可兑换的数额，如 0.92。'
};

export const SECOND_CURRENCY_TEXT = localized({ en: SECOND_CURRENCY_TEXT_EN, zh: SECOND_CURRENCY_TEXT_ZH });

export const SETTINGS_SEARCH_TEXT = localized({
  en: {
    sections: 'Sections',
    label: 'Search settings',
    found: (count: number, text: string): string =>
      count === 0 ? `No setting matches “${text}”.` : plural(count, 'setting', 'settings')
  },
  zh: {
    sections: '设置分类',
    label: '搜索设置',
    found: (count, text) => (count === 0 ? `没有符合“${text}”的设置。` : `${integerText(count)} 项设置`)
  }
});
