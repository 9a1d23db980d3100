// Notices that are not about amounts: chains that left, tokens that wait; and one notice out of all that a round has to tell.
import type { Holding } from '../../shared/holding';
import type { Notice } from '../../shared/state';

/** `names`: of the chains that OKX does not support, told once. */
export function unsupportedNotice(names: readonly string[], wallet: string, now: number): Notice | null {
  if (names.length === 0) return null;
  const title = `OKX does not support ${names.join(', ')}`;
  return { at: now, title, body: `${wallet} · not counted, asked again once a day`, holdingId: null };
}

/** New holdings that the spike guard holds back. */
export function unverifiedNotice(
  before: readonly Holding[],
  after: readonly Holding[],
  now: number
): Notice | null {
  const known = new Set(before.filter(holding => holding.isUnverified).map(holding => holding.id));
  const held = after.filter(holding => holding.isUnverified && !known.has(holding.id));
  const [first] = held;
  if (!first) return null;
  const others = held.length > 1 ? ` and ${held.length - 1} more` : '';
  const body = 'New, and worth more than half of the rest. Accept it in the window if it is yours.';
  return { at: now, title: `${first.symbol}${others} not counted yet`, body, holdingId: first.id };
}

/** One notification a round: the first keeps its title, the others follow as lines. */
export function grouped(notices: readonly (Notice | null)[]): Notice | null {
  const [first, ...others] = notices.filter(notice => notice !== null);
  if (!first) return null;
  return { ...first, body: [first.body, ...others.map(({ title }) => title)].join('\n') };
}
