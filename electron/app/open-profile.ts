// Opens a profile: creates its engine, the handlers of the window's calls and the tray actions.
// Loaded only after the tray icon is registered.
import { app, clipboard } from 'electron';
import { join } from 'node:path';
import { release } from 'node:os';
import { openLog } from '../adapters/storage/app-log';
import { createClipboardWriter, type ClipboardWriter } from '../adapters/system/clipboard';
import { clockFor } from '../adapters/system/fixed-clock';
import { systemNetwork } from '../adapters/system/network';
import { createWakeTimer } from '../adapters/system/timer';
import type { Arguments } from '../cli/arguments';
import { diagnose } from '../core/diagnostics/checks';
import { Engine } from '../core/engine/engine';
import type { TrayAction } from '../core/tray/menu';
import { demoWorld } from '../demo/demo-world';
import { browser, confirmHost } from '../dialogs/confirmations';
import { saveExport, chooseCaFilePath, reportCallsWithDialog } from '../dialogs/files';
import type { ExternalCalls } from '../ipc/call-types';
import { chooseCaFile } from '../ipc/choices';
import { openExplorer } from '../ipc/details';
import { createCalls, pausePolling } from '../ipc/handlers';
import { guardHosts } from '../ipc/keys';
import { liveWorld } from '../profile/live-world';
import { profileName } from '../profile/profile-name';
import type { ProfileKind, Profile } from '../profile/running-profile';
import { acceptsTestHooks, testOption, testClipboardMs } from '../profile/test-hooks';
import type { Surfaces } from '../surfaces/surfaces';
import { createSystemCalls } from '../surfaces/system-integration';
import { createProfileCalls, type ProfileCalls } from './profile-calls';

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
  const { kind, folder, surfaces, fixedIntervalMs, switchTo } = options;
  // A computer that falls asleep would cut off a poll, so no poll starts then; waking sets the timer again.
  const wakeTimer = createWakeTimer(() =>
    surfaces.parts.power.isAsleep() ? wakeTimer(ASLEEP_RETRY_MS) : engine.tick()
  );
  const storageFolder = kind === 'demo' ? join(folder, 'demo') : folder;
  void openLog(storageFolder);
  const baseWorld = liveWorld({
    folder: storageFolder,
    version: app.getVersion(),
    ...systemNetwork,
    caFile: () => engine.model.settings.choices.caFile,
    preferredLanguages: app.getPreferredSystemLanguages(),
    clock: clockFor(testOption('TOKENTRAY_TEST_CLOCK')),
    surfaces,
    scheduleTick: wakeTimer,
    fixedIntervalMs,
    profileName: profileName()
  });
  const demo =
    kind === 'demo' ? await demoWorld(baseWorld, Number(testOption('TOKENTRAY_TEST_DEMO_PORT') ?? 0)) : null;
  const engine = new Engine(demo?.world ?? { ...baseWorld, releaseMemory: () => profileCalls.afterPoll() });
  const profileCalls = createProfileCalls(engine, baseWorld, { ...options, runAfterAnswer });
  const clipboardWriter = createClipboardWriter(clipboard, testClipboardMs(acceptsTestHooks()));
  await engine.load();
  const readDiagnostics = async () =>
    diagnose(engine, { ...(await readDiagnosticsContext(surfaces)), network: await baseWorld.http.facts() });
  const calls = createCalls(
    engine,
    createExternalCalls({ engine, surfaces, clipboardWriter, readDiagnostics, switchTo, profileCalls })
  );
  return {
    kind,
    engine,
    calls: guardHosts(calls, () => engine.model.settings.keys, confirmHost),
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

interface ExternalCallsOptions extends Pick<ProfileOptions, 'surfaces' | 'switchTo'> {
  readonly engine: Engine;
  readonly clipboardWriter: ClipboardWriter;
  readonly readDiagnostics: () => ReturnType<typeof diagnose>;
  readonly profileCalls: ProfileCalls;
}

/** The calls that need more than the engine. */
function createExternalCalls({
  engine,
  surfaces,
  clipboardWriter,
  readDiagnostics,
  switchTo,
  profileCalls
}: ExternalCallsOptions): ExternalCalls {
  return {
    'export:save': request => saveExport(engine, request),
    'demo:start': () => runAfterAnswer(() => switchTo('demo')),
    'demo:leave': () => runAfterAnswer(() => switchTo('live')),
    'popover:act': request => runAfterAnswer(() => surfaces.act(request)),
    'ca-file:choose': () => chooseCaFile(engine, chooseCaFilePath),
    'explorer:open': request => openExplorer(engine, request, browser),
    ...createSystemCalls(engine, surfaces.context.systemIntegration),
    ...profileCalls.calls,
    'text:copy': ({ text }) => runAfterAnswer(() => void clipboardWriter.copy(text)),
    'holding:focused': () => Promise.resolve({ done: true }),
    // Goes to the desktop even while the window has the focus, because the test is about the desktop.
    'notice:test': async () => ({ outcome: await surfaces.notifyOwn('test') }),
    'diagnostics:read': readDiagnostics,
    ...reportCallsWithDialog(engine, readDiagnostics),
    'app:quit': () => runAfterAnswer(() => app.quit())
  };
}

/** Runs after the answer was sent, because the action may close the caller. */
function runAfterAnswer(action: () => void): Promise<{ done: boolean }> {
  setImmediate(action);
  return Promise.resolve({ done: true });
}

function act(action: TrayAction, engine: Engine, surfaces: Surfaces, clipboardWriter: ClipboardWriter): void {
  const actions: Record<TrayAction, () => unknown> = {
    open: () => surfaces.open(),
    refresh: () => engine.refresh(),
    'pause-an-hour': () => pausePolling(engine, 'an-hour'),
    'pause-tomorrow': () => pausePolling(engine, 'tomorrow'),
    'pause-resumed': () => pausePolling(engine, 'resumed'),
    resume: () => engine.choose({ pausedUntil: 0 }),
    'toggle-hidden': () => engine.choose({ isHidden: !engine.model.settings.choices.isHidden }),
    'copy-total': () => surfaces.copyTotal(clipboardWriter.copy),
    settings: () => surfaces.open({ view: 'settings', holdingId: null }),
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
