// Entry of the main process: runs a command and exits, or starts the app: single instance, tray, then the profile.
// Commands that read stored files exit before Electron is ready.
import { app, dialog, nativeTheme } from 'electron';
import { join, resolve } from 'node:path';
import { languageOf, setLanguage } from '../shared/domain/language';
import { lockDown } from './adapters/window/lockdown';
import { setMemorySaving, disableGtkOpenGl } from './adapters/system/memory';
import { registerAppScheme } from './adapters/window/app-protocol';
import {
  exportSettings,
  readInputFor,
  isExclusive,
  missingProfile,
  runExclusive
} from './commands/exclusive';
import { runReadCommand, printError } from './commands/read';
import {
  isDeed,
  printDecisionAnswer,
  printDoctorAnswer,
  rerunHeadless,
  secondInstanceData
} from './commands/running-app';
import { launcherFileOf } from './core/system/launch-command';
import { APP_TEXT } from './dialogs/app-text';
import { listenForLinks, isCommandLineTooLong, setLinkHandler } from './app/deep-links';
import { parseArguments, type Arguments } from './cli/arguments';
import { MCP_COMMAND, READ_COMMANDS, type ReadCommand } from './cli/commands';
import { enterProfile } from './profile/profile-name';
import type { Application } from './app/application';
import { queueSecondInstances, type SecondInstances } from './app/early-starts';

// Only the owner may read balances and account IDs, whatever library writes the file.
process.umask(0o077);
const args = parseArguments(ownArguments());
app.setName('Tokentray');
if (args.userDataDir) app.setPath('userData', resolve(process.env['INIT_CWD'] ?? '', args.userDataDir));
if (args.profile && !args.mistake)
  app.setPath('userData', enterProfile(args.profile, app.getPath('userData')));
const folder = app.getPath('userData');
/** The demo stores its files below the live profile. */
const storageFolder = args.isDemo ? join(folder, 'demo') : folder;

if (args.mistake) process.exit(printError(args.mistake));
if (isReadCommand(args))
  process.exit(runReadCommand(args.command, args, storageFolder, app.getVersion(), ownProgram()));
if (args.command === 'settings' && args.subject === 'export')
  process.exit(exportSettings(args, storageFolder));
if (args.command === MCP_COMMAND) void serveAssistant();
else runCommandOrStart();

/** The app's own arguments: those after the project folder in a checkout, all of them in a package. */
function ownArguments(): string[] {
  const entry = app.getAppPath();
  const at = app.isPackaged
    ? 0
    : process.argv.findIndex((word, index) => index > 0 && resolve(word) === entry);
  return process.argv.slice(at + 1);
}

/** The words that start this app on this profile: everything before the command, and the folder of its files. */
function ownProgram(): string[] {
  const [first = '', ...rest] = process.argv.slice(0, process.argv.length - ownArguments().length);
  // The files that an AppImage unpacks are removed when it ends.
  const { env, execPath } = process;
  const before = [launcherFileOf({ env, execPath, isPackaged: app.isPackaged }) ?? first, ...rest];
  const profileArguments = [
    args.userDataDir && `--user-data-dir=${folder}`,
    args.profile && `--profile=${args.profile}`
  ];
  return [...before, ...profileArguments.filter(word => word !== null), ...(args.isDemo ? ['--demo'] : [])];
}

function isReadCommand(given: Arguments): given is Arguments & { command: ReadCommand } {
  return (READ_COMMANDS as readonly (string | null)[]).includes(given.command);
}

/** Still in the first turn of the event loop, before Electron asks for a display. */
async function serveAssistant(): Promise<void> {
  const { runMcp } = await import('./mcp/run-mcp');
  const { hasAddresses } = args;
  process.exit(runMcp({ folder: storageFolder, version: app.getVersion(), hasAddresses }));
}

function runCommandOrStart(): void {
  if (isCommandLineTooLong(process.argv)) process.exit(printError('The command line is too long.'));
  const missing = missingProfile(args, storageFolder);
  if (missing !== null) process.exit(printError(missing, 1));
  // One instance per profile: the demo has its own folder, so both may run at the same time.
  if (args.isDemo) app.setPath('userData', storageFolder);
  const rerunStatus = rerunHeadless(args);
  if (rerunStatus !== null) process.exit(rerunStatus);
  const instanceData = secondInstanceData(args);
  const input = readInputFor(args, folder);
  const isFirst = app.requestSingleInstanceLock(instanceData);
  if (isExclusive(args)) return runExclusive(args, { folder, storageFolder }, isFirst, input);
  if (args.command === 'doctor') {
    if (!isFirst)
      process.exit(printDoctorAnswer(app.getPath('userData'), instanceData.question, args.format));
    // The command only reads: an app that starts meanwhile becomes the first instance.
    app.releaseSingleInstanceLock();
    void app
      .whenReady()
      .then(() => import('./commands/doctor'))
      .then(({ runDoctor }) => runDoctor(storageFolder, args.format));
    return;
  }
  if (isDeed(args.command)) {
    if (!isFirst) process.exit(printDecisionAnswer(app.getPath('userData'), instanceData.question));
    const { command: deed, subject } = args;
    void app
      .whenReady()
      .then(() => import('./commands/decide'))
      .then(({ runDecision }) => runDecision(storageFolder, { deed, id: subject ?? '' }));
    return;
  }
  if (args.command !== null) {
    if (isFirst) process.exit(printError('Tokentray is not running.', 1));
    process.exit(0);
  }
  if (!isFirst) process.exit(0);
  useSwitches(args.chromiumSwitches);
  setMemorySaving(true);
  registerAppScheme();
  listenForLinks();
  lockDown();
  const restoreGraphics = disableGtkOpenGl();
  const secondInstances = queueSecondInstances();
  void app
    .whenReady()
    .then(restoreGraphics)
    .then(() => start(secondInstances))
    // Once the app runs, nothing may say that it cannot start.
    .then(application => application.takePictures(), showStartError);
}

/** Chromium itself takes what stands after two dashes for no switches. */
function useSwitches(words: readonly string[]): void {
  for (const word of words) {
    const [name = '', ...value] = word.slice(2).split('=');
    app.commandLine.appendSwitch(name, value.join('='));
  }
}

/** Most likely a folder that cannot be read: without its files the app could only show a wrong number. */
function showStartError(thrown: unknown): void {
  const { code } = thrown as NodeJS.ErrnoException;
  dialog.showErrorBox(APP_TEXT.cannotStart, APP_TEXT.cannotUse(folder, code));
  app.exit(1);
}

/** 150 ms are enough for the tray's registration over D-Bus; loading the modules at once would block it. */
const TRAY_REGISTRATION_MS = 150;

async function start(secondInstances: SecondInstances): Promise<Application> {
  // Used until the settings are read; the command line stays English.
  setLanguage(languageOf('system', app.getPreferredSystemLanguages()));
  const [{ Application }, { UncaughtErrors }, { quitAfterCleanup }] = await Promise.all([
    import('./app/application'),
    import('./app/uncaught-errors'),
    import('./app/quit')
  ]);
  const uncaughtErrors = new UncaughtErrors();
  uncaughtErrors.catchAll();
  const application = new Application({ folder, args, uncaughtErrors });
  app.on('activate', () => application.surfaces.open());
  setLinkHandler(text => application.showLink(text));
  app.on('window-all-closed', () => undefined);
  nativeTheme.on('updated', () => application.handleThemeChange());
  quitAfterCleanup(() => application.end());
  await new Promise(done => setTimeout(done, TRAY_REGISTRATION_MS));
  await application.open(args.isDemo ? 'demo' : 'live');
  secondInstances.answerWith(data => application.handleSecondInstance(data));
  return application;
}
