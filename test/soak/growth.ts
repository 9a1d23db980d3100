// Calculates growth from two thirds of a soak: medians, so that one late garbage collection or one open connection is
// no leak.
import type { Measure } from './main-process';
import type { Bounds } from './plan';

export const MEASURED = ['heap', 'pss', 'files', 'sockets', 'timers', 'others', 'listeners'] as const;
type Measured = (typeof MEASURED)[number];

const MEMORY: readonly Measured[] = ['heap', 'pss'];

export interface Growth {
  readonly what: Measured;
  /** Medians after warming up, and at the end. */
  readonly warm: number;
  readonly end: number;
  readonly isTooMuch: boolean;
}

/** The first third is for warming up; the second is compared with the third. */
export function growthIn(measures: readonly Measure[], { memoryPercent, handles }: Bounds): Growth[] {
  const third = Math.floor(measures.length / 3);
  return MEASURED.map(what => {
    const warm = median(measures.slice(third, -third).map(one => one[what]));
    const end = median(measures.slice(-third).map(one => one[what]));
    const percent = ((end - warm) / warm) * 100;
    const isTooMuch = MEMORY.includes(what)
      ? memoryPercent !== null && percent > memoryPercent
      : end > warm + handles;
    return { what, warm, end, isTooMuch };
  });
}

export function table(growth: readonly Growth[]): string {
  const lines = growth.map(({ what, warm, end, isTooMuch }) => {
    const number = (value: number) => value.toFixed(MEMORY.includes(what) ? 2 : 0).padStart(9);
    const percent = warm === 0 ? '' : `${(((end - warm) / warm) * 100).toFixed(1)} %`;
    return `${what.padEnd(10)}${number(warm)}${number(end)}${percent.padStart(9)}${isTooMuch ? '  too much' : ''}`;
  });
  return [`${''.padEnd(10)}${'warm'.padStart(9)}${'end'.padStart(9)}${'growth'.padStart(9)}`, ...lines].join(
    '\n'
  );
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
