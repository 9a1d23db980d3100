// npm run icons: draws every icon of the packages from electron/resources/icon.svg, by Chromium; they are committed.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { icnsOf, ICNS_SIZES, icoOf, ICO_SIZES } from './pack/icon-files.mjs';
import { projectFolder } from './lib/places.mjs';
import { collect } from './lib/run.mjs';
import { sandboxObstacle } from './session/sandbox.mjs';
import { attempt, say, Stop } from './lib/say.mjs';
import { hasDisplay } from './session/session.mjs';
import { setUp } from './setup/set-up.mjs';

const folder = join(projectFolder, 'electron/resources');
const drawer = join(projectFolder, 'electron/tools/icon-drawer');
/** The sizes that Linux desktops use; the window's own icon is the largest. */
export const LINUX_SIZES = [16, 22, 24, 32, 48, 64, 96, 128, 256, 512];
/** macOS leaves room around an icon: 824 of 1024 pixels are drawn, and ours fills 480 of 512. */
const MAC_SHARE = 824 / 1024 / (480 / 512);

/** Hashes by file, below electron/resources: of the source, and of each icon when it was made from it. */
export function hashesOf(names, read = name => readFileSync(join(folder, name))) {
  const hash = name => createHash('sha256').update(read(name)).digest('hex');
  return Object.fromEntries(names.map(name => [name, hash(name)]));
}

/** Every generated file, and `icon.svg` itself. */
export const iconFiles = () => [
  'icon.svg',
  'icon.png',
  'icon.ico',
  'icon.icns',
  ...LINUX_SIZES.map(size => `icons/${size}x${size}.png`)
];

const isRunDirectly = import.meta.url === pathToFileURL(process.argv[1] ?? '').href;
if (isRunDirectly)
  await attempt(async () => {
    const { executable } = await setUp({ purpose: { isDisplayVirtual: !hasDisplay() } });
    const plain = [...new Set([...LINUX_SIZES, ...ICO_SIZES])].map(size => ({ size, share: 1 }));
    const mac = ICNS_SIZES.map(size => ({ size, share: size < 128 ? 1 : MAC_SHARE }));
    write(await draw(executable, plain), await draw(executable, mac));
    say(`The icons are in ${folder}.`);
  });

/** Gives the PNGs by side in pixels. */
async function draw(executable, wishes) {
  const profile = mkdtempSync(join(tmpdir(), 'tokentray-icons-'));
  const sandbox = sandboxObstacle(executable) ? ['--no-sandbox'] : [];
  const words = [drawer, `--user-data-dir=${profile}`, join(folder, 'icon.svg'), JSON.stringify(wishes)];
  const screen = hasDisplay() ? [] : ['xvfb-run', '-a'];
  const [first, ...rest] = [...screen, executable, ...sandbox, ...words];
  try {
    const { text } = await collect(first, rest);
    const line = text.split('\n').find(each => each.startsWith('[{'));
    if (!line) throw new Stop(`${text}\nThe icons could not be drawn.`);
    return new Map(JSON.parse(line).map(({ size, png }) => [size, Buffer.from(png, 'base64')]));
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

function write(plain, mac) {
  const save = (name, bytes) => writeFileSync(join(folder, name), bytes);
  const icons = join(folder, 'icons');
  rmSync(icons, { recursive: true, force: true });
  mkdirSync(icons);
  for (const size of LINUX_SIZES) save(`icons/${size}x${size}.png`, plain.get(size));
  save('icon.png', plain.get(512));
  save('icon.ico', icoOf(plain));
  save('icon.icns', icnsOf(mac));
  save('icons/made-from.json', `${JSON.stringify(hashesOf(iconFiles()), null, 2)}\n`);
  say(readdirSync(icons).join(' '));
}
