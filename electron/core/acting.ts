// The commands for the running app, as actions of its tray menu.
import type { TrayAction } from './menu-row';

export const ACTING = ['refresh', 'open', 'toggle', 'hide', 'show', 'pause', 'resume', 'quit'] as const;
export type ActingCommand = (typeof ACTING)[number];

/** A start without a command opens the window. Null: what is asked for is so already. */
export function actionOf(command: ActingCommand | null, isHidden: boolean): TrayAction | null {
  const actions: Readonly<Record<ActingCommand, TrayAction | null>> = {
    open: 'open',
    refresh: 'refresh',
    toggle: 'toggle-hidden',
    hide: isHidden ? null : 'toggle-hidden',
    show: isHidden ? 'toggle-hidden' : null,
    pause: 'pause-resumed',
    resume: 'resume',
    quit: 'quit'
  };
  return actions[command ?? 'open'];
}
