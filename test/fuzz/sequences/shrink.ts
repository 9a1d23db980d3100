// Makes a sequence with a breach smaller while the same invariant is still broken: steps, deeds, lies, wallets, waits;
// and writes it as a script to read: who does what, and what the service says falsely.
import { breachIn, type Breach } from './play';
import type { Deed, Lie, Sequence, Step } from './sequence';
import { Truth } from './truth';

const MOST_TRIES = 3000;
/** Less than the minute after which a worker counts as hanging. */
const LIMIT_MS = 40_000;

const kindOf = ({ what }: Breach) => what.slice(0, what.indexOf(':'));

export interface Small {
  readonly sequence: Sequence;
  readonly breach: Breach;
}

export async function shrunk(sequence: Sequence, found: Breach): Promise<Small> {
  let best: Small = {
    sequence: { ...sequence, steps: sequence.steps.slice(0, found.step + 1) },
    breach: found
  };
  const end = Date.now() + LIMIT_MS;
  let tries = 0;
  const take = async (smaller: Sequence): Promise<boolean> => {
    if (++tries > MOST_TRIES || Date.now() > end) return false;
    const breach = await breachIn(smaller);
    if (!breach || kindOf(breach) !== kindOf(found)) return false;
    best = { sequence: smaller, breach };
    return true;
  };
  let isSmaller = true;
  while (isSmaller) {
    isSmaller = false;
    for (const smaller of smallerOnes(best.sequence)) {
      if (!(await take(smaller(best.sequence)))) continue;
      isSmaller = true;
      break;
    }
    if (!isSmaller || tries > MOST_TRIES || Date.now() > end) break;
  }
  return best;
}

type Cut = (sequence: Sequence) => Sequence;

function withStep(at: number, change: (step: Step) => Step): Cut {
  return sequence => ({
    ...sequence,
    steps: sequence.steps.map((step, place) => (place === at ? change(step) : step))
  });
}

const without = <Item>(list: readonly Item[], at: number): Item[] => list.filter((_, place) => place !== at);

function smallerOnes({ steps, wallets, holds }: Sequence): Cut[] {
  const size = Math.ceil(steps.length / 4);
  const chunks = size > 1 ? [0, 1, 2, 3].map(part => part * size) : [];
  return [
    ...chunks.map((from): Cut => all => ({
      ...all,
      steps: all.steps.filter((_, at) => at < from || at >= from + size)
    })),
    ...steps.map((_, at): Cut => all => ({ ...all, steps: without(all.steps, at) })).reverse(),
    ...(wallets.length > 1
      ? [(all: Sequence) => ({ ...all, wallets: all.wallets.slice(0, -1), holds: all.holds.slice(0, -1) })]
      : []),
    ...steps.flatMap(({ deeds, lies, polled, waitMs }, at) => [
      ...deeds.map((_, one) => withStep(at, step => ({ ...step, deeds: without(step.deeds, one) }))),
      ...lies.map((_, one) => withStep(at, step => ({ ...step, lies: without(step.lies, one) }))),
      ...(polled.length > 1 ? [withStep(at, step => ({ ...step, polled: step.polled.slice(0, 1) }))] : []),
      ...(waitMs > 60_000 ? [withStep(at, step => ({ ...step, waitMs: 60_000 }))] : []),
      ...lies.flatMap(({ steps: length }, one) =>
        length > 1
          ? [
              withStep(at, step => ({
                ...step,
                lies: step.lies.map((lie, place) => (place === one ? { ...lie, steps: length - 1 } : lie))
              }))
            ]
          : []
      )
    ]),
    ...holds.flatMap((own, wallet) =>
      own.flatMap((dollars, token) =>
        dollars === 0
          ? []
          : [
              (all: Sequence) => ({
                ...all,
                holds: all.holds.map((one, at) =>
                  at === wallet ? one.map((each, place) => (place === token ? 0 : each)) : one
                )
              })
            ]
      )
    )
  ];
}

const deedText = (deed: Deed): string => {
  const { do: what, ...rest } = deed;
  return `${what}(${Object.entries(rest)
    .map(([name, value]) => `${name} ${JSON.stringify(value)}`)
    .join(', ')})`;
};

const lieText = ({ tell, wallet, token, power, steps }: Lie): string =>
  `LIE ${tell}(wallet ${wallet}, token ${token}, power ${power}) for ${steps} answers`;

/** One line a step. */
export function scriptOf(sequence: Sequence): string[] {
  const { tokens } = new Truth(sequence);
  const holds = sequence.holds.map((own, wallet) => {
    const all = own.flatMap((dollars, place) => {
      const { symbol = '?', chain = '?' } = tokens[place] ?? {};
      return dollars > 0 ? [`${place} ${symbol}@${chain} $${dollars}`] : [];
    });
    return `wallet ${wallet} (${sequence.wallets[wallet]}): ${all.join(', ')}`;
  });
  const steps = sequence.steps.map(({ waitMs, deeds, lies, polled }, at) =>
    [
      `${at}: after ${(waitMs / 1000).toFixed(0)} s`,
      ...deeds.map(deedText),
      ...lies.map(lieText),
      `poll ${polled.join(' ')}`
    ].join('; ')
  );
  return [...holds, ...(sequence.isLookedAt ? ['looked at in time'] : []), ...steps];
}
