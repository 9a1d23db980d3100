// Texts of notifications and dialogs outside the window, in English and Chinese.
import { localized } from '../../shared/domain/language';

export const APP_TEXT = localized({
  en: {
    notifications: {
      closed: {
        title: 'Closed to the tray',
        body: 'Tokentray keeps running there. To stop it, choose Quit in its menu.'
      },
      'no-tray': {
        title: 'Still running, without a tray icon',
        body: 'This desktop shows no tray icons. Start Tokentray again to see the window; Ctrl+Q there quits it.'
      },
      'window-fails': {
        title: 'The window keeps failing',
        body: 'Tokentray continues in the tray only. Click to open the window again.'
      },
      'window-broken': {
        title: 'The window cannot be shown',
        body: 'A file of Tokentray is missing or damaged. Install it again. The tray keeps working.'
      },
      test: { title: 'Notifications work', body: 'This is what a notification from Tokentray looks like.' }
    },
    open: 'Open',
    cannotStart: 'Tokentray cannot start',
    cannotUse: (folder: string, reason: string | undefined): string =>
      `The files in ${folder} cannot be used (${reason ?? 'internal error'}).`,
    save: 'Save',
    csv: 'Comma-separated values'
  },
  zh: {
    notifications: {
      closed: {
        title: '已收起到托盘',
        body: 'Tokentray 会在托盘中继续运行；要停止，请在托盘菜单中选择“退出”。'
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
      test: { title: '通知可以正常显示', body: 'Tokentray 的通知就是这样。' }
    },
    open: '打开',
    cannotStart: 'Tokentray 无法启动',
    cannotUse: (folder, reason) => `无法使用 ${folder} 中的文件（${reason ?? '内部错误'}）。`,
    save: '保存',
    csv: '逗号分隔值'
  }
});

export const CA_FILE_TEXT = localized({
  en: { title: 'CA file of your company', certificates: 'Certificates', all: 'All files' },
  zh: { title: '公司的 CA 文件', certificates: '证书', all: '所有文件' }
});
