// A profile that runs: the application on its world, the window's calls and the tray's actions. Loaded after the tray has registered.
import { app as electron, clipboard } from 'electron';
import { join } from 'node:path';
import { release } from 'node:os';
import { createLoop } from './adapters/loop';
import { isOnline } from './adapters/pages';
import { App } from './app';
import { callsOf, pause, type Calls } from './calls';
import type { TrayAction } from './core/menu-row';
import { demoWorld, type DemoWorld } from './demo-world';
import type { Desk } from './desk';
import { DESK } from './desk-words';
import { openExplorer } from './detail-calls';
import { diagnose } from './diagnose';
import { browser } from './explorer-dialog';
import { saveExport } from './export-file';
import { liveWorld } from './world';

export type ProfileKind = 'live' | 'demo';

export interface Profile {
  readonly kind: ProfileKind;
  readonly app: App;
  readonly calls: Calls;
  act(action: TrayAction): void;
  /** Makes the stand-in of the demo go wrong; null: a real service answers. */
  readonly misbehave: DemoWorld['misbehave'] | null;
  /** Waits for the running round, but not for a network that hangs. */
  stop(): Promise<void>;
}

export interface ProfileOptions {
  readonly kind: ProfileKind;
  /** Of the live profile; the demo has its own below it. */
  readonly folder: string;
  readonly desk: Desk;
  readonly fixedIntervalMs: number | null;
  readonly switchTo: (kind: ProfileKind) => void;
}

const STOP_MS = 1500;

/** The last known total is drawn when this resolves; nothing was asked yet. */
export async function openProfile({
  kind,
  folder,
  desk,
  fixedIntervalMs,
  switchTo
}: ProfileOptions): Promise<Profile> {
  const loop = createLoop(() => app.tick());
  const base = liveWorld({
    folder: kind === 'demo' ? join(folder, 'demo') : folder,
    version: electron.getVersion(),
    isOnline,
    preferredLanguages: electron.getPreferredSystemLanguages(),
    surfaces: desk,
    wakeIn: loop,
    fixedIntervalMs
  });
  const demo = kind === 'demo' ? await demoWorld(base) : null;
  const app = new App(demo?.world ?? base);
  await app.load();
  return {
    kind,
    app,
    calls: callsOf(app, {
      'export:save': asked => saveExport(app, asked),
      'demo:start': () => later(() => switchTo('demo')),
      'demo:leave': () => later(() => switchTo('live')),
      'popover:act': asked => later(() => desk.act(asked)),
      'explorer:open': asked => openExplorer(app, asked, browser),
      'text:copy': ({ text }) => later(() => void clipboard.writeText(text)),
      'holding:focused': () => Promise.resolve({ done: true }),
      'notice:test': () => testNotice(desk),
      'diagnostics:read': () => diagnose(app, surrounds(desk))
    }),
    act: action => act(action, app, desk),
    misbehave: demo?.misbehave ?? null,
    async stop() {
      await Promise.race([app.stop(), new Promise(resolve => setTimeout(resolve, STOP_MS))]);
      app.abandon();
      await demo?.close();
    }
  };
}

/** After the answer has left, since it may take the caller away. */
function later(deed: () => void): Promise<{ done: boolean }> {
  setImmediate(deed);
  return Promise.resolve({ done: true });
}

/** Always by the desktop, also while the window has the focus: that is what is tested. */
async function testNotice(desk: Desk) {
  const { testTitle: title, testBody: body } = DESK;
  const note = { kind: 'app', title, body, urgency: 'normal' } as const;
  return { outcome: await desk.parts.notifier.show(note, () => desk.open()) };
}

function surrounds(desk: Desk) {
  return {
    version: electron.getVersion(),
    electron: process.versions.electron ?? '',
    system: `${process.platform} ${release()} ${process.arch}`,
    env: process.env,
    lastNotification: desk.parts.notifier.lastOutcome()
  };
}

function act(action: TrayAction, app: App, desk: Desk): void {
  const deeds: Record<TrayAction, () => unknown> = {
    open: () => desk.open(),
    refresh: () => app.refresh(),
    'pause-an-hour': () => pause(app, 'an-hour'),
    'pause-tomorrow': () => pause(app, 'tomorrow'),
    'pause-resumed': () => pause(app, 'resumed'),
    resume: () => app.choose({ pausedUntil: 0 }),
    'toggle-hidden': () => app.choose({ isHidden: !app.model.settings.choices.isHidden }),
    'copy-total': () => desk.copyTotal(),
    settings: () => desk.open({ view: 'settings', holdingId: null }),
    quit: () => electron.quit()
  };
  deeds[action]();
}
