// Makes a sequence from seed and number: the same always.
import { Chance } from '../chance';
import type { Deed, Lie, Sequence, Step } from './sequence';
import { OWN_TOKENS } from './truth';

export const STEPS = 25;

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What kind of world it is: each finds other faults, and alone more of them. */
type World = 'honest' | 'lying' | 'scam-only' | 'all';
const WORLDS: readonly World[] = ['honest', 'lying', 'scam-only', 'all', 'all'];

/** Once in so many steps each. */
const DEED_EVERY = 3;
const LIE_EVERY = 4;
const SCAM_EVERY = 4;

export function sequenceOf(seed: number, place: number): Sequence {
  const chance = new Chance(seed, place);
  const world = chance.pick(WORLDS);
  const wallets = Array.from({ length: chance.pick([1, 1, 1, 2, 2, 3]) }, () =>
    chance.oneIn(3) ? ('v6-address' as const) : ('v5-account' as const)
  );
  const scale = chance.pick([1, 1, 1, 1, 20, 1000]);
  const holds = wallets.map(() =>
    Array.from({ length: OWN_TOKENS }, (_, token) =>
      chance.oneIn(token < 6 ? 2 : 5) ? scale * chance.pick([3, 20, 150, 900, 5000, 20_000, 60_000]) : 0
    )
  );
  const steps = Array.from({ length: STEPS }, () => stepOf(chance, world, wallets.length));
  return {
    wallets,
    holds,
    isScamOnly: world === 'scam-only',
    isLookedAt: chance.oneIn(2),
    isReordered: chance.oneIn(3),
    steps
  };
}

function stepOf(chance: Chance, world: World, wallets: number): Step {
  const deeds: Deed[] = [];
  const lies: Lie[] = [];
  if (world !== 'scam-only' && chance.oneIn(DEED_EVERY)) deeds.push(...ownerDeeds(chance, wallets));
  if (world === 'scam-only' || world === 'all')
    if (chance.oneIn(SCAM_EVERY)) deeds.push(...scams(chance, wallets));
  if (world === 'lying' || world === 'all') if (chance.oneIn(LIE_EVERY)) lies.push(lieOf(chance, wallets));
  if (chance.oneIn(25)) deeds.push({ do: 'restart' });
  if (chance.oneIn(40)) deeds.push({ do: 'kill' });
  if (chance.oneIn(60)) deeds.push({ do: 'clock', ms: chance.pick([-1, 1]) * chance.below(2 * DAY_MS) });
  return { waitMs: waitOf(chance), deeds, lies, polled: polledOf(chance, wallets) };
}

function waitOf(chance: Chance): number {
  if (chance.oneIn(40)) return HOUR_MS + chance.below(3 * DAY_MS);
  if (chance.oneIn(4)) return 20 * SECOND_MS + chance.below(MINUTE_MS);
  return 20 * SECOND_MS + chance.below(chance.pick([5, 5, 15]) * MINUTE_MS);
}

/** Mostly all wallets, in any order, else some. */
function polledOf(chance: Chance, wallets: number): number[] {
  const all = Array.from({ length: wallets }, (_, wallet) => wallet);
  const some = chance.oneIn(3) ? all.filter(() => chance.oneIn(2)) : all;
  const polled = some.length === 0 ? [chance.below(wallets)] : some;
  return chance.oneIn(2) ? polled : [...polled].reverse();
}

const ownToken = (chance: Chance) => chance.below(chance.oneIn(4) ? OWN_TOKENS : 6);

function ownerDeeds(chance: Chance, wallets: number): Deed[] {
  const wallet = chance.below(wallets);
  const token = ownToken(chance);
  const share = chance.pick([100, 100, 50, 10, 3]);
  const deed = (): Deed => {
    switch (chance.below(11)) {
      case 0:
      case 1:
        return { do: 'receive', wallet, token, percent: chance.pick([1, 5, 20, 45, 80, 300, 2000]) };
      case 2:
      case 3:
        return { do: 'send', wallet, token, share };
      case 4:
      case 5: {
        const steps = chance.pick([0, 0, 0, 1, 2, 4]);
        return { do: 'swap', wallet, token, to: ownToken(chance), share, kept: 94 + chance.below(8), steps };
      }
      case 6:
        return { do: 'move', wallet, to: chance.below(wallets), token, share };
      case 7:
        return { do: 'price', token, permille: chance.pick([40, 90, 12_000, 25_000, 400, 1800]) };
      case 8:
        return { do: 'list', token, isPriced: chance.oneIn(2) };
      default:
        return { do: 'price', token, permille: 950 + chance.below(100) };
    }
  };
  return Array.from({ length: chance.pick([1, 1, 1, 2]) }, deed);
}

/** Dust first or all at once, of any price, amount and number; the same tokens come again with other words. */
function scams(chance: Chance, wallets: number): Deed[] {
  const wallet = chance.below(wallets);
  const first = chance.below(6);
  const count = chance.pick([1, 1, 1, 2, 6]);
  const price = chance.pick([null, '0.000001', '1', '1', '1000', '3', '25', '4000', '1000000000']);
  const isRisky = chance.oneIn(4);
  const amount = chance.pick(['0', '0', '0.000001', '1', '12', '12000', '1000000', '50', '700', '3']);
  const tokens = Array.from({ length: count }, (_, at) => first + at);
  const back = chance.oneIn(4) ? takenBack(chance, wallets, wallet) : null;
  return tokens.map(scam =>
    back ? { ...back, scam } : { do: 'scam', wallet, scam, amount, price, isRisky }
  );
}

/** Gone, nearly gone, or in another wallet. */
function takenBack(chance: Chance, wallets: number, wallet: number) {
  const to = chance.oneIn(3) ? chance.below(wallets) : null;
  return { do: 'take-back' as const, wallet, share: chance.pick([100, 99, 50]), to };
}

const TELLS: readonly Lie['tell'][] = [
  'omit',
  'omit',
  'omit',
  'zero',
  'omit-chain',
  'omit-chain',
  'omit-all',
  'shift',
  'shift',
  'unpriced',
  'price',
  'price',
  'flag',
  'damage-amount',
  'damage-price',
  'strange-row',
  'row-of-no-chain',
  'alias',
  'duplicate',
  'no-address',
  'repeat',
  'repeat',
  'refuse-chain',
  'fail'
];

function lieOf(chance: Chance, wallets: number): Lie {
  const tell = chance.pick(TELLS);
  const far = (6 + chance.below(13)) * chance.pick([1, -1]);
  return {
    tell,
    wallet: chance.below(wallets),
    token: chance.below(chance.oneIn(5) ? OWN_TOKENS + 3 : 6),
    power: tell === 'repeat' ? chance.below(4) : far,
    steps: chance.pick([1, 1, 1, 2, 3, 5, 9])
  };
}
