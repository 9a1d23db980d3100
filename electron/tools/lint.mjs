// npm run lint: the rules of every file, in several programs at once. With files as arguments only these.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageScript, projectFolder } from './lib/places.mjs';
import { collectAll } from './lib/run.mjs';
import { attempt } from './lib/say.mjs';

const eslint = (name, ...words) => ({
  name,
  args: [packageScript('eslint/bin/eslint.js'), '--max-warnings', '0', '--no-warn-ignored', ...words]
});
const without = folders => folders.flatMap(folder => ['--ignore-pattern', `${folder}/**`]);

/** Parts that together are the whole project, each with types of its own; the slowest come first. */
export function lintJobs(folder = projectFolder) {
  const entries = readdirSync(join(folder, 'renderer'), { withFileTypes: true });
  const rooms = entries.filter(entry => entry.isDirectory()).map(({ name }) => `renderer/${name}`);
  const half = rooms.sort().filter((_room, at) => at % 2 === 1);
  return [
    eslint('half of the window', 'renderer', ...without(half)),
    eslint('the rest of the window', ...half),
    eslint('test', 'test'),
    eslint('everything else', '.', ...without(['renderer', 'test']))
  ];
}

/** Gives how many of the parts passed and failed; the output of a part is shown when it fails. */
export function runLint(files = []) {
  return collectAll(files.length > 0 ? [eslint(`${files.length} files`, ...files)] : lintJobs());
}

const isRunDirectly = import.meta.url === pathToFileURL(process.argv[1] ?? '').href;
if (isRunDirectly) await attempt(async () => ((await runLint(process.argv.slice(2))).failed > 0 ? 1 : 0));
