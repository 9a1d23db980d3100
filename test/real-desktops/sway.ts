// Sway in a window of the session's display, with waybar or with its own bar. Its headless backend has no pointer.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCREEN, type Panel, type RealDesktop } from './real-desktop';

const BAR_PX = 30;
const TRAY_PX = 40;
const tray = {
  left: SCREEN.width - TRAY_PX,
  top: SCREEN.height - BAR_PX + 2,
  width: TRAY_PX,
  height: BAR_PX - 6
};

/** `config` of waybar as its manual has it; `style`: undefined: the style that it comes with. */
export const waybar = (what: string, style?: string, modules: Record<string, unknown> = {}): Panel => ({
  host: 'waybar',
  what,
  desktop: 'sway',
  ink: 'plate',
  tray,
  start(desktop) {
    const folder = join(desktop.folder, 'waybar');
    mkdirSync(folder, { recursive: true });
    const config = {
      layer: 'top',
      position: 'bottom',
      height: BAR_PX,
      'modules-left': Object.keys(modules),
      'modules-right': ['tray'],
      tray: { 'icon-size': 22 },
      ...modules
    };
    writeFileSync(join(folder, 'config'), JSON.stringify(config));
    if (style !== undefined) writeFileSync(join(folder, 'style.css'), style);
    startSway(desktop, 'exec waybar');
    return Promise.resolve();
  }
});

export const WAYBAR_OWN_STYLE = waybar('waybar as it comes');
export const WAYBAR_LIGHT = waybar('waybar, light', 'window#waybar { background: #f0f0f0; color: #202020; }');

const swaybar = (what: string, background: string): Panel => ({
  host: 'swaybar',
  what,
  desktop: 'sway',
  ink: 'plate',
  tray,
  start(desktop) {
    const bar = `bar {
  position bottom
  height ${BAR_PX}
  tray_output *
  workspace_buttons no
  colors {
    background ${background}
  }
}`;
    startSway(desktop, bar);
    return Promise.resolve();
  }
});

export const SWAYBAR_DARK = swaybar("sway's own bar, dark", '#323232');
export const SWAYBAR_LIGHT = swaybar("sway's own bar, light", '#f0f0f0');

function startSway(desktop: RealDesktop, lines: string): void {
  const file = join(desktop.folder, 'sway.config');
  const { width, height } = SCREEN;
  writeFileSync(
    file,
    `output * mode --custom ${width}x${height}
output * bg #303030 solid_color
${lines}
`
  );
  desktop.spawn('sway', ['--config', file], { WLR_BACKENDS: 'x11', WLR_RENDERER: 'pixman' });
}

/** It gives up the rights of root, and ends when it cannot. */
export const WHY_NOT_SWAY = process.getuid?.() === 0 ? 'sway refuses to run as root' : undefined;
