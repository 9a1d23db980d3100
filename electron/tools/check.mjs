// npm run check: the type checks of every zone, two at a time, each with the zone's own tsconfig.
import { pathToFileURL } from 'node:url';
import { packageScript } from './lib/places.mjs';
import { collectAll } from './lib/run.mjs';
import { attempt } from './lib/say.mjs';

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

/** Gives how many of the checks passed and failed; the output of a check is shown when it fails. */
export const runChecks = () => collectAll(checks);

const isRunDirectly = import.meta.url === pathToFileURL(process.argv[1] ?? '').href;
if (isRunDirectly) await attempt(async () => ((await runChecks()).failed > 0 ? 1 : 0));
