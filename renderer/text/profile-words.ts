// Words of the last part of the settings: the profile as a whole, and the program's updates.
import { spoken } from '../../shared/domain/language';

export const PROFILE = spoken(
  {
    title: 'This profile',
    file: 'Settings as a file',
    fileHint: 'Wallets, alerts and choices. Never a secret: keys are entered anew.',
    save: 'Export…',
    load: 'Import…',
    all: 'Everything of this profile',
    allHint: 'Settings, history, keys in the keychain. You are asked first.',
    remove: 'Remove…',
    look: 'Look for updates once a day',
    lookHint: 'Asks GitHub for the newest version. Nothing is downloaded.',
    package: 'Updates come from where this build did.',
    check: 'Check',
    page: 'Open page',
    outcomes: {
      none: 'Updates',
      current: 'This is the newest version.',
      failed: 'GitHub could not be asked.',
      limited: 'GitHub wants no more for now.',
      newer: 'A newer version is out'
    },
    notes: 'What is new'
  },
  {
    title: '当前配置',
    file: '设置文件',
    fileHint: '钱包、提醒和各项设置。不含密钥，需重新填写。',
    save: '导出…',
    load: '导入…',
    all: '此配置的全部内容',
    allHint: '设置、历史记录和钥匙串中的密钥。清除前会询问。',
    remove: '清除…',
    look: '每天检查一次更新',
    lookHint: '只向 GitHub 询问最新版本，不会下载任何内容。',
    package: '此版本由安装来源负责更新。',
    check: '检查',
    page: '打开页面',
    outcomes: {
      none: '更新',
      current: '已是最新版本。',
      failed: '无法询问 GitHub。',
      limited: 'GitHub 暂时不接受更多询问。',
      newer: '有新版本'
    },
    notes: '更新内容'
  }
);
