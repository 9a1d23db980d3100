// The window: made when somebody looks, destroyed when closed, so that the tray alone costs no renderer.
import { BrowserWindow, nativeTheme } from 'electron';
import type { EventName } from '../../shared/channels';

export interface WindowOptions {
  readonly preload: string;
  readonly icon: string;
  readonly onAttention: () => void;
  readonly onClosed: () => void;
}

export interface MainWindow {
  open(): BrowserWindow;
  /** Reaches the page only when there is one. */
  push(event: EventName, payload: unknown): void;
  isOpen(): boolean;
  isVisible(): boolean;
  isFocused(): boolean;
  destroy(): void;
}

export const ORIGIN = 'app://tokentray';
const SIZE_PX = { width: 980, height: 680, minWidth: 320, minHeight: 480 };

export function createWindow({ preload, icon, onAttention, onClosed }: WindowOptions): MainWindow {
  let window: BrowserWindow | null = null;

  function make(): BrowserWindow {
    const made = new BrowserWindow({
      ...SIZE_PX,
      show: false,
      title: 'Tokentray',
      icon,
      autoHideMenuBar: true,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#171716' : '#FCFCFA',
      webPreferences: {
        preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        spellcheck: false
      }
    });
    made.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
    made.webContents.on('will-navigate', event => event.preventDefault());
    made.webContents.on('will-redirect', event => event.preventDefault());
    made.once('ready-to-show', () => made.show());
    for (const event of ['show', 'hide', 'minimize', 'restore'] as const)
      made.on(event as 'show', onAttention);
    made.on('closed', () => {
      window = null;
      onClosed();
    });
    void made.loadURL(`${ORIGIN}/index.html`);
    return made;
  }

  return {
    open() {
      if (!window) return (window = make());
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      return window;
    },
    push: (event, payload) => window?.webContents.send(event, payload),
    isOpen: () => window !== null,
    isVisible: () => window !== null && window.isVisible() && !window.isMinimized(),
    isFocused: () => window?.isFocused() ?? false,
    destroy: () => window?.destroy()
  };
}
