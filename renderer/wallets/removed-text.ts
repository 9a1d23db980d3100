// Texts of the removed wallets on the Wallets page, in both languages.
import { localized } from '../../shared/domain/language';

const REMOVED_TEXT_EN = {
  title: 'Removed wallets',
  hint: 'Their history is kept, and is in no other line.',
  since: (day: string): string => `removed ${day}`,
  show: 'History',
  hide: 'Close',
  forget: 'Delete this history',
  ask: (name: string): string => `Delete the history of ${name}? This cannot be undone.`,
  confirm: 'Delete',
  failed: 'Could not be deleted. Check the disk.'
};

export const REMOVED_TEXT = localized<typeof REMOVED_TEXT_EN>({
  en: REMOVED_TEXT_EN,
  zh: {
    title: '已移除的钱包',
    hint: '历史记录仍保留，但不计入其他曲线。',
    since: day => `${day}移除`,
    show: '历史记录',
    hide: '收起',
    forget: '删除历史记录',
    ask: name => `删除 ${name} 的历史记录？此操作无法撤销。`,
    confirm: '删除',
    failed: '未能删除，请检查磁盘。'
  }
});
