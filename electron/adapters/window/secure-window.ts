// Creates a window whose page has no Node.js and no dialogs, only its preload script.
// The restrictions for every page are in lockdown.ts.
import { app, BrowserWindow, nativeTheme } from 'electron';
import type { Rect } from '../../core/system/window-placement';

export interface SecureWindowOptions {
  readonly preload: string;
  readonly icon: string;
  /** The window's title, which names the profile; the page's own title does not. */
  readonly title: string;
  /** `main` is the full window, `popover` the small one beside the tray icon. */
  readonly kind: 'main' | 'popover';
}

export const POPOVER_PX = { width: 380, height: 600 };
const WINDOW_OPTIONS = {
  main: { width: 980, height: 680, minWidth: 320, minHeight: 480 },
  popover: {
    ...POPOVER_PX,
    frame: false,
    resizable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    fullscreenable: false
  }
} as const;

/** Creates the window hidden, without Node.js and dialogs, and with its own preload script. */
export function createSecureWindow(
  { preload, icon, title, kind }: SecureWindowOptions,
  placement: Rect | null
): BrowserWindow {
  const window = new BrowserWindow({
    ...WINDOW_OPTIONS[kind],
    ...placement,
    show: false,
    title,
    icon,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#171716' : '#FCFCFA',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      disableDialogs: true,
      devTools: !app.isPackaged
    }
  });
  window.on('page-title-updated', event => event.preventDefault());
  return window;
}
