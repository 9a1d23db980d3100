// Decides which one state is shown first in tray and window, the worst first, and makes its text.
import { reactionTo } from '../domain/failure';
import { failureBrief } from './failure-text';
import { localized } from '../domain/language';
import type { AppState, Portfolio, RecountCause } from '../schema/app-state';
import { groupThousands } from './money';
import { durationText, momentText } from './time';

export type HeadlineKind = 'failing' | 'stale' | 'partial' | 'paused' | 'fresh' | 'waiting';

export const HEADLINE_TEXT = localized({
  en: {
    old: (age: string): string => `${age} old`,
    complete: (age: string): string => `${age} ago · complete`,
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
    complete: age => `${age}前 · 完整`,
    answered: (answered, expected) => `已响应 ${answered}/${expected}`,
    waiting: '等待首次响应',
    checking: count => `正在核实 ${count} 项变动`,
    needOk: count => `${groupThousands(String(count))} 个代币等待确认`,
    paused: '已暂停',
    pausedUntil: moment => `已暂停至 ${moment}`
  }
});

const RECOUNTED_TEXT = localized({
  en: {
    all: 'added or removed',
    causes: {
      'wallet-added': 'wallet added',
      'wallet-removed': 'wallet removed',
      'token-included': 'token included',
      'token-excluded': 'token excluded'
    } satisfies Record<RecountCause, string>,
    because: (causes: readonly string[]): string => `added or removed (${causes.join(', ')})`
  },
  zh: {
    all: '添加或移除',
    causes: {
      'wallet-added': '添加钱包',
      'wallet-removed': '移除钱包',
      'token-included': '计入代币',
      'token-excluded': '排除代币'
    },
    because: causes => `添加或移除（${causes.join('、')}）`
  }
});

/** `added or removed (wallet added)`: what is neither price nor transfer, with its causes as far as they are known. */
export function recountedText(causes: readonly RecountCause[] = []): string {
  if (causes.length === 0) return RECOUNTED_TEXT.all;
  return RECOUNTED_TEXT.because(causes.map(cause => RECOUNTED_TEXT.causes[cause]));
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

/** "12 s ago · complete", "24 min old · 6 of 7 answered", "Key not accepted · 3 h old", "Paused until 08:00". */
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
