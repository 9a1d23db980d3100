// Moves + choices -> what the user is told, and for everything that stays unsaid the named reason.
import { absolute, compareDecimals, decimal } from '../../shared/decimal';
import { amountText, MASK } from '../../shared/money';
import type { Choices } from '../../shared/settings';
import type { Notice } from '../../shared/state';
import type { Move } from './compare';

export type Silence = 'switched-off' | 'risky' | 'not-counted' | 'below-threshold';

export interface Decision {
  readonly move: Move;
  /** Null: it is told. */
  readonly silence: Silence | null;
}

export function decide(move: Move, choices: Choices): Decision {
  return { move, silence: silenceOf(move, choices) };
}

function silenceOf(move: Move, choices: Choices): Silence | null {
  if (!choices.notifyAmounts) return 'switched-off';
  if (move.holding.isRisky) return 'risky';
  if (move.standing !== 'counted' || move.worth === null) return 'not-counted';
  const isSmall = compareDecimals(absolute(decimal(move.worth)), decimal(choices.notifyFromUsd)) < 0;
  return isSmall ? 'below-threshold' : null;
}

/** Where it happened: the chain's and the wallet's name. */
export type Place = (move: Move) => { readonly chain: string; readonly wallet: string };

/** One notice for all that is told of a poll, largest first; null when nothing is. */
export function noticeOf(
  decisions: readonly Decision[],
  place: Place,
  isHidden: boolean,
  now: number
): Notice | null {
  const told = decisions
    .filter(decision => decision.silence === null)
    .map(decision => decision.move)
    .sort((a, b) => compareDecimals(size(b), size(a)));
  const first = told[0];
  if (!first) return null;
  if (told.length === 1) {
    const { chain, wallet } = place(first);
    return {
      at: now,
      title: phrase(first, isHidden),
      body: `${chain} · ${wallet}`,
      holdingId: first.holding.id
    };
  }
  const lines = told.slice(0, 4).map(move => `${phrase(move, isHidden)} · ${place(move).chain}`);
  if (told.length > 4) lines.push(`and ${told.length - 4} more`);
  return {
    at: now,
    title: `${told.length} amounts changed`,
    body: lines.join('\n'),
    holdingId: first.holding.id
  };
}

function size(move: Move) {
  return absolute(decimal(move.worth ?? '0'));
}

function phrase({ amount, holding }: Move, isHidden: boolean): string {
  const exact = decimal(amount);
  const text = isHidden ? MASK : amountText(amount).replace(/^−/, '');
  return `${exact.units > 0n ? 'Received' : 'Sent'} ${text} ${holding.symbol}`;
}
