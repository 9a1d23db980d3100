// What the soak does and for how long: the faults of a round, one after the other, and what counts as growth.
import type { FaultRule } from '../../electron/fake-okx/faults';

const TEN_MINUTES = 600;

export function soakSeconds(): number {
  return Number(process.env['TOKENTRAY_SOAK_SECONDS'] ?? TEN_MINUTES);
}

/** Each stands for `holdMs`; between two of them the service is sound. */
export const FAULTS: readonly FaultRule[] = [
  { kind: 'hang-up' },
  { kind: 'truncated-json' },
  { kind: 'gzip' },
  { kind: 'slow-body', ms: 400 },
  { kind: 'refuse', code: '50001' },
  { kind: 'many-tokens', count: 300 },
  { kind: 'reset-mid-body' },
  { kind: 'malformed-row' },
  { kind: 'error-page', status: 503 },
  { kind: 'huge-body' },
  { kind: 'byte-by-byte', everyMs: 5 },
  { kind: 'duplicate-rows', differing: true },
  { kind: 'wrong-content-length', offBy: 7 },
  { kind: 'brotli' },
  { kind: 'captive-portal' },
  { kind: 'slow-headers', ms: 700 },
  { kind: 'refuse', code: '50011', retryAfter: '1' },
  { kind: 'several-data' }
];

export interface Bounds {
  /** Of the memory after warming up, in hundredths; null: too short a run to tell growth from noise. */
  readonly memoryPercent: number | null;
  /** So many more at the end than after warming up: a connection that is being made, a timer of a library. */
  readonly handles: number;
}

/** A minute sees gross growth and handles only; five minutes and more see a trend. */
export function boundsFor(seconds: number): Bounds {
  return seconds >= 300 ? { memoryPercent: 5, handles: 2 } : { memoryPercent: 40, handles: 3 };
}
