// The notification daemons that are tested beside a panel, and what they keep of the past.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PATIENCE_MS } from '../desktop/app/deadline';
import type { ToastDaemon } from './real-desktop';
import { keepSettings, pathOf } from './xfce';

/** `seconds`: after which a toast expires; 0: never. */
export const dunst = (seconds: number): ToastDaemon => ({
  host: 'dunst',
  windowClass: 'Dunst',
  start(desktop) {
    const file = join(desktop.folder, 'dunstrc');
    writeFileSync(file, dunstSettings(seconds));
    desktop.spawn('dunst', ['-config', file]);
  }
});

/** A left click does what the notification is for, as on most desktops; dunst's own default is to close it. */
const dunstSettings = (seconds: number) => `[global]
origin = top-right
offset = 20x20
mouse_left_click = do_action, close_current
idle_threshold = 0
history_length = 20
[urgency_low]
timeout = ${seconds}
[urgency_normal]
timeout = ${seconds}
`;

interface DunstHistory {
  readonly data: readonly (readonly Record<string, { readonly data: unknown }>[])[];
}

/** Its last notification of the past. */
export async function lastOfDunst(): Promise<Record<string, { readonly data: unknown }> | undefined> {
  const { stdout } = await promisify(execFile)('dunstctl', ['history'], { timeout: PATIENCE_MS });
  return (JSON.parse(stdout) as DunstHistory).data[0]?.[0];
}

const NOTIFYD_BUTTON = { width: 86, height: 34, margin: 14 };

/** Of Xfce; its toasts stay until they are clicked: beside the button a click only closes them. */
export const NOTIFYD: ToastDaemon = {
  host: 'notifyd',
  windowClass: 'Xfce4-notifyd',
  buttonOf: ({ left, top, width, height }) => ({
    ...NOTIFYD_BUTTON,
    left: left + width - NOTIFYD_BUTTON.width - NOTIFYD_BUTTON.margin,
    top: top + height - NOTIFYD_BUTTON.height - NOTIFYD_BUTTON.margin
  }),
  start(desktop) {
    const settings = '  <property name="expire-timeout-enabled" type="bool" value="false"/>\n';
    keepSettings(desktop, 'xfce4-notifyd', settings);
    desktop.spawn(pathOf('xfce4/notifyd/xfce4-notifyd'));
  }
};
