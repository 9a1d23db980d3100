// What follows when the window was closed: it is said once that the app goes on, and where; its place and its memory are kept and freed.
import { writeLog } from '../adapters/storage/app-log';
import { collectGarbage } from '../adapters/system/memory';
import type { ShowMode, PageFault } from '../adapters/window/window';
import type { Engine } from '../core/engine/engine';
import { mayReviveWindow, type Rect } from '../core/system/window-placement';
import type { OwnNote } from './app-notifications';

export interface ClosingOptions {
  /** Null: none is open, or the app is ending. */
  readonly open: () => Engine | null;
  readonly hasTray: () => boolean;
  readonly tell: (note: OwnNote) => void;
}

const WINDOW_GONE_MS = 1000;

export class Closing {
  #hasToldNoTray = false;

  constructor(readonly options: ClosingOptions) {}

  closed(windowPlace: Rect): void {
    const open = this.options.open();
    if (!open) return;
    const { choices } = open.model.settings;
    const isFirst = !choices.toldAboutTray && open.state.phase !== 'first-run' && this.options.hasTray();
    if (isFirst) this.options.tell('closed');
    void open.choose({ windowPlace, toldAboutTray: choices.toldAboutTray || isFirst });
    setTimeout(collectGarbage, WINDOW_GONE_MS);
  }

  /** Once in a run: without an icon, whoever does not know how to come back is lost. */
  tellNoTray(): void {
    if (!this.#hasToldNoTray) this.options.tell('no-tray');
    this.#hasToldNoTray = true;
  }
}

export interface CareOptions {
  readonly open: (look: ShowMode) => void;
  /** It fails again and again, or a file of it is missing. */
  readonly giveUp: (note: OwnNote) => void;
}

export class WindowCare {
  #revivedAt: number[] = [];

  constructor(readonly options: CareOptions) {}

  /** `look`: how it was seen, so that it comes back like that. */
  failed({ kind, reason }: PageFault, look: ShowMode): void {
    writeLog('error', `the window failed: ${kind}, ${reason}`);
    const now = performance.now();
    // A missing file will be missing the next time, too.
    if (kind === 'cannot-load' || !mayReviveWindow(this.#revivedAt, now))
      return this.options.giveUp(kind === 'gone' ? 'window-fails' : 'window-broken');
    this.#revivedAt = [...this.#revivedAt.slice(-9), now];
    this.options.open(look);
  }
}
