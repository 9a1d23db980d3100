// Maps commands for the running app to the actions of its tray menu.
import type { TrayCommand } from './menu-rows';

export const APP_COMMANDS = ['refresh', 'open', 'toggle', 'hide', 'show', 'pause', 'resume', 'quit'] as const;
export type AppCommand = (typeof APP_COMMANDS)[number];

const PAUSE_ACTIONS: Readonly<Record<string, TrayCommand>> = {
  '1h': 'pause-an-hour',
  tomorrow: 'pause-tomorrow',
  resumed: 'pause-resumed'
};

/** No command: opens the window. `duration`: of a pause. Null: nothing to do, such as `hide` while hidden. */
export function trayActionOf(
  command: AppCommand | null,
  isHidden: boolean,
  duration: string | null = null
): TrayCommand | null {
  const until = duration ?? 'resumed';
  const actions: Readonly<Record<AppCommand, TrayCommand | null>> = {
    open: 'open',
    refresh: 'refresh',
    toggle: 'toggle-hidden',
    hide: isHidden ? null : 'toggle-hidden',
    show: isHidden ? 'toggle-hidden' : null,
    pause: Object.hasOwn(PAUSE_ACTIONS, until) ? (PAUSE_ACTIONS[until] ?? null) : null,
    resume: 'resume',
    quit: 'quit'
  };
  const requested = command ?? 'open';
  // The command comes from another process and may be any text.
  return Object.hasOwn(actions, requested) ? actions[requested] : null;
}
