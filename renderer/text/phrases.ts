// Words of the colours of change, of what is read out after a poll, and of the websites that are opened unasked.
import { localized, locale } from '../../shared/domain/language';

export const LOOK = localized(
  {
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
  {
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
);

/** For languages with a plural. */
export function many(count: number, one: string, more: string): string {
  return `${whole(count)} ${count === 1 ? one : more}`;
}

export interface ThresholdWords {
  readonly label: string;
  readonly wrong: string;
  /** What may be typed. */
  readonly shape: RegExp;
  readonly least: number;
  readonly most: number;
}

/** The number as it is kept, without a dollar or percent sign; null when it cannot be. */
export function judgeThreshold({ shape, least, most }: ThresholdWords, typed: string): string | null {
  const text = typed.trim().replace(/^\$|\s*%$/g, '');
  return shape.test(text) && Number(text) >= least && Number(text) <= most ? text : null;
}

export const SURE = localized({ keep: 'Keep' }, { keep: '保留' });

/** `1,234`. */
export function whole(count: number): string {
  return count.toLocaleString(locale());
}
