// Decides what the banner of the Overview says: the largest change that is being checked, or that tokens need the person's OK.
import type { AppState, DoubtRow } from '../../shared/schema/app-state';
import { usd } from '../../shared/text/money';
import { DOUBT_TEXT } from './doubt-text';
import { doubtSentence } from './doubt-sentences';

export type Notice =
  | { readonly kind: 'doubt'; readonly doubt: DoubtRow; readonly count: number }
  | { readonly kind: 'question'; readonly dismissId: string };

/** `above`: the tone of the banner above; null: there is none. A question waits until there is no other banner. */
export function noticeOf(
  { portfolio }: AppState,
  above: 'plain' | 'warn' | 'err' | null,
  dismissed: ReadonlySet<string>
): Notice | null {
  const shown = portfolio.doubts.filter(({ isShown }) => isShown);
  const [doubt] = shown;
  // While nothing can be asked, no doubt comes to its end; the badge still leads to all of them.
  if (doubt && above !== 'err') return { kind: 'doubt', doubt, count: shown.length };
  const dismissId = `waiting/${portfolio.waiting.count}`;
  const isAsked = portfolio.waiting.count > 0 && !dismissed.has(dismissId);
  return isAsked && above === null && !doubt ? { kind: 'question', dismissId } : null;
}

/** "12 tokens, $266,200.00 in all, need your OK"; no amount while balances are hidden. */
export function questionText({ portfolio: { waiting }, choices }: AppState): string {
  return DOUBT_TEXT.question(waiting.count, choices.isHidden ? null : usd(waiting.worth));
}

/** What a screen reader announces when it changes; "": nothing. */
export function noticeSentence(app: AppState): string {
  const notice = noticeOf(app, null, new Set());
  if (!notice) return '';
  return notice.kind === 'doubt' ? doubtSentence(app, notice.doubt) : questionText(app);
}
