// Empty-answer guard: rejects an answer without holdings for a wallet that had some, until the emptiness is confirmed.
// Confirmed: by three polls in a row that span ten minutes.
import { isDefi } from '../../../shared/domain/defi';
import { MINUTE_MS } from '../../../shared/domain/durations';
import { Failure } from '../../../shared/domain/failure';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import { EVERY_CHAIN } from './chain-parts';
import type { Answer, Outcome, EmptyAnswer, EmptyAnswerRow } from './poll-outcome';

/** The same limits as for a price that jumps. */
const CONFIRMING_POLLS = 3;
const CONFIRMING_MS = 10 * MINUTE_MS;

/**
 * The outcome, with empty answers turned into refusals until they are confirmed. OKX gives the same answer for a wallet
 * that it cannot find for a moment and for a wallet that was emptied; only the second lasts. `before`: the empty
 * answers that the last poll left.
 */
export function guardEmptyAnswer(
  outcome: Outcome,
  last: WalletSnapshot,
  before: EmptyAnswer | undefined,
  now: number
): Outcome {
  const isEmpty = ({ reading }: Answer) =>
    reading.holdings.length === 0 && reading.damagedChains.length === 0;
  const rows = outcome.answers
    .filter(answer => isEmpty(answer) && hasHoldings(last, answer))
    .map(answer => ({ answer, row: nextEmptyAnswerRow(before?.[chainKeyOf(answer)], now) }));
  const doubted = rows.filter(({ row }) => row.polls < CONFIRMING_POLLS || now - row.since < CONFIRMING_MS);
  if (doubted.length === 0) return outcome;
  const answers = doubted.map(({ answer }) => answer);
  const refusals = answers.map(({ chains }) => ({ chains, failure: new Failure('reply-empty') }));
  return {
    ...outcome,
    answers: outcome.answers.filter(answer => !answers.includes(answer)),
    refusals: [...outcome.refusals, ...refusals],
    emptyAnswer: Object.fromEntries(doubted.map(({ answer, row }) => [chainKeyOf(answer), row]))
  };
}

/** Counting begins again when the clock was set back. */
function nextEmptyAnswerRow(before: EmptyAnswerRow | undefined, now: number): EmptyAnswerRow {
  return before && before.since <= now ? { ...before, polls: before.polls + 1 } : { since: now, polls: 1 };
}

function chainKeyOf({ chains }: Answer): string {
  return chains?.join() ?? EVERY_CHAIN;
}

/** Risky tokens are included here: they do not disappear all at once either. */
function hasHoldings({ holdings }: WalletSnapshot, { chains }: Answer): boolean {
  return holdings.some(
    holding => !isDefi(holding) && (chains === null || chains.includes(holding.chainIndex))
  );
}
