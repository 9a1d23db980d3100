// Creates the parts of the surfaces: tray icon, window, popover, notifications, and the power and lock state.
import { app } from 'electron';
import { join } from 'node:path';
import type { NotificationClient } from '../adapters/dbus/notification-client';
import { createNotifier } from '../adapters/system/notifications';
import { watchPower, type Power, type PowerEvents } from '../adapters/system/power';
import { createTray, type TrayIcon, type TrayOptions } from '../adapters/system/tray';
import { createWindow, type AppWindow, type WindowOptions } from '../adapters/window/window';
import type { Notifier } from '../core/ports/notifier';
import type { Rect } from '../core/system/window-placement';
import type { SurveyResult } from '../core/diagnostics/desktop-checks';
import { profileTitle } from '../../shared/text/names';
import type { Issue } from '../../shared/schema/issue';
import { createLinuxNotifier } from './linux-notifier';
import type { SystemIntegration } from './system-integration';
import { profileName } from '../profile/profile-name';

export interface SurfaceParts {
  readonly tray: TrayIcon;
  readonly window: AppWindow;
  readonly popover: AppWindow;
  readonly notifier: Notifier;
  readonly power: Power;
}

export interface SurfacesContext {
  /** Issues of this desktop and of the program itself. */
  issues(): readonly Issue[];
  survey(): Promise<SurveyResult>;
  readonly systemIntegration: SystemIntegration;
  /** The window is about to be shown. */
  onOpen(): void;
}

export interface SurfacePartsOptions {
  readonly tray: TrayOptions;
  readonly power: PowerEvents;
  readonly window: Pick<
    WindowOptions,
    'placement' | 'onClosed' | 'onFault' | 'isReachableWhenClosed' | 'onClosePrevented'
  >;
  readonly popover: { readonly placement: () => Rect | null; readonly onFault: WindowOptions['onFault'] };
  readonly onAttention: () => void;
  /** Resolves on Linux alone, once the app has started. */
  readonly busNotifications: () => Promise<NotificationClient>;
}

export function createSurfaceParts({
  tray,
  power,
  window,
  popover,
  onAttention,
  busNotifications
}: SurfacePartsOptions): SurfaceParts {
  // The icon is created first: its registration continues while the other parts are created.
  const icon = createTray(tray);
  const pages = {
    preload: join(__dirname, '../preload/index.js'),
    icon: join(app.getAppPath(), 'electron/resources/icon.png'),
    title: profileTitle(profileName()),
    onAttention,
    onQuit: () => app.quit()
  };
  return {
    tray: icon,
    window: createWindow({ ...pages, ...window, kind: 'main' }),
    popover: createWindow({ ...pages, ...popover, kind: 'popover', onClosed: onAttention }),
    notifier:
      process.platform === 'linux'
        ? createLinuxNotifier(createNotifier(), busNotifications)
        : createNotifier(),
    power: watchPower(power)
  };
}
