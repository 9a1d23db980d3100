// Schemas of the calls about the operating system: autostart and global shortcuts.
import { z } from 'zod';

/** `approval`: it waits for the person's word in the system's settings. `none`: this build cannot be started at login. */
export const AutostartState = z.enum(['on', 'off', 'approval', 'none']);
export type AutostartState = z.infer<typeof AutostartState>;

/** `unknown`: no such keys. `weak`: programs use these keys themselves. `same`: the other shortcut has them. `taken`: somebody else has. */
export const ShortcutProblem = z.enum(['unknown', 'weak', 'same', 'taken']);
export type ShortcutProblem = z.infer<typeof ShortcutProblem>;

export const SYSTEM_CALLS = {
  /** As the system has it at this moment. `takesKeys`: whether a program may have global shortcuts on this desktop. */
  'native:read': {
    request: z.object({}).strict(),
    response: z.object({ autostart: AutostartState, supportsShortcuts: z.boolean() })
  },
  /** `state`: what the system has afterwards. `failed`: why it could not be written, as the system says it; null: it was. */
  'autostart:set': {
    request: z.object({ isOn: z.boolean() }).strict(),
    response: z.object({ state: AutostartState, errorText: z.string().nullable() })
  },
  /** "": none any more. After a problem the former one is still in force. */
  'shortcut:set': {
    request: z.object({ does: z.enum(['open', 'hide']), keys: z.string().max(100) }).strict(),
    response: z.object({ problem: ShortcutProblem.nullable() })
  }
} as const;
