// The plan of the soak and its duration: the faults of a round, one after the other, and the limits of growth.
import type { FaultRule } from '../../electron/fake-okx/faults/fault-rules';

const TEN_MINUTES = 600;

export function soakSeconds(): number {
  return Number(process.env['TOKENTRAY_SOAK_SECONDS'] ?? TEN_MINUTES);
}

/** Each fault lasts `holdMs`; between two faults the service works normally. */
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
  /** Allowed growth in percent of the memory after warming up; null: the run is too short to tell growth from noise. */
  readonly memoryPercent: number | null;
  /** Allowed increase of the count after warming up: a connection that is being opened, a timer of a library. */
  readonly handles: number;
}

/** A run of a minute detects only large growth and leaked handles; a run of five minutes and more detects a trend. */
export function boundsFor(seconds: number): Bounds {
  return seconds >= 300 ? { memoryPercent: 5, handles: 2 } : { memoryPercent: 40, handles: 3 };
}
