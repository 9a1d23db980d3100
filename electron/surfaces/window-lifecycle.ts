// Handles a window that was closed (notification, window position, memory) and a window whose page failed (recovery).
// The notification about the first close is shown once.
import { writeLog } from '../adapters/storage/app-log';
import { collectGarbage } from '../adapters/system/memory';
import type { ShowMode, PageFault } from '../adapters/window/window';
import type { Engine } from '../core/engine/engine';
import { mayReviveWindow, type Rect } from '../core/system/window-placement';
import type { OwnNotification } from './app-notifications';

export interface WindowClosingOptions {
  /** Null: no profile is open, or the app is ending. */
  readonly currentEngine: () => Engine | null;
  readonly hasTray: () => boolean;
  readonly notify: (notification: OwnNotification) => void;
}

const WINDOW_GONE_MS = 1000;

export class WindowClosing {
  #hasNotifiedNoTray = false;

  constructor(readonly options: WindowClosingOptions) {}

  handleClosed(windowPlace: Rect): void {
    const engine = this.options.currentEngine();
    if (!engine) return;
    const { choices } = engine.model.settings;
    const isFirst = !choices.toldAboutTray && engine.state.phase !== 'first-run' && this.options.hasTray();
    if (isFirst) this.options.notify('closed');
    void engine.choose({ windowPlace, toldAboutTray: choices.toldAboutTray || isFirst });
    setTimeout(collectGarbage, WINDOW_GONE_MS);
  }

  /** Sent once per run of the app: without an icon, the person may not know how to open the window again. */
  notifyNoTray(): void {
    if (!this.#hasNotifiedNoTray) this.options.notify('no-tray');
    this.#hasNotifiedNoTray = true;
  }
}

export interface WindowRecoveryOptions {
  readonly open: (showMode: ShowMode) => void;
  /** Called when the page fails repeatedly, or when a file of it is missing. */
  readonly giveUp: (notification: OwnNotification) => void;
}

export class WindowRecovery {
  #revivedAt: number[] = [];

  constructor(readonly options: WindowRecoveryOptions) {}

  /** `showMode`: how the window was shown, so that the new one is shown in the same way. */
  handleFault({ kind, reason }: PageFault, showMode: ShowMode): void {
    writeLog('error', `the window failed: ${kind}, ${reason}`);
    const now = performance.now();
    // A missing file will be missing next time, too.
    if (kind === 'cannot-load' || !mayReviveWindow(this.#revivedAt, now))
      return this.options.giveUp(kind === 'gone' ? 'window-fails' : 'window-broken');
    this.#revivedAt = [...this.#revivedAt.slice(-9), now];
    this.options.open(showMode);
  }
}
