// Whether the panel that the tray icon lies on is dark, from what desktops keep about it.

/** `theme`: as the system's theme is. */
export type PanelTone = 'dark' | 'light' | 'theme';

/** Red, green, blue from 0 to 1. */
type Colour = readonly [number, number, number];

/** On darker colours white has a contrast of 4.5 : 1, on lighter ones the dark ink has; between them neither. */
const DARK_UP_TO = 0.183;
const LIGHT_FROM = 0.228;

/** Null: in the middle. */
function toneOf(colour: Colour): 'dark' | 'light' | null {
  const [red, green, blue] = colour.map(share =>
    share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  ) as [number, number, number];
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance <= DARK_UP_TO ? 'dark' : luminance >= LIGHT_FROM ? 'light' : null;
}

/** Backgrounds of a panel of Xfce, as it counts them. */
const OF_STYLE = 0;
const OF_COLOUR = 1;
const MIN_OPACITY = 0.8;

/**
 * `properties`: the channel xfce4-panel of Xfconf below /panels, by their whole names. Null: not known, or the panels
 * differ; which of them has the icon cannot be asked.
 */
export function xfcePanelTone(properties: Readonly<Record<string, unknown>>): PanelTone | null {
  const ids = new Set(
    Object.keys(properties).flatMap(name => /^\/panels\/(panel-\d+)\//.exec(name)?.[1] ?? [])
  );
  const isDark = properties['/panels/dark-mode'];
  const ofTheme: PanelTone | null = isDark === true ? 'dark' : isDark === false ? 'theme' : null;
  const tones = [...ids].map(id => {
    const style = properties[`/panels/${id}/background-style`] ?? OF_STYLE;
    if (style === OF_STYLE) return ofTheme;
    const rgba = properties[`/panels/${id}/background-rgba`];
    if (style !== OF_COLOUR || !isColour(rgba) || (rgba[3] ?? 1) < MIN_OPACITY) return null;
    return toneOf([rgba[0]!, rgba[1]!, rgba[2]!]);
  });
  const [first = ofTheme, ...others] = tones;
  return others.every(tone => tone === first) ? first : null;
}

function isColour(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length >= 3 && value.every(part => typeof part === 'number');
}

/** `kdeglobals`, `plasmarc`: the text of the files. A theme of Plasma may have colours of its own; null: not known. */
export function kdePanelTone(kdeglobals: string, plasmarc: string): PanelTone | null {
  const theme = valueOf(plasmarc, 'Theme', 'name') ?? 'default';
  if (/dark/i.test(theme)) return 'dark';
  if (/light/i.test(theme)) return 'light';
  const numbers = valueOf(kdeglobals, 'Colors:Window', 'BackgroundNormal')?.split(',').map(Number) ?? [];
  if (theme !== 'default' || numbers.length < 3 || !numbers.every(part => part >= 0 && part <= 255))
    return null;
  return toneOf([numbers[0]! / 255, numbers[1]! / 255, numbers[2]! / 255]);
}

function valueOf(ini: string, group: string, key: string): string | undefined {
  let isInGroup = false;
  for (const line of ini.split(/\r?\n/)) {
    if (line.startsWith('[')) isInGroup = line.trim() === `[${group}]`;
    else if (isInGroup && line.startsWith(`${key}=`)) return line.slice(key.length + 1).trim();
  }
  return undefined;
}
