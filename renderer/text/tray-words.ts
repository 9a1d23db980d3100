// Texts of what the tray icon opens and of what hides by itself.
import { spoken } from '../../shared/domain/language';

export const TRAY = spoken(
  {
    trayClick: 'A click on the icon opens',
    trayClicks: { popover: 'Small window', window: 'Window' },
    trayClickHint: 'The small window opens beside the icon on macOS and Windows. Linux opens the window.',
    hideOnLock: 'Hide balances when the screen locks',
    hideOnLockHint: 'They stay hidden until you show them. Notices show no amounts while it is locked.'
  },
  {
    trayClick: '点击图标时打开',
    trayClicks: { popover: '小窗口', window: '主窗口' },
    trayClickHint: '在 macOS 和 Windows 上，小窗口会在图标旁打开；Linux 打开主窗口。',
    hideOnLock: '锁屏时隐藏余额',
    hideOnLockHint: '手动显示之前一直隐藏。锁屏期间，通知中也不显示金额。'
  }
);
