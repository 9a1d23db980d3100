// A profile that runs: the application on its world, the window's calls and the tray's actions. Loaded after the tray has registered.
import { app as electron, clipboard, app } from 'electron';
import { join } from 'node:path';
import { release } from 'node:os';
import { openLog } from '../adapters/storage/app-log';
import { createClipboardWriter, type ClipboardWriter } from '../adapters/system/clipboard';
import { clockFor } from '../adapters/system/fixed-clock';
import { systemNetwork } from '../adapters/system/network';
import { createWakeTimer } from '../adapters/system/timer';
import type { Flags } from '../cli/arguments';
import { diagnose } from '../core/diagnostics/checks';
import { Engine } from '../core/engine/engine';
import type { TrayAction } from '../core/tray/menu';
import { demoWorld } from '../demo/demo-world';
import { browser, askAboutHost } from '../dialogs/confirmations';
import { saveExport, askForCaFile, reportCalls } from '../dialogs/files';
import type { OutsideCalls } from '../ipc/call-types';
import { chooseCaFile } from '../ipc/choices';
import { openExplorer } from '../ipc/details';
import { callsOf, pause } from '../ipc/handlers';
import { guardHosts } from '../ipc/keys';
import { liveWorld } from '../profile/live-world';
import { profileName } from '../profile/profile-name';
import type { ProfileKind, Profile } from '../profile/running-profile';
import { hearsTests, testWish, copiedForMs } from '../profile/test-hooks';
import type { Desk } from '../surfaces/surfaces';
import { nativeCalls } from '../surfaces/system-integration';
import { careOf, type Care } from './profile-calls';

export interface ProfileOptions {
  readonly kind: ProfileKind;
  /** Of the live profile; the demo has its own below it. */
  readonly folder: string;
  readonly desk: Desk;
  readonly fixedIntervalMs: number | null;
  readonly flags: Flags;
  readonly switchTo: (kind: ProfileKind) => void;
  /** Closes the profile and opens it again; `remove` does its work in between. */
  readonly anew: (remove: () => Promise<void>) => void;
}

const STOP_MS = 1500;
const DOZE_MS = 10_000;

/** The last known total is drawn when this resolves; nothing was asked yet. */
export async function openProfile(options: ProfileOptions): Promise<Profile> {
  const { kind, folder, desk, fixedIntervalMs, switchTo } = options;
  // A poll would be cut off by a computer that falls asleep; waking sets the timer again.
  const loop = createWakeTimer(() => (desk.parts.power.isAsleep() ? loop(DOZE_MS) : app.tick()));
  const stored = kind === 'demo' ? join(folder, 'demo') : folder;
  void openLog(stored);
  const base = liveWorld({
    folder: stored,
    version: electron.getVersion(),
    ...systemNetwork,
    caFile: () => app.model.settings.choices.caFile,
    preferredLanguages: electron.getPreferredSystemLanguages(),
    clock: clockFor(testWish('TOKENTRAY_TEST_CLOCK')),
    surfaces: desk,
    scheduleTick: loop,
    fixedIntervalMs,
    profileName: profileName()
  });
  const demo =
    kind === 'demo' ? await demoWorld(base, Number(testWish('TOKENTRAY_TEST_DEMO_PORT') ?? 0)) : null;
  const app = new Engine(demo?.world ?? { ...base, releaseMemory: () => care.afterPoll() });
  const care = careOf(app, base, { ...options, later });
  const copies = createClipboardWriter(clipboard, copiedForMs(hearsTests()));
  await app.load();
  const checks = async () => diagnose(app, { ...(await surrounds(desk)), network: await base.http.facts() });
  const calls = callsOf(app, outsideCalls({ app, desk, copies, checks, switchTo, care }));
  return {
    kind,
    app,
    calls: guardHosts(calls, () => app.model.settings.keys, askAboutHost),
    act: action => act(action, app, desk, copies),
    misbehave: demo?.injectFault ?? null,
    async stop() {
      await Promise.race([app.stop(), new Promise(resolve => setTimeout(resolve, STOP_MS))]);
      app.abandon();
      await copies.clear().catch(() => undefined);
      await demo?.close();
    }
  };
}

interface Outside extends Pick<ProfileOptions, 'desk' | 'switchTo'> {
  readonly app: Engine;
  readonly copies: ClipboardWriter;
  readonly checks: () => ReturnType<typeof diagnose>;
  readonly care: Care;
}

/** The calls that reach beyond the application. */
function outsideCalls({ app, desk, copies, checks, switchTo, care }: Outside): OutsideCalls {
  return {
    'export:save': asked => saveExport(app, asked),
    'demo:start': () => later(() => switchTo('demo')),
    'demo:leave': () => later(() => switchTo('live')),
    'popover:act': asked => later(() => desk.act(asked)),
    'ca-file:choose': () => chooseCaFile(app, askForCaFile),
    'explorer:open': asked => openExplorer(app, asked, browser),
    ...nativeCalls(app, desk.around.native),
    ...care.calls,
    'text:copy': ({ text }) => later(() => void copies.copy(text)),
    'holding:focused': () => Promise.resolve({ done: true }),
    // By the desktop also while the window has the focus: that is what is tested.
    'notice:test': async () => ({ outcome: await desk.tellOwn('test') }),
    'diagnostics:read': checks,
    ...reportCalls(app, checks),
    'app:quit': () => later(() => electron.quit())
  };
}

/** After the answer has left, since it may take the caller away. */
function later(deed: () => void): Promise<{ done: boolean }> {
  setImmediate(deed);
  return Promise.resolve({ done: true });
}

function act(action: TrayAction, app: Engine, desk: Desk, copies: ClipboardWriter): void {
  const deeds: Record<TrayAction, () => unknown> = {
    open: () => desk.open(),
    refresh: () => app.refresh(),
    'pause-an-hour': () => pause(app, 'an-hour'),
    'pause-tomorrow': () => pause(app, 'tomorrow'),
    'pause-resumed': () => pause(app, 'resumed'),
    resume: () => app.choose({ pausedUntil: 0 }),
    'toggle-hidden': () => app.choose({ isHidden: !app.model.settings.choices.isHidden }),
    'copy-total': () => desk.copyTotal(copies.copy),
    settings: () => desk.open({ view: 'settings', holdingId: null }),
    quit: () => electron.quit()
  };
  deeds[action]();
}

export async function surrounds(desk: Desk) {
  return {
    version: app.getVersion(),
    electron: process.versions.electron ?? '',
    system: `${process.platform} ${release()} ${process.arch}`,
    env: process.env,
    lastNotification: desk.parts.notifier.lastOutcome(),
    desktop: await desk.around.survey()
  };
}
