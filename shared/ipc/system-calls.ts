// Schemas of the calls about the operating system: autostart, global shortcuts, the keychain.
import { z } from 'zod';

/** `approval`: the person must allow it in the system settings. `none`: this build cannot be started at login. */
export const AutostartState = z.enum(['on', 'off', 'approval', 'none']);
export type AutostartState = z.infer<typeof AutostartState>;

/** `unknown`: no such keys. `weak`: programs use them. `same`: our other shortcut has them. `taken`: others do. */
export const ShortcutProblem = z.enum(['unknown', 'weak', 'same', 'taken']);
export type ShortcutProblem = z.infer<typeof ShortcutProblem>;

export const SYSTEM_CALLS = {
  /** The state in the system now. `supportsShortcuts`: whether programs can have global shortcuts on this desktop. */
  'native:read': {
    request: z.object({}).strict(),
    response: z.object({ autostart: AutostartState, supportsShortcuts: z.boolean() })
  },
  /** `name`: what people call the program that keeps secrets here; null: it cannot be known. `isMissing`: none runs. */
  'keychain:read': {
    request: z.object({}).strict(),
    response: z.object({ name: z.string().nullable(), isMissing: z.boolean() })
  },
  /** Pictures of the tray icon, as addresses of PNG data: as it is drawn now, and in each colour. */
  'icon:read': {
    request: z.object({}).strict(),
    response: z.object({ drawn: z.string(), light: z.string(), dark: z.string(), plate: z.string() })
  },
  /** `state`: the state afterwards. `errorText`: the system's message if writing failed; null: it was written. */
  'autostart:set': {
    request: z.object({ isOn: z.boolean() }).strict(),
    response: z.object({ state: AutostartState, errorText: z.string().nullable() })
  },
  /** `keys` "": removes the shortcut. After a problem the previous shortcut still works. */
  'shortcut:set': {
    request: z.object({ does: z.enum(['open', 'hide']), keys: z.string().max(100) }).strict(),
    response: z.object({ problem: ShortcutProblem.nullable() })
  }
} as const;
