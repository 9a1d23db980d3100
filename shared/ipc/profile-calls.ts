// Schemas of the calls about a profile: settings export and import, updates, reset, problem report.
import { z } from 'zod';

const EmptyRequest = z.object({}).strict();
const Done = z.object({ done: z.boolean() });

/** `package`: a package manager or a store updates it. `unknown`: this build does not know where its releases are. */
const UpdateMethod = z.enum(['asked', 'package', 'unknown']);
export type UpdateMethod = z.infer<typeof UpdateMethod>;

export const UpdateStatus = z.object({
  method: UpdateMethod,
  /** `current`: there is no newer release. `none`: releases were never requested. */
  outcome: z.enum(['newer', 'current', 'failed', 'limited', 'none']),
  /** Version of the newer release. */
  version: z.string().nullable(),
  /** Plain text from outside, shortened; its line breaks are kept. */
  notes: z.string()
});
export type UpdateStatus = z.infer<typeof UpdateStatus>;

/** The main process shows all dialogs of these calls, also the one with the result; of a saved file the page says where. */
export const PROFILE_CALLS = {
  /** `file`: where it was saved; null: it was not. */
  'settings:export': { request: EmptyRequest, response: z.object({ file: z.string().nullable() }) },
  'settings:import': { request: EmptyRequest, response: Done },
  'profile:reset': { request: EmptyRequest, response: Done },
  /** The known status, without a request. */
  'updates:read': { request: EmptyRequest, response: UpdateStatus },
  'updates:check': { request: EmptyRequest, response: UpdateStatus },
  /** Opens the page of the newer release in the person's browser. */
  'updates:open': { request: EmptyRequest, response: Done }
} as const;

export const REPORT_CALLS = {
  /** The whole report, without names, addresses, IDs, amounts and secrets. Nothing is saved or sent. */
  'report:read': { request: EmptyRequest, response: z.object({ text: z.string() }) },
  /** Asks for the file in a system dialog, and saves exactly the report that was read last. */
  'report:save': {
    request: EmptyRequest,
    response: z.object({ outcome: z.enum(['saved', 'cancelled', 'failed']), file: z.string().nullable() })
  },
  /** Reads the profile's files once more. */
  'files:reread': { request: EmptyRequest, response: Done },
  'app:quit': { request: EmptyRequest, response: Done }
} as const;
