// What the app says about itself outside the window: notifications, dialogs. Both languages side by side.
import { spoken } from '../shared/language';

export const DESK = spoken(
  {
    closedTitle: 'Closed to the tray',
    closedBody: 'The total stays there; choose Quit in its menu to stop.',
    testTitle: 'Notifications work',
    testBody: 'This is how Tokentray tells you.',
    cannotStart: 'Tokentray cannot start',
    cannotUse: (folder: string, why: string | undefined): string =>
      `The files in ${folder} cannot be used (${why ?? 'fault in Tokentray'}).`,
    csv: 'Comma-separated values'
  },
  {
    closedTitle: '已收起到托盘',
    closedBody: '总资产仍会显示在那里；要停止运行，请在托盘菜单中选择“退出”。',
    testTitle: '通知可以正常显示',
    testBody: 'Tokentray 会这样通知。',
    cannotStart: 'Tokentray 无法启动',
    cannotUse: (folder, why) => `无法使用 ${folder} 中的文件（${why ?? 'Tokentray 内部错误'}）。`,
    csv: '逗号分隔值'
  }
);
