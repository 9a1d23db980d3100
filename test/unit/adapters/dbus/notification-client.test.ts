// Notifications over a real bus: replaced in place, clicked later, a server that restarts, hangs, or is not there.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepConnected } from '../../../../electron/adapters/dbus/connection';
import { NotificationClient, type ShowResult } from '../../../../electron/adapters/dbus/notification-client';
import type { AppNotification } from '../../../../electron/core/ports/notifier';
import { Bus } from '../../../desktop/linux/bus';
import { NotificationServer } from '../../../desktop/linux/notification-server';
import { LOOK, NotificationDesktop, RECEIVED } from '../../../fakes/notification-desktop';

const SENT: AppNotification = { ...RECEIVED, title: 'Sent' };
const CLOSED: AppNotification = { ...RECEIVED, kind: 'app', title: 'Closed to the tray' };
const stays = () => false;

/** A program that the bus starts; it ends with the bus. */
const STARTED_SERVER = `
const dbus = require(${JSON.stringify(resolve('node_modules/@particle/dbus-next'))});
class Server extends dbus.interface.Interface {
  GetCapabilities() { return ['body']; }
  Notify() { return 1; }
}
Server.configureMembers({ methods: {
  GetCapabilities: { outSignature: 'as' },
  Notify: { inSignature: 'susssasa{sv}i', outSignature: 'u' }
} });
const bus = dbus.sessionBus();
bus.on('error', () => process.exit());
bus.export('/org/freedesktop/Notifications', new Server('org.freedesktop.Notifications'));
bus.requestName('org.freedesktop.Notifications', 0);
`;

let desktop: NotificationDesktop;
let clicked: string[];

function show(notification: AppNotification, isWithdrawn = stays): Promise<ShowResult> {
  const onClick = () => void clicked.push(notification.title);
  return desktop.client.show(notification, { onClick, isWithdrawn });
}

const onScreen = () => desktop.onScreen;

beforeEach(async () => {
  clicked = [];
  desktop = await NotificationDesktop.start();
});

afterEach(() => desktop.stop());

describe('the notification server', () => {
  it('is asked once what it can do, and gets the text in its own form', async () => {
    await show(RECEIVED);
    await show(CLOSED);
    expect(desktop.server.capabilitiesAsked).toBe(1);
    expect(desktop.server.notes[0]).toEqual({
      id: 1,
      app: 'Tokentray',
      replaces: 0,
      icon: 'tokentray',
      title: 'Received',
      body: '&lt;b&gt; &amp; Base',
      actions: ['default', 'Open'],
      hints: { urgency: 1, 'desktop-entry': 'tokentray' },
      expireMs: -1
    });
  });

  it('is asked again once another one has taken its place', async () => {
    await show(RECEIVED);
    desktop.endServer();
    await desktop.startServer();
    desktop.server.capabilities = ['body'];
    await expect.poll(() => show(SENT)).toBe('shown');
    expect(desktop.server.notes.at(-1)).toMatchObject({ replaces: 0, body: '<b> & Base', actions: [] });
  });

  it('keeps one notification of each kind: the next takes the place of the one before', async () => {
    await show(RECEIVED);
    await show(CLOSED);
    await Promise.all([show(SENT), show({ ...SENT, title: 'Total up' })]);
    expect(desktop.server.notes.map(({ replaces }) => replaces)).toEqual([0, 0, 1, 1]);
    expect(onScreen()).toEqual([
      [1, 'Total up'],
      [2, 'Closed to the tray']
    ]);
  });

  it('that cannot replace is asked to close the one before', async () => {
    desktop.server.canReplace = false;
    await show(RECEIVED);
    await show(SENT);
    await expect.poll(onScreen).toEqual([[2, 'Sent']]);
    desktop.server.click(2);
    await expect.poll(() => clicked).toEqual(['Sent']);
  });

  it('takes one that a person closed for gone, and the next as a new one', async () => {
    await show(RECEIVED);
    desktop.server.click(1);
    await expect.poll(() => clicked).toEqual(['Received']);
    await show(SENT);
    expect(desktop.server.notes.at(-1)).toMatchObject({ id: 2, replaces: 0 });
  });
});

describe.each([
  ['to everybody', false],
  ['to the program alone', true]
])('a click that is signalled %s', (_, isUnicast) => {
  it('opens what the latest notification is about, and nothing once that was closed', async () => {
    desktop.server.isUnicast = isUnicast;
    await show(RECEIVED);
    await show(SENT);
    desktop.server.invoke(1, 'other');
    desktop.server.click(1);
    await expect.poll(() => clicked).toEqual(['Sent']);
    desktop.server.invoke(1, 'default');
    await show(CLOSED);
    expect(clicked).toEqual(['Sent']);
  });

  it('is heard in the list of past notifications', async () => {
    desktop.server.isUnicast = isUnicast;
    await show(RECEIVED);
    desktop.server.expire(1);
    desktop.server.invoke(1, 'default');
    await expect.poll(() => clicked).toEqual(['Received']);
  });
});

describe('a notification that expired', () => {
  it('is not replaced, and a click on each in the list of the desktop opens its own subject', async () => {
    await show(RECEIVED);
    desktop.server.expire(1);
    await expect.poll(() => desktop.client.canUpdate('changes')).toBe(false);
    await show(SENT);
    expect(desktop.server.notes.at(-1)).toMatchObject({ id: 2, replaces: 0 });
    desktop.server.expire(2);
    desktop.server.invoke(1, 'default');
    desktop.server.invoke(2, 'default');
    desktop.server.invoke(1, 'default');
    await expect.poll(() => clicked).toEqual(['Received', 'Sent', 'Received']);
  });

  it('is known among the last fifty of them, and closed with the others when they are withdrawn', async () => {
    for (let id = 1; id <= 52; id++) {
      await show({ ...RECEIVED, title: `Received ${id}` });
      desktop.server.expire(id);
      await expect.poll(() => desktop.client.canUpdate('changes')).toBe(false);
    }
    for (const id of [1, 2, 3, 52]) desktop.server.invoke(id, 'default');
    await expect.poll(() => clicked).toEqual(['Received 3', 'Received 52']);
    desktop.client.withdraw('changes');
    await expect.poll(() => desktop.server.closed).toHaveLength(50);
  });
});

describe('a change of the notification on the screen', () => {
  const changed = { ...RECEIVED, title: '2 amounts changed', isUpdate: true };

  it('takes its place without a sound, and with an urgency that brings it up nowhere again', async () => {
    expect(desktop.client.canUpdate('changes')).toBe(false);
    await show(RECEIVED);
    expect([desktop.client.canUpdate('changes'), desktop.client.canUpdate('app')]).toEqual([true, false]);
    await show(changed);
    expect(onScreen()).toEqual([[1, '2 amounts changed']]);
    expect(desktop.server.notes.at(-1)).toMatchObject({
      replaces: 1,
      hints: { urgency: 0, 'suppress-sound': true }
    });
    await show({ ...changed, urgency: 'critical' });
    expect(desktop.server.notes.at(-1)?.hints).toMatchObject({ urgency: 2 });
  });

  it('is not asked again of a server that showed a new one for it', async () => {
    desktop.server.canReplace = false;
    await show(RECEIVED);
    await show(changed);
    expect(desktop.client.canUpdate('changes')).toBe(false);
    await desktop.settle();
    desktop.endServer();
    await desktop.startServer();
    await expect.poll(() => show(RECEIVED)).toBe('shown');
    expect(desktop.client.canUpdate('changes')).toBe(true);
  });

  it('is none once a person closed it, and none without a bus', async () => {
    await show(RECEIVED);
    desktop.server.click(1);
    await expect.poll(() => desktop.client.canUpdate('changes')).toBe(false);
    await show(SENT);
    desktop.connection.bus()?.close();
    await expect.poll(() => desktop.connection.bus()).toBeNull();
    expect(desktop.client.canUpdate('changes')).toBe(false);
  });
});

it('a click that another program claims is not heard, however it is sent', async () => {
  await show(RECEIVED);
  const stranger = Bus.connect(desktop.bus.address);
  const forged = NotificationServer.on(stranger);
  await stranger.own('org.example.Stranger');
  forged.invoke(1, 'default');
  forged.isUnicast = true;
  forged.caller = desktop.server.caller;
  await forged.Notify('', 0, '', '', '', [], {}, -1);
  forged.invoke(1, 'default');
  // Whatever was sent before this call has arrived before its answer.
  await stranger.call(
    { destination: 'org.freedesktop.DBus', path: '/', interface: 'org.freedesktop.DBus' },
    'GetId'
  );
  await show(SENT);
  expect(clicked).toEqual([]);
  stranger.close();
});

it('a connection that is made again replaces, hears and closes what it showed before', async () => {
  await show(RECEIVED);
  await show(CLOSED);
  desktop.connection.bus()?.close();
  await expect.poll(() => desktop.connection.bus()).toBeNull();
  desktop.client.withdraw('app');
  expect(await show(SENT)).toBe('refused');
  await expect.poll(() => desktop.connection.bus()).not.toBeNull();
  await expect.poll(() => desktop.server.closed).toEqual([2]);
  desktop.server.invoke(1, 'default');
  await expect.poll(() => clicked).toEqual(['Received']);
  await show(SENT);
  expect(onScreen()).toEqual([[1, 'Sent']]);
});

describe('a notification that is withdrawn', () => {
  it('is closed, and the next one is new', async () => {
    await show(RECEIVED);
    desktop.client.withdraw('changes');
    desktop.client.withdraw('app');
    await expect.poll(() => desktop.server.closed).toEqual([1]);
    await show(SENT);
    expect(desktop.server.notes.at(-1)).toMatchObject({ id: 2, replaces: 0 });
  });

  it('while the server shows it is closed as soon as it is shown', async () => {
    await show(RECEIVED);
    const goOn = desktop.hang();
    let isWithdrawn = false;
    const shown = show(SENT, () => isWithdrawn);
    await expect.poll(() => desktop.connection.bus()).not.toBeNull();
    desktop.client.withdraw('changes');
    isWithdrawn = true;
    goOn();
    expect(await shown).toBe('shown');
    await expect.poll(onScreen).toEqual([]);
  });
});

describe('a server that does not answer', () => {
  it('is given up after a minute; what it shows later is closed', async () => {
    await show(RECEIVED);
    const goOn = desktop.hang();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const shown = show({ ...CLOSED, title: 'Too late' });
    vi.advanceTimersByTime(0);
    await turnUntil(() => vi.getTimerCount() > 0);
    vi.advanceTimersByTime(60_000);
    vi.useRealTimers();
    expect(await shown).toBe('unknown');
    goOn();
    await expect.poll(() => desktop.server.closed).toEqual([2]);
    expect(onScreen()).toEqual([[1, 'Received']]);
  });

  it('or that is not there leaves the notification to others', async () => {
    desktop.endServer();
    await expect.poll(() => show(RECEIVED)).toBe('refused');
    await desktop.startServer();
    expect(await show(SENT)).toBe('shown');
    expect(onScreen()).toEqual([[1, 'Sent']]);
  });
});

it('a server that does not run is started by the bus', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'services-'));
  const [socket, config, script] = ['socket', 'bus.conf', 'server.cjs'].map(name => join(folder, name));
  writeFileSync(script!, STARTED_SERVER);
  writeFileSync(
    join(folder, 'server.service'),
    `[D-BUS Service]\nName=org.freedesktop.Notifications\nExec=${process.execPath} ${script}\n`
  );
  writeFileSync(
    config!,
    `<busconfig><type>session</type><listen>unix:path=${socket}</listen><servicedir>${folder}</servicedir>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`
  );
  const options = [`--config-file=${config}`, '--nofork', '--print-address'];
  const daemon = spawn('dbus-daemon', options, { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(daemon.stdout, 'data');
  const client = new NotificationClient(LOOK);
  const opened = keepConnected({
    address: `unix:path=${socket}`,
    onConnected: bus => client.attach(bus),
    onLost: () => client.detach(),
    uptimeMs: () => 0
  });
  const showOptions = { onClick: () => undefined, isWithdrawn: stays };
  expect(await client.show(RECEIVED, showOptions)).toBe('shown');
  opened.stop();
  daemon.kill();
  await once(daemon, 'exit');
  rmSync(folder, { recursive: true });
});

it('no bus leaves the notification to others', async () => {
  const nowhere = new NotificationClient(LOOK);
  const onLost = () => nowhere.detach();
  const none = keepConnected({
    address: null,
    onConnected: opened => nowhere.attach(opened),
    onLost,
    uptimeMs: () => 0
  });
  expect(await nowhere.show(RECEIVED, { onClick: () => undefined, isWithdrawn: stays })).toBe('refused');
  none.stop();
});

/** Waits turn by turn, as the timers are faked. */
async function turnUntil(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise(resume => setImmediate(resume));
}
