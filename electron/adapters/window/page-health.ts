// Reports once when a page crashes, hangs or cannot be loaded.
import type { BrowserWindow } from 'electron';

/** `gone`: the page's process ended. `cannot-load`: one of the page's files is missing or broken. */
export interface PageFault {
  readonly kind: 'gone' | 'cannot-load';
  /** The reason as Chromium names it, for the log. */
  readonly reason: string;
}

/** Chromium reports a page as unresponsive 15 s after a key or click; it then has this much more time to recover. */
const HANG_MS = 10_000;
/** The load was aborted because another page was loaded; this is not a fault. */
const ERR_ABORTED = -3;

export function watchPage(window: BrowserWindow, onFault: (fault: PageFault) => void): void {
  const page = window.webContents;
  let isReported = false;
  let timer: NodeJS.Timeout | undefined;
  const reportOnce = (kind: PageFault['kind'], reason: string) => {
    clearTimeout(timer);
    if (!isReported) onFault({ kind, reason });
    isReported = true;
  };
  page.on('render-process-gone', (_event, { reason }) => reportOnce('gone', reason));
  page.on('preload-error', () => reportOnce('cannot-load', 'preload'));
  page.on('did-fail-load', (_event, code, _text, _url, isMainFrame) => {
    if (isMainFrame && code !== ERR_ABORTED) reportOnce('cannot-load', `load ${code}`);
  });
  page.on('did-navigate', (_event, _url, status) => {
    if (status >= 400) reportOnce('cannot-load', `status ${status}`);
  });
  window.on('unresponsive', () => {
    clearTimeout(timer);
    // Then the `gone` case handles it like any other page whose process ended.
    timer = setTimeout(() => page.forcefullyCrashRenderer(), HANG_MS);
  });
  window.on('responsive', () => clearTimeout(timer));
  window.on('closed', () => clearTimeout(timer));
}
