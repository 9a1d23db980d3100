// Texts of the problem report, in both languages. Names of settings and codes are as they are stored, and the log is English.
import { localized } from '../../../shared/domain/language';

export const REPORT_TEXT = localized({
  en: {
    head: (moment: string): string => `Tokentray: report of a problem, ${moment}`,
    removed: 'Names, addresses, IDs, amounts and secrets are removed.',
    versions: 'Versions',
    checks: 'Checks',
    failures: 'Last failures',
    issues: 'Issues',
    settings: 'Settings',
    log: 'Log',
    none: 'none',
    paused: (source: string): string => `${source} (paused)`,
    customHost: 'a custom host',
    wallets: (count: number, which: string): string => `wallets: ${count}${which}`,
    keys: (count: number, which: string): string => `keys: ${count}${which}`,
    chains: (count: number): string => `chains: ${count} named`
  },
  zh: {
    head: moment => `Tokentray 问题报告，${moment}`,
    removed: '名称、地址、ID、金额和密钥都已移除。',
    versions: '版本',
    checks: '检查',
    failures: '最近的失败',
    issues: '问题',
    settings: '设置',
    log: '日志',
    none: '无',
    paused: source => `${source}（已暂停）`,
    customHost: '自定义主机',
    wallets: (count, which) => `钱包：${count}${which}`,
    keys: (count, which) => `密钥：${count}${which}`,
    chains: count => `指定的链：${count}`
  }
});
