// Schemas of the calls about a profile: settings export and import, updates, reset, problem report.
import { z } from 'zod';

const EmptyRequest = z.object({}).strict();
const Done = z.object({ done: z.boolean() });

/** `package`: whoever installed this build updates it. `unknown`: nobody told this build where its releases are. */
export const UpdateMethod = z.enum(['asked', 'package', 'unknown']);
export type UpdateMethod = z.infer<typeof UpdateMethod>;

export const UpdateStatus = z.object({
  method: UpdateMethod,
  /** `current`: there is no newer one. `none`: never asked. */
  outcome: z.enum(['newer', 'current', 'failed', 'limited', 'none']),
  /** Of the newer one. */
  version: z.string().nullable(),
  /** Plain text of strangers, cut; its lines are kept. */
  notes: z.string()
});
export type UpdateStatus = z.infer<typeof UpdateStatus>;

/** All dialogs are the main process's own, and it says in them what became of it. */
export const PROFILE_CALLS = {
  'settings:export': { request: EmptyRequest, response: Done },
  'settings:import': { request: EmptyRequest, response: Done },
  'profile:reset': { request: EmptyRequest, response: Done },
  /** What is known; asks nobody. */
  'updates:read': { request: EmptyRequest, response: UpdateStatus },
  'updates:check': { request: EmptyRequest, response: UpdateStatus },
  /** Opens the page of the newer release in the person's browser. */
  'updates:open': { request: EmptyRequest, response: Done }
} as const;

export const REPORT_CALLS = {
  /** The whole report, without names, addresses, IDs, amounts and secrets. Nothing is saved or sent. */
  'report:read': { request: EmptyRequest, response: z.object({ text: z.string() }) },
  /** Asks where to, by the system's dialog, and saves the report that was read last, letter by letter. */
  'report:save': {
    request: EmptyRequest,
    response: z.object({ outcome: z.enum(['saved', 'cancelled', 'failed']), file: z.string().nullable() })
  },
  /** Reads the profile's files once more. */
  'files:reread': { request: EmptyRequest, response: Done },
  'app:quit': { request: EmptyRequest, response: Done }
} as const;
