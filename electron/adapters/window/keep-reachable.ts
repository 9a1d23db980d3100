// Minimises a window instead of closing it where no tray icon could open it again, and quits on Ctrl+Q.
import type { BrowserWindow } from 'electron';

export interface ReachableOptions {
  /** Whether the person can open the window again after it was closed; otherwise closing minimises. Absent: always. */
  readonly isReachableWhenClosed?: () => boolean;
  /** Called when the person closes a window that could not be opened again. */
  readonly onClosePrevented?: () => void;
  /** Called on Ctrl+Q, on every system but macOS, whose menu has this shortcut. */
  readonly onQuit: () => void;
}

/** Window managers minimise within milliseconds; some, such as tiling ones, do not minimise at all. */
const MINIMISE_MS = 400;

/**
 * Without a tray icon a closed window cannot be opened again, so it is minimised, or closed where the window manager
 * does not minimise. Gives a function for a person who asks for the window meanwhile: then it stays open.
 */
export function keepReachable(
  window: BrowserWindow,
  { isReachableWhenClosed, onClosePrevented, onQuit }: ReachableOptions
): () => void {
  let isCloseAllowed = false;
  let closing: NodeJS.Timeout | undefined;
  window.on('close', event => {
    if (isCloseAllowed || isReachableWhenClosed?.() !== false) return;
    event.preventDefault();
    onClosePrevented?.();
    window.minimize();
    clearTimeout(closing);
    closing = setTimeout(() => {
      if (window.isDestroyed() || window.isMinimized()) return;
      isCloseAllowed = true;
      window.close();
    }, MINIMISE_MS);
  });
  window.webContents.on('before-input-event', (event, { type, key, control, shift, alt, meta }) => {
    if (process.platform === 'darwin' || type !== 'keyDown' || key.toLowerCase() !== 'q') return;
    if (!control || shift || alt || meta) return;
    event.preventDefault();
    onQuit();
  });
  return () => clearTimeout(closing);
}
