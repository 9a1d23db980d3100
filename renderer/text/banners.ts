// Texts of the banners below the table, of the drawers, and of a screen that cannot be loaded, in both languages.
import { localized } from '../../shared/domain/language';

const BANNER_TEXT_ZH: BannerText = {
  notAnswered: (names, _count, since) => `${names} 自 ${since} 起没有响应。`,
  chains: count => `${count} 条链`,
  sentenceEnd: '。',
  sentenceSeparator: '',
  nextTry: moment => `将于 ${moment} 重试。`,
  stillCounted: '最近的数据仍计入。',
  newKey: '新密钥',
  addInstead: '改为添加地址',
  connectAgain: '重新连接',
  tryNow: '立即重试',
  trying: '正在重试…',
  dismiss: '关闭提示',
  open: '查看',
  setAside: file => (file ? `已保留为 ${file}。` : '已保留副本。'),
  issues: {
    'settings-damaged': '设置文件已损坏。',
    'snapshot-damaged': '保存最近数据的文件已损坏。',
    'history-damaged': '部分历史记录已损坏。',
    'cannot-save': '无法将最近的数据保存到磁盘。',
    'session-key-gone': '密钥仅限上次运行使用。',
    'notices-not-shown': '桌面不接收通知。',
    'activity-damaged': '部分动态已损坏。',
    'shortcut-taken': '有一个快捷键无法使用。',
    'no-tray-host': '当前桌面不显示托盘图标。',
    'chains-damaged': '链列表已损坏。',
    'file-newer': '有文件由更新版本的 Tokentray 写入。',
    'file-unreadable': '有文件既无法读取也无法移动。',
    'update-found': 'Tokentray 有新版本。',
    bug: 'Tokentray 内部出错。'
  },
  keysHint: keys => `${keys} 已被其他程序占用。请在设置中选择其他组合键。`,
  trayHint: desktop =>
    desktop === 'macOS'
      ? '请在系统设置的“菜单栏”中启用。'
      : /gnome/i.test(desktop)
        ? 'GNOME 需要安装扩展“AppIndicator and KStatusNotifierItem Support”，之后图标会自动出现。在此之前，关闭窗口只会将其最小化，按 Ctrl+Q 可退出。'
        : `请在${desktop ? ` ${desktop} 的` : ''}面板中启用系统托盘，之后图标会自动出现。在此之前，关闭窗口只会将其最小化，按 Ctrl+Q 可退出。`,
  diagnostics: '诊断',
  notificationsHint: '所有内容仍列在“动态”中。请在系统设置中开启通知，再到“设置”中发送测试。',
  saveHint: file => `数据会显示，但重启后将丢失：无法写入 ${file}。请检查剩余空间和文件夹。`,
  newerHint: (file, found, known) =>
    `${file} 的格式为 ${found}，当前版本最高支持 ${known}。文件保持原样，不会写入新内容。请更新 Tokentray。`,
  unreadableHint: file => `${file} 保持原样，不会写入新内容。请检查文件及其文件夹的所有者。`,
  internalErrorHint: id => `最近的数据会保留，刷新会继续。日志中的编号为 ${id}；“诊断”中可生成报告。`,
  updateHint: version => `${version} 的更新内容见“设置”末尾。`,
  sessionHint: '最近的数据会保留。请重新输入密钥以继续。'
};

const DRAWER_TEXT_ZH: DrawerText = {
  close: '关闭',
  copy: what => `复制${what}`,
  copied: '已复制',
  amount: '数量',
  price: '价格',
  value: '精确价值',
  contract: '合约',
  address: '地址',
  counted: '是否计入',
  source: '来源',
  defi: 'OKX 汇总这些资产，不列出其中的代币',
  native: '链的原生币',
  unknown: '未知',
  yesFresh: age => `是，${age}前更新`,
  yesStale: age => `是，但已是 ${age}前的数据`,
  recent: '最近动态',
  notified: '已通知',
  notNotified: reason => `未通知 · ${reason}`
};

const BANNER_TEXT_EN = {
  notAnswered: (names: string, count: number, since: string): string =>
    `${names} ${count === 1 ? 'has' : 'have'} not answered since ${since}.`,
  chains: (count: number): string => `${count} chains`,
  /** The end of the first sentence. */
  sentenceEnd: '. ',
  sentenceSeparator: ' ',
  nextTry: (moment: string): string => `Next try at ${moment}.`,
  stillCounted: 'The last values are still counted.',
  newKey: 'New key',
  addInstead: 'Add its addresses instead',
  connectAgain: 'Connect again',
  tryNow: 'Try now',
  trying: 'Trying…',
  dismiss: 'Dismiss',
  open: 'Show',
  setAside: (file: string | null): string => (file ? `It was kept as ${file}.` : 'It was kept as a copy.'),
  issues: {
    'settings-damaged': 'The settings file was damaged.',
    'snapshot-damaged': 'The file with the last values was damaged.',
    'history-damaged': 'A part of the history was damaged.',
    'cannot-save': 'The last values cannot be saved to disk.',
    'session-key-gone': 'Your key was kept for one session only.',
    'notices-not-shown': 'Your desktop does not accept notifications.',
    'activity-damaged': 'A part of the activity was damaged.',
    'no-tray-host': 'Your desktop shows no tray icons.',
    'shortcut-taken': 'A shortcut does not work.',
    'chains-damaged': 'The list of chains was damaged.',
    'file-newer': 'A file was written by a newer version of Tokentray.',
    'file-unreadable': 'A file can be neither read nor moved.',
    'update-found': 'A new version of Tokentray is available.',
    bug: 'Internal error in Tokentray.'
  },
  trayHint: (desktop: string): string =>
    desktop === 'macOS'
      ? 'Turn it on in System Settings, Menu Bar.'
      : /gnome/i.test(desktop)
        ? 'GNOME needs the extension “AppIndicator and KStatusNotifierItem Support”; the icon then appears by itself. Until then, closing minimises the window, and Ctrl+Q quits.'
        : `Turn on the system tray in the panel${desktop ? ` of ${desktop}` : ''}; the icon then appears by itself. Until then, closing minimises the window, and Ctrl+Q quits.`,
  keysHint: (keys: string): string => `Another program uses ${keys}. Choose another shortcut in Settings.`,
  diagnostics: 'Diagnostics',
  notificationsHint:
    'Everything is still listed in Activity. Turn notifications on in your system settings, then send a test from Settings.',
  saveHint: (file: string): string =>
    `They are shown, but a restart would lose them: ${file} cannot be written. Check the free space and the folder.`,
  newerHint: (file: string, found: number, known: number): string =>
    `${file} has format ${found}; this version reads up to ${known}. It stays as it is, and nothing is added to it. Update Tokentray.`,
  unreadableHint: (file: string): string =>
    `${file} stays as it is, and nothing is added to it. Check who owns it and its folder.`,
  internalErrorHint: (id: string): string =>
    `Your last values are kept, and refreshing goes on. It is ${id} in the log; Diagnostics makes a report.`,
  updateHint: (version: string): string => `What is new in ${version} is at the end of Settings.`,
  sessionHint: 'Your last values are kept. Enter the key again to continue.'
};

const DRAWER_TEXT_EN = {
  close: 'Close',
  copy: (what: string): string => `Copy ${what.toLowerCase()}`,
  copied: 'Copied',
  amount: 'Amount',
  price: 'Price',
  value: 'Exact value',
  contract: 'Contract',
  address: 'Address',
  counted: 'Counted',
  source: 'Source',
  defi: 'OKX gives one value for these positions and lists no tokens',
  native: 'Native coin',
  unknown: 'unknown',
  yesFresh: (age: string): string => `Yes, updated ${age} ago`,
  yesStale: (age: string): string => `Yes, but ${age} old`,
  recent: 'Recent activity',
  notified: 'notified',
  notNotified: (reason: string): string => `not notified: ${reason}`
};

export type BannerText = typeof BANNER_TEXT_EN;
export type DrawerText = typeof DRAWER_TEXT_EN;

export const BANNER_TEXT = localized({ en: BANNER_TEXT_EN, zh: BANNER_TEXT_ZH });
export const DRAWER_TEXT = localized({ en: DRAWER_TEXT_EN, zh: DRAWER_TEXT_ZH });
export const NOT_LOADED_TEXT = localized({
  en: {
    title: 'This page cannot be loaded.',
    body: 'An update may have replaced the files of Tokentray. Quit it and start it again.'
  },
  zh: {
    title: '此页面无法加载。',
    body: 'Tokentray 的文件可能已被更新替换。请退出后重新启动。'
  }
});
