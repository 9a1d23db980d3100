// Tests that real bars draw the total by the recipes of docs/command-line.md, and that clicks on it reach the app.
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestInfo } from 'playwright/test';
import { until } from '../desktop/app/deadline';
import { appArguments, electronPath, isSandboxed, PROJECT } from '../desktop/app/program';
import type { App } from '../desktop/app/app';
import { expect, keepPicture, report, test } from './real-fixture';
import { SCREEN, type RealDesktop } from './real-desktop';
import { ScreenPicture, textBands, type Area } from './screen-picture';
import { waybar } from './sway';
import { XFCE_DARK } from './xfce';

const BAR_PX = 30;
/** What is hidden is as narrow as three dots. */
const FIRST_SIGN_PX = 6;

/** The first block of this language below this heading, as somebody would copy it. */
function recipe(heading: string, language: string): string {
  const page = readFileSync(join(PROJECT, 'docs/command-line.md'), 'utf8');
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const [, text] = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(section) ?? [];
  if (!text?.includes('tokentray watch')) throw new Error(`no recipe for ${heading}`);
  return text;
}

/** The command of the recipes, for the programs of this desktop: the launcher as the packages have it, for streams. */
function provideCommand(real: RealDesktop, profile: string): void {
  const folder = join(real.folder, 'bin');
  const [file, launcher] = [join(folder, 'tokentray'), join(folder, 'launcher')];
  const words = [electronPath(), ...(isSandboxed ? [] : ['--no-sandbox']), ...appArguments(profile, [])];
  const stream = `case $1 in watch) exec '${launcher}' "$@" '--user-data-dir=${profile}' ;; esac`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${stream}\nexec ${words.map(word => `'${word}'`).join(' ')} "$@"\n`);
  const source = readFileSync(join(PROJECT, 'electron/resources/linux/tokentray.sh'), 'utf8');
  writeFileSync(
    launcher,
    source.replace(/^app=''$/m, () => `app='${file}'`)
  );
  for (const program of [file, launcher]) chmodSync(program, 0o755);
}

interface Seen {
  readonly text: Area;
  /** Of all its pixels, to be compared. */
  readonly pixels: string;
}

/** What the bar shows in this area; undefined: nothing. */
async function see(area: Area): Promise<Seen | undefined> {
  const picture = await ScreenPicture.take();
  const [text] = textBands(picture, area);
  return text && { text, pixels: JSON.stringify(picture.pixelsOf(area)) };
}

/** The total is drawn, a right click hides it, another one shows it again, a left click opens the window. */
async function tryModule(real: RealDesktop, app: App, area: Area, info: TestInfo): Promise<void> {
  const click = (button: 1 | 3) =>
    real.click(area.left + FIRST_SIGN_PX, area.top + Math.round(area.height / 2), button);
  // Two pictures that are alike: it is not drawn by halves.
  const steady = (what: string, differsFrom?: string) => {
    let before: Seen | undefined;
    return until(what, async () => {
      const now = await see(area);
      const isSame = now !== undefined && now.pixels === before?.pixels && now.pixels !== differsFrom;
      before = now;
      return isSame && now;
    });
  };
  const shown = await steady('the total in the bar');
  await keepPicture(info, 'shown', area, 2);
  await click(3);
  await real.point(SCREEN.width / 2, SCREEN.height / 2);
  const hidden = await steady('the hidden total', shown.pixels);
  await keepPicture(info, 'hidden', area, 2);
  await click(3);
  await real.point(SCREEN.width / 2, SCREEN.height / 2);
  expect((await steady('the total again', hidden.pixels)).pixels).toBe(shown.pixels);
  expect(await app.isWindowVisible()).toBe(false);
  await click(1);
  await until('the window', () => app.isWindowVisible());
}

const DRAWN = 'total drawn by the recipe; right click hides it, left click opens the window';

test.describe('waybar', () => {
  const [, name = '', rest = ''] = /^"([^"]+)":([^]*)$/.exec(recipe('waybar', 'json').trim()) ?? [];
  test.use({ panel: waybar('waybar', undefined, { [name]: JSON.parse(rest) as unknown }) });

  test('waybar draws the total by the recipe, and obeys its clicks', async ({
    launch,
    profile,
    provide,
    real
  }, info) => {
    await provide();
    provideCommand(real, profile);
    const app = await launch({ options: ['--hidden'] });
    const area = { left: 0, top: SCREEN.height - BAR_PX, width: 160, height: BAR_PX - 4 };
    await tryModule(real, app, area, info);
    report(info, 'waybar', 'output', DRAWN);
  });
});

test.describe('polybar', () => {
  test.use({ panel: XFCE_DARK, needsAlso: ['polybar'] });

  test('polybar draws the total by the recipe, and obeys its clicks', async ({
    launch,
    profile,
    provide,
    real
  }, info) => {
    await provide();
    provideCommand(real, profile);
    const app = await launch({ options: ['--hidden'] });
    const file = join(real.folder, 'polybar.ini');
    writeFileSync(
      file,
      `[bar/top]
width = 100%
height = ${BAR_PX}
background = #222222
foreground = #dfdfdf
font-0 = sans:size=10
modules-left = tokentray
${recipe('polybar', 'ini')}`
    );
    real.spawn('polybar', ['--config=' + file, 'top']);
    await tryModule(real, app, { left: 0, top: 0, width: 160, height: BAR_PX }, info);
    report(info, 'polybar', 'output', DRAWN);
  });
});
