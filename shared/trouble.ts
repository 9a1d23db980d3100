// What the person must know although polls succeed: files that are damaged, values that are not kept, notices that are not shown.
import { z } from 'zod';

/** Something the person must know that is not a poll's failure. */
export const Trouble = z.object({
  code: z.enum([
    'settings-damaged',
    'snapshot-damaged',
    'history-damaged',
    'cannot-save',
    'session-key-gone',
    /** The desktop takes no notifications. */
    'notices-not-shown',
    'activity-damaged'
  ]),
  file: z.string().nullable()
});
export type Trouble = z.infer<typeof Trouble>;
