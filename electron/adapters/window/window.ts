// Opens, places and closes a window of the app.
// The window is created when it is opened and destroyed when it is closed, so the tray alone needs no renderer.
import { screen, type BrowserWindow } from 'electron';
import type { EventName } from '../../../shared/ipc/channels';
import type { Rect } from '../../core/system/window-placement';
import { watchPage, type PageFault } from './page-health';
import { keepReachable, type ReachableOptions } from './keep-reachable';
import { createSecureWindow, type SecureWindowOptions } from './secure-window';

export { POPOVER_PX } from './secure-window';
export type { PageFault } from './page-health';

export interface WindowOptions extends SecureWindowOptions, ReachableOptions {
  /** Where the window opens; null: in the centre, in the usual size. */
  readonly placement: () => Rect | null;
  readonly onAttention: () => void;
  /** Called with the position of the window when it was closed. */
  readonly onClosed: (placement: Rect) => void;
  /** Called when the page failed and its window was destroyed. `showMode`: how the window was shown. */
  readonly onFault: (fault: PageFault, showMode: ShowMode) => void;
}

/** How the window is shown: in front with the focus, without taking the focus, or minimised to the task bar. */
export type ShowMode = 'show' | 'showInactive' | 'minimize';

export interface AppWindow {
  open(showMode?: ShowMode): BrowserWindow;
  /** Does nothing while there is no page. */
  push(event: EventName, payload: unknown): void;
  /** The title of the window, now and when it is opened again. */
  setTitle(title: string): void;
  /** Whether the window stays open when something else is clicked; the popover closes then, unless it is pinned. */
  setPinned(isPinned: boolean): void;
  /** The position of the window, of the normal state when it is maximised; null while there is no window. */
  bounds(): Rect | null;
  isOpen(): boolean;
  isVisible(): boolean;
  isFocused(): boolean;
  destroy(): void;
}

export const ORIGIN = 'app://tokentray';
const PAGES = { main: `${ORIGIN}/index.html`, popover: `${ORIGIN}/index.html?popover` };

/** The work areas of all displays, the main one first. */
export function workAreas(): Rect[] {
  return [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea);
}

export function workAreaAt({ x, y }: Rect): Rect {
  return screen.getDisplayNearestPoint({ x, y }).workArea;
}

export function createWindow(options: WindowOptions): AppWindow {
  let window: BrowserWindow | null = null;
  let { title } = options;
  let isPinned = options.kind === 'main';
  let stayOpen: () => void = () => undefined;
  /** The position of a window whose page failed; the next window opens there. */
  let lastPlacement: Rect | null = null;

  function make(showMode: ShowMode): BrowserWindow {
    const created = createSecureWindow({ ...options, title }, lastPlacement ?? options.placement());
    created.once('ready-to-show', () => created[showMode]());
    for (const event of ['show', 'hide', 'minimize', 'restore'] as const)
      created.on(event as 'show', options.onAttention);
    if (options.kind === 'popover') created.on('blur', () => isPinned || created.close());
    let placement = created.getNormalBounds();
    let fault: PageFault | null = null;
    stayOpen = keepReachable(created, options);
    created.on('close', () => (placement = created.getNormalBounds()));
    created.on('closed', () => {
      window = null;
      isPinned = options.kind === 'main';
      lastPlacement = fault && placement;
      if (fault) options.onAttention();
      else options.onClosed(placement);
    });
    watchPage(created, pageFault => {
      fault = pageFault;
      placement = created.getNormalBounds();
      destroyLater(created, showMode => options.onFault(pageFault, showMode));
    });
    void created.loadURL(PAGES[options.kind]).catch(() => undefined);
    return created;
  }

  return {
    open(showMode = 'show') {
      if (!window) return (window = make(showMode));
      stayOpen();
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      return window;
    },
    push: (event, payload) => window?.webContents.send(event, payload),
    setTitle(wanted) {
      if (wanted === title) return;
      title = wanted;
      window?.setTitle(title);
    },
    setPinned: isWanted => void (isPinned = isWanted),
    bounds: () => window?.getNormalBounds() ?? null,
    isOpen: () => window !== null,
    isVisible: () => window !== null && window.isVisible() && !window.isMinimized(),
    isFocused: () => window?.isFocused() ?? false,
    destroy: () => window?.destroy()
  };
}

/**
 * Destroys the window after Chromium's own call has returned, because that call still uses the page. `onDestroyed`
 * gets how the window was shown.
 */
function destroyLater(created: BrowserWindow, onDestroyed: (showMode: ShowMode) => void): void {
  const showMode = created.isMinimized() ? 'minimize' : created.isFocused() ? 'show' : 'showInactive';
  setImmediate(() => {
    created.destroy();
    onDestroyed(showMode);
  });
}
