// The commands for the running app, as actions of its tray menu.
import type { TrayAction } from './menu';

export const ACTING = ['refresh', 'open', 'toggle', 'hide', 'show', 'pause', 'resume', 'quit'] as const;
export type ActingCommand = (typeof ACTING)[number];

const PAUSES: Readonly<Record<string, TrayAction>> = {
  '1h': 'pause-an-hour',
  tomorrow: 'pause-tomorrow',
  resumed: 'pause-resumed'
};

/** A start without a command opens the window. `subject`: of `pause` how long. Null: what is asked for is so already. */
export function actionOf(
  command: ActingCommand | null,
  isHidden: boolean,
  subject: string | null = null
): TrayAction | null {
  const until = subject ?? 'resumed';
  const actions: Readonly<Record<ActingCommand, TrayAction | null>> = {
    open: 'open',
    refresh: 'refresh',
    toggle: 'toggle-hidden',
    hide: isHidden ? null : 'toggle-hidden',
    show: isHidden ? 'toggle-hidden' : null,
    pause: Object.hasOwn(PAUSES, until) ? (PAUSES[until] ?? null) : null,
    resume: 'resume',
    quit: 'quit'
  };
  const asked = command ?? 'open';
  // Another process says what it likes.
  return Object.hasOwn(actions, asked) ? actions[asked] : null;
}
