// The Chinese of settings-words.
import type { IntervalWords, SettingsWords, ThresholdTexts } from './settings';

export const SETTINGS_ZH: SettingsWords = {
  title: '设置',
  look: '外观',
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
  trayInks: { auto: '跟随系统', light: '浅色', dark: '深色' },
  polling: '刷新',
  visibleIntervalMs: '窗口打开时',
  hiddenIntervalMs: '窗口关闭时',
  idleIntervalMs: '离开时',
  pause: '暂停',
  pauses: { 'an-hour': '1 小时', tomorrow: '直到明天', resumed: '直到手动恢复' },
  resume: '恢复刷新',
  counting: '计入规则',
  countRisky: '计入风险代币',
  countRiskyHint: '关闭时，OKX 标记的风险代币仅列出，不计入总资产。',
  countDefi: '单独列出 DeFi 资产',
  countDefiHint: '按 OKX 汇总的价值：质押、借贷、流动性。OKX 不列出其中的代币。',
  guard: '空投和错误价格会让总资产跳变。超过以下限度的变动将等待确认。',
  hideSmall: '折叠低于 $1 的资产',
  hideSmallHint: '它们仍会计入。',
  wallets: '钱包与密钥',
  demo: '演示',
  demoText: '这是虚构的资产组合，使用单独的配置。',
  leaveDemo: '退出演示'
};

export const THRESHOLDS_ZH: ThresholdTexts = {
  guardFromUsd: { label: '新代币价值超过（美元）', wrong: '请填写美元金额，如 100。' },
  guardFromPercent: { label: '且超过其余资产的比例（%）', wrong: '请填写 1 到 1000 的数字。' },
  guardPriceTimes: { label: '价格一次变动的倍数', wrong: '请填写 2 到 1000 的整数。' }
};

export const INTERVALS_ZH: IntervalWords = {
  seconds: count => `${count} 秒`,
  minutes: count => `${count} 分钟`,
  hour: '1 小时'
};
