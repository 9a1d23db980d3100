// Texts of autostart, global shortcuts, profile and updates, in both languages.
import { localized } from '../../shared/domain/language';
import type { ShortcutProblem } from '../../shared/ipc/system-calls';

const problems = (texts: Record<ShortcutProblem, string>) => texts;

export const SYSTEM_TEXT = localized({
  en: {
    title: 'Desktop',
    autostart: 'Start at login',
    autostartHint: 'In the tray, without a window.',
    approval: 'Allow Tokentray in the login items of your system.',
    failed: (why: string): string => `Could not be saved (${why}). Nothing was changed.`,
    open: 'Shortcut: open Tokentray',
    hide: 'Shortcut: hide or show balances',
    keysHint: 'Works in every program. Press the keys, or type them: Ctrl+Alt+T',
    none: 'None',
    clear: 'Remove',
    problems: problems({
      unknown: 'These keys cannot be a shortcut. Use keys such as Ctrl+Alt+T.',
      weak: 'Programs use these keys themselves. Hold two of Ctrl, Alt and Shift.',
      same: 'The other shortcut uses these keys.',
      taken: 'Another program uses these keys. Nothing was changed.'
    }),
    wayland:
      'On Wayland, only the desktop can assign shortcuts. Assign these commands in its keyboard settings:'
  },
  zh: {
    title: '桌面',
    autostart: '登录时启动',
    autostartHint: '不打开窗口，只在托盘中运行。',
    approval: '系统需要确认：请在系统的登录项中允许 Tokentray。',
    failed: why => `无法写入（${why}）。未做任何更改。`,
    open: '快捷键：打开 Tokentray',
    hide: '快捷键：隐藏或显示余额',
    keysHint: '在所有程序中有效。按下组合键，或直接输入：Ctrl+Alt+T',
    none: '无',
    clear: '移除',
    problems: problems({
      unknown: '这不能用作快捷键。请输入类似 Ctrl+Alt+T 的组合键。',
      weak: '其他程序自己要用这个键。请同时按住 Ctrl、Alt、Shift 中的两个。',
      same: '另一个快捷键已使用这个组合键。',
      taken: '这个组合键已被其他程序占用。未做任何更改。'
    }),
    wayland: '在 Wayland 下，快捷键只能由桌面分配。请在桌面的键盘设置中绑定以下命令：'
  }
});

export const PROFILE_TEXT = localized({
  en: {
    title: 'This profile',
    file: 'Settings as a file',
    fileHint: 'Wallets, alerts and other settings. Never a secret: keys are entered again.',
    save: 'Export…',
    load: 'Import…',
    all: 'Delete all data',
    allHint: 'Settings, history and keys of this profile, also those in the keychain. You are asked first.',
    remove: 'Delete…',
    updateCheck: 'Check for updates once a day',
    updateCheckHint: 'Asks GitHub for the newest version. Nothing is downloaded.',
    package: 'Updates come from where you got this package.',
    check: 'Check',
    page: 'Open page',
    outcomes: {
      none: 'Updates',
      current: 'This is the newest version.',
      failed: 'GitHub could not be reached.',
      limited: 'GitHub is limiting requests for now.',
      newer: 'A new version is available'
    },
    notes: 'What is new'
  },
  zh: {
    title: '当前配置',
    file: '设置文件',
    fileHint: '钱包、提醒和各项设置。不含密钥，需重新填写。',
    save: '导出…',
    load: '导入…',
    all: '删除全部数据',
    allHint: '此配置的设置、历史记录和密钥，包括钥匙串中的密钥。删除前会询问。',
    remove: '删除…',
    updateCheck: '每天检查一次更新',
    updateCheckHint: '只向 GitHub 查询最新版本，不会下载任何内容。',
    package: '此版本由安装来源负责更新。',
    check: '检查',
    page: '打开页面',
    outcomes: {
      none: '更新',
      current: '已是最新版本。',
      failed: '无法连接 GitHub。',
      limited: 'GitHub 暂时限制了请求次数。',
      newer: '有新版本'
    },
    notes: '更新内容'
  }
});
