// The call of the small window beside the tray icon.
import { z } from 'zod';

/** The popover closes itself, stays when something else is clicked, or makes room for the window, at a holding if one is named. */
const PopoverAct = z.discriminatedUnion('deed', [
  z.object({ deed: z.enum(['close', 'pin', 'unpin']) }).strict(),
  z
    .object({
      deed: z.literal('open'),
      view: z.enum(['overview', 'settings']),
      holdingId: z.string().max(1000).nullable()
    })
    .strict()
]);

export const POPOVER_CALLS = {
  'popover:act': { request: PopoverAct, response: z.object({ done: z.boolean() }) }
} as const;
