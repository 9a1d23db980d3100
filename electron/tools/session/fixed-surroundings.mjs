// Environment in which screenshots are the same on every run: one moment, one time zone, one language, one set of
// fonts.
import { createServer } from 'node:net';
import { join } from 'node:path';

/** A Tuesday afternoon. */
const moment = '2026-11-24T16:20:00Z';
/** The host of the demo is in some screenshots. The port is below the range from which systems assign ports. */
export const demoPort = 24_042;

/** Not among the packages of libraries.mjs: without it, Chinese characters are drawn as boxes. */
export const chineseFamily = 'WenQuanYi Micro Hei';
/** Noto Sans is the font of the design on Linux. */
const families = ['Noto Sans', 'Noto Sans Mono', chineseFamily];
const generic = { 'system-ui': 0, sans: 0, 'sans-serif': 0, 'ui-monospace': 1, monospace: 1 };

/**
 * Switches of Chromium: no animation and no transition, no settings of the screen, and each screenshot drawn again as
 * a whole.
 */
export const stillSwitches = [
  '--force-prefers-reduced-motion',
  '--force-device-scale-factor=1',
  '--force-color-profile=srgb',
  '--disable-lcd-text',
  '--disable-gpu',
  '--disable-partial-raster',
  '--num-raster-threads=1',
  '--default-tile-width=2048',
  '--default-tile-height=2048'
];

// Settings of the person that would change the screenshots: languages, zone, proxies, GTK's theme.
const personal = /^(LANG|LANGUAGE|LC_.*|TZ|(https?|all|no)_proxy|GTK_.*|GDK_.*|QT_.*|XDG_DATA_DIRS)$/i;

/** `folder`: contains the file of `fontRules`. */
export function stillEnvironment(env, folder) {
  return {
    ...Object.fromEntries(Object.entries(env).filter(([name]) => !personal.test(name))),
    TZ: 'UTC',
    LANG: 'en_US.UTF-8',
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    TOKENTRAY_TEST_CLOCK: moment,
    TOKENTRAY_TEST_DEMO_PORT: String(demoPort)
  };
}

/**
 * Rules for fontconfig: of all installed fonts only these families are visible, and all are drawn in the same way.
 * `folder`: for its cache.
 */
export function fontRules(folder) {
  const one = family => `<pattern><patelt name="family"><string>${family}</string></patelt></pattern>`;
  const alias = ([name, place]) =>
    `<alias binding="same"><family>${name}</family><prefer><family>${families[place]}</family></prefer></alias>`;
  const edit = (name, kind, value) => `<edit name="${name}" mode="assign"><${kind}>${value}</${kind}></edit>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>/usr/share/fonts</dir>
<dir>~/.fonts</dir>
<cachedir>${join(folder, 'fonts')}</cachedir>
<selectfont>
<rejectfont><pattern/></rejectfont>
<acceptfont>${families.map(one).join('')}</acceptfont>
</selectfont>
${Object.entries(generic).map(alias).join('\n')}
<include ignore_missing="yes">/usr/share/fontconfig/conf.avail/90-synthetic.conf</include>
<match target="pattern">
<edit name="family" mode="append_last"><string>${families[0]}</string></edit>
</match>
<match target="font">
${edit('antialias', 'bool', 'true')}
${edit('hinting', 'bool', 'true')}
${edit('autohint', 'bool', 'false')}
${edit('hintstyle', 'const', 'hintslight')}
${edit('rgba', 'const', 'none')}
</match>
</fontconfig>
`;
}

/** Says whether no program listens on this port of 127.0.0.1. */
export function isFree(port) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
