// Minimises a window instead of closing it where no tray icon could open it again, and quits on Ctrl+Q.
import type { BrowserWindow } from 'electron';

export interface ReachableOptions {
  /** Whether the person finds it again once it is closed; otherwise closing minimises. Absent: always. */
  readonly isReachableWhenClosed?: () => boolean;
  /** The person wanted it closed although it is not found again. */
  readonly onClosePrevented?: () => void;
  /** Ctrl+Q, on every system but macOS, whose menu has it. */
  readonly onQuit: () => void;
}

/** A window manager minimises within milliseconds; some, as those that tile, do not at all. */
const MINIMISE_MS = 400;

/** Without a tray icon a closed window is out of reach: it is minimised, or closed where nothing can be minimised. */
export function keepReachable(
  window: BrowserWindow,
  { isReachableWhenClosed, onClosePrevented, onQuit }: ReachableOptions
): void {
  let isCloseAllowed = false;
  window.on('close', event => {
    if (isCloseAllowed || isReachableWhenClosed?.() !== false) return;
    event.preventDefault();
    onClosePrevented?.();
    window.minimize();
    setTimeout(() => {
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
}
