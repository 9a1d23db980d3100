// Texts of the shortcut sheet and the keyboard settings, in both languages.
import { localized } from '../../shared/domain/language';

export const SHORTCUTS_TEXT = localized({
  en: {
    title: 'Keyboard shortcuts',
    anywhere: 'Anywhere',
    overview: 'Overview',
    lists: 'Lists',
    close: 'Close',
    single: 'Single-letter keys',
    singleHint: 'Off: only Escape, Enter, the arrow keys and combinations with Ctrl or Cmd work.',
    open: 'Show all shortcuts',
    section: 'Keyboard',
    or: 'or',
    actions: {
      search: 'Search',
      refresh: 'Refresh now',
      hide: 'Hide or show balances',
      details: 'Details of the chain or wallet in focus',
      settings: 'Settings',
      keys: 'This list',
      back: 'Close, or show everything again',
      group: 'Next grouping',
      range: 'Range: 1D, 1W, 1M, 1Y, all, last look',
      rows: 'Next or previous row',
      ends: 'First or last row',
      open: 'Open',
      beside: 'Buttons of the row, and back to it',
      copyRow: 'Copy the row of the table',
      copyAddress: 'Copy its contract, or the address of a wallet',
      point: 'Read the history line point by point'
    }
  },
  zh: {
    title: '键盘快捷键',
    anywhere: '任意页面',
    overview: '总览',
    lists: '列表',
    close: '关闭',
    single: '单字母快捷键',
    singleHint: '关闭后，只有 Esc、回车、方向键，以及带 Ctrl 或 Cmd 的组合键有效。',
    open: '查看所有快捷键',
    section: '键盘',
    or: '或',
    actions: {
      search: '搜索',
      refresh: '立即刷新',
      hide: '隐藏或显示余额',
      details: '查看所选链或钱包的详情',
      settings: '设置',
      keys: '打开此列表',
      back: '关闭，或恢复显示全部',
      group: '切换分组方式',
      range: '范围：1天、1周、1月、1年、全部、上次查看以来',
      rows: '下一行或上一行',
      ends: '首行或末行',
      open: '打开',
      beside: '移到该行的按钮，或移回该行',
      copyRow: '复制表格中的该行',
      copyAddress: '复制该行的合约或地址',
      point: '逐点查看走势线'
    }
  }
});
