// npm run check: the type checks of every zone, two at a time, each with the zone's own tsconfig.
import { cpus } from 'node:os';
import { pathToFileURL } from 'node:url';
import { packageScript } from './lib/places.mjs';
import { collect } from './lib/run.mjs';
import { attempt, say } from './lib/say.mjs';

const zones = ['shared', 'electron/core', 'electron/okx', 'electron/addresses', 'electron', 'test'];
const compiler = packageScript('typescript/bin/tsc');
const svelteCheck = packageScript('svelte-check/bin/svelte-check');

/**
 * Every check: its name and the arguments for Node. The largest comes first, so that two in parallel end at the same
 * time.
 */
export const checks = [
  {
    name: 'svelte-check renderer',
    args: [svelteCheck, '--tsconfig', 'renderer/tsconfig.json', '--fail-on-warnings']
  },
  ...zones.toReversed().map(zone => ({ name: `tsc ${zone}`, args: [compiler, '--noEmit', '-p', zone] }))
];

/** Runs all checks and gives how many passed and failed; the output of a check is shown when it fails. */
export async function runChecks() {
  const queue = [...checks];
  const count = { passed: 0, failed: 0 };
  const work = async () => {
    for (let check = queue.shift(); check; check = queue.shift()) {
      const { status, text } = await collect(process.execPath, check.args);
      count[status === 0 ? 'passed' : 'failed'] += 1;
      say(`${status === 0 ? ' ok ' : 'FAIL'}  ${check.name}`);
      if (status !== 0) say(text);
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, cpus().length) }, work));
  return count;
}

const isRunDirectly = import.meta.url === pathToFileURL(process.argv[1] ?? '').href;
if (isRunDirectly) await attempt(async () => ((await runChecks()).failed > 0 ? 1 : 0));
