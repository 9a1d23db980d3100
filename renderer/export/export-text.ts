// Texts of the export panel, and of the message about a saved file, in both languages.
import { localized } from '../../shared/domain/language';
import type { Range } from '../../shared/ipc/history-calls';
import { integerText, plural } from '../text/phrases';

const EXPORT_TEXT_EN = {
  history: 'History',
  historyHint: 'The total and each wallet over time.',
  holdings: 'Holdings',
  activity: 'Activity',
  'amounts-at-past-prices': "Today's amounts at past prices",
  linesHint: 'Calculated, not recorded: what you hold now at the prices of then.',
  scope: 'What is exported',
  ranges: {
    all: 'Everything recorded',
    '1d': 'The last day',
    '1w': 'The last week',
    '1m': 'The last month',
    '1y': 'The last year',
    looked: 'Since your last look'
  } satisfies Record<Range, string>,
  /** Of a line that is not recorded. */
  allKnown: 'As far as prices are known',
  allHoldings: (count: number): string => `All ${plural(count, 'holding', 'holdings')}`,
  allEntries: (count: number): string => `All ${plural(count, 'entry', 'entries')}`,
  shown: (count: number): string => `Only the ${integerText(count)} shown`,
  filteredBy: (filters: string): string => `Shown: ${filters}.`,
  search: (text: string): string => `“${text}”`,
  separator: ', ',
  formats: { csv: 'CSV', json: 'JSON' },
  as: (what: string, format: string): string => `${what} as ${format}`,
  saving: 'Saving…',
  failed: 'Could not be saved. Check the folder and the free space.',
  hidden: 'Nothing is exported while balances are hidden. Show them first.',
  saved: 'Saved',
  showInFolder: 'Show in folder'
};

export type ExportText = typeof EXPORT_TEXT_EN;

const EXPORT_TEXT_ZH: ExportText = {
  history: '历史记录',
  historyHint: '总资产和各钱包随时间的变化。',
  holdings: '资产',
  activity: '动态',
  'amounts-at-past-prices': '当前持仓按历史价格计算',
  linesHint: '由历史价格推算，并非实际记录。',
  scope: '导出范围',
  ranges: {
    all: '全部记录',
    '1d': '最近一天',
    '1w': '最近一周',
    '1m': '最近一个月',
    '1y': '最近一年',
    looked: '自上次查看以来'
  },
  allKnown: '全部已知价格',
  allHoldings: count => `全部 ${integerText(count)} 项资产`,
  allEntries: count => `全部 ${integerText(count)} 条动态`,
  shown: count => `仅当前显示的 ${integerText(count)} 项`,
  filteredBy: filters => `当前显示：${filters}。`,
  search: text => `“${text}”`,
  separator: '，',
  formats: { csv: 'CSV', json: 'JSON' },
  as: (what, format) => `${what}：${format}`,
  saving: '正在保存…',
  failed: '未能保存。请检查文件夹和剩余空间。',
  hidden: '隐藏余额时不导出任何内容，请先显示余额。',
  saved: '已保存',
  showInFolder: '在文件夹中显示'
};

export const EXPORT_TEXT = localized({ en: EXPORT_TEXT_EN, zh: EXPORT_TEXT_ZH });
