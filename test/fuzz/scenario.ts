// One case: a wallet, what is counted, and a few replies one after the other, the first often sound, the others bent.
import type { HttpReply } from '../../electron/core/ports/ports';
import type { Wallet } from '../../shared/schema/wallet';
import { Chance } from './chance';
import { CHAINS, soundReply } from './corpus';
import { bent } from './mutate';

export interface Round {
  /** Since the round before, ms. */
  readonly waitMs: number;
  readonly reply: HttpReply;
}

export interface Scenario {
  readonly wallet: Wallet;
  readonly countRisky: boolean;
  /** With the spike guard as people have it; without it the total can be worked out in one's head. */
  readonly isGuarded: boolean;
  /** Whether what it leaves is held against the schemas too, which takes as long as all the rest. */
  readonly isShapeChecked: boolean;
  readonly rounds: readonly Round[];
}

export const START = Date.UTC(2026, 10, 22, 9);
/** Bent replies in a case; before them comes one that is sound. */
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

/** The same for the same seed and case, whatever ran before. */
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
    isGuarded: chance.oneIn(5),
    isShapeChecked: chance.oneIn(6),
    rounds
  };
}
