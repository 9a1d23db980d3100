// Texts of the gaps in a history line, in both languages.
import type { BreakCause } from '../../shared/domain/failure';
import { localized } from '../../shared/domain/language';

const GAP_TEXT_EN = {
  causes: {
    paused: 'paused',
    off: 'Tokentray was closed',
    asleep: 'computer asleep',
    unreachable: 'OKX did not answer',
    refused: 'key refused',
    'wallet-added': 'wallet added'
  } satisfies Record<BreakCause, string>,
  /** Of the first point after a gap. */
  after: (cause: string | null): string => (cause === null ? 'after a gap' : `after a gap: ${cause}`)
};

export const GAP_TEXT = localized<typeof GAP_TEXT_EN>({
  en: GAP_TEXT_EN,
  zh: {
    causes: {
      paused: '已暂停',
      off: 'Tokentray 未运行',
      asleep: '电脑休眠',
      unreachable: 'OKX 没有响应',
      refused: '密钥被拒绝',
      'wallet-added': '添加了钱包'
    },
    after: cause => (cause === null ? '此前无数据' : `此前：${cause}`)
  }
});
