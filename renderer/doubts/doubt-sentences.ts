// Makes the sentences about a doubt, and the deeds that it offers.
import type { DoubtRow, AppState } from '../../shared/schema/app-state';
import type { Request } from '../../shared/ipc/contract';
import { isPaused } from '../../shared/text/headline';
import { amountText } from '../../shared/text/money';
import { tokenName } from '../../shared/text/names';
import { chainNames, DEFI } from '../portfolio/names';
import { BANNER_TEXT } from '../text/banners';
import { aboutText, DOUBT_TEXT } from './doubt-text';

/** What a person can do about a doubt: decide it, or give its holdings a verdict. */
export type DoubtAction =
  | { readonly label: string; readonly call: 'doubts:decide'; readonly request: Request<'doubts:decide'> }
  | { readonly label: string; readonly call: 'holdings:judge'; readonly request: Request<'holdings:judge'> };

const MAX_NAMES = 3;

/** "80,000 USDC", "USDC, LINK and 2 more tokens". */
function subjectOf({ amount, symbols }: DoubtRow, isHidden: boolean): string {
  const [symbol] = symbols;
  if (amount !== null && symbol !== undefined && !isHidden)
    return `${amountText(amount)} ${tokenName(symbol)}`;
  // Of four names none is left out: "and 1 more" would be as long.
  const named = symbols.length > MAX_NAMES + 1 ? MAX_NAMES : symbols.length;
  return DOUBT_TEXT.names(symbols.slice(0, named).map(tokenName), symbols.length - named);
}

/** What is in doubt, in one sentence. */
export function doubtSentence(app: AppState, doubt: DoubtRow): string {
  const { kind, chainIndex } = doubt;
  const chain = chainIndex === null ? null : (chainNames(app).get(chainIndex) ?? chainIndex);
  if (kind === 'silent-chain' || kind === 'refused-chain')
    return DOUBT_TEXT[kind](chain ?? DOUBT_TEXT.severalChains);
  if (chainIndex === DEFI) return DOUBT_TEXT[kind](DOUBT_TEXT.defi);
  const subject = subjectOf(doubt, app.choices.isHidden);
  return DOUBT_TEXT[kind](chain === null ? subject : DOUBT_TEXT.on(subject, chain));
}

function countingSentence({ kind, holdingIds }: DoubtRow): string {
  if (kind === 'leap-of-amount' || kind === 'moved-point') return DOUBT_TEXT.oldAmount;
  if (kind === 'leap-of-price') return DOUBT_TEXT.oldPrice;
  if (kind === 'risk-flag') return DOUBT_TEXT.stillCounts;
  return holdingIds.length > 1 ? DOUBT_TEXT.lastValues : DOUBT_TEXT.lastValue;
}

/** What counts meanwhile, and how far the confirmation is. */
export function progressSentence(app: AppState, doubt: DoubtRow, now: number): string {
  const asks = isPaused(app, now)
    ? DOUBT_TEXT.whenResumed
    : DOUBT_TEXT.asks(aboutText(doubt.neededMs - doubt.agreedMs));
  return `${countingSentence(doubt)}${BANNER_TEXT.sentenceSeparator}${asks}`;
}

/** The deeds in their order. */
export function deedsOf({ id, kind, holdingIds }: DoubtRow): DoubtAction[] {
  const decide = (label: string, deed: Request<'doubts:decide'>['deed']): DoubtAction => ({
    label,
    call: 'doubts:decide',
    request: { id, deed }
  });
  const exclude = decide(DOUBT_TEXT.exclude, 'exclude');
  const isGone = kind === 'missing' || kind === 'silent-chain' || kind === 'refused-chain';
  if (isGone)
    return [decide(holdingIds.length > 1 ? DOUBT_TEXT.areGone : DOUBT_TEXT.gone, 'accept'), exclude];
  if (kind !== 'risk-flag') return [decide(DOUBT_TEXT.include, 'accept'), exclude];
  // To believe the mark is to exclude it; a verdict keeps the holding in the count whatever OKX calls it.
  return [
    { label: DOUBT_TEXT.include, call: 'holdings:judge', request: { holdingIds, verdict: 'count' } },
    exclude
  ];
}
