// Schema of an issue: something that a person must know although polls succeed, such as a damaged file.
import { z } from 'zod';

/** Something that the person must know and that is not a failure of a poll. */
export const Issue = z.object({
  code: z.enum([
    'settings-damaged',
    'snapshot-damaged',
    'history-damaged',
    'cannot-save',
    'session-key-gone',
    /** The desktop shows no notifications. */
    'notices-not-shown',
    'activity-damaged',
    'chains-damaged',
    /** Nothing on this desktop shows tray icons. */
    'no-tray-host',
    /** Another program uses the keys of a global shortcut. */
    'shortcut-taken',
    /** A later version of Tokentray wrote the file; it is neither read nor written. */
    'file-newer',
    /** The file can be neither read nor moved; it is not written. */
    'file-unreadable',
    /** A newer version of Tokentray was released; `file` holds that version. */
    'update-found',
    /** An internal error, with its ID in the log. */
    'bug'
  ]),
  file: z.string().nullable(),
  /** Versions of the file format: that of the file, and the latest one that this build can read. */
  found: z.number().optional(),
  known: z.number().optional(),
  internalErrorId: z.string().optional(),
  /** For `no-tray-host`: the name that the desktop gives itself; empty if it gives none. */
  desktop: z.string().optional(),
  /** The keys of a shortcut, such as Ctrl+Alt+T. */
  keys: z.string().optional()
});
export type Issue = z.infer<typeof Issue>;
