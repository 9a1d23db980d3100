// Xfce's panel with a status tray and its settings daemon, in the looks that are tested.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IconInk } from '../../electron/core/tray/icon';
import { SCREEN, type Panel, type RealDesktop } from './real-desktop';

interface Look {
  readonly isDark: boolean;
  /** Red, green, blue, opacity, from 0 to 1; undefined: the colour of the theme. */
  readonly colour?: readonly [number, number, number, number];
}

const PANEL_PX = 26;
const VARIABLES = { XDG_CURRENT_DESKTOP: 'XFCE' };
const WHITE = [1, 1, 1, 1] as const;

const xfce = (what: string, look: Look, ink: IconInk): Panel => ({
  host: 'xfce',
  what,
  desktop: 'XFCE',
  ink,
  // Without its frame, which is a line at the edge.
  tray: { left: 0, top: SCREEN.height - PANEL_PX + 2, width: SCREEN.width, height: PANEL_PX - 4 },
  menuClass: 'wrapper',
  start: desktopHere => startPanel(desktopHere, look)
});

export const XFCE_DARK = xfce('a dark panel', { isDark: true }, 'light');
export const XFCE_LIGHT = xfce('a light panel', { isDark: false }, 'dark');
export const XFCE_OTHERS = [
  xfce('a white panel', { isDark: true, colour: WHITE }, 'dark'),
  { ...xfce('a dark panel that says nothing', { isDark: true }, 'plate'), desktop: undefined },
  {
    ...xfce('a white panel that says nothing', { isDark: false, colour: WHITE }, 'plate'),
    desktop: undefined
  }
];

async function startPanel(desktop: RealDesktop, look: Look): Promise<void> {
  keepSettings(desktop, 'xfce4-panel', panelSettings(look));
  desktop.spawn(pathOf('xfce4/xfconf/xfconfd'), [], VARIABLES);
  await desktop.owned('org.xfce.Xfconf');
  desktop.spawn('xfce4-panel', ['--disable-wm-check'], VARIABLES);
}

/** For the settings daemon, which reads a channel when it is asked for it first. */
export function keepSettings(desktop: RealDesktop, channel: string, properties: string): void {
  const folder = join(desktop.folder, 'xfce4/xfconf/xfce-perchannel-xml');
  mkdirSync(folder, { recursive: true });
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="${channel}" version="1.0">
${properties}</channel>
`;
  writeFileSync(join(folder, `${channel}.xml`), text);
}

/** Of a program that is no command of the path: the bus starts it on a usual desktop. */
export function pathOf(program: string): string {
  const folders = readdirSync('/usr/lib').map(name => `/usr/lib/${name}/${program}`);
  const found = [`/usr/lib/${program}`, ...folders].find(path => existsSync(path));
  if (!found) throw new Error(`${program} is not installed`);
  return found;
}

function panelSettings({ isDark, colour }: Look): string {
  const own = colour
    ? `<property name="background-style" type="uint" value="1"/><property name="background-rgba" type="array">${colour
        .map(part => `<value type="double" value="${part.toFixed(6)}"/>`)
        .join('')}</property>`
    : '';
  return `  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="dark-mode" type="bool" value="${String(isDark)}"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=10;x=0;y=0"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="${PANEL_PX}"/>
      ${own}
      <property name="plugin-ids" type="array"><value type="int" value="1"/></property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="systray">
      <property name="square-icons" type="bool" value="true"/>
    </property>
  </property>
`;
}
