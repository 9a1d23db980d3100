// Desktop survey: the type of the findings on a Linux desktop: tray host, notification server, keychain, lock signals.

export interface DesktopSurvey {
  /** The program that owns the tray's name on the bus; null: none. */
  readonly trayHost: string | null;
  /** Name and version that the notification server reports; null: no server runs. */
  readonly notifications: string | null;
  /** No server runs, but the bus starts one for the first notification. */
  readonly isNotificationServerActivatable: boolean;
  /** No keychain runs, but the bus starts one when a secret is asked for. */
  readonly isKeychainActivatable: boolean;
  readonly keychain: { readonly program: string; readonly isLocked: boolean | null } | null;
  /** Names of the services that signal a locked screen. */
  readonly lockSignalSources: readonly string[];
  /** Whether our icon is among the icons of the tray host; null: the host does not say. */
  readonly isInTray: boolean | null;
}
