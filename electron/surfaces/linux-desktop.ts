// Watches the Linux desktop: creates the tray icon again for a new tray host, and reports missing services as issues.
// On macOS it only checks whether the icon is visible.
import type { Issue } from '../../shared/schema/issue';
import type { DesktopBus, DesktopFacts } from '../adapters/dbus/desktop-bus';
import type { NotificationClient } from '../adapters/dbus/notification-client';
import type { Power } from '../adapters/system/power';
import type { TrayIcon } from '../adapters/system/tray';
import type { SurveyResult } from '../core/diagnostics/desktop-checks';
import { notificationLook } from './notification-look';

/** A host that restarts is back within this time; at log-in the panel may start after the app. */
const GRACE_MS = 3000;
/** Electron registers its icon by itself within this time, if at all. */
const SETTLE_MS = 1000;

export interface LinuxDesktopOptions {
  readonly tray: TrayIcon;
  readonly power: Power;
  /** Called when the missing services have changed. */
  readonly onIssues: () => void;
  /** Called when a program accepts notifications again. */
  readonly onNotificationsAccepted: () => void;
  /** Called when there is no tray after the grace time. */
  readonly onNoTray: () => void;
}

export class LinuxDesktop {
  #bus: DesktopBus | null = null;
  #facts: DesktopFacts = { hasTrayHost: null, acceptsNotifications: null, isLocked: false, panelTone: null };
  #missing: readonly Issue[] = [];
  #graceTimer: NodeJS.Timeout | undefined;
  #settleTimer: NodeJS.Timeout | undefined;
  #provideNotifications: (client: NotificationClient) => void = () => undefined;
  /** Over the session bus of Linux, once the app has started. */
  readonly notifications = new Promise<NotificationClient>(provide => (this.#provideNotifications = provide));

  constructor(readonly options: LinuxDesktopOptions) {}

  /** On Linux it watches everything, on macOS only whether the icon is shown; Electron knows the rest by itself. */
  async start(): Promise<void> {
    if (process.platform === 'darwin') this.#graceTimer = setTimeout(() => this.#checkIcon(), GRACE_MS);
    if (process.platform !== 'linux') return;
    const [{ watchDesktopBus }, { NotificationClient }] = await Promise.all([
      import('../adapters/dbus/desktop-bus'),
      import('../adapters/dbus/notification-client')
    ]);
    const notifications = new NotificationClient(notificationLook());
    this.#provideNotifications(notifications);
    this.#bus = watchDesktopBus({
      env: process.env,
      uptimeMs: () => performance.now(),
      ownTooltip: () => this.options.tray.tooltip(),
      notifications,
      onChange: facts => this.#updateFacts(facts)
    });
  }

  /** Says whether the icon gives access to a closed window; unknown counts as yes, as on all other systems. */
  hasTray(): boolean {
    return this.#facts.hasTrayHost !== false;
  }

  /** The system's theme changed: the panel's may have too. */
  askPanel(): void {
    void this.#bus?.askPanel().catch(() => undefined);
  }

  issues(): readonly Issue[] {
    return this.#missing;
  }

  /** `no-bus`: the bus does not answer; null on other systems, which have no bus. */
  async survey(): Promise<SurveyResult> {
    return this.#bus ? ((await this.#bus.survey()) ?? 'no-bus') : null;
  }

  stop(): void {
    clearTimeout(this.#graceTimer);
    clearTimeout(this.#settleTimer);
    this.#bus?.stop();
  }

  /** Runs once: the window still gives access, so no notification is sent to a person who switched the icon off. */
  #checkIcon(): void {
    if (!this.options.tray.isHidden()) return;
    this.#missing = [{ code: 'no-tray-host', file: null, desktop: 'macOS' }];
    this.options.onIssues();
  }

  #updateFacts(facts: DesktopFacts): void {
    const before = this.#facts;
    this.#facts = facts;
    this.options.power.setLocked(facts.isLocked);
    if (facts.panelTone !== before.panelTone) this.options.tray.setPanelTone(facts.panelTone);
    if (facts.hasTrayHost !== before.hasTrayHost)
      this.#checkIconAfterSettling(facts.hasTrayHost === true, before.hasTrayHost);
    if (facts.acceptsNotifications === true && before.acceptsNotifications === false)
      this.options.onNotificationsAccepted();
    // A service that is back is reported at once; a missing one may be back in a moment.
    clearTimeout(this.#graceTimer);
    this.#publish(this.#missing.filter(({ code }) => this.#findMissing().some(issue => issue.code === code)));
    if (this.#findMissing().length > this.#missing.length)
      this.#graceTimer = setTimeout(() => this.#publish(this.#findMissing()), GRACE_MS);
  }

  #findMissing(): Issue[] {
    const { hasTrayHost, acceptsNotifications } = this.#facts;
    const desktop = (process.env['XDG_CURRENT_DESKTOP'] ?? '').slice(0, 40);
    return [
      ...(hasTrayHost === false ? [{ code: 'no-tray-host' as const, file: null, desktop }] : []),
      ...(acceptsNotifications === false ? [{ code: 'notices-not-shown' as const, file: null }] : [])
    ];
  }

  #publish(missing: readonly Issue[]): void {
    if (JSON.stringify(missing) === JSON.stringify(this.#missing)) return;
    this.#missing = missing;
    this.options.onIssues();
    if (missing.some(({ code }) => code === 'no-tray-host')) this.options.onNoTray();
  }

  /** After a host has come: an icon that was created without a host is not registered, and never will be. */
  #checkIconAfterSettling(hasHost: boolean, before: boolean | null): void {
    clearTimeout(this.#settleTimer);
    if (!hasHost) return;
    this.#settleTimer = setTimeout(() => {
      void this.#bus?.isInTray().then(isInTray => {
        // The host does not list its icons: our icon is missing only if there was no host before.
        if (isInTray === false || (isInTray === null && before === false)) this.options.tray.recreate();
      });
    }, SETTLE_MS);
  }
}
