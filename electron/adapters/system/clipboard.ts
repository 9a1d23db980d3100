// What the app copied does not stay on the clipboard: it goes after a minute, and at the end, unless something else came since.
import { MINUTE_MS } from '../../../shared/domain/durations';

/** Electron's clipboard; its functions answer at once up to Electron 44 and later from then on. */
export interface Board {
  readText(): string | Promise<string>;
  writeText(text: string): unknown;
  clear(): unknown;
}

export interface Copies {
  copy(text: string): Promise<void>;
  /** Clears what is still there of the last copy. */
  clear(): Promise<void>;
}

/** Long enough to paste, short enough to be forgotten. */
const KEPT_MS = MINUTE_MS;

export function createCopies(board: Board, keptMs = KEPT_MS): Copies {
  let copied: { readonly text: string } | null = null;
  let timer: NodeJS.Timeout | undefined;

  async function clear(): Promise<void> {
    clearTimeout(timer);
    const last = copied;
    if (!last) return;
    const isThere = (await board.readText()) === last.text;
    // While it was read, something else may have been copied.
    if (copied !== last) return;
    copied = null;
    if (isThere) await board.clear();
  }

  return {
    async copy(text) {
      clearTimeout(timer);
      copied = { text };
      timer = setTimeout(() => void clear().catch(() => undefined), keptMs);
      await board.writeText(text);
    },
    clear
  };
}
