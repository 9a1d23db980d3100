// Fixtures of the desktop tests: a session for each worker; for each test a desktop, an empty profile, a service.
import { test as base } from 'playwright/test';
import { App, type LaunchOptions } from './app';
import { Desktop, type Piece } from '../linux/desktop';
import { makeFolder, removeFolder } from './folder';
import { startPrivateBus, type KeyringKind, type PrivateBus } from '../linux/private-bus';
import { appArguments, Program } from './program';
import { hasFailed, keepDesktop, keepOutput, keepSight } from './failed-test';
import { Service } from './okx';
import { setUpProfile } from './set-up-profiles';
import { openSession, type WorkerSession } from './worker-session';

interface Stage {
  /** The keyring's bus: a private bus, with or without a keyring, or the bus of the worker's session. */
  readonly keyring: 'of-the-session' | KeyringKind;
  readonly bus: PrivateBus | undefined;
  /** The services that are missing on the desktop at first. */
  readonly lacks: readonly Piece[];
  readonly desktop: Desktop;
  /** An empty user-data folder for this test. */
  readonly profile: string;
  readonly service: Service;
  /** Starts the app on the profile; the app is killed when the test ends. */
  readonly launch: (options?: LaunchOptions) => Promise<App>;
  /** Starts the app without Playwright, so that nothing waits for its window and all output is kept. */
  readonly start: (...options: readonly string[]) => Program;
  /** Adds the test's key and wallet to the profile, as `setup` does. */
  readonly provide: () => Promise<void>;
}

export { expect } from 'playwright/test';

/* eslint-disable no-empty-pattern -- Playwright reads from the pattern what a fixture needs, even if it is empty. */
export const test = base.extend<Stage, { session: WorkerSession }>({
  session: [
    async ({}, use) => {
      const session = await openSession();
      await use(session);
      await session.stop();
    },
    { scope: 'worker', auto: true }
  ],
  keyring: ['of-the-session', { option: true }],
  bus: async ({ keyring }, use) => {
    const bus = keyring === 'of-the-session' ? undefined : await startPrivateBus(keyring);
    await use(bus);
    await bus?.stop();
  },
  lacks: [[], { option: true }],
  desktop: async ({ bus, lacks }, use, info) => {
    const desktop = await Desktop.start(bus?.address, lacks);
    await use(desktop);
    if (hasFailed(info)) keepDesktop(info, desktop);
    desktop.stop();
  },
  profile: async ({}, use) => {
    const folder = makeFolder('profile');
    await use(folder);
    await removeFolder(folder);
  },
  service: async ({}, use) => {
    const service = await Service.start();
    await use(service);
    await service.standIn.close();
  },
  launch: async ({ profile, desktop, bus }, use, info) => {
    const apps: App[] = [];
    await use(async (options = {}) => {
      const environment = { ...bus?.environment, ...options.environment };
      const app = await App.launch(profile, { ...options, environment });
      apps.push(app);
      return app;
    });
    for (const app of apps) {
      if (hasFailed(info)) await keepSight(info, app, desktop);
      await app.kill();
    }
  },
  start: async ({ profile, bus }, use, info) => {
    const programs: Program[] = [];
    await use((...options) => {
      const program = new Program(appArguments(profile, options), bus?.environment);
      programs.push(program);
      return program;
    });
    for (const program of programs) {
      await program.kill();
      if (hasFailed(info)) keepOutput(info, program.output);
    }
  },
  provide: async ({ profile, service, bus, session }, use) => {
    await use(() =>
      bus ? setUpProfile(profile, service, bus.environment) : session.profiles.setUp(profile, service)
    );
  }
});
