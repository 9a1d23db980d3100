// Schemas of the calls about activity and history, and their export to files.
import { z } from 'zod';
import { ChartPoint, RecountPart, TransferPart } from '../schema/app-state';

const Done = z.object({ done: z.boolean() });

/** The ranges of the history that end now: the last day, week, month, year, or all of it. */
export const FIXED_RANGES = ['1d', '1w', '1m', '1y', 'all'] as const;
export type FixedRange = (typeof FIXED_RANGES)[number];
/** `looked`: since the person last closed the window or the menu. */
export const RANGES = [...FIXED_RANGES, 'looked'] as const;
export const Range = z.enum(RANGES);
export type Range = z.infer<typeof Range>;

/** The subject of a history: each field narrows it; without fields it is the whole portfolio. */
export const Subject = z
  .object({
    chainIndex: z.string().max(32).optional(),
    walletId: z.string().max(64).optional(),
    /** A group of wallets. */
    groupId: z.string().max(64).optional(),
    holdingId: z.string().max(1000).optional()
  })
  .strict();
export type Subject = z.infer<typeof Subject>;

const DecimalText = z.string();

/** The change over a range, exact USD. */
export const RangeChange = z.object({
  /** The moment compared with, ms. */
  since: z.number(),
  amount: DecimalText,
  /** What prices did, in percent with two decimals as exact text; null: it is not known. */
  percent: DecimalText.nullable(),
  /** The three parts add up to the amount; null for a holding and a chain of one wallet: points have no ledger for them. */
  split: z.object({ prices: DecimalText, transfers: DecimalText, recounted: DecimalText }).nullable(),
  /** Token by token, the largest first; absent: not known. */
  transfersBy: z.array(TransferPart).optional(),
  /** Of the whole portfolio; they add up to the recounted part; absent: no cause is known. */
  recountedBy: z.array(RecountPart).optional()
});
export type RangeChange = z.infer<typeof RangeChange>;

/** What a line of the chart beside the recorded one shows. Each kind has its own style and its own name. */
export const LINE_KINDS = ['past-prices'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** Oldest first. `isAfterGap`: nothing is known between the point before and this one. */
export const ChartLine = z.object({
  kind: z.enum(LINE_KINDS),
  points: z.array(z.object({ at: z.number(), total: DecimalText, isAfterGap: z.boolean() })),
  /** Percent of today's worth that is not known in the past, and is in the line as it is today. */
  restPercent: DecimalText
});
export type ChartLine = z.infer<typeof ChartLine>;

/** A line from the first drawn moment on. `restPercent`: what stays as it was, because no price is known of it. */
export const ComparedLine = ChartLine.omit({ kind: true });
export type ComparedLine = z.infer<typeof ComparedLine>;

/** The balance that was recorded at a moment: the largest holdings by name, and all others as one sum. */
export const RecordedBalance = z.object({
  total: DecimalText,
  tokens: z.array(
    z.object({
      id: z.string(),
      symbol: z.string(),
      chainIndex: z.string(),
      tokenAddress: z.string(),
      chain: z.string(),
      /** Null: the wallet is no longer there. */
      wallet: z.string().nullable(),
      /** Null: of DeFi, and where it is not known exactly. */
      balance: DecimalText.nullable(),
      value: DecimalText,
      isStale: z.boolean()
    })
  ),
  rest: DecimalText,
  /** How many parts were stale. */
  staleCount: z.number()
});
export type RecordedBalance = z.infer<typeof RecordedBalance>;

export const EXPORTS = ['history', 'holdings', 'activity'] as const;
/** What the window saves: also the line beside the recorded one, as a file of its own. */
export const SAVED_EXPORTS = [...EXPORTS, 'amounts-at-past-prices'] as const;
export const ExportFormat = z.enum(['csv', 'json']);
export type ExportFormat = z.infer<typeof ExportFormat>;

export const HISTORY_CALLS = {
  /**
   * The entries of the last 90 days, newest first, as the JSON of `Entry[]`: as objects, thousands of them would be
   * checked and copied one by one.
   */
  'activity:read': { request: z.object({}).strict(), response: z.object({ text: z.string() }) },
  /** Chart points, oldest first, with the totals of the subject. `change`: null when nothing earlier is known. */
  'history:read': {
    request: z.object({ range: Range, subject: Subject.optional() }).strict(),
    response: z.object({ chartPoints: z.array(ChartPoint), change: RangeChange.nullable() })
  },
  /** Lines of the chart where nothing is recorded. `until`: the first recorded moment of the range, ms; without one now. */
  'history:lines': {
    request: z.object({ range: Range, subject: Subject.optional(), until: z.number().optional() }).strict(),
    response: z.object({ lines: z.array(ChartLine) })
  },
  /** The line that the recorded one is compared with. `from`: the first moment that is drawn, ms. Null: too little is known. */
  'history:compare': {
    request: z
      .object({
        range: Range,
        subject: Subject.optional(),
        comparison: z.enum(['in-btc', 'in-eth', 'unchanged']),
        from: z.number()
      })
      .strict(),
    response: z.object({ line: ComparedLine.nullable() })
  },
  /** What was held at a recorded moment, ms; null: that moment is not recorded, or no longer. */
  'history:balance': {
    request: z.object({ at: z.number(), subject: Subject.optional() }).strict(),
    response: z.object({ balance: RecordedBalance.nullable() })
  },
  /** Deletes a bad point from every resolution; the splits between the other points stay correct. */
  'history:delete': { request: z.object({ at: z.number() }).strict(), response: Done },
  /**
   * Asks for the file in a system dialog. `range`: of a history or a line; without it the whole. `ids`: of the only holdings or
   * entries that are exported. `at`: of holdings as they were recorded at that moment, ms. `hidden`: nothing is exported while balances are hidden.
   */
  'export:save': {
    request: z
      .object({
        what: z.enum(SAVED_EXPORTS),
        format: ExportFormat,
        range: Range.optional(),
        ids: z.array(z.string().max(1000)).max(200_000).optional(),
        at: z.number().optional()
      })
      .strict(),
    response: z.object({
      outcome: z.enum(['saved', 'cancelled', 'failed', 'hidden']),
      file: z.string().nullable()
    })
  },
  /** Shows the file that was saved last, in the folder where it lies; the page cannot name another one. */
  'file:show': { request: z.object({}).strict(), response: Done }
} as const;
