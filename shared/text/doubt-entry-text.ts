// Makes the texts of entries about doubts (changes that count only when they are confirmed) and about what needs the
// person's OK, in both languages.
import type { DoubtPhase } from '../alerts/alert-kinds';
import { DEFI } from '../domain/defi';
import { localized } from '../domain/language';
import { isolateName } from '../names/isolated-name';
import type { Entry } from '../schema/activity';
import { amountText, groupThousands, MASK, MINUS, usd } from './money';
import { amidChinese, localChainName, tokenName } from './names';

export type DoubtEntry = Extract<Entry, { kind: 'doubt' }>;
export type QuestionEntry = Extract<Entry, { kind: 'unverified' }>;

const DOUBT_ENTRY_TEXT_EN = {
  // What it is about
  tokens: (count: string): string => `${count} tokens`,
  defi: 'DeFi positions',
  worth: (subject: string, value: string): string => `${subject} worth ${value}`,
  on: (subject: string, chain: string): string => `${subject} on ${chain}`,
  severalChains: 'several chains',
  list: (names: readonly string[]): string => names.join(', '),
  more: (names: string, count: string): string => `${names} and ${count} more`,
  // Titles while it is checked
  lacks: (subject: string): string => `OKX's answer lacks ${subject}`,
  nothingOn: (chain: string): string => `OKX's answer has nothing on ${chain}`,
  refuses: (chain: string): string => `OKX says that it does not support ${chain}`,
  adds: (subject: string): string => `OKX's answer adds ${subject}`,
  movedPoint: (name: string): string => `OKX's answer moves the decimal point of ${name}`,
  priceJumped: (name: string): string => `The price of ${name} jumped`,
  callsRisky: (name: string): string => `OKX now calls ${name} risky`,
  // Titles when it ended
  isBack: (subject: string): string => `${subject} is back`,
  areBack: (subject: string): string => `${subject} are back`,
  isGone: (subject: string): string => `${subject} is gone`,
  areGone: (subject: string): string => `${subject} are gone`,
  dropped: (chain: string): string => `OKX no longer supports ${chain}`,
  confirmed: (subject: string): string => `Confirmed: ${subject}`,
  newAmount: (name: string): string => `Confirmed: new amount of ${name}`,
  newPrice: (name: string): string => `Confirmed: new price of ${name}`,
  nowRisky: (name: string): string => `Confirmed: OKX calls ${name} risky`,
  notConfirmed: (name: string): string => `Not confirmed: change of ${name}`,
  decided: (subject: string): string => `Your decision on ${subject}`,
  // Details while it is checked
  lastValue: 'Counted with its last value while Tokentray checks',
  lastValues: 'Counted with their last values while Tokentray checks',
  oldAmount: 'The old amount counts while Tokentray checks',
  oldPrice: 'The old price counts while Tokentray checks',
  stillCounts: 'It counts while Tokentray checks',
  // Details when it ended
  answeredAgain: "In OKX's answer again",
  supportedAgain: 'OKX supports it again',
  oldAmountAgain: "OKX's answer has the old amount again",
  oldPriceAgain: "OKX's answer has the old price again",
  notRisky: 'OKX no longer calls it risky',
  noLongerCounted: 'No longer counted',
  countedNow: 'Counted from now on',
  asDecided: 'Counted as you decided',
  countedAgain: 'Counted again',
  // What needs the person's OK
  needOk: (subject: string): string => `${subject} need your OK`,
  needsOk: (subject: string): string => `${subject} needs your OK`,
  inAll: (subject: string, value: string): string => `${subject}, ${value} in all,`,
  ofValue: (subject: string, value: string): string => `${subject}, ${value},`,
  overLimit: 'Over your limits for tokens that Tokentray does not know. Include or exclude them.'
};

const DOUBT_ENTRY_TEXT_ZH: typeof DOUBT_ENTRY_TEXT_EN = {
  tokens: count => `${count} 个代币`,
  defi: 'DeFi 仓位',
  worth: (subject, value) => `${subject}（价值 ${value}）`,
  on: (subject, chain) => `${amidChinese(chain)}上的 ${subject}`.trim(),
  severalChains: '多条链',
  list: names => names.join('、'),
  more: (names, count) => `${names} 等另外 ${count} 个`,
  lacks: subject => `OKX 的响应中缺少${amidChinese(subject)}`.trim(),
  nothingOn: chain => `OKX 的响应中没有${amidChinese(chain)}的资产`,
  refuses: chain => `OKX 称不支持${amidChinese(chain)}`.trim(),
  adds: subject => `OKX 的响应中多出${amidChinese(subject)}`.trim(),
  movedPoint: name => `OKX 的响应移动了${amidChinese(name)}的小数点`,
  priceJumped: name => `${name} 价格骤变`,
  callsRisky: name => `OKX 将${amidChinese(name)}标记为风险代币`,
  isBack: subject => `${amidChinese(subject)}已恢复`.trim(),
  areBack: subject => `${subject} 已恢复`,
  isGone: subject => `${subject} 已不在`,
  areGone: subject => `${subject} 已不在`,
  dropped: chain => `OKX 不再支持${amidChinese(chain)}`.trim(),
  confirmed: subject => `已确认：${subject}`,
  newAmount: name => `已确认：${name} 的新数量`,
  newPrice: name => `已确认：${name} 的新价格`,
  nowRisky: name => `已确认：OKX 将${amidChinese(name)}标记为风险代币`,
  notConfirmed: name => `未获确认：${name} 的变动`,
  decided: subject => `你对${amidChinese(subject)}的决定`,
  lastValue: '核实期间按最近的价值计入',
  lastValues: '核实期间按最近的价值计入',
  oldAmount: '核实期间按原数量计入',
  oldPrice: '核实期间按原价格计入',
  stillCounts: '核实期间仍计入',
  answeredAgain: 'OKX 的响应中又有了',
  supportedAgain: 'OKX 重新支持此链',
  oldAmountAgain: 'OKX 的响应恢复为原数量',
  oldPriceAgain: 'OKX 的响应恢复为原价格',
  notRisky: 'OKX 不再将其标记为风险代币',
  noLongerCounted: '不再计入',
  countedNow: '现已计入',
  asDecided: '按你的决定计入',
  countedAgain: '重新计入',
  needOk: subject => `${subject}等待确认`,
  needsOk: subject => `${subject} 等待确认`,
  inAll: (subject, value) => `${subject}（共 ${value}）`,
  ofValue: (subject, value) => `${subject}（价值 ${value}）`,
  overLimit: '超出了未知代币的计入限额，请选择计入或排除。'
};
export const DOUBT_ENTRY_TEXT = localized({ en: DOUBT_ENTRY_TEXT_EN, zh: DOUBT_ENTRY_TEXT_ZH });

const MAX_NAMES = 3;

/** `80,000 USDC`; of several: `3 tokens worth $92,000.00`, without the worth while amounts are masked. */
function amountsOf(entry: DoubtEntry, isMasked: boolean): string {
  const { tokens, count, worth } = entry;
  const [first] = tokens;
  const isDefiPart = entry.chainIndex === DEFI;
  if (count === 1 && first && !isDefiPart)
    return `${isMasked ? MASK : amountText(first.amount).replace(MINUS, '')} ${tokenName(first.symbol)}`;
  const subject = isDefiPart ? DOUBT_ENTRY_TEXT.defi : DOUBT_ENTRY_TEXT.tokens(groupThousands(String(count)));
  return isMasked || worth === null ? subject : DOUBT_ENTRY_TEXT.worth(subject, usd(worth));
}

/** `USDC`, `3 tokens`: for a doubt that is about no amount. */
function nameOf({ tokens, count }: DoubtEntry): string {
  const [first] = tokens;
  return count === 1 && first
    ? tokenName(first.symbol)
    : DOUBT_ENTRY_TEXT.tokens(groupThousands(String(count)));
}

/** DeFi is on no chain: the entry has it as a chain of its own. */
function placed(subject: string, { chain, chainIndex }: DoubtEntry): string {
  return chain === '' || chainIndex === DEFI
    ? subject
    : DOUBT_ENTRY_TEXT.on(subject, isolateName(localChainName(chain)));
}

function chainOf({ chain }: DoubtEntry): string {
  return chain === '' ? DOUBT_ENTRY_TEXT.severalChains : isolateName(localChainName(chain));
}

/** "1 USDC is back", "80,000 USDC are back". */
function isSingular({ tokens, count, chainIndex }: DoubtEntry): boolean {
  const [first] = tokens;
  return count === 1 && chainIndex !== DEFI && first !== undefined && /^-?1$/.test(first.amount);
}

/** `OKX's answer lacks 80,000 USDC on Ethereum`: what happened, how much, where. */
export function doubtTitle(entry: DoubtEntry, isMasked: boolean): string {
  const texts = DOUBT_ENTRY_TEXT;
  const subject = placed(amountsOf(entry, isMasked), entry);
  const isOne = !isMasked && isSingular(entry);
  if (entry.phase === 'returned') return (isOne ? texts.isBack : texts.areBack)(subject);
  const name = placed(nameOf(entry), entry);
  switch (entry.doubt) {
    case 'missing':
      return byPhase(entry.phase, {
        checking: texts.lacks(subject),
        'as-before': (isOne ? texts.isBack : texts.areBack)(subject),
        confirmed: (isOne ? texts.isGone : texts.areGone)(subject),
        decided: texts.decided(subject)
      });
    case 'silent-chain':
      return byPhase(entry.phase, {
        checking: texts.nothingOn(chainOf(entry)),
        'as-before': (isOne ? texts.isBack : texts.areBack)(subject),
        confirmed: (isOne ? texts.isGone : texts.areGone)(subject),
        decided: texts.decided(subject)
      });
    case 'refused-chain':
      return byPhase(entry.phase, {
        checking: texts.refuses(chainOf(entry)),
        'as-before': texts.isBack(chainOf(entry)),
        confirmed: texts.dropped(chainOf(entry)),
        decided: texts.decided(chainOf(entry))
      });
    case 'leap-of-amount':
      return titleOfLeap(entry.phase, texts.adds(subject), texts.confirmed(subject), name);
    case 'moved-point':
      return titleOfLeap(entry.phase, texts.movedPoint(name), texts.newAmount(name), name);
    case 'leap-of-price':
      return titleOfLeap(entry.phase, texts.priceJumped(name), texts.newPrice(name), name);
    case 'risk-flag':
      return titleOfLeap(entry.phase, texts.callsRisky(name), texts.nowRisky(name), name);
  }
}

type EndingPhase = Exclude<DoubtPhase, 'returned'>;

function byPhase(phase: EndingPhase, texts: Readonly<Record<EndingPhase, string>>): string {
  return texts[phase];
}

function titleOfLeap(phase: EndingPhase, checking: string, confirmed: string, name: string): string {
  const { notConfirmed, decided } = DOUBT_ENTRY_TEXT;
  return byPhase(phase, { checking, confirmed, 'as-before': notConfirmed(name), decided: decided(name) });
}

/** What counts meanwhile, or since then; before it the names of several tokens, after it the wallet. */
export function doubtDetail(entry: DoubtEntry): string {
  const names = entry.count > 1 ? namesOf(entry) : '';
  return [names, sentenceOf(entry), isolateName(entry.wallet)].filter(text => text !== '').join(' · ');
}

function namesOf({ tokens, count }: DoubtEntry): string {
  const names = tokens.slice(0, MAX_NAMES).map(({ symbol }) => tokenName(symbol));
  const rest = count - names.length;
  const listed = DOUBT_ENTRY_TEXT.list(names);
  return rest > 0 ? DOUBT_ENTRY_TEXT.more(listed, String(rest)) : listed;
}

function sentenceOf(entry: DoubtEntry): string {
  const texts = DOUBT_ENTRY_TEXT;
  if (entry.phase === 'returned') return texts.countedAgain;
  if (entry.phase === 'decided') return texts.asDecided;
  const pick = (checking: string, asBefore: string, confirmed: string) =>
    byPhase(entry.phase as EndingPhase, {
      checking,
      'as-before': asBefore,
      confirmed,
      decided: texts.asDecided
    });
  switch (entry.doubt) {
    case 'missing':
    case 'silent-chain': {
      const isOne = entry.count === 1 && entry.chainIndex !== DEFI;
      return pick(isOne ? texts.lastValue : texts.lastValues, texts.answeredAgain, texts.noLongerCounted);
    }
    case 'refused-chain':
      return pick(texts.lastValues, texts.supportedAgain, texts.noLongerCounted);
    case 'leap-of-amount':
    case 'moved-point':
      return pick(texts.oldAmount, texts.oldAmountAgain, texts.countedNow);
    case 'leap-of-price':
      return pick(texts.oldPrice, texts.oldPriceAgain, texts.countedNow);
    case 'risk-flag':
      return pick(texts.stillCounts, texts.notRisky, texts.noLongerCounted);
  }
}

/** `12 tokens, $266,200.00 in all, need your OK`; a single token by its name. */
export function questionTitle({ count = 1, symbol, worth }: QuestionEntry, isMasked: boolean): string {
  const texts = DOUBT_ENTRY_TEXT;
  if (count === 1 && symbol !== '')
    return texts.needsOk(isMasked ? tokenName(symbol) : texts.ofValue(tokenName(symbol), usd(worth)));
  const subject = texts.tokens(groupThousands(String(count)));
  return texts.needOk(isMasked ? subject : texts.inAll(subject, usd(worth)));
}
