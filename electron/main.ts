// The entry: commands that only read end here at once; otherwise one instance, the tray first, then everything heavy.
import { app, dialog, nativeTheme } from 'electron';
import { join, resolve } from 'node:path';
import { languageOf, setLanguage } from '../shared/domain/language';
import { lockDown } from './adapters/window/lockdown';
import { setMemorySaving, disableGtkOpenGl } from './adapters/system/memory';
import { registerAppScheme } from './adapters/window/app-protocol';
import { exportSettings, inputFor, isAlone, missingProfile, runAlone } from './commands/exclusive';
import { runReading, printMistake } from './commands/read';
import { printAnswer, runAgainWithoutDisplay, secondWords } from './commands/running-app';
import { launcherFileOf } from './core/system/launch-command';
import { DESK } from './dialogs/app-text';
import { catchLinks, isTooMuch, showLinks } from './app/deep-links';
import { readFlags, type Flags } from './cli/arguments';
import { READING, type ReadingCommand } from './cli/commands';
import { enterProfile } from './profile/profile-name';
import { catchSecondStarts, type SecondStarts } from './app/early-starts';

// Balances and account IDs are nobody else's business, whatever library writes the file.
process.umask(0o077);
const flags = readFlags(ownWords());
app.setName('Tokentray');
if (flags.userDataDir) app.setPath('userData', resolve(process.env['INIT_CWD'] ?? '', flags.userDataDir));
if (flags.profile && !flags.mistake)
  app.setPath('userData', enterProfile(flags.profile, app.getPath('userData')));
const folder = app.getPath('userData');
/** The demo keeps what it stores below the live profile. */
const stored = flags.isDemo ? join(folder, 'demo') : folder;

if (flags.mistake) process.exit(printMistake(flags.mistake));
if (isReading(flags)) process.exit(runReading(flags.command, flags, stored, app.getVersion(), ownProgram()));
if (flags.command === 'settings' && flags.subject === 'export') process.exit(exportSettings(flags, stored));
if (isTooMuch(process.argv)) process.exit(printMistake('The command line is too long.'));
begin();

/** Ours among the arguments: what follows the project folder in a checkout, everything in a package. */
function ownWords(): string[] {
  const entry = app.getAppPath();
  const at = app.isPackaged
    ? 0
    : process.argv.findIndex((word, place) => place > 0 && resolve(word) === entry);
  return process.argv.slice(at + 1);
}

/** What starts this app on this profile: everything before the command, and where its files are. */
function ownProgram(): string[] {
  const [first = '', ...rest] = process.argv.slice(0, process.argv.length - ownWords().length);
  // What an AppImage unpacks is gone when it ends.
  const { env, execPath } = process;
  const before = [launcherFileOf({ env, execPath, isPackaged: app.isPackaged }) ?? first, ...rest];
  const place = [
    flags.userDataDir && `--user-data-dir=${folder}`,
    flags.profile && `--profile=${flags.profile}`
  ];
  return [...before, ...place.filter(word => word !== null), ...(flags.isDemo ? ['--demo'] : [])];
}

function isReading(given: Flags): given is Flags & { command: ReadingCommand } {
  return (READING as readonly (string | null)[]).includes(given.command);
}

function begin(): void {
  const missing = missingProfile(flags, stored);
  if (missing !== null) process.exit(printMistake(missing, 1));
  // One instance a profile: the demo has its own folder, so that both may run side by side.
  if (flags.isDemo) app.setPath('userData', stored);
  const again = runAgainWithoutDisplay(flags);
  if (again !== null) process.exit(again);
  const words = secondWords(flags);
  const input = inputFor(flags, folder);
  const isFirst = app.requestSingleInstanceLock(words);
  if (isAlone(flags)) return runAlone(flags, { folder, stored }, isFirst, input);
  if (flags.command === 'doctor') {
    if (!isFirst) process.exit(printAnswer(app.getPath('userData'), words.question, flags.format));
    // It only reads: whoever starts the app meanwhile is the first.
    app.releaseSingleInstanceLock();
    void app
      .whenReady()
      .then(() => import('./commands/doctor'))
      .then(({ runDoctor }) => runDoctor(stored, flags.format));
    return;
  }
  if (flags.command !== null) {
    if (isFirst) process.exit(printMistake('Tokentray is not running.', 1));
    process.exit(0);
  }
  if (!isFirst) process.exit(0);
  setMemorySaving(true);
  registerAppScheme();
  catchLinks();
  lockDown();
  const graphicsSpared = disableGtkOpenGl();
  const seconds = catchSecondStarts();
  void app
    .whenReady()
    .then(graphicsSpared)
    .then(() => start(seconds))
    .catch(giveUp);
}

/** A folder that cannot be read, most likely: without its files the app could only show a wrong number. */
function giveUp(thrown: unknown): void {
  const { code } = thrown as NodeJS.ErrnoException;
  dialog.showErrorBox(DESK.cannotStart, DESK.cannotUse(folder, code));
  app.exit(1);
}

/** 150 ms are enough for the tray's registration over D-Bus; loading at once would block it. */
const TRAY_MS = 150;

async function start(seconds: SecondStarts): Promise<void> {
  // Until the settings are read; the command line stays English.
  setLanguage(languageOf('system', app.getPreferredSystemLanguages()));
  const [{ Stage }, { Bugs }, { endInOrder }] = await Promise.all([
    import('./app/application'),
    import('./app/uncaught-errors'),
    import('./app/quit')
  ]);
  const bugs = new Bugs();
  bugs.catchAll();
  const stage = new Stage({ folder, flags, bugs });
  app.on('activate', () => stage.desk.open());
  showLinks(text => stage.showLink(text));
  app.on('window-all-closed', () => undefined);
  nativeTheme.on('updated', () => stage.desk.redraw());
  endInOrder(() => stage.end());
  await new Promise(done => setTimeout(done, TRAY_MS));
  await stage.open(flags.isDemo ? 'demo' : 'live');
  seconds.answerWith(data => stage.answerSecond(data));
}
