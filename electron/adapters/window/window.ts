// A window: made when somebody looks, destroyed when closed, so that the tray alone costs no renderer.
import { screen, type BrowserWindow } from 'electron';
import type { EventName } from '../../../shared/ipc/channels';
import type { Rect } from '../../core/system/window-placement';
import { watchPage, type PageFault } from './page-health';
import { keepInReach, type Reach } from './keep-reachable';
import { secureWindow, type BareWindow } from './secure-window';

export { POPOVER_PX } from './secure-window';
export type { PageFault } from './page-health';

export interface WindowOptions extends BareWindow, Reach {
  /** Where to open; null: in the middle, as large as usual. */
  readonly place: () => Rect | null;
  readonly onAttention: () => void;
  /** Where it was at the end. */
  readonly onClosed: (place: Rect) => void;
  /** Its page is no more; neither is the window. `look`: how it was seen. */
  readonly onFault: (fault: PageFault, look: Look) => void;
}

/** How a window comes up: before all others, without taking the keyboard, or in the task bar alone. */
export type Look = 'show' | 'showInactive' | 'minimize';

export interface AppWindow {
  open(look?: Look): BrowserWindow;
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
  let isPinned = options.kind === 'main';
  /** Of a window whose page failed: the next one takes its place. */
  let lastPlace: Rect | null = null;

  function make(look: Look): BrowserWindow {
    const made = secureWindow(options, lastPlace ?? options.place());
    made.once('ready-to-show', () => made[look]());
    for (const event of ['show', 'hide', 'minimize', 'restore'] as const)
      made.on(event as 'show', options.onAttention);
    if (options.kind === 'popover') made.on('blur', () => isPinned || made.close());
    let place = made.getNormalBounds();
    let fault: PageFault | null = null;
    keepInReach(made, options);
    made.on('close', () => (place = made.getNormalBounds()));
    made.on('closed', () => {
      window = null;
      isPinned = options.kind === 'main';
      lastPlace = fault && place;
      if (fault) options.onAttention();
      else options.onClosed(place);
    });
    watchPage(made, found => {
      fault = found;
      place = made.getNormalBounds();
      dropLater(made, look => options.onFault(found, look));
    });
    void made.loadURL(PAGES[options.kind]).catch(() => undefined);
    return made;
  }

  return {
    open(look = 'show') {
      if (!window) return (window = make(look));
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

/** Not within Chromium's own call, which still holds the page. `then`: told how the window was seen. */
function dropLater(made: BrowserWindow, then: (look: Look) => void): void {
  const look = made.isMinimized() ? 'minimize' : made.isFocused() ? 'show' : 'showInactive';
  setImmediate(() => {
    made.destroy();
    then(look);
  });
}
