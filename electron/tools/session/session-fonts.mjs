// The fonts that a session sees: rules for fontconfig, so that text is drawn in the same way on every machine. Pure.
import { join } from 'node:path';

/** Its package is among those of libraries.mjs: without it, Chinese characters are drawn as boxes. */
export const chineseFamily = 'Droid Sans Fallback';
/** Noto Sans is the font of the design on Linux. */
const families = ['Noto Sans', 'Noto Sans Mono', chineseFamily];
const generic = { 'system-ui': 0, sans: 0, 'sans-serif': 0, 'ui-monospace': 1, monospace: 1 };

/**
 * Of all installed fonts only these families are visible, and all are drawn in the same way. `cache`: a folder of the
 * session; `own`: folders with fonts besides the system's.
 */
export function fontRules(cache, own = []) {
  const one = family => `<pattern><patelt name="family"><string>${family}</string></patelt></pattern>`;
  const alias = ([name, place]) =>
    `<alias binding="same"><family>${name}</family><prefer><family>${families[place]}</family></prefer></alias>`;
  const edit = (name, kind, value) => `<edit name="${name}" mode="assign"><${kind}>${value}</${kind}></edit>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${['/usr/share/fonts', ...own].map(folder => `<dir>${folder}</dir>`).join('\n')}
<cachedir>${join(cache, 'fontconfig')}</cachedir>
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
