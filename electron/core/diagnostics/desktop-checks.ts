// Diagnostics checks of a Linux desktop: tray, notification server, keychain, screen lock.
import type { Diagnostics } from '../../../shared/schema/diagnostics';
import type { DesktopSurvey } from '../ports/desktop-survey';
import { DESKTOP_CHECK_TEXT } from './check-text';

type Check = Diagnostics['checks'][number];

/** `no-bus`: the bus does not answer; null: the system is not Linux, so there is nothing to check. */
export type SurveyResult = DesktopSurvey | 'no-bus' | null;

export function desktopChecks(survey: SurveyResult): Check[] {
  if (survey === null) return [];
  if (survey === 'no-bus') return [{ id: 'tray', state: 'warn', text: DESKTOP_CHECK_TEXT.noBus }];
  return [trayCheck(survey), keychainCheck(survey), lockCheck(survey)];
}

/** Adds the notification server to the check of the last notification. */
export function withNotificationServer(check: Check, survey: SurveyResult): Check {
  if (survey === null || survey === 'no-bus') return check;
  const { notifications, isNotificationServerActivatable: startsNotifications } = survey;
  if (notifications === null && !startsNotifications)
    return { ...check, state: 'bad', text: DESKTOP_CHECK_TEXT.noServer };
  const server = notifications ? DESKTOP_CHECK_TEXT.server(notifications) : DESKTOP_CHECK_TEXT.serverLater;
  return { ...check, text: DESKTOP_CHECK_TEXT.joined(check.text, server) };
}

function trayCheck({ trayHost, isInTray }: DesktopSurvey): Check {
  if (trayHost === null) return { id: 'tray', state: 'bad', text: DESKTOP_CHECK_TEXT.noTray };
  const program = trayHostName(trayHost);
  if (isInTray === false) return { id: 'tray', state: 'warn', text: DESKTOP_CHECK_TEXT.notInTray(program) };
  return { id: 'tray', state: 'good', text: DESKTOP_CHECK_TEXT.tray(program) };
}

/** By the name of the process; plugins of the Xfce panel run in processes such as `panel-6-systray`. */
const PANELS: readonly (readonly [RegExp, string])[] = [
  [/^(xfce4-panel|panel-\d+-|wrapper-[12]\.0)/, 'Xfce'],
  [/^mate-/, 'MATE'],
  [/^lxqt-panel/, 'LXQt'],
  [/^budgie-panel/, 'Budgie'],
  [/^cinnamon/, 'Cinnamon']
];
const SHELLS: readonly (readonly [RegExp, string])[] = [
  [/^gnome-shell/, 'GNOME Shell'],
  [/^(plasmashell|kded\d)/, 'KDE Plasma'],
  [/^waybar/, 'Waybar']
];

/** The name that people know; of other programs that of the process. */
function trayHostName(program: string): string {
  const named = (names: readonly (readonly [RegExp, string])[]) =>
    names.find(([pattern]) => pattern.test(program))?.[1];
  const desktop = named(PANELS);
  return desktop === undefined ? (named(SHELLS) ?? program) : DESKTOP_CHECK_TEXT.panel(desktop);
}

/** A locked keychain is not an error: it unlocks with the session, or asks for its password. */
function keychainCheck({ keychain }: DesktopSurvey): Check {
  if (!keychain) return { id: 'keychain', state: 'warn', text: DESKTOP_CHECK_TEXT.noKeychain };
  const { program, isLocked } = keychain;
  if (isLocked) return { id: 'keychain', state: 'warn', text: DESKTOP_CHECK_TEXT.keychainLocked(program) };
  return { id: 'keychain', state: 'good', text: DESKTOP_CHECK_TEXT.keychain(program) };
}

function lockCheck({ lockSignalSources: tellsOfLock }: DesktopSurvey): Check {
  if (tellsOfLock.length === 0) return { id: 'lock', state: 'unknown', text: DESKTOP_CHECK_TEXT.noLock };
  const names = tellsOfLock.join(DESKTOP_CHECK_TEXT.nameSeparator);
  return { id: 'lock', state: 'good', text: DESKTOP_CHECK_TEXT.lock(names) };
}
