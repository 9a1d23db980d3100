// The entry: commands that only read end here at once; otherwise one instance, the tray first, then everything heavy.
import { app, dialog, nativeTheme } from 'electron';
import { join, resolve } from 'node:path';
import { languageOf, speak } from '../shared/language';
import { lockDown } from './adapters/lockdown';
import { spareGraphics } from './adapters/memory';
import { announcePages } from './adapters/pages';
import { runReading, printMistake } from './cli';
import { DESK } from './desk-words';
import { readFlags, type Flags, READING, type ReadingCommand } from './flags';

// Balances and account IDs are nobody else's business, whatever library writes the file.
process.umask(0o077);
const flags = readFlags(ownWords());
app.setName('Tokentray');
if (flags.userDataDir) app.setPath('userData', resolve(process.env['INIT_CWD'] ?? '', flags.userDataDir));
const folder = app.getPath('userData');
/** The demo keeps what it stores below the live profile. */
const stored = flags.isDemo ? join(folder, 'demo') : folder;

if (flags.mistake) process.exit(printMistake(flags.mistake));
if (isReading(flags)) process.exit(runReading(flags.command, flags, stored, app.getVersion()));
begin();

/** Ours among the arguments: what follows the project folder in a checkout, everything in a package. */
function ownWords(): string[] {
  const entry = app.getAppPath();
  const at = app.isPackaged
    ? 0
    : process.argv.findIndex((word, place) => place > 0 && resolve(word) === entry);
  return process.argv.slice(at + 1);
}

function isReading(given: Flags): given is Flags & { command: ReadingCommand } {
  return (READING as readonly (string | null)[]).includes(given.command);
}

function begin(): void {
  // One instance a profile: the demo has its own folder, so that both may run side by side.
  if (flags.isDemo) app.setPath('userData', stored);
  const isFirst = app.requestSingleInstanceLock({ command: flags.command });
  if (flags.command === 'setup') {
    if (!isFirst)
      process.exit(
        printMistake('Tokentray is running on this profile; quit it first. Nothing was changed.', 1)
      );
    void app
      .whenReady()
      .then(() => import('./setup-command'))
      .then(({ runSetup }) => runSetup(folder));
    return;
  }
  if (flags.command !== null) {
    if (isFirst) process.exit(printMistake('Tokentray is not running.', 1));
    process.exit(0);
  }
  if (!isFirst) process.exit(0);
  announcePages();
  lockDown();
  const graphicsSpared = spareGraphics();
  void app.whenReady().then(graphicsSpared).then(start).catch(giveUp);
}

/** A folder that cannot be read, most likely: without its files the app could only show a wrong number. */
function giveUp(thrown: unknown): void {
  const { code } = thrown as NodeJS.ErrnoException;
  dialog.showErrorBox(DESK.cannotStart, DESK.cannotUse(folder, code));
  app.exit(1);
}

/** 150 ms are enough for the tray's registration over D-Bus; loading at once would block it. */
const TRAY_MS = 150;

async function start(): Promise<void> {
  // Until the settings are read; the command line stays English.
  speak(languageOf('system', app.getPreferredSystemLanguages()));
  const [{ Stage }, { Bugs }, { endInOrder }] = await Promise.all([
    import('./stage'),
    import('./bugs'),
    import('./ending')
  ]);
  const bugs = new Bugs();
  bugs.catchAll();
  const stage = new Stage({ folder, flags, bugs });
  app.on('second-instance', (_event, _words, _folder, data) => stage.answerSecond(data));
  app.on('activate', () => stage.desk.open());
  app.on('window-all-closed', () => undefined);
  nativeTheme.on('updated', () => stage.desk.redraw());
  endInOrder(() => stage.end());
  await new Promise(done => setTimeout(done, TRAY_MS));
  await stage.open(flags.isDemo ? 'demo' : 'live');
}
