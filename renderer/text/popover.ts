// Texts of the popover beside the tray icon, in both languages.
import { localized } from '../../shared/domain/language';

export const POPOVER_TEXT = localized({
  en: {
    open: 'Open Tokentray',
    pause: 'Pause',
    resume: 'Resume',
    settings: 'Settings',
    pin: 'Keep open',
    unpin: 'Close when something else is clicked',
    changed: 'Price moves',
    nothing: 'Nothing moved.',
    more: (count: number): string => `${count} more`,
    setUp: 'Connect OKX, or try the demo portfolio.'
  },
  zh: {
    open: '打开 Tokentray',
    pause: '暂停',
    resume: '恢复刷新',
    settings: '设置',
    pin: '保持打开',
    unpin: '点击别处时关闭',
    changed: '涨跌最大',
    nothing: '没有变动。',
    more: (count: number): string => `另有 ${count} 个`,
    setUp: '连接 OKX，或试用演示资产。'
  }
});
