// Texts of notifications and dialogs outside the window, in English and Chinese.
import { localized } from '../../shared/domain/language';

export const APP_TEXT = localized({
  en: {
    notifications: {
      closed: {
        title: 'Closed to the tray',
        body: 'The total stays there; choose Quit in its menu to stop.'
      },
      'no-tray': {
        title: 'Still running, without a tray icon',
        body: 'This desktop shows none. Start Tokentray again to see the window; Ctrl+Q in it quits.'
      },
      'window-fails': {
        title: 'The window fails again and again',
        body: 'Tokentray goes on with the tray alone. Click to open the window once more.'
      },
      'window-broken': {
        title: 'The window cannot be shown',
        body: 'A file of Tokentray is missing or damaged: install it again. The tray goes on.'
      },
      test: { title: 'Notifications work', body: 'This is how Tokentray tells you.' }
    },
    openNotification: 'Open',
    cannotStart: 'Tokentray cannot start',
    cannotUse: (folder: string, reason: string | undefined): string =>
      `The files in ${folder} cannot be used (${reason ?? 'fault in Tokentray'}).`,
    csv: 'Comma-separated values'
  },
  zh: {
    notifications: {
      closed: {
        title: '已收起到托盘',
        body: '总资产仍会显示在那里；要停止运行，请在托盘菜单中选择“退出”。'
      },
      'no-tray': {
        title: '仍在运行，但没有托盘图标',
        body: '当前桌面不显示托盘图标。再次启动 Tokentray 即可打开窗口，在窗口中按 Ctrl+Q 退出。'
      },
      'window-fails': {
        title: '窗口反复出错',
        body: 'Tokentray 将只在托盘中继续运行。点击可再次打开窗口。'
      },
      'window-broken': {
        title: '窗口无法显示',
        body: 'Tokentray 的文件缺失或损坏，请重新安装。托盘会继续运行。'
      },
      test: { title: '通知可以正常显示', body: 'Tokentray 会这样通知。' }
    },
    openNotification: '打开',
    cannotStart: 'Tokentray 无法启动',
    cannotUse: (folder, reason) => `无法使用 ${folder} 中的文件（${reason ?? 'Tokentray 内部错误'}）。`,
    csv: '逗号分隔值'
  }
});

export const CA_FILE_TEXT = localized({
  en: { title: 'CA file of your company', certificates: 'Certificates', all: 'All files' },
  zh: { title: '公司的 CA 文件', certificates: '证书', all: '所有文件' }
});
