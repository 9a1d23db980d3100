// A window: made when somebody looks, destroyed when closed, so that the tray alone costs no renderer.
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { EventName } from '../../shared/channels';
import type { Rect } from '../core/placement';

export interface WindowOptions {
  readonly preload: string;
  readonly icon: string;
  /** The window with everything, or the small one beside the tray icon. */
  readonly kind: 'main' | 'popover';
  /** Where to open; null: in the middle, as large as usual. */
  readonly place: () => Rect | null;
  readonly onAttention: () => void;
  /** Where it was at the end. */
  readonly onClosed: (place: Rect) => void;
}

export interface AppWindow {
  open(): BrowserWindow;
  /** Reaches the page only when there is one. */
  push(event: EventName, payload: unknown): void;
  /** Whether it closes as soon as something else is clicked; the popover does, until it is pinned. */
  setPinned(isPinned: boolean): void;
  /** Where it is, not counting a maximised state; null while there is none. */
  bounds(): Rect | null;
  isOpen(): boolean;
  isVisible(): boolean;
  isFocused(): boolean;
  destroy(): void;
}

export const ORIGIN = 'app://tokentray';
export const POPOVER_PX = { width: 380, height: 600 };
const SHAPES = {
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

/** The work areas of all displays, the main one first. */
export function workAreas(): Rect[] {
  return [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea);
}

export function workAreaAt({ x, y }: Rect): Rect {
  return screen.getDisplayNearestPoint({ x, y }).workArea;
}

export function createWindow(options: WindowOptions): AppWindow {
  let window: BrowserWindow | null = null;
  let isPinned = options.kind === 'main';

  function make(): BrowserWindow {
    const made = secureWindow(options);
    for (const event of ['show', 'hide', 'minimize', 'restore'] as const)
      made.on(event as 'show', options.onAttention);
    if (options.kind === 'popover') made.on('blur', () => isPinned || made.close());
    let place = made.getNormalBounds();
    made.on('close', () => (place = made.getNormalBounds()));
    made.on('closed', () => {
      window = null;
      isPinned = options.kind === 'main';
      options.onClosed(place);
    });
    void made.loadURL(`${ORIGIN}/index.html${options.kind === 'popover' ? '?popover' : ''}`);
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
    setPinned: wish => void (isPinned = wish),
    bounds: () => window?.getNormalBounds() ?? null,
    isOpen: () => window !== null,
    isVisible: () => window !== null && window.isVisible() && !window.isMinimized(),
    isFocused: () => window?.isFocused() ?? false,
    destroy: () => window?.destroy()
  };
}

/** Its page may do nothing but draw and call: no node, no other page, no window of its own. */
function secureWindow({ preload, icon, kind, place }: WindowOptions): BrowserWindow {
  const made = new BrowserWindow({
    ...SHAPES[kind],
    ...place(),
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
  return made;
}
