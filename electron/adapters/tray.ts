// The tray icon and its menu. Each is set again only when it differs: a host may close an open menu on every change.
import {
  Menu,
  nativeImage,
  nativeTheme,
  Tray,
  type MenuItemConstructorOptions,
  type NativeImage
} from 'electron';
import { drawIcon } from '../core/icon';
import type { MenuRow, TrayAction } from '../core/menu-row';
import type { Rect } from '../core/placement';
import type { TrayView } from '../core/tray-view';

export interface TrayOptions {
  readonly onAction: (action: TrayAction) => void;
  /** `icon`: where it is on the screen; all zero where the system does not say. */
  readonly onClick: (icon: Rect) => void;
}

export interface TrayIcon {
  show(view: TrayView, ink: Ink): void;
  /** Makes it anew, as it was: Electron registers an icon with a host only once, when it is made. */
  remake(): void;
  destroy(): void;
}

type Ink = 'auto' | 'light' | 'dark';

const LOADING: TrayView = {
  title: '',
  tooltip: 'Tokentray',
  icon: { text: null, state: 'normal' },
  rows: []
};
/** 16 for macOS and Windows at 100 %, 22 for Linux panels; each with its double. */
const SIZE_PX = process.platform === 'linux' ? 22 : 16;

const NOTHING_SHOWN = { image: '', title: '', tooltip: '', menu: '' };

export function createTray({ onAction, onClick }: TrayOptions): TrayIcon {
  let shown = NOTHING_SHOWN;
  let last: [TrayView, Ink] | null = null;
  let tray = make();

  function make(): Tray {
    const made = new Tray(imageOf(LOADING, inkOf('auto')));
    made.setToolTip(LOADING.tooltip);
    // Linux tells a plain click apart only on some desktops; the menu is there on all.
    made.on('click', (_event, icon) => onClick(icon));
    return made;
  }

  function show(view: TrayView, choice: Ink): void {
    last = [view, choice];
    const ink = inkOf(choice);
    const next = {
      image: JSON.stringify([isTextDrawn() ? view.icon : view.icon.state, ink]),
      title: view.title,
      tooltip: view.tooltip,
      menu: JSON.stringify(view.rows)
    };
    if (next.image !== shown.image) tray.setImage(imageOf(view, ink));
    if (next.title !== shown.title) tray.setTitle(view.title, { fontType: 'monospacedDigit' });
    if (next.tooltip !== shown.tooltip) tray.setToolTip(view.tooltip);
    if (next.menu !== shown.menu)
      tray.setContextMenu(Menu.buildFromTemplate(view.rows.map(row => itemOf(row, onAction))));
    shown = next;
  }

  return {
    show,
    remake() {
      tray.destroy();
      tray = make();
      shown = NOTHING_SHOWN;
      if (last) show(...last);
    },
    destroy: () => tray.destroy()
  };
}

/** macOS shows text beside the icon; elsewhere the number is drawn into it. */
function isTextDrawn(): boolean {
  return process.platform !== 'darwin';
}

/** GNOME's and Unity's bars are dark whatever the theme; other panels follow it. */
function inkOf(choice: Ink): 'light' | 'dark' {
  if (choice !== 'auto') return choice;
  if (process.platform === 'darwin') return 'dark';
  const isDarkBar = /GNOME|Unity/i.test(process.env['XDG_CURRENT_DESKTOP'] ?? '');
  return isDarkBar || nativeTheme.shouldUseDarkColors ? 'light' : 'dark';
}

function imageOf({ icon }: TrayView, ink: 'light' | 'dark'): NativeImage {
  const image = nativeImage.createEmpty();
  for (const scaleFactor of [1, 2]) {
    const spec = {
      text: isTextDrawn() ? icon.text : null,
      state: icon.state,
      sizePx: SIZE_PX * scaleFactor,
      ink
    };
    const { rgba, widthPx, heightPx } = drawIcon(spec);
    const buffer = premultiplied(rgba);
    image.addRepresentation({ scaleFactor, width: widthPx, height: heightPx, buffer });
  }
  if (process.platform === 'darwin') image.setTemplateImage(true);
  return image;
}

/** Straight RGBA to the premultiplied BGRA that Electron takes as a raw bitmap. */
function premultiplied(rgba: Uint8Array): Buffer {
  const bgra = Buffer.alloc(rgba.length);
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3] ?? 0;
    bgra[at] = Math.round(((rgba[at + 2] ?? 0) * alpha) / 255);
    bgra[at + 1] = Math.round(((rgba[at + 1] ?? 0) * alpha) / 255);
    bgra[at + 2] = Math.round(((rgba[at] ?? 0) * alpha) / 255);
    bgra[at + 3] = alpha;
  }
  return bgra;
}

function itemOf(row: MenuRow, onAction: (action: TrayAction) => void): MenuItemConstructorOptions {
  if (row.kind === 'separator') return { type: 'separator' };
  const label = row.label.replaceAll('&', '&&');
  if (row.kind === 'text') return { label, enabled: false };
  if (row.kind === 'submenu') return { label, submenu: row.rows.map(inner => itemOf(inner, onAction)) };
  const { action, isChecked } = row;
  // Deferred: destroying the tray within its own click leaves the desktop's call without an answer.
  const click = () => setImmediate(() => onAction(action));
  return isChecked === undefined ? { label, click } : { label, click, type: 'checkbox', checked: isChecked };
}
