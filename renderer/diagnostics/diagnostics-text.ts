// Texts of Diagnostics, in both languages.
import { localized } from '../../shared/domain/language';

const DIAGNOSTICS_TEXT_EN = {
  title: 'Diagnostics',
  intro: 'The report holds no address, no amount and no secret.',
  copy: 'Copy report',
  copied: 'Copied',
  again: 'Check again',
  checking: 'Checking…',
  failures: 'Last failures',
  noFailures: 'None since Tokentray was started.',
  about: 'This Tokentray',
  checks: {
    runtime: 'Runtime',
    key: 'Key',
    clock: 'Clock',
    host: 'Host',
    proxy: 'Proxy',
    'ca-file': 'CA file',
    budget: 'Requests',
    keychain: 'Keychain',
    tray: 'Tray',
    lock: 'Screen lock',
    notifications: 'Notifications',
    files: 'Files'
  },
  states: { good: 'good', warn: 'look at this', bad: 'not working', unknown: 'not known' }
};

const DIAGNOSTICS_TEXT_ZH: typeof DIAGNOSTICS_TEXT_EN = {
  title: '诊断',
  intro: '报告不含地址、金额和密钥内容。',
  copy: '复制报告',
  copied: '已复制',
  again: '重新检查',
  checking: '正在检查…',
  failures: '最近的失败',
  noFailures: 'Tokentray 启动以来没有失败。',
  about: '关于 Tokentray',
  checks: {
    runtime: '运行环境',
    key: '密钥',
    clock: '时钟',
    host: '主机',
    proxy: '代理',
    'ca-file': 'CA 文件',
    budget: '请求',
    keychain: '钥匙串',
    tray: '托盘',
    lock: '锁屏',
    notifications: '通知',
    files: '文件'
  },
  states: { good: '正常', warn: '请留意', bad: '异常', unknown: '未知' }
};

export const DIAGNOSTICS_TEXT = localized({ en: DIAGNOSTICS_TEXT_EN, zh: DIAGNOSTICS_TEXT_ZH });
