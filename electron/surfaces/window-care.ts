// A window whose page failed is made anew, a few times; then it is said, and the tray goes on alone.
import type { Look, PageFault } from '../adapters/window/window';
import { writeLog } from '../adapters/storage/app-log';
import { mayRevive } from '../core/system/window-placement';
import type { OwnNote } from './app-notifications';

export interface CareOptions {
  readonly open: (look: Look) => void;
  /** It fails again and again, or a file of it is missing. */
  readonly giveUp: (note: OwnNote) => void;
}

export class WindowCare {
  #revivedAt: number[] = [];

  constructor(readonly options: CareOptions) {}

  /** `look`: how it was seen, so that it comes back like that. */
  failed({ kind, reason }: PageFault, look: Look): void {
    writeLog('error', `the window failed: ${kind}, ${reason}`);
    const now = performance.now();
    // A missing file will be missing the next time, too.
    if (kind === 'cannot-load' || !mayRevive(this.#revivedAt, now))
      return this.options.giveUp(kind === 'gone' ? 'window-fails' : 'window-broken');
    this.#revivedAt = [...this.#revivedAt.slice(-9), now];
    this.options.open(look);
  }
}
