// Schemas of the calls about activity and history, and their export to files.
import { z } from 'zod';
import { Entry } from '../schema/activity';
import { ChartPoint } from '../schema/app-state';

const Done = z.object({ done: z.boolean() });

/** What is shown of the history: the last day, week, month, year, or all of it. */
export const RANGES = ['1d', '1w', '1m', '1y', 'all'] as const;
export const Range = z.enum(RANGES);
export type Range = z.infer<typeof Range>;

/** Whose history: each field narrows it, none is everything. */
export const Subject = z
  .object({
    chainIndex: z.string().max(32).optional(),
    walletId: z.string().max(64).optional(),
    holdingId: z.string().max(1000).optional()
  })
  .strict();
export type Subject = z.infer<typeof Subject>;

const DecimalText = z.string();

/** The move of a range, exact USD. */
export const RangeChange = z.object({
  /** The moment compared with, ms. */
  since: z.number(),
  amount: DecimalText,
  /** Two digits as exact text; null: there was nothing before. */
  percent: DecimalText.nullable(),
  /** The three add up to the amount; null for a chain and a holding, of which points keep no books. */
  split: z.object({ prices: DecimalText, transfers: DecimalText, recounted: DecimalText }).nullable()
});
export type RangeChange = z.infer<typeof RangeChange>;

export const EXPORTS = ['history', 'holdings', 'activity'] as const;
export const ExportFormat = z.enum(['csv', 'json']);
export type ExportFormat = z.infer<typeof ExportFormat>;

export const HISTORY_CALLS = {
  /** Newest first, of the last 90 days. */
  'activity:read': { request: z.object({}).strict(), response: z.object({ entries: z.array(Entry) }) },
  /** Dots oldest first, their totals those of the subject. Change: null where nothing earlier is known. */
  'history:read': {
    request: z.object({ range: Range, subject: Subject.optional() }).strict(),
    response: z.object({ chartPoints: z.array(ChartPoint), change: RangeChange.nullable() })
  },
  /** A bad point goes from every resolution; the splits between the others stay right. */
  'history:delete': { request: z.object({ at: z.number() }).strict(), response: Done },
  /** Asks where to, by the system's dialog. `hidden`: nothing is exported while balances are. */
  'export:save': {
    request: z.object({ what: z.enum(EXPORTS), format: ExportFormat }).strict(),
    response: z.object({
      outcome: z.enum(['saved', 'cancelled', 'failed', 'hidden']),
      file: z.string().nullable()
    })
  }
} as const;
