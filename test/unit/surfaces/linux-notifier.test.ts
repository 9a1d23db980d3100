// Notifications of Linux over a real bus, with Electron's as the last resort.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AppNotification, Notifier } from '../../../electron/core/ports/notifier';
import { createLinuxNotifier } from '../../../electron/surfaces/linux-notifier';
import { NotificationDesktop, RECEIVED } from '../../fakes/notification-desktop';

const onClick = () => undefined;

let desktop: NotificationDesktop;
let notifier: Notifier;
/** What Electron showed, and the kinds that it withdrew. */
let byElectron: string[];
let withdrawn: string[];

beforeEach(async () => {
  desktop = await NotificationDesktop.start();
  [byElectron, withdrawn] = [[], []];
  const electron: Notifier = {
    show: ({ title }: AppNotification) => Promise.resolve((byElectron.push(title), 'failed' as const)),
    canUpdate: () => true,
    withdraw: kind => void withdrawn.push(kind),
    lastOutcome: () => null
  };
  notifier = createLinuxNotifier(electron, () => Promise.resolve(desktop.client));
});

afterEach(async () => {
  vi.useRealTimers();
  await desktop.stop();
});

/** Lets a deadline pass while the server hangs. */
async function passTime(ms: number): Promise<void> {
  // The request is on its way once the server was asked.
  await vi.waitUntil(() => desktop.server.capabilitiesAsked > 0, { interval: 5 });
  vi.advanceTimersByTime(ms);
}

it('a notification goes over the bus, and takes the place of one that Electron showed', async () => {
  expect(notifier.lastOutcome()).toBeNull();
  expect(await notifier.show(RECEIVED, onClick)).toBe('shown');
  expect([desktop.onScreen, byElectron, withdrawn]).toEqual([[[1, 'Received']], [], ['changes']]);
  expect(notifier.lastOutcome()).toBe('shown');
});

it('Electron shows the one that the server refuses, and its outcome is told', async () => {
  desktop.server.refusals = 1;
  expect(await notifier.show(RECEIVED, onClick)).toBe('failed');
  expect([desktop.onScreen, byElectron]).toEqual([[], ['Received']]);
  expect(notifier.lastOutcome()).toBe('failed');
});

it('a server that hangs shows it once, when it goes on; Electron does not wait for it too', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const goOn = desktop.hang();
  const outcome = notifier.show(RECEIVED, onClick);
  await passTime(5000);
  expect(await outcome).toBe('unknown');
  expect([desktop.onScreen, byElectron]).toEqual([[], []]);
  goOn();
  await vi.waitUntil(() => notifier.lastOutcome() === 'shown', { interval: 5 });
  expect([desktop.onScreen, byElectron]).toEqual([[[1, 'Received']], []]);
});

it('what is withdrawn while a server hangs is shown nowhere later', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const goOn = desktop.hang();
  const outcome = notifier.show(RECEIVED, onClick);
  await passTime(5000);
  await outcome;
  notifier.withdraw('changes');
  goOn();
  await notifier.show({ ...RECEIVED, title: 'Received •••' }, onClick);
  expect([desktop.server.notes.map(({ title }) => title), byElectron]).toEqual([['Received •••'], []]);
});

it('a notification before the app has started waits for the bus', async () => {
  let start: () => void = () => undefined;
  const started = new Promise<void>(done => (start = done));
  const early = createLinuxNotifier(notifier, () => started.then(() => desktop.client));
  const outcome = early.show(RECEIVED, onClick);
  start();
  expect([await outcome, desktop.onScreen]).toEqual(['shown', [[1, 'Received']]]);
});

it('what Electron showed cannot change in silence', async () => {
  expect(notifier.canUpdate('changes')).toBe(false);
  desktop.server.refusals = 1;
  await notifier.show(RECEIVED, onClick);
  expect(notifier.canUpdate('changes')).toBe(false);
  await notifier.show(RECEIVED, onClick);
  expect([notifier.canUpdate('changes'), notifier.canUpdate('app')]).toEqual([true, false]);
});
