// Texts and helpers that several pages share: plural forms, numbers, thresholds; both languages.
import { localized, locale } from '../../shared/domain/language';
import type { SourceId } from '../../shared/domain/sources';

export const COMMON_TEXT = localized({
  en: {
    changeColours: 'Colours of change',
    colours: { 'green-up': 'Green up', 'red-up': 'Red up', 'blue-orange': 'Blue up, orange down' },
    demo: 'DEMO',
    updated: (total: string): string => `Updated, ${total}`,
    hidden: 'Balances are hidden.',
    shown: 'Balances are shown.',
    sites: 'Websites',
    sitesHint: 'Opened in your browser without asking.',
    askAgain: 'Ask again'
  },
  zh: {
    changeColours: '涨跌颜色',
    colours: { 'green-up': '绿涨红跌', 'red-up': '红涨绿跌', 'blue-orange': '蓝涨橙跌' },
    demo: '演示',
    updated: total => `已更新，${total}`,
    hidden: '余额已隐藏。',
    shown: '余额已显示。',
    sites: '网站',
    sitesHint: '这些网站会直接在浏览器中打开，不再询问。',
    askAgain: '恢复询问'
  }
});

/** What a wallet watches, by its source. */
export const SOURCE_NAMES = localized<Record<SourceId, string>>({
  en: { 'v5-account': 'OKX account', 'v6-address': 'Address' },
  zh: { 'v5-account': 'OKX 账户', 'v6-address': '地址' }
});

/** For languages that have plural forms. */
export function plural(count: number, one: string, more: string): string {
  return `${integerText(count)} ${count === 1 ? one : more}`;
}

export interface ThresholdText {
  readonly label: string;
  readonly wrong: string;
  /** Pattern of what may be typed. */
  readonly pattern: RegExp;
  readonly min: number;
  readonly max: number;
}

/** The number as it is stored, without a dollar or percent sign; null when the text is not valid. */
export function parseThreshold({ pattern, min, max }: ThresholdText, typed: string): string | null {
  const text = typed.trim().replace(/^\$|\s*%$/g, '');
  return pattern.test(text) && Number(text) >= min && Number(text) <= max ? text : null;
}

export const CONFIRM_TEXT = localized({ en: { cancel: 'Keep' }, zh: { cancel: '保留' } });

/** `1,234`. */
export function integerText(count: number): string {
  return count.toLocaleString(locale());
}
