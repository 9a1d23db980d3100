// Texts and helpers that several pages share: plural forms, numbers, thresholds; both languages.
import { localized, locale, type Language } from '../../shared/domain/language';
import type { SourceId } from '../../shared/domain/sources';

export const COMMON_TEXT = localized({
  en: {
    changeColours: 'Colours of up and down',
    colours: { 'green-up': 'Green up', 'red-up': 'Red up', 'blue-orange': 'Blue up, orange down' },
    export: 'Export…',
    demo: 'DEMO',
    updated: (total: string): string => `Updated, ${total}`,
    hidden: 'Balances are hidden.',
    shown: 'Balances are shown.',
    sites: 'Websites',
    sitesHint: 'Opened in your browser without asking.',
    askAgain: 'Ask again',
    labelled: (label: string, name: string): string => `${label}: ${name}`,
    list: (names: readonly string[]): string => names.join(', ')
  },
  zh: {
    changeColours: '涨跌颜色',
    colours: { 'green-up': '绿涨红跌', 'red-up': '红涨绿跌', 'blue-orange': '蓝涨橙跌' },
    export: '导出…',
    demo: '演示',
    updated: total => `已更新，${total}`,
    hidden: '余额已隐藏。',
    shown: '余额已显示。',
    sites: '网站',
    sitesHint: '这些网站会直接在浏览器中打开，不再询问。',
    askAgain: '恢复询问',
    labelled: (label, name) => `${label}：${name}`,
    list: names => names.join('、')
  }
});

/** Each language has the same name in every language. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', zh: '简体中文' };

/** What several wallets watch counts once. */
export const OVERLAP_TEXT = localized({
  en: {
    alsoIn: (wallet: string): string => `also in ${wallet}`,
    countsIn: (wallet: string): string => `No, it counts in ${wallet}`,
    countedOnce: 'Counted once',
    countedOnceHint: 'What several wallets watch counts once in the total.',
    elsewhere: 'Counted in other wallets',
    defiElsewhere: (wallet: string): string => `Its DeFi positions are part of ${wallet} and count there.`,
    defiTwice: (wallet: string): string =>
      `It shares addresses with ${wallet}. DeFi positions are one sum, so those of both count, some perhaps twice.`,
    noAddresses:
      'OKX names no address for some of its tokens. If another wallet watches them too, they count in both.'
  },
  zh: {
    alsoIn: wallet => `${wallet} 中也有`,
    countsIn: wallet => `否，计入 ${wallet}`,
    countedOnce: '重复部分只计一次',
    countedOnceHint: '多个钱包同时关注的资产，在总资产中只计一次。',
    elsewhere: '其中计入其他钱包',
    defiElsewhere: wallet => `其 DeFi 资产已包含在 ${wallet} 中，并在那里计入。`,
    defiTwice: wallet => `与 ${wallet} 有相同地址。DeFi 资产只有总额，因此两者都计入，可能有重复。`,
    noAddresses: 'OKX 没有给出部分代币的地址。如果其他钱包也关注它们，会重复计入。'
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

export const CONFIRM_TEXT = localized({ en: { cancel: 'Cancel' }, zh: { cancel: '取消' } });

/** `1,234`. */
export function integerText(count: number): string {
  return count.toLocaleString(locale());
}
