// One case: a wallet, what is counted, and a few replies one after the other, the first often valid, the others
// mutated.
import type { HttpReply } from '../../electron/core/ports/ports';
import type { Wallet } from '../../shared/schema/wallet';
import { Chance } from './chance';
import { CHAINS, soundReply } from './corpus';
import { bent } from './mutate';

export interface Round {
  /** Time since the round before, ms. */
  readonly waitMs: number;
  readonly reply: HttpReply;
}

export interface Scenario {
  readonly wallet: Wallet;
  readonly countRisky: boolean;
  /** Whether the result is also checked against the schemas, which takes as long as all other checks. */
  readonly isShapeChecked: boolean;
  readonly rounds: readonly Round[];
}

export const START = Date.UTC(2026, 10, 22, 9);
/** Number of mutated replies in a case; a valid one comes before them. */
export const BENT = 4;

const MINUTE_MS = 60_000;
const WAITS = [MINUTE_MS, 5 * MINUTE_MS, 5 * MINUTE_MS, 12 * MINUTE_MS, 1500 * MINUTE_MS, -30 * MINUTE_MS];

function walletFor(chance: Chance): Wallet {
  const common = { id: 'w1', name: 'Cold wallet', keyId: 'k1' };
  const chains = CHAINS.filter(() => chance.oneIn(2));
  if (chance.oneIn(3)) {
    return { ...common, source: 'v6-address', address: '0xAAaa', chains: chains.length > 0 ? chains : ['1'] };
  }
  return { ...common, source: 'v5-account', accountId: 'account', chains: chance.oneIn(2) ? chains : [] };
}

/** Gives the same scenario for the same seed and case, whatever ran before. */
export function scenarioOf(seed: number, place: number): Scenario {
  const chance = new Chance(seed, place);
  const wallet = walletFor(chance);
  let now = START;
  const rounds = Array.from({ length: 1 + BENT }, (_, turn): Round => {
    const waitMs = turn === 0 ? 0 : chance.pick(WAITS);
    now += waitMs;
    return { waitMs, reply: bent(chance, soundReply(chance, now), turn === 0 ? 0 : 1 + chance.below(4)) };
  });
  return {
    wallet,
    countRisky: chance.oneIn(4),
    isShapeChecked: chance.oneIn(6),
    rounds
  };
}
