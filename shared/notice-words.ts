// English texts of what happened: one line an entry, and the notification of a poll. Made when shown, so that hiding masks them too.
import type { Entry, Notice } from './activity';
import { decimal, isZero } from './decimal';
import { reactionTo } from './failure';
import { failureSentence } from './failure-words';
import { amountText, MASK, MINUS, percentText, signedUsd } from './money';
import { durationText } from './time-words';

const MOST_LINES = 4;

/** `Received 250 USDC`, `Total up 5.2 %`: what, and how much. */
export function entryTitle(entry: Entry, isMasked: boolean): string {
  switch (entry.kind) {
    case 'arrived':
    case 'left': {
      const amount = isMasked ? MASK : amountText(entry.amount).replace(MINUS, '');
      return `${entry.kind === 'arrived' ? 'Received' : 'Sent'} ${amount} ${entry.symbol}`;
    }
    case 'total':
      return `${entry.walletId === null ? 'Total' : entry.wallet} ${moved(entry.percent, entry.amount)}`;
    case 'price':
      return `${entry.symbol} ${moved(entry.percent, entry.amount)}`;
    case 'key':
      return `Key "${entry.key}" stopped working`;
    case 'polls': {
      const wallet = entry.wallet || 'Several wallets';
      if (reactionTo(entry.code) === 'stop') return `${wallet}: polling has stopped`;
      return `${wallet}: no answer for ${durationText(entry.at - entry.since)}`;
    }
    case 'unverified':
      return `${entry.symbol} not counted yet`;
    case 'unsupported':
      return `OKX does not support ${entry.chains.join(', ')}`;
  }
}

/** `Base · Cold wallet`, or what else one must know. */
export function entryDetail(entry: Entry, isMasked: boolean): string {
  const place = [entry.chain, entry.wallet].filter(name => name !== '').join(' · ');
  switch (entry.kind) {
    case 'arrived':
    case 'left':
      return place;
    case 'total':
      return isMasked ? '' : `${signedUsd(entry.amount)} · ${madeBy(entry)}`;
    case 'price':
      return [entry.chain, isMasked ? '' : signedUsd(entry.amount)].filter(text => text !== '').join(' · ');
    case 'key':
    case 'polls':
      return failureSentence({ code: entry.code, host: null, clockOffsetMs: null });
    case 'unverified':
      return 'New, and worth more than half of the rest. Accept it in the window if it is yours.';
    case 'unsupported':
      return [place, 'not counted, asked again once a day'].filter(text => text !== '').join(' · ');
  }
}

/** What made the move: the larger of the two, or both. */
function madeBy({ prices, transfers }: { prices: string; transfers: string }): string {
  if (isZero(decimal(transfers))) return 'prices';
  return isZero(decimal(prices)) ? 'transfers' : 'prices and transfers';
}

function moved(percent: string | null, amount: string): string {
  const way = decimal(amount).units < 0n ? 'down' : 'up';
  return percent === null ? `moved ${way}` : `${way} ${percentText(percent, 1, false).replace(MINUS, '')}`;
}

/** What asks for a deed gives a group its title; the others follow as lines. */
const LEADING: ReadonlySet<Entry['kind']> = new Set(['key', 'polls', 'unverified']);

/** The notification: of one entry its own two lines, of several one line each. */
export function noticeText(
  { entries, isLastToday }: Notice,
  isMasked: boolean
): { title: string; body: string } {
  const [first, ...others] = entries;
  if (!first || isLastToday)
    return {
      title: 'More changes today',
      body: 'Enough notifications for one day. The rest is in Activity.'
    };
  const title = entryTitle(first, isMasked);
  const body = entryDetail(first, isMasked);
  if (others.length === 0) return { title, body };
  if (LEADING.has(first.kind)) return { title, body: [body, ...linesOf(others, isMasked)].join('\n') };
  return { title: groupTitle(entries), body: linesOf(entries, isMasked).join('\n') };
}

function groupTitle(entries: readonly Entry[]): string {
  const are = (...kinds: Entry['kind'][]) => entries.every(({ kind }) => kinds.includes(kind));
  const what = are('arrived', 'left') ? 'amounts changed' : are('price') ? 'prices moved' : 'changes';
  return `${entries.length} ${what}`;
}

function linesOf(entries: readonly Entry[], isMasked: boolean): string[] {
  const lines = entries.slice(0, MOST_LINES).map(entry => lineOf(entry, isMasked));
  const more = entries.length - lines.length;
  return more > 0 ? [...lines, `and ${more} more`] : lines;
}

function lineOf(entry: Entry, isMasked: boolean): string {
  const title = entryTitle(entry, isMasked);
  return entry.chain === '' ? title : `${title} · ${entry.chain}`;
}
