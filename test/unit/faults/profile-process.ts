// A profile in a separate process: the real app on its real files. Reads one command per line from standard input and
// answers one view per line.
import { createInterface } from 'node:readline';
import { hideInLog, lastLogLines, openLog, writeLog } from '../../../electron/adapters/storage/app-log';
import { Engine } from '../../../electron/core/engine/engine';
import { runReadCommand } from '../../../electron/commands/read';
import { parseArguments } from '../../../electron/cli/arguments';
import { createChainList } from '../../../electron/okx/chain-list';
import { openStores } from '../../../electron/profile/stores';
import { CREDENTIALS, settingsAt, startWorld } from '../../fakes/app-world';
import { arrived } from '../../fakes/entries';
import type { Command, View } from './test-profile';

process.umask(0o077);
// Writing a file at its size limit then fails, as on a full disk, instead of ending the process.
process.on('SIGXFSZ', () => undefined);
const folder = process.argv[2]!;
const around = await startWorld();
let app: Engine;
let entryCount = 0;
let status: number | null = null;

/** Opens the profile as a start does. */
async function open(): Promise<void> {
  const { chainFile, ...stores } = openStores(folder);
  const chainList = createChainList(chainFile);
  app = new Engine({
    ...around.world,
    ...stores,
    chainList,
    chains: chainList.facts,
    log: writeLog
  });
  await app.load();
}

async function obey({ action, change }: Command): Promise<void> {
  if (action === 'open') await open();
  if (action === 'reread') await app.load();
  if (action === 'choose') await app.choose(change ?? {});
  if (action === 'settle') await openStores(folder).settings.write(settingsAt(around.server.origin));
  if (action === 'log') await openLog(folder);
  // A failure is printed to standard error; other output would be read as an answer.
  if (action === 'total') status = runReadCommand('total', parseArguments(['total']), folder, '0.1.0');
  if (action === 'note')
    await app.save({ point: null, entries: [arrived({ id: `n${++entryCount}`, at: around.at })] });
  if (action !== 'poll') return;
  around.at += 5 * 60_000;
  await app.refresh();
}

async function view(): Promise<View> {
  if (!app) return { origin: around.server.origin } as View;
  const { phase, portfolio, issues, choices } = app.state;
  const requestCount = around.events.filter(event => event === 'send').length;
  const { total, takenAt } = portfolio;
  const { origin } = around.server;
  const entries = (await app.world.activity.read(0)).content?.length ?? 0;
  return { status, entries, phase, total, takenAt, issues, choices, requestCount, origin, wallets: app.model.settings.wallets.length, points: app.model.points.length,
    tokens: app.model.points.at(-1)?.tokens.length ?? 0, log: lastLogLines(50) }; // prettier-ignore
}

hideInLog([CREDENTIALS.secretKey]);
for await (const line of createInterface({ input: process.stdin })) {
  await obey(JSON.parse(line) as Command);
  process.stdout.write(`${JSON.stringify(await view())}\n`);
}
process.exit(0);
