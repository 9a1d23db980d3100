// Gives the tray rules of each platform: icon sizes, icon colour, tooltip length, whether the icon is hidden.
import { isKnownPosition, type Rect } from '../system/window-placement';
import type { IconInk } from './icon';
import type { PanelTone } from './panel-tone';

/** `scaleFactor` as Electron counts it: 1 is the size that the system asks for first. */
export interface IconSize {
  readonly sizePx: number;
  readonly scaleFactor: number;
}

const MAC_PX = [16, 32];
/** Electron gives the tray host only the largest icon: on a usual panel of 22 px, two icon pixels make exactly one. */
const LINUX_PX = [22, 44];
const WINDOWS_PX = { at100PercentPx: 16, maxPx: 64 };

/**
 * `screenScale`: of the main screen, 1.5 for 150 %. Windows gets one drawing in the exact pixel size of its taskbar:
 * there Electron makes the icon from the first drawing only, and the shell blurs an icon of another size
 * (https://github.com/electron/electron/issues/33044).
 */
export function iconSizesFor(platform: string, screenScale: number): readonly IconSize[] {
  if (platform === 'win32') {
    const { at100PercentPx, maxPx } = WINDOWS_PX;
    const sizePx = Math.min(maxPx, Math.max(at100PercentPx, Math.round(at100PercentPx * screenScale)));
    return [{ sizePx, scaleFactor: 1 }];
  }
  const sizes = platform === 'linux' ? LINUX_PX : MAC_PX;
  return sizes.map(sizePx => ({ sizePx, scaleFactor: sizePx / (sizes[0] ?? sizePx) }));
}

/** macOS shows text beside the icon; elsewhere the number is drawn into it. */
export function isTextDrawn(platform: string): boolean {
  return platform !== 'darwin';
}

export type Ink = 'auto' | IconInk;

export interface TrayBackground {
  readonly platform: string;
  /** The name that a Linux desktop gives itself, such as ubuntu:GNOME; empty if it gives none. */
  readonly desktop: string;
  /** Whether the system theme is dark; not the theme that was chosen for the window. */
  readonly isDarkSystem: boolean;
  /** Whether the Windows taskbar is dark; it has a theme of its own; null: not known. */
  readonly isDarkTaskbar: boolean | null;
  /** What a Linux desktop says of its panel; null: nothing. */
  readonly panelTone: PanelTone | null;
}

/**
 * macOS colours the icon itself. The bars of GNOME and Unity are always dark; where another Linux desktop says nothing of
 * its panel, the icon brings its own plate.
 */
export function inkFor(choice: Ink, background: TrayBackground): IconInk {
  const { platform, desktop, isDarkSystem, isDarkTaskbar, panelTone } = background;
  if (platform === 'darwin') return 'dark';
  if (choice !== 'auto') return choice;
  const inkOn = (isDark: boolean) => (isDark ? 'light' : 'dark');
  if (platform === 'win32') return inkOn(isDarkTaskbar ?? isDarkSystem);
  if (/GNOME|Unity/i.test(desktop)) return 'light';
  if (panelTone === null) return 'plate';
  return inkOn(panelTone === 'theme' ? isDarkSystem : panelTone === 'dark');
}

/** UTF-16 units, without the end mark: szTip of NOTIFYICONDATAW. */
const WINDOWS_TOOLTIP_LENGTH = 127;

/** Windows cuts a long tooltip anywhere, even within a number: so whole lines are removed, the last ones first. */
export function tooltipFor(platform: string, tooltip: string): string {
  if (platform !== 'win32' || tooltip.length <= WINDOWS_TOOLTIP_LENGTH) return tooltip;
  const end = tooltip.lastIndexOf('\n', WINDOWS_TOOLTIP_LENGTH);
  if (end > 0) return tooltip.slice(0, end);
  const shortened = tooltip.slice(0, WINDOWS_TOOLTIP_LENGTH - 1);
  return `${/[\ud800-\udbff]$/.test(shortened) ? shortened.slice(0, -1) : shortened}…`;
}

/** macOS 26 has a switch for each icon and reports no error: an icon that is not drawn has no position. */
export function isIconHidden(platform: string, bounds: Rect): boolean {
  return platform === 'darwin' && !isKnownPosition(bounds);
}
