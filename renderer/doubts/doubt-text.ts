// Texts about changes that are being checked and about tokens that need the person's OK, in both languages.
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/domain/durations';
import { localized } from '../../shared/domain/language';
import { amidChinese } from '../../shared/text/names';
import { integerText, plural } from '../text/phrases';

const tokens = (count: number): string => plural(count, 'token', 'tokens');
const AND_THEN = ', ';

const DOUBT_TEXT_EN = {
  title: 'To confirm',
  checked: 'Being checked',
  nothing: 'Nothing to confirm.',
  nothingHint: 'Changes that are being checked, and tokens that need your OK, are listed here.',
  // One sentence for each kind
  missing: (what: string): string => `OKX's answer lacks ${what}.`,
  'silent-chain': (chain: string): string => `OKX's answer has nothing on ${chain}.`,
  'refused-chain': (chain: string): string => `OKX says that it does not support ${chain}.`,
  'leap-of-amount': (what: string): string => `OKX's answer adds ${what}.`,
  'moved-point': (what: string): string => `OKX's answer moves the decimal point of ${what}.`,
  'leap-of-price': (what: string): string => `The price of ${what} jumped.`,
  'risk-flag': (what: string): string => `OKX now calls ${what} risky.`,
  severalChains: 'several chains',
  defi: 'your DeFi positions',
  on: (what: string, chain: string): string => `${what} on ${chain}`,
  names: (names: readonly string[], more: number): string => {
    const last = more > 0 ? tokens(more).replace(/ /, ' more ') : names.at(-1);
    const others = more > 0 ? names : names.slice(0, -1);
    return others.length === 0 ? (last ?? '') : `${others.join(AND_THEN)} and ${last}`;
  },
  // What counts meanwhile
  lastValue: 'Counted with its last value.',
  lastValues: 'Counted with their last values.',
  oldAmount: 'The old amount counts.',
  oldPrice: 'The old price counts.',
  stillCounts: 'It still counts.',
  asks: (time: string): string =>
    `Tokentray asks again; if OKX's answers agree, it is believed in ${time === '' ? 'less than a minute' : `about ${time}`}.`,
  whenResumed: 'Tokentray asks again when refreshing is resumed.',
  about: { minutes: (n: number): string => `${n} min`, hours: (n: number): string => `${n} h` },
  // Deeds
  include: 'Include',
  exclude: 'Exclude',
  gone: 'It is gone',
  areGone: 'They are gone',
  showAll: (count: number): string => `Show all ${integerText(count)}`,
  // The question
  question: (count: number, worth: string | null): string =>
    `${tokens(count)}${worth === null ? '' : `, ${worth} in all,`} ${count === 1 ? 'needs' : 'need'} your OK`,
  questionHint:
    'Tokentray does not know these tokens, and anybody can invent a price. Include what you know; exclude the rest.',
  list: 'Tokens that need your OK',
  all: 'All',
  chosen: (count: number, worth: string | null): string =>
    `${integerText(count)} chosen${worth === null ? '' : `, ${worth}`}`,
  includeSome: (count: number): string => `Include ${integerText(count)}`,
  excludeSome: (count: number): string => `Exclude ${integerText(count)}`,
  includeAll: 'Include all',
  excludeAll: 'Exclude all',
  done: {
    count: (count: number): string => `Included ${tokens(count)}.`,
    'keep-out': (count: number): string => `Excluded ${tokens(count)}.`
  },
  undo: 'Undo',
  counted: { no: 'not counted', less: 'last value counts', yes: 'counted' }
};

const DOUBT_TEXT_ZH: typeof DOUBT_TEXT_EN = {
  title: '待确认',
  checked: '正在核实',
  nothing: '没有待确认的内容。',
  nothingHint: '正在核实的变动和等待确认的代币会列在这里。',
  missing: what => `OKX 的响应中缺少${amidChinese(what).trimEnd()}。`,
  'silent-chain': chain => `OKX 的响应中没有${amidChinese(chain)}的资产。`,
  'refused-chain': chain => `OKX 称不支持${amidChinese(chain).trimEnd()}。`,
  'leap-of-amount': what => `OKX 的响应中多出${amidChinese(what).trimEnd()}。`,
  'moved-point': what => `OKX 的响应移动了${amidChinese(what)}的小数点。`,
  'leap-of-price': what => `${what} 价格骤变。`,
  'risk-flag': what => `OKX 将${amidChinese(what)}标记为风险代币。`,
  severalChains: '多条链',
  defi: 'DeFi 仓位',
  on: (what, chain) => `${amidChinese(chain).trimStart()}上的 ${what}`,
  names: (names, more) => `${names.join('、')}${more > 0 ? ` 等 ${names.length + more} 个代币` : ''}`,
  lastValue: '暂按最近的价值计入。',
  lastValues: '暂按最近的价值计入。',
  oldAmount: '暂按原数量计入。',
  oldPrice: '暂按原价格计入。',
  stillCounts: '暂时仍计入。',
  asks: time => `Tokentray 会再次查询，若响应一致，${time === '' ? '不到一分钟' : `约 ${time}`}后采用。`,
  whenResumed: '恢复刷新后会再次查询。',
  about: { minutes: n => `${n} 分钟`, hours: n => `${n} 小时` },
  include: '计入',
  exclude: '排除',
  gone: '确已不在',
  areGone: '确已不在',
  showAll: count => `查看全部 ${integerText(count)} 项`,
  question: (count, worth) =>
    `${integerText(count)} 个代币${worth === null ? '' : `（共 ${worth}）`}等待确认`,
  questionHint: 'Tokentray 不认识这些代币，而价格谁都可以编造。请计入认识的，排除其余的。',
  list: '等待确认的代币',
  all: '全选',
  chosen: (count, worth) => `已选 ${integerText(count)} 个${worth === null ? '' : `，${worth}`}`,
  includeSome: count => `计入 ${integerText(count)} 个`,
  excludeSome: count => `排除 ${integerText(count)} 个`,
  includeAll: '全部计入',
  excludeAll: '全部排除',
  done: {
    count: count => `已计入 ${integerText(count)} 个代币。`,
    'keep-out': count => `已排除 ${integerText(count)} 个代币。`
  },
  undo: '撤销',
  counted: { no: '未计入', less: '按最近的价值计入', yes: '已计入' }
};

export const DOUBT_TEXT = localized({ en: DOUBT_TEXT_EN, zh: DOUBT_TEXT_ZH });

/** "7 min", "3 h", rounded up; "": less than a minute. */
export function aboutText(ms: number): string {
  if (ms < MINUTE_MS) return '';
  if (ms <= HOUR_MS) return DOUBT_TEXT.about.minutes(Math.ceil(ms / MINUTE_MS));
  return DOUBT_TEXT.about.hours(Math.ceil(Math.min(ms, 30 * DAY_MS) / HOUR_MS));
}
