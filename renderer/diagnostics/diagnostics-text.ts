// Texts of Diagnostics, in both languages.
import { localized } from '../../shared/domain/language';

const DIAGNOSTICS_TEXT_EN = {
  title: 'Diagnostics',
  intro: 'The report contains no address, no amount and no secret.',
  copy: 'Copy report',
  copied: 'Copied',
  again: 'Check again',
  checking: 'Checking…',
  failures: 'Last failures',
  noFailures: 'None since Tokentray was started.',
  about: 'About'
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
  about: '关于 Tokentray'
};

export const DIAGNOSTICS_TEXT = localized({ en: DIAGNOSTICS_TEXT_EN, zh: DIAGNOSTICS_TEXT_ZH });
