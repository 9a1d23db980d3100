// Decides which one state is shown first in tray and window, the worst first, and makes its text.
import { reactionTo } from '../domain/failure';
import { failureBrief } from './failure-text';
import { localized } from '../domain/language';
import type { DecimalText } from '../domain/decimal';
import type { AppState, Change, Portfolio, RecountCause } from '../schema/app-state';
import { groupThousands } from './money';
import { durationText, momentText } from './time';
import { transferTitle } from './transfer-text';

export type HeadlineKind = 'failing' | 'stale' | 'partial' | 'paused' | 'fresh' | 'waiting';

export const HEADLINE_TEXT = localized({
  en: {
    old: (age: string): string => `${age} old`,
    complete: (age: string): string => `${age} ago · all answered`,
    answered: (answered: number, expected: number): string => `${answered} of ${expected} answered`,
    waiting: 'Waiting for the first answer',
    checking: (count: number): string => (count === 1 ? 'checking 1 change' : `checking ${count} changes`),
    needOk: (count: number): string =>
      count === 1 ? '1 token needs your OK' : `${groupThousands(String(count))} tokens need your OK`,
    paused: 'Paused',
    pausedUntil: (moment: string): string => `Paused until ${moment}`
  },
  zh: {
    old: age => `${age}前的数据`,
    complete: age => `${age}前 · 全部已响应`,
    answered: (answered, expected) => `已响应 ${answered}/${expected}`,
    waiting: '等待首次响应',
    checking: count => `正在核实 ${count} 项变动`,
    needOk: count => `${groupThousands(String(count))} 个代币等待确认`,
    paused: '已暂停',
    pausedUntil: moment => `已暂停至 ${moment}`
  }
});

export const CAUSES_TEXT = localized({
  en: {
    prices: 'Prices',
    transfers: 'Transfers',
    all: 'Added or removed',
    causes: {
      'wallet-added': 'wallet added',
      'wallet-removed': 'wallet removed',
      'chain-added': 'chain added',
      'chain-removed': 'chain removed',
      'chain-refused': 'chain no longer supported',
      'token-included': 'token included',
      'token-excluded': 'token excluded',
      returned: 'came back',
      uninvited: 'unsolicited tokens',
      'price-known': 'price now known',
      'price-gone': 'price no longer known',
      'risk-mark': 'risk mark changed',
      defi: 'DeFi',
      'rule-changed': 'settings changed'
    } satisfies Record<RecountCause, string>,
    list: ([first = '', ...others]: readonly string[]): string =>
      [first.charAt(0).toUpperCase() + first.slice(1), ...others].join(', ')
  },
  zh: {
    prices: '价格变动',
    transfers: '转账',
    all: '添加或移除',
    causes: {
      'wallet-added': '添加钱包',
      'wallet-removed': '移除钱包',
      'chain-added': '添加链',
      'chain-removed': '移除链',
      'chain-refused': '链不再受支持',
      'token-included': '计入代币',
      'token-excluded': '排除代币',
      returned: '重新出现',
      uninvited: '不请自来的代币',
      'price-known': '已有价格',
      'price-gone': '失去价格',
      'risk-mark': '风险标记变更',
      defi: 'DeFi',
      'rule-changed': '设置变更'
    },
    list: causes => causes.join('、')
  }
});

/** `Wallet added`: why something is neither price nor transfer; `Added or removed` where that is not known. */
export function recountedText(causes: readonly RecountCause[]): string {
  if (causes.length === 0) return CAUSES_TEXT.all;
  return CAUSES_TEXT.list(causes.map(cause => CAUSES_TEXT.causes[cause]));
}

interface MoneyCause {
  readonly name: string;
  readonly amount: DecimalText;
}

/** More tokens than a line can name are told as one. */
const NAMED_IN_LINE = 2;

/** `Received 250 USDC` where it is known, and no more than `mostNamed`. */
function transferCauses(
  { transfers, transfersBy = [] }: Pick<Change, 'transfers' | 'transfersBy'>,
  isMasked: boolean,
  mostNamed: number
): MoneyCause[] {
  if (transfersBy.length === 0 || transfersBy.length > mostNamed)
    return [{ name: CAUSES_TEXT.transfers, amount: transfers }];
  return transfersBy.map(({ symbol, amount, worth }) => ({
    name: transferTitle(
      { kind: amount.startsWith('-') ? 'left' : 'arrived', symbol, amount, worth },
      isMasked
    ),
    amount: worth
  }));
}

/** What changed a total beside prices, with exact USD; none that is zero. */
export function moneyCauses(
  change: Pick<Change, 'transfers' | 'transfersBy' | 'recounted' | 'recountedBy'>,
  isMasked: boolean,
  mostNamed = NAMED_IN_LINE
): MoneyCause[] {
  const { recounted, recountedBy = [{ causes: [], amount: recounted }] } = change;
  return [
    ...transferCauses(change, isMasked, mostNamed),
    ...recountedBy.map(({ causes, amount }) => ({ name: recountedText(causes), amount }))
  ].filter(({ amount }) => amount !== '0');
}

/** The state that the badge and the state line of the tray show. */
export function headlineOf(state: AppState, now: number): HeadlineKind {
  const { portfolio, failure } = state;
  if (failure && reactionTo(failure.code) !== 'back-off') return 'failing';
  if (portfolio.takenAt === null) return failure ? 'failing' : 'waiting';
  if (portfolio.isStale && !isPaused(state, now)) {
    return portfolio.partsAnswered > 0 && portfolio.partsAnswered < portfolio.partsExpected
      ? 'partial'
      : 'stale';
  }
  if (isPaused(state, now)) return 'paused';
  return portfolio.partsAnswered < portfolio.partsExpected ? 'partial' : 'fresh';
}

/** How many doubts the badge names. */
export function shownDoubts({ doubts }: Pick<Portfolio, 'doubts'>): number {
  return doubts.filter(({ isShown }) => isShown).length;
}

export function isPaused(state: AppState, now: number): boolean {
  return state.polling.pausedUntil > now;
}

/** "12 s ago · all answered", "24 min old · 6 of 7 answered", "Key not accepted · 3 h old", "Paused until 08:00". */
export function badgeText(state: AppState, now: number): string {
  const { takenAt, partsAnswered, partsExpected } = state.portfolio;
  const age = takenAt === null ? null : durationText(now - takenAt);
  const old = age === null ? '' : HEADLINE_TEXT.old(age);
  const answered = HEADLINE_TEXT.answered(partsAnswered, partsExpected);
  switch (headlineOf(state, now)) {
    case 'failing':
      return failureBrief(state.failure?.code ?? 'bug') + (age === null ? '' : ` · ${old}`);
    case 'stale':
      return partsExpected > 1 ? `${old} · ${answered}` : old;
    case 'partial':
      return answered;
    case 'paused':
      return pauseText(state.polling.pausedUntil, now);
    case 'fresh':
      return HEADLINE_TEXT.complete(age ?? '');
    case 'waiting':
      return HEADLINE_TEXT.waiting;
  }
}

/** "Paused until 08:00", "Paused until tomorrow", "Paused". */
export function pauseText(until: number, now: number): string {
  if (until >= Number.MAX_SAFE_INTEGER) return HEADLINE_TEXT.paused;
  return HEADLINE_TEXT.pausedUntil(momentText(until, now));
}
