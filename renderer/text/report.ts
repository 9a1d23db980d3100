// Texts of the problem report and of the page for unusable settings, in both languages.
import { localized } from '../../shared/domain/language';

export const REPORT_TEXT = localized({
  en: {
    open: 'Report a problem',
    title: 'Report a problem',
    intro:
      'Read it before you share it. Names, addresses, amounts and secrets are removed. Nothing is sent: you decide who gets it.',
    text: 'The report',
    making: 'Collecting…',
    save: 'Save…',
    copy: 'Copy',
    close: 'Close',
    copied: 'Copied.',
    saved: (file: string): string => `Saved as ${file}.`,
    failed: 'Could not be saved. Try another folder.'
  },
  zh: {
    open: '报告问题',
    title: '报告问题',
    intro: '请先看一遍。名称、地址、金额和密钥都已移除，不会发送任何内容：交给谁由你决定。',
    text: '报告',
    making: '正在收集…',
    save: '保存…',
    copy: '复制',
    close: '关闭',
    copied: '已复制。',
    saved: file => `已保存为 ${file}。`,
    failed: '未能保存，请换一个文件夹。'
  }
});

export const SETTINGS_REFUSED_TEXT = localized({
  en: {
    newer: (file: string): string => `${file} was written by a newer version of Tokentray`,
    newerText: (found: number, known: number): string =>
      `The file has format ${found}; this version reads formats up to ${known}. The file is unchanged, and nothing is refreshed. Update Tokentray, or put an older copy of the file in its place.`,
    unreadable: (file: string): string => `${file} cannot be read`,
    unreadableText:
      'The file is unchanged, and nothing is refreshed. Check who owns the file and whether you may read it.',
    again: 'Read again',
    reading: 'Reading…',
    quit: 'Quit'
  },
  zh: {
    newer: file => `${file} 由更新版本的 Tokentray 写入`,
    newerText: (found, known) =>
      `文件格式为 ${found}，当前版本最高支持 ${known}。文件保持原样，不会刷新任何数据。请更新 Tokentray，或换回该文件的旧副本。`,
    unreadable: file => `无法读取 ${file}`,
    unreadableText: '文件保持原样，不会刷新任何数据。请检查文件的所有者和读取权限。',
    again: '重新读取',
    reading: '正在读取…',
    quit: '退出'
  }
});
