// Checks with the app's own schemas whether the result of a case can be stored, sent to the window and read back.
import { isDeepStrictEqual } from 'node:util';
import {
  lineOf,
  parsePoint,
  NO_TOKEN_NUMBERS,
  addTokenEntries,
  missingTokenEntries
} from '../../electron/core/history/line-format';
import type { Model } from '../../electron/core/state/model';
import { stateOf } from '../../electron/core/state/app-state';
import { chainFacts } from '../../electron/okx/chains';
import { StoredSnapshots } from '../../shared/schema/snapshot';
import { AppState } from '../../shared/schema/app-state';
import type { Shown } from './drive';

/** A control character, a direction mark, half a surrogate pair, or more characters than a person reads. */
const UNFIT = /[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2066-\u2069]|.{33}/u;

export function shapeProblem(model: Model, { portfolio, applied, now }: Shown): string | null {
  const bad = portfolio.holdings.find(({ symbol }) => UNFIT.test(symbol) || symbol === '');
  if (bad) return `symbol: ${JSON.stringify(bad.symbol)}`;
  const { point } = applied;
  if (point) {
    const tokenNumbers = addTokenEntries(
      NO_TOKEN_NUMBERS,
      missingTokenEntries(NO_TOKEN_NUMBERS, point.tokens)
    );
    const line = lineOf(point, tokenNumbers);
    if (line.includes('\n')) return 'line: broken in two';
    const readBack = parsePoint(line, tokenNumbers);
    if (!readBack || lineOf(readBack, tokenNumbers) !== line) return 'line: of the history is not read back';
  }
  const { snapshots, staleAfterMs, alerts, verification } = model;
  const stored = { version: 1, savedAt: now, wallets: snapshots, staleAfterMs, alerts, verification };
  const storedAgain = StoredSnapshots.safeParse(again(stored));
  if (!storedAgain.success) return `stored: ${storedAgain.error.message}`;
  if (!isDeepStrictEqual(storedAgain.data.wallets, again(snapshots))) return 'stored: not as it was';
  if (storedAgain.data.alerts === undefined) return 'stored: alerts lost';
  if (storedAgain.data.verification === undefined) return 'stored: verification lost';
  const drawn = AppState.safeParse(again(stateOf(model, chainFacts, now)));
  return drawn.success ? null : `state: ${drawn.error.message}`;
}

function again(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
