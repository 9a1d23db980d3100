// Defines the transfers of the demo: a fixed list for the start, then a cycle that repeats.
import { ZERO, add, decimal, negate, type Decimal } from '../../shared/domain/decimal';
import { SECOND_MS, MINUTE_MS, HOUR_MS, DAY_MS } from '../../shared/domain/durations';
import { mulberry32, seedOf } from './seeded-random';

export interface Transfer {
  /** ms since the demo started; negative: before it. */
  readonly at: number;
  readonly holdingId: string;
  /** Negative: the amount leaves. */
  readonly amount: Decimal;
}

function transfer(at: number, holdingId: string, amount: string): Transfer {
  return { at, holdingId, amount: decimal(amount) };
}

/** The start of the demo is zero: the starting balances already include the earlier transfers. */
const SCRIPT: readonly Transfer[] = [
  transfer(-290 * DAY_MS, 'btc', '0.04'),
  transfer(-214 * DAY_MS, 'eth-base', '0.2'),
  transfer(-131 * DAY_MS, 'sol', '6'),
  transfer(-46 * DAY_MS, 'sol', '-3'),
  transfer(-12 * DAY_MS, 'btc', '0.02'),
  transfer(-19 * HOUR_MS, 'eth-base', '-0.05'),
  transfer(-6.5 * HOUR_MS, 'usdc-base', '250'),
  transfer(3 * SECOND_MS, 'usdc-base', '250'),
  transfer(13 * SECOND_MS, 'btc', '-0.005'),
  transfer(25 * SECOND_MS, 'airdrop', '88888'),
  transfer(41 * SECOND_MS, 'pol', '40'),
  transfer(55 * SECOND_MS, 'eth-base', '-0.05')
];

/** A cycle gives back what it takes, so that balances neither grow nor run out in a demo that runs for days. */
const CYCLE_MS = 24 * MINUTE_MS;

/** One transfer of the cycle per four minutes, shifted a little at random. */
function transfersOfCycle(seed: number, cycle: number): Transfer[] {
  const nextRandom = mulberry32(seedOf(`${seed}/round/${cycle}`));
  const upTo = (max: number) => nextRandom() % max;
  const dollars = decimal(`${50 + upTo(400)}.${10 + upTo(89)}`);
  const bitcoin = decimal(`0.00${100 + upTo(800)}`);
  const sol = decimal(`0.${100 + upTo(800)}`);
  const steps = [
    ['usdc-base', dollars],
    ['btc', bitcoin],
    ['sol', negate(sol)],
    ['usdc-base', negate(dollars)],
    ['sol', sol],
    ['btc', negate(bitcoin)]
  ] as const;
  return steps.map(([holdingId, amount], index) => ({
    at: MINUTE_MS + cycle * CYCLE_MS + index * 4 * MINUTE_MS + upTo(3 * MINUTE_MS),
    holdingId,
    amount
  }));
}

/** All transfers that explain the balances at this time. Finished cycles cancel out and are left out. */
export function transfersAround(seed: number, elapsedMs: number): readonly Transfer[] {
  const cycle = Math.floor((elapsedMs - MINUTE_MS) / CYCLE_MS);
  return cycle < 0 ? SCRIPT : [...SCRIPT, ...transfersOfCycle(seed, cycle)];
}

/** The change of a holding's balance since the start of the demo. */
export function movedSince(transfers: readonly Transfer[], holdingId: string, elapsedMs: number): Decimal {
  let moved = ZERO;
  for (const one of transfers) {
    if (one.holdingId !== holdingId) continue;
    if (one.at > 0 && one.at <= elapsedMs) moved = add(moved, one.amount);
    if (one.at <= 0 && one.at > elapsedMs) moved = add(moved, negate(one.amount));
  }
  return moved;
}
