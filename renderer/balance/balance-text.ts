// Texts of the drawer of a recorded balance, in both languages.
import { localized } from '../../shared/domain/language';
import { plural } from '../text/phrases';

const BALANCE_TEXT_EN = {
  caption: 'Balance then',
  complete: 'all answered',
  stale: (count: number): string => `${plural(count, 'part was', 'parts were')} stale`,
  isStale: 'stale',
  /** The line is the past of what counts now. */
  lineShows: (total: string): string => `The line shows ${total}: the past of what counts now.`,
  holdings: 'Largest holdings then',
  others: 'All others',
  removedWallet: 'removed wallet',
  kept: 'The 20 largest holdings of each moment are kept by name.',
  gone: 'This moment is no longer recorded.',
  save: (format: string): string => `Save as ${format}`,
  separator: ' · '
};

export const BALANCE_TEXT = localized<typeof BALANCE_TEXT_EN>({
  en: BALANCE_TEXT_EN,
  zh: {
    caption: '当时余额',
    complete: '全部已响应',
    stale: count => `${count} 项数据当时已过期`,
    isStale: '已过期',
    lineShows: total => `曲线显示 ${total}，即当前计入资产的历史。`,
    holdings: '当时的最大资产',
    others: '其他全部',
    removedWallet: '已移除的钱包',
    kept: '每个时刻按名称保留最大的 20 项资产。',
    gone: '该时刻已无记录。',
    save: format => `保存为 ${format}`,
    separator: ' · '
  }
});
