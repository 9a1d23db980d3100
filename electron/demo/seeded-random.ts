// Generates random numbers from a seed: the same seed, name and time always give the same number.
import { MINUTE_MS, HOUR_MS } from '../../shared/domain/durations';

/** The generator mulberry32: each call gives the next whole number from 0 to 2^32 - 1. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** FNV-1a over the text: the same name always gives the same seed. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Random waves that are added: fast ones are small, slow ones large, as in a random walk. */
const WAVES: readonly (readonly [periodMs: number, weight: number])[] = [
  [6_000, 0.03],
  [45_000, 0.06],
  [5 * MINUTE_MS, 0.11],
  [40 * MINUTE_MS, 0.2],
  [5 * HOUR_MS, 0.28],
  [26 * HOUR_MS, 0.32]
];

/** From -1 to 1. */
function corner(seed: number, name: string, wave: number, cell: number): number {
  return mulberry32(seedOf(`${seed}/${name}/${wave}/${cell}`))() / 2 ** 31 - 1;
}

/** A random walk within [-1, 1] that always returns to its middle. `ms` may be negative. */
export function randomWalk(seed: number, name: string, ms: number): number {
  let walkValue = 0;
  WAVES.forEach(([periodMs, weight], wave) => {
    const cell = Math.floor(ms / periodMs);
    const from = corner(seed, name, wave, cell);
    const to = corner(seed, name, wave, cell + 1);
    walkValue += weight * (from + (to - from) * (ms / periodMs - cell));
  });
  return walkValue;
}
