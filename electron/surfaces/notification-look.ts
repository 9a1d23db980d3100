// The name and icon of this program in the notifications of Linux.
import { app } from 'electron';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { NotificationLook } from '../adapters/dbus/notification-message';
import { APP_TEXT } from '../dialogs/app-text';

/** Name of the desktop file and of the icon that packages install. */
const INSTALLED_NAME = 'tokentray';
/** Servers draw icons of 32 to 128 px. */
const ICON = '128x128';

export function notificationLook(): NotificationLook {
  return {
    appName: app.getName(),
    icon: iconAddress(),
    desktopEntry: INSTALLED_NAME,
    openLabel: () => APP_TEXT.open
  };
}

/**
 * Another program reads it, so it is no file of the archive that the app is in, nor of a sandbox. The archive and the
 * AppImage have it beside the program, the Debian package where icons are installed.
 */
function iconAddress(): string {
  const inTheme = `share/icons/hicolor/${ICON}/apps/${INSTALLED_NAME}.png`;
  const files = app.isPackaged
    ? [join(dirname(process.execPath), inTheme), join('/usr', inTheme)]
    : [join(app.getAppPath(), `electron/resources/icons/${ICON}.png`)];
  const file = existsSync('/.flatpak-info') ? undefined : files.find(each => existsSync(each));
  return file === undefined ? INSTALLED_NAME : pathToFileURL(file).href;
}
