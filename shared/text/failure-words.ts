// A failure in words: a few for the badge, a sentence of what happened, a sentence of what it means for the number.
import { reactionTo, type FailureCode } from '../domain/failure';
import { FAILURE_BRIEFS } from './failure-briefs';
import { FAILURE_SENTENCES } from './failure-text';
import { spoken } from '../domain/language';
import { clockText, momentText } from './time';

export interface FailureDetails {
  readonly code: FailureCode;
  readonly host: string | null;
  /** This computer's clock minus the service's, ms. */
  readonly clockOffsetMs: number | null;
  /** Of a fault of ours. */
  readonly bugId?: string | undefined;
}

export const FAILURE_WORDS = spoken(
  {
    wrong: 'wrong',
    bug: (id: string): string =>
      `Something went wrong inside Tokentray (bug ${id}). Diagnostics has a report of it.`,
    stopped: 'Polling has stopped; your last values stay.',
    stay: 'Your last values stay.',
    next: (moment: string): string => `Your last values stay. Next try at ${moment}.`
  },
  {
    wrong: '不准',
    bug: id => `Tokentray 内部出错（错误编号 ${id}）。“诊断”中可生成报告。`,
    stopped: '已停止刷新，最近的数据会保留。',
    stay: '最近的数据会保留。',
    next: moment => `最近的数据会保留，将于 ${moment} 重试。`
  }
);

export function failureBrief(code: FailureCode): string {
  return FAILURE_BRIEFS[code];
}

/** What happened and what to do, without the time of the next try. */
export function failureSentence({ code, host, clockOffsetMs, bugId }: FailureDetails): string {
  if (bugId) return FAILURE_WORDS.bug(bugId);
  const offset = clockOffsetMs ?? 0;
  const clock = Math.abs(offset) < 1000 ? FAILURE_WORDS.wrong : clockText(offset);
  return FAILURE_SENTENCES[code].replaceAll('{host}', host ?? 'OKX').replaceAll('{clock}', clock);
}

/** What it means for the number: whether and when Tokentray tries again. */
export function nextTryText(code: FailureCode, nextAt: number | null, now: number): string {
  if (reactionTo(code) === 'stop') return FAILURE_WORDS.stopped;
  return nextAt === null ? FAILURE_WORDS.stay : FAILURE_WORDS.next(momentText(nextAt, now));
}
