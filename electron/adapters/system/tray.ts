// Shows the tray icon and its menu.
// Each is set only when it differs, because some hosts close an open menu on every change.
import {
  Menu,
  nativeImage,
  nativeTheme,
  screen,
  Tray,
  type MenuItemConstructorOptions,
  type NativeImage
} from 'electron';
import { drawIcon, premultipliedBgra, type IconInk } from '../../core/tray/icon';
import type { MenuRow, TrayAction } from '../../core/tray/menu-rows';
import type { Rect } from '../../core/system/window-placement';
import {
  iconSizesFor,
  inkFor,
  isIconHidden,
  isTextDrawn,
  tooltipFor,
  type IconSize,
  type Ink
} from '../../core/tray/platform-look';
import type { PanelTone } from '../../core/tray/panel-tone';
import type { TrayView } from '../../core/tray/tray-view';

export interface TrayOptions {
  readonly onAction: (action: TrayAction) => void;
  /** `icon`: the position of the icon on the screen; all zero where the system does not report it. */
  readonly onClick: (icon: Rect) => void;
  /** The menu was opened or closed; on Linux Electron does not tell. */
  readonly onMenu: (isOpen: boolean) => void;
}

export interface TrayIcon {
  show(view: TrayView, ink: Ink): void;
  /** Creates the icon again with the same content: Electron registers it with a tray host only when it is created. */
  recreate(): void;
  /** How dark the panel is; null: not known. Linux only. */
  setPanelTone(tone: PanelTone | null): void;
  /** The icon as it is drawn now, and as it would be in each colour: addresses of PNG data. */
  pictures(): Readonly<Record<'drawn' | 'light' | 'dark' | 'plate', string>>;
  /** What the icon shows under the pointer now. */
  tooltip(): string;
  /** Whether the system hides the icon; reported a moment after it was created, and only by macOS. */
  isHidden(): boolean;
  destroy(): void;
}

const LOADING: TrayView = {
  title: '',
  tooltip: 'Tokentray',
  icon: { text: null, state: 'normal', isDemo: false },
  rows: []
};
const { platform } = process;

const NO_CONTENT = { image: '', title: '', tooltip: '', menu: '' };

export function createTray({ onClick, ...menuOptions }: TrayOptions): TrayIcon {
  let lastContent = NO_CONTENT;
  let last: [TrayView, Ink] | null = null;
  let panelTone: PanelTone | null = null;
  let tray = make();
  // A taskbar of another pixel density needs another image.
  if (platform === 'win32') screen.on('display-metrics-changed', redraw);

  function make(): Tray {
    const made = new Tray(imageOf(LOADING, iconStyleFor('auto', panelTone)));
    made.setToolTip(LOADING.tooltip);
    // Only some Linux desktops report a plain click; the menu exists on all.
    made.on('click', (_event, icon) => onClick(icon));
    return made;
  }

  function show(view: TrayView, choice: Ink): void {
    last = [view, choice];
    const iconStyle = iconStyleFor(choice, panelTone);
    const next = {
      image: JSON.stringify([isTextDrawn(platform) ? view.icon : { ...view.icon, text: null }, iconStyle]),
      title: view.title,
      tooltip: tooltipFor(platform, view.tooltip),
      menu: JSON.stringify(view.rows)
    };
    if (next.image !== lastContent.image) tray.setImage(imageOf(view, iconStyle));
    if (next.title !== lastContent.title) tray.setTitle(view.title, { fontType: 'monospacedDigit' });
    if (next.tooltip !== lastContent.tooltip) tray.setToolTip(next.tooltip);
    if (next.menu !== lastContent.menu) tray.setContextMenu(buildMenu(view, menuOptions));
    lastContent = next;
  }

  function redraw(): void {
    if (last) show(...last);
  }

  return {
    show,
    recreate() {
      tray.destroy();
      tray = make();
      lastContent = NO_CONTENT;
      redraw();
    },
    setPanelTone(tone) {
      panelTone = tone;
      redraw();
    },
    pictures() {
      const [view, choice] = last ?? [LOADING, 'auto' as const];
      const picture = (ink: Ink) => imageOf(view, iconStyleFor(ink, panelTone)).toDataURL({ scaleFactor: 2 });
      return {
        drawn: picture(choice),
        light: picture('light'),
        dark: picture('dark'),
        plate: picture('plate')
      };
    },
    tooltip: () => lastContent.tooltip || LOADING.tooltip,
    isHidden: () => isIconHidden(platform, tray.getBounds()),
    destroy() {
      screen.off('display-metrics-changed', redraw);
      tray.destroy();
    }
  };
}

interface IconStyle {
  readonly ink: IconInk;
  readonly drawings: readonly IconSize[];
}

function iconStyleFor(choice: Ink, panelTone: PanelTone | null): IconStyle {
  const screenScale = platform === 'win32' ? screen.getPrimaryDisplay().scaleFactor : 1;
  return { ink: inkOf(choice, panelTone), drawings: iconSizesFor(platform, screenScale) };
}

/** The theme chosen for the window hides the system's theme: the last one read without it is used. */
let isDarkSystem = false;

function inkOf(choice: Ink, panelTone: PanelTone | null): IconInk {
  if (nativeTheme.themeSource === 'system') isDarkSystem = nativeTheme.shouldUseDarkColors;
  // Older versions of Electron do not report the taskbar's theme.
  const optionalTheme: Partial<typeof nativeTheme> = nativeTheme;
  const isDarkTaskbar = optionalTheme.shouldUseDarkColorsForSystemIntegratedUI ?? null;
  const desktop = process.env['XDG_CURRENT_DESKTOP'] ?? '';
  return inkFor(choice, { platform, desktop, isDarkSystem, isDarkTaskbar, panelTone });
}

function imageOf({ icon }: TrayView, { ink, drawings }: IconStyle): NativeImage {
  const image = nativeImage.createEmpty();
  const text = isTextDrawn(platform) ? icon.text : null;
  for (const { sizePx, scaleFactor } of drawings) {
    const { rgba, widthPx, heightPx } = drawIcon({ ...icon, text, sizePx, ink });
    const buffer = Buffer.from(premultipliedBgra(rgba).buffer);
    image.addRepresentation({ scaleFactor, width: widthPx, height: heightPx, buffer });
  }
  if (platform === 'darwin') image.setTemplateImage(true);
  return image;
}

function buildMenu({ rows }: TrayView, { onAction, onMenu }: Omit<TrayOptions, 'onClick'>): Menu {
  const menu = Menu.buildFromTemplate(rows.map(row => itemOf(row, onAction)));
  menu.on('menu-will-show', () => onMenu(true));
  menu.on('menu-will-close', () => onMenu(false));
  return menu;
}

function itemOf(row: MenuRow, onAction: (action: TrayAction) => void): MenuItemConstructorOptions {
  if (row.kind === 'separator') return { type: 'separator' };
  const label = row.label.replaceAll('&', '&&');
  if (row.kind === 'submenu') return { label, submenu: row.rows.map(inner => itemOf(inner, onAction)) };
  const { action, isChecked } = row;
  // Deferred: destroying the tray inside its own click event leaves the desktop's call without an answer.
  const click = () => setImmediate(() => onAction(action));
  return isChecked === undefined ? { label, click } : { label, click, type: 'checkbox', checked: isChecked };
}
