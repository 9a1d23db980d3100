// The calls about trouble of our own: the report for those who can help, files that are left alone, and the end.
import { z } from 'zod';

const Nothing = z.object({}).strict();
const Done = z.object({ done: z.boolean() });

export const REPORT_CALLS = {
  /** The whole report, without names, addresses, IDs, amounts and secrets. Nothing is saved or sent. */
  'report:read': { request: Nothing, response: z.object({ text: z.string() }) },
  /** Asks where to, by the system's dialog, and saves the report that was read last, letter by letter. */
  'report:save': {
    request: Nothing,
    response: z.object({ outcome: z.enum(['saved', 'cancelled', 'failed']), file: z.string().nullable() })
  },
  /** Reads the profile's files once more. */
  'files:reread': { request: Nothing, response: Done },
  'app:quit': { request: Nothing, response: Done }
} as const;
