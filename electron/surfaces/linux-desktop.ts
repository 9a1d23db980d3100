// Watches the Linux desktop: creates the tray icon again for a new tray host, and reports missing services as issues.
// On macOS it only checks whether the icon is visible.
import type { Issue } from '../../shared/schema/issue';
import type { DesktopBus, DesktopFacts } from '../adapters/dbus/desktop-bus';
import type { Power } from '../adapters/system/power';
import type { TrayIcon } from '../adapters/system/tray';
import type { SurveyResult } from '../core/diagnostics/desktop-checks';

/** A host that restarts is back by then; at log-in the panel may come after us. */
const GRACE_MS = 3000;
/** Electron registers its icon by itself within this, if it does. */
const SETTLE_MS = 1000;

export interface LinuxDesktopOptions {
  readonly tray: TrayIcon;
  readonly power: Power;
  /** What is missing differs. */
  readonly onIssues: () => void;
  /** Somebody takes notifications again. */
  readonly onNotificationsAccepted: () => void;
  /** There is no tray after all. */
  readonly onNoTray: () => void;
}

export class LinuxDesktop {
  #bus: DesktopBus | null = null;
  #facts: DesktopFacts = { hasTrayHost: null, acceptsNotifications: null, isLocked: false };
  #missing: readonly Issue[] = [];
  #graceTimer: NodeJS.Timeout | undefined;
  #settleTimer: NodeJS.Timeout | undefined;

  constructor(readonly options: LinuxDesktopOptions) {}

  /** Of Linux all of it, of macOS whether it shows the icon; the rest Electron knows by itself. */
  async start(): Promise<void> {
    if (process.platform === 'darwin') this.#graceTimer = setTimeout(() => this.#checkIcon(), GRACE_MS);
    if (process.platform !== 'linux') return;
    const { watchDesktopBus } = await import('../adapters/dbus/desktop-bus');
    this.#bus = watchDesktopBus({
      env: process.env,
      uptimeMs: () => performance.now(),
      onChange: facts => this.#updateFacts(facts)
    });
  }

  /** Whether a closed window is found again by the icon; unknown counts as yes, as on all other systems. */
  hasTray(): boolean {
    return this.#facts.hasTrayHost !== false;
  }

  issues(): readonly Issue[] {
    return this.#missing;
  }

  /** `no-bus`: it does not answer; null on other systems, which have none. */
  async survey(): Promise<SurveyResult> {
    return this.#bus ? ((await this.#bus.survey()) ?? 'no-bus') : null;
  }

  stop(): void {
    clearTimeout(this.#graceTimer);
    clearTimeout(this.#settleTimer);
    this.#bus?.stop();
  }

  /** Once: the window stays the way in, so nothing is sent after whoever switched the icon off. */
  #checkIcon(): void {
    if (!this.options.tray.isHidden()) return;
    this.#missing = [{ code: 'no-tray-host', file: null, desktop: 'macOS' }];
    this.options.onIssues();
  }

  #updateFacts(facts: DesktopFacts): void {
    const before = this.#facts;
    this.#facts = facts;
    this.options.power.setLocked(facts.isLocked);
    if (facts.hasTrayHost !== before.hasTrayHost)
      this.#checkIconAfterSettling(facts.hasTrayHost === true, before.hasTrayHost);
    if (facts.acceptsNotifications === true && before.acceptsNotifications === false)
      this.options.onNotificationsAccepted();
    // What is there again is said at once; what is missing may be back in a moment.
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

  /** A host came: an icon that was made without one is not there, and never will be. */
  #checkIconAfterSettling(hasHost: boolean, before: boolean | null): void {
    clearTimeout(this.#settleTimer);
    if (!hasHost) return;
    this.#settleTimer = setTimeout(() => {
      void this.#bus?.isInTray().then(isInTray => {
        // A host that does not list its icons: only one that was not there before lacks ours.
        if (isInTray === false || (isInTray === null && before === false)) this.options.tray.recreate();
      });
    }, SETTLE_MS);
  }
}
