// Copies text to the clipboard, and clears it after a minute and at the end of the app.
// Text that another program copied since is left alone.
import { MINUTE_MS } from '../../../shared/domain/durations';

/** Electron's clipboard; its functions are synchronous up to Electron 44 and asynchronous from then on. */
export interface SystemClipboard {
  readText(): string | Promise<string>;
  writeText(text: string): unknown;
  clear(): unknown;
}

export interface ClipboardWriter {
  copy(text: string): Promise<void>;
  /** Clears the last copied text if it is still there. */
  clear(): Promise<void>;
}

/** Long enough to paste, short enough that the text does not stay around. */
const CLEAR_AFTER_MS = MINUTE_MS;

export function createClipboardWriter(
  clipboard: SystemClipboard,
  clearAfterMs = CLEAR_AFTER_MS
): ClipboardWriter {
  let copied: { readonly text: string } | null = null;
  let timer: NodeJS.Timeout | undefined;

  async function clear(): Promise<void> {
    clearTimeout(timer);
    const last = copied;
    if (!last) return;
    const isStillThere = (await clipboard.readText()) === last.text;
    // While the clipboard was read, another text may have been copied.
    if (copied !== last) return;
    copied = null;
    if (isStillThere) await clipboard.clear();
  }

  return {
    async copy(text) {
      clearTimeout(timer);
      copied = { text };
      timer = setTimeout(() => void clear().catch(() => undefined), clearAfterMs);
      await clipboard.writeText(text);
    },
    clear
  };
}
