// The measured figures: medians with minimum and maximum, ratios of one run to the floor of the same run, stored as
// JSON.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Number of alternating runs; TOKENTRAY_BENCH_RUNS overrides it. */
export const RUNS = Number(process.env.TOKENTRAY_BENCH_RUNS ?? 5);
/** File for the figures of this run; by default the committed file. */
const WRITTEN = process.env.TOKENTRAY_BENCH_FILE ?? join(__dirname, 'figures.json');

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** One line of the table. `limit`: maximum of the ratio; null where only the figure is reported. */
export interface Figure {
  readonly ratio: Spread;
  readonly limit: number | null;
  readonly unit: string;
  readonly app: Spread;
  /** The figure of the floor that it is compared with; null for a figure without comparison. */
  readonly floor: Spread | null;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const rounded = (value: number | undefined) => Math.round((value ?? 0) * 1000) / 1000;
  return {
    median: rounded(sorted[sorted.length >> 1]),
    least: rounded(sorted[0]),
    most: rounded(sorted.at(-1))
  };
}

/** Compares the runs in pairs: each run of the app with the run of the floor just before it. */
export function compared(
  app: readonly number[],
  floor: readonly number[],
  unit: string,
  limit: number | null
): Figure {
  const ratios = app.map((value, run) => value / (floor[run] || Number.EPSILON));
  return { ratio: spreadOf(ratios), limit, unit, app: spreadOf(app), floor: spreadOf(floor) };
}

/** A figure without a floor. */
export function bare(app: readonly number[], unit: string, limit: number | null = null): Figure {
  return { ratio: spreadOf(app), limit, unit, app: spreadOf(app), floor: null };
}

export type Figures = Readonly<Record<string, Figure>>;

/** Adds figures to those in the file, and prints each in one line. */
export function save(figures: Figures): void {
  const file = `${WRITTEN}.part`;
  const before: Figures = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Figures) : {};
  writeFileSync(file, `${JSON.stringify({ ...before, ...figures }, null, 2)}\n`);
  for (const [name, figure] of Object.entries(figures)) console.log(lineOf(name, figure));
}

function lineOf(name: string, { ratio, limit, unit, app, floor }: Figure): string {
  const range = (spread: Spread) => `${spread.median} (${spread.least} to ${spread.most})`;
  const against = floor
    ? `${range(ratio)} = ${app.median} / ${floor.median} ${unit}`
    : `${range(app)} ${unit}`;
  const verdict = limit === null ? '' : ratio.median <= limit ? `, within ${limit}` : `, ABOVE ${limit}`;
  return `${name.padEnd(52)} ${against}${verdict}`;
}
