// macOS and Windows: the system keeps a list of login items, and asks or tells the person about it.
import type { App } from 'electron';
import { windowsArgument } from '../../core/system/launch-command';
import type { Autostart } from './port';

export type LoginItems = Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;

/** `id`: the name of the value in the registry. Task Manager switches it off without removing it. */
export function windowsItem(
  app: LoginItems,
  [path, ...words]: readonly [string, ...string[]],
  id: string
): Autostart {
  const item = { path, args: words.map(windowsArgument), name: id };
  return {
    read() {
      const { launchItems } = app.getLoginItemSettings(item);
      return Promise.resolve(launchItems.some(({ name, enabled }) => name === id && enabled) ? 'on' : 'off');
    },
    set(isOn) {
      app.setLoginItemSettings({ ...item, openAtLogin: isOn, enabled: isOn });
      return Promise.resolve();
    },
    follow: () => Promise.resolve()
  };
}

/** The bundle itself, without arguments: since macOS 13 there are none, and the app sees that the system opened it. */
export function macItem(app: LoginItems): Autostart {
  return {
    read() {
      const { openAtLogin, status } = app.getLoginItemSettings();
      return Promise.resolve(status === 'requires-approval' ? 'approval' : openAtLogin ? 'on' : 'off');
    },
    set(isOn) {
      app.setLoginItemSettings({ openAtLogin: isOn });
      return Promise.resolve();
    },
    follow: () => Promise.resolve()
  };
}

/** A bare runtime would be started instead, or another profile than this one. */
export const noItem: Autostart = {
  read: () => Promise.resolve('none'),
  set: () => Promise.resolve(),
  follow: () => Promise.resolve()
};
