// Opens a profile: creates its engine, the handlers of the window's calls and the tray actions.
// Loaded only after the tray icon is registered.
import { app, clipboard } from 'electron';
import { join } from 'node:path';
import { release } from 'node:os';
import { openLog } from '../adapters/storage/app-log';
import { setAside } from '../adapters/storage/json-file';
import { createLineFiles } from '../adapters/storage/jsonl-file';
import { createClipboardWriter, type ClipboardWriter } from '../adapters/system/clipboard';
import { clockFor } from '../adapters/system/fixed-clock';
import { showInFolder } from '../adapters/system/show-in-folder';
import { systemNetwork } from '../adapters/system/network';
import { createWakeTimer } from '../adapters/system/timer';
import type { Response } from '../../shared/ipc/contract';
import type { Arguments } from '../cli/arguments';
import { diagnose } from '../core/diagnostics/checks';
import type { SurveyResult } from '../core/diagnostics/desktop-checks';
import { Engine } from '../core/engine/engine';
import type { Clock } from '../core/ports/ports';
import type { World } from '../core/ports/world';
import { keychainNameOf } from '../core/system/keychain-name';
import { launcherFileOf } from '../core/system/launch-command';
import type { TrayAction, TrayCommand } from '../core/tray/menu-rows';
import { demoWorld } from '../demo/demo-world';
import { browser, confirmHost } from '../dialogs/confirmations';
import { chooseCaFilePath, chooseSavePath } from '../dialogs/files';
import type { Desktop } from '../ipc/call-types';
import { createCalls } from '../ipc/handlers';
import { pausePolling } from '../ipc/polling';
import { liveWorld } from '../profile/live-world';
import { profileName } from '../profile/profile-name';
import type { ProfileKind, Profile } from '../profile/running-profile';
import { acceptsTestHooks, testOption, testClipboardMs } from '../profile/test-hooks';
import type { Surfaces } from '../surfaces/surfaces';
import { createProfileActions } from './profile-actions';
import { createReadyAnswers } from './ready-answers';

export interface ProfileOptions {
  readonly kind: ProfileKind;
  /** Folder of the live profile; the folder of the demo lies below it. */
  readonly folder: string;
  readonly surfaces: Surfaces;
  readonly fixedIntervalMs: number | null;
  readonly args: Arguments;
  readonly switchTo: (kind: ProfileKind) => void;
  /** Closes the profile and opens it again; `remove` runs in between. */
  readonly reopen: (remove: () => Promise<void>) => void;
}

const STOP_LIMIT_MS = 1500;
const ASLEEP_RETRY_MS = 10_000;

/** When this resolves, the last known total is drawn, and no request was sent yet. */
export async function openProfile(options: ProfileOptions): Promise<Profile> {
  const { kind, folder, surfaces, fixedIntervalMs } = options;
  // A computer that falls asleep would cut off a poll, so no poll starts then; waking sets the timer again.
  const wakeTimer = createWakeTimer(() =>
    surfaces.parts.power.isAsleep() ? wakeTimer(ASLEEP_RETRY_MS) : engine.tick()
  );
  const clock = clockFor(testOption('TOKENTRAY_TEST_CLOCK'));
  const storageFolder = kind === 'demo' ? join(folder, 'demo') : folder;
  void openLog(storageFolder);
  const live = liveWorld({
    folder: storageFolder,
    version: app.getVersion(),
    ...systemNetwork,
    caFile: () => engine.model.settings.choices.caFile,
    preferredLanguages: app.getPreferredSystemLanguages(),
    clock,
    surfaces,
    scheduleTick: delayMs => wakeTimer(delayMs && delayMs / (clock.times ?? 1)),
    fixedIntervalMs,
    profileName: profileName()
  });
  const baseWorld = { ...live, ...answersFor(storageFolder, options, clock, live) };
  const demo =
    kind === 'demo'
      ? await demoWorld(baseWorld, Number(testOption('TOKENTRAY_TEST_DEMO_PORT') ?? 0), {
          folder: storageFolder,
          lines: createLineFiles(storageFolder, setAside)
        })
      : null;
  const engine = new Engine(demo?.world ?? { ...baseWorld, releaseMemory: () => profile.afterPoll() });
  const profile = createProfileActions(engine, baseWorld, options);
  const clipboardWriter = createClipboardWriter(clipboard, testClipboardMs(acceptsTestHooks()));
  await engine.load();
  const calls = createCalls({
    engine,
    dialogs: { chooseSavePath, chooseCaFilePath, confirmHost },
    browser,
    desktop: desktopOf(surfaces, clipboardWriter),
    profile,
    diagnose: async () =>
      diagnose(engine, { ...(await readDiagnosticsContext(surfaces)), network: await baseWorld.http.facts() })
  });
  return {
    kind,
    engine,
    calls,
    act: action => act(action, engine, surfaces, clipboardWriter),
    injectFault: demo?.injectFault ?? null,
    async stop() {
      await Promise.race([engine.stop(), new Promise(resolve => setTimeout(resolve, STOP_LIMIT_MS))]);
      engine.abandon();
      await clipboardWriter.clear().catch(() => undefined);
      await demo?.close();
    }
  };
}

/** Windows and macOS have no launcher, and an AppImage unpacks itself for each command: nobody would read them. */
function answersFor(
  folder: string,
  { kind, args }: ProfileOptions,
  clock: Clock,
  { log }: Pick<World, 'log'>
): Pick<World, 'answers'> {
  const { env, execPath, platform } = process;
  const isMoved = clock.isFixed ?? clock.times !== undefined;
  if (platform !== 'linux' || isMoved || launcherFileOf({ env, execPath, isPackaged: app.isPackaged }))
    return {};
  const options = [
    ...(args.profile ? [`--profile=${args.profile}`] : []),
    ...(args.userDataDir ? [`--user-data-dir=${args.userDataDir}`] : []),
    ...(kind === 'demo' ? ['--demo'] : [])
  ];
  return {
    answers: createReadyAnswers({
      folder,
      version: app.getVersion(),
      program: app.isPackaged ? [execPath, ...options] : null,
      clock,
      log: thrown => log('warn', 'no answers laid ready', thrown)
    })
  };
}

function desktopOf(surfaces: Surfaces, { copy }: ClipboardWriter): Desktop {
  const { systemIntegration } = surfaces.context;
  return {
    isMac: process.platform === 'darwin',
    copy,
    showInFolder,
    actOnPopover: request => surfaces.act(request),
    showTestNotification: () => surfaces.notifyOwn('test'),
    readIntegration: () => systemIntegration.read(),
    iconPictures: () => surfaces.parts.tray.pictures(),
    readKeychain: async () => keychainOf(await surfaces.context.survey()),
    setAutostart: request => systemIntegration.setAutostart(request),
    tryReplaceShortcut: (action, keys) => systemIntegration.tryReplaceShortcut(action, keys),
    quit: () => app.quit()
  };
}

/** Without a bus, or without a program that keeps secrets on it, a key can only be used for this session. */
function keychainOf(survey: SurveyResult): Response<'keychain:read'> {
  if (survey === 'no-bus') return { name: null, isMissing: true };
  const program = survey?.keychain?.program ?? null;
  const isMissing = survey !== null && program === null && !survey.isKeychainActivatable;
  return { name: keychainNameOf(process.platform, program), isMissing };
}

function act(action: TrayAction, engine: Engine, surfaces: Surfaces, clipboardWriter: ClipboardWriter): void {
  if (typeof action !== 'string') {
    if (!('trayGroup' in action)) return surfaces.open(action);
    void engine.choose(action);
    return;
  }
  const actions: Record<TrayCommand, () => unknown> = {
    open: () => surfaces.open(),
    refresh: () => engine.refresh(),
    'pause-an-hour': () => pausePolling(engine, 'an-hour'),
    'pause-tomorrow': () => pausePolling(engine, 'tomorrow'),
    'pause-resumed': () => pausePolling(engine, 'resumed'),
    resume: () => engine.choose({ pausedUntil: 0 }),
    'toggle-hidden': () => engine.choose({ isHidden: !engine.model.settings.choices.isHidden }),
    'copy-total': () => surfaces.copyTotal(clipboardWriter.copy),
    quit: () => app.quit()
  };
  actions[action]();
}

async function readDiagnosticsContext(surfaces: Surfaces) {
  return {
    version: app.getVersion(),
    electron: process.versions.electron ?? '',
    system: `${process.platform} ${release()} ${process.arch}`,
    env: process.env,
    lastNotification: surfaces.parts.notifier.lastOutcome(),
    desktop: await surfaces.context.survey()
  };
}
