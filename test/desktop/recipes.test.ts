// Tests recipes of docs/command-line.md with the real programs: what they show follows the app, and is hidden with it.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from './app/command';
import { until } from './app/deadline';
import { makeFolder, removeFolder } from './app/folder';
import { SHOWN_TOTAL } from './app/okx';
import { PROJECT } from './app/program';
import { expect, test } from './app/desktop-fixture';

interface Recipe {
  readonly program: string;
  /** Under this heading, the first block of this language. */
  readonly heading: string;
  readonly language: string;
  /** The settings of the program with the recipe in them. */
  settings(recipe: string): string;
  /** The words that start it. */
  start(file: string): readonly string[];
}

const RECIPES: readonly Recipe[] = [
  {
    program: 'i3blocks',
    heading: 'i3blocks',
    language: 'ini',
    settings: recipe => recipe,
    start: file => ['i3blocks', '-c', file]
  },
  {
    program: 'tmux',
    heading: 'tmux',
    language: 'sh',
    settings: recipe => recipe,
    // It draws a status line on a terminal only.
    start: file => ['script', '-qfc', `tmux -L recipe -f '${file}' new-session 'sleep 600'`, '/dev/null']
  },
  {
    program: 'conky',
    heading: 'A widget on the desktop',
    language: 'lua',
    settings: recipe =>
      recipe.replace('conky.config = {', 'conky.config = { out_to_console = true, out_to_x = false,'),
    start: file => ['conky', '-c', file]
  }
];

function recipeOf({ heading, language }: Recipe): string {
  const page = readFileSync(join(PROJECT, 'docs/command-line.md'), 'utf8');
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const [, text = ''] = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(section) ?? [];
  return text;
}

const isHere = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

let folder: string;
let child: ChildProcess | undefined;
test.beforeEach(() => {
  folder = makeFolder('recipes');
  mkdirSync(folder, { recursive: true });
});
test.afterEach(async () => {
  spawnSync('tmux', ['-L', 'recipe', 'kill-server'], { env: { ...process.env, TMUX_TMPDIR: folder } });
  child?.kill();
  await removeFolder(folder);
});

/** Everything that the program writes. */
function run(recipe: Recipe, profile: string): () => string {
  const launcher = join(PROJECT, 'electron/resources/linux/tokentray.sh');
  const command = `#!/bin/sh\nexec '${launcher}' "$@" '--user-data-dir=${profile}'\n`;
  writeFileSync(join(folder, 'tokentray'), command, { mode: 0o755 });
  const file = join(folder, 'settings');
  writeFileSync(file, recipe.settings(recipeOf(recipe)));
  const [program = '', ...words] = recipe.start(file);
  const PATH = `${folder}:${process.env.PATH}`;
  const env = {
    ...process.env,
    PATH,
    TMUX_TMPDIR: folder,
    TERM: 'xterm',
    LC_ALL: 'C.UTF-8',
    SHELL: '/bin/sh'
  };
  child = spawn(program, words, { env, stdio: ['pipe', 'pipe', 'ignore'] });
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return () => text;
}

for (const recipe of RECIPES)
  test(`${recipe.program} shows the total by the recipe, and hides it with the app`, async ({
    desktop,
    launch,
    profile,
    provide
  }) => {
    test.skip(process.platform !== 'linux' || !isHere(recipe.program), `${recipe.program} is not here.`);
    await provide();
    await launch({ options: ['--hidden'] });
    await desktop.row(new RegExp(`^\\${SHOWN_TOTAL}`));
    const text = run(recipe, profile);
    await until('the total', () => text().includes(SHOWN_TOTAL));
    expect((await read(profile, 'hide')).status).toBe(0);
    await until('the hidden total', () => text().includes('•••'));
  });
