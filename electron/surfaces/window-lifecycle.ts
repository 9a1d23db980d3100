// What follows when the window was closed: it is said once that the app goes on, and where; its place and its memory are kept and freed.
import type { App } from '../core/engine/engine';
import { giveMemoryBack } from '../adapters/system/memory';
import type { Rect } from '../core/system/window-placement';
import type { OwnNote } from './app-notifications';

export interface ClosingOptions {
  /** Null: none is open, or the app is ending. */
  readonly open: () => App | null;
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
    setTimeout(giveMemoryBack, WINDOW_GONE_MS);
  }

  /** Once in a run: without an icon, whoever does not know how to come back is lost. */
  tellNoTray(): void {
    if (!this.#hasToldNoTray) this.options.tell('no-tray');
    this.#hasToldNoTray = true;
  }
}
