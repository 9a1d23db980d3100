// Schema of an issue: something a person must know although polls succeed, such as a damaged file.
import { z } from 'zod';

/** Something the person must know that is not a poll's failure. */
export const Issue = z.object({
  code: z.enum([
    'settings-damaged',
    'snapshot-damaged',
    'history-damaged',
    'cannot-save',
    'session-key-gone',
    /** The desktop takes no notifications. */
    'notices-not-shown',
    'activity-damaged',
    'chains-damaged',
    /** Nothing on this desktop shows tray icons. */
    'no-tray-host',
    /** Another program has the keys of a global shortcut. */
    'shortcut-taken',
    /** A later version wrote the file; it is neither read nor written. */
    'file-newer',
    /** The file can be neither read nor moved; it is not written. */
    'file-unreadable',
    /** A newer Tokentray is out; `file` is its version. */
    'update-found',
    /** A fault of ours, with the ID that the log has. */
    'bug'
  ]),
  file: z.string().nullable(),
  /** Versions of a file's format: its own, and the latest one that is understood. */
  found: z.number().optional(),
  known: z.number().optional(),
  internalErrorId: z.string().optional(),
  /** Where there is no tray: the desktop, as it names itself; empty when it does not. */
  desktop: z.string().optional(),
  /** Of a shortcut, such as Ctrl+Alt+T. */
  keys: z.string().optional()
});
export type Issue = z.infer<typeof Issue>;
