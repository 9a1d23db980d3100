// Desktop survey: the type of what was found on a Linux desktop: tray host, notification server, keychain, lock signals.

export interface DesktopSurvey {
  /** The program that owns the tray's name; null: none. */
  readonly trayHost: string | null;
  /** Name and version as the server says; null: none runs. */
  readonly notifications: string | null;
  /** No server runs, but the bus starts one for the first notification. */
  readonly isNotificationServerActivatable: boolean;
  readonly keychain: { readonly program: string; readonly isLocked: boolean | null } | null;
  /** Names of those that tell of a locked screen. */
  readonly lockSignalSources: readonly string[];
  /** Our icon is among those of the host; null: it does not say. */
  readonly isInTray: boolean | null;
}
