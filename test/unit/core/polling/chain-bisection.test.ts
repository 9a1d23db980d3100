import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bisectionFor,
  nextGroup,
  answered,
  unpolledChains,
  type ChainBisection
} from '../../../../electron/core/polling/chain-bisection';

interface Result {
  readonly refused: readonly string[];
  readonly answered: readonly string[];
  readonly requests: number;
}

/** Simulates a service that fails every request with an unsupported chain in it. */
function play(groups: readonly string[][], bad: ReadonlySet<string>): Result {
  let bisection: ChainBisection = bisectionFor(groups);
  const answeredChains: string[] = [];
  let requests = 0;
  for (let group = nextGroup(bisection); group; group = nextGroup(bisection)) {
    requests++;
    const isAnswered = !group.some(chain => bad.has(chain));
    if (isAnswered) answeredChains.push(...group);
    bisection = answered(bisection, isAnswered);
  }
  return { refused: bisection.refused, answered: answeredChains, requests };
}

const chains = (count: number) => Array.from({ length: count }, (_, index) => String(index));

describe('the chain bisection', () => {
  it('polls every group once when all chains are supported', () => {
    expect(play([chains(37), ['a']], new Set())).toMatchObject({ requests: 2, refused: [] });
  });

  it('finds two unsupported chains among 73 with about a dozen more requests', () => {
    const all = chains(73);
    for (const [first, second] of [
      [0, 72],
      [5, 6],
      [36, 37],
      [70, 71],
      [20, 50]
    ] as const) {
      const bad = new Set([all[first]!, all[second]!]);
      const { refused, answered, requests } = play([all.slice(0, 37), all.slice(37)], bad);
      expect(new Set(refused)).toEqual(bad);
      expect(answered).toHaveLength(71);
      expect(requests).toBeLessThanOrEqual(2 + 16);
    }
  });

  it('finds exactly the unsupported chains, and has every other chain answered exactly once', () => {
    const cases = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.array(fc.nat(59), { maxLength: 6 }));
    fc.assert(
      fc.property(cases, ([count, places]) => {
        const all = chains(count);
        const bad = new Set(places.filter(place => place < count).map(String));
        const { refused, answered } = play([all], bad);
        expect([...refused].sort()).toEqual([...bad].sort());
        expect([...answered].sort()).toEqual(all.filter(chain => !bad.has(chain)).sort());
      })
    );
  });

  it('names the chains that were not answered when a round ends before it is finished', () => {
    const bisection = answered(bisectionFor([chains(8), ['x']]), false);
    expect(unpolledChains(bisection)).toEqual(['x', ...chains(8)]);
  });
});
