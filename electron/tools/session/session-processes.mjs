// The programs of a session: display, bus and keyring, started and ended.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const ASK_EVERY_MS = 20;
/** What takes longer hangs; usual is a tenth of a second. */
const START_MS = 60_000;
const END_MS = 3000;

/** Nothing starts by itself on this bus: it knows no folder of services. */
const busRules =
  socket => `<busconfig><type>session</type><listen>unix:path=${socket}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`;

/**
 * Starts a session bus that listens on `socket`; its rules are written to `file`. Gives its address. `onStart`, here and
 * below, gets the process at once, so that it can be ended before it is ready.
 */
export function startBus({ socket, file, env, onStart }) {
  writeFileSync(file, busRules(socket));
  const options = [`--config-file=${file}`, '--nofork', '--print-address'];
  const daemon = spawn('dbus-daemon', options, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  onStart(daemon);
  return firstLine('dbus-daemon', daemon, 1);
}

/**
 * Starts an unlocked, empty keyring on the bus that `env` names; its files are below XDG_DATA_HOME. Starts none
 * where the program is not installed.
 */
export async function startKeyring({ env, password, onStart }) {
  const options = ['--foreground', '--unlock', '--components=secrets'];
  const keeper = spawn('gnome-keyring-daemon', options, { env, stdio: ['pipe', 'ignore', 'ignore'] });
  const isMissing = await new Promise(done => {
    keeper.once('error', () => done(true));
    keeper.once('spawn', () => done(false));
  });
  if (isMissing) return;
  onStart(keeper);
  // A keyring that ends at once breaks the pipe; the wait for its name gives the reason.
  keeper.stdin.on('error', () => undefined);
  keeper.stdin.end(password);
  await isOwned('org.freedesktop.secrets', env.DBUS_SESSION_BUS_ADDRESS);
}

/**
 * Starts a display that the X server numbers itself, so that two starts never take the same. `file`: its authority;
 * `screen`: width and height. Gives the name of the display.
 */
export async function startDisplay({ screen, file, env, onStart }) {
  writeFileSync(file, authority(), { mode: 0o600 });
  const options = ['-displayfd', '3', '-screen', '0', `${screen}x24`, '-auth', file];
  // Without -noreset the server starts again when its last window closes, and refuses windows meanwhile.
  const server = spawn('Xvfb', [...options, '-nolisten', 'tcp', '-noreset'], {
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe']
  });
  onStart(server);
  return `:${await firstLine('Xvfb', server, 3)}`;
}

/** Ends the programs in this order; each has ended before the next. */
export async function end(children) {
  for (const child of children) await endOne(child);
}

async function endOne(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise(done => child.once('exit', done));
  child.kill();
  const limit = setTimeout(() => child.kill('SIGKILL'), END_MS);
  await ended;
  clearTimeout(limit);
}

/** Rejects when the program ends, or hangs, before it has written a line to this descriptor. */
function firstLine(name, child, descriptor) {
  return new Promise((found, failed) => {
    const fail = what => failed(new Error(`${name} ${what}`));
    const limit = setTimeout(() => fail(`was not ready after ${START_MS} ms`), START_MS);
    child.once('error', () => fail('is not installed'));
    child.once('exit', status => fail(`ended with status ${status}`));
    createInterface({ input: child.stdio[descriptor] }).once('line', line => {
      clearTimeout(limit);
      found(line);
    });
  });
}

async function isOwned(name, busAddress) {
  const { default: dbus } = await import('@particle/dbus-next');
  const bus = dbus.sessionBus({ busAddress });
  bus.on('error', () => undefined);
  const place = { destination: 'org.freedesktop.DBus', path: '/', interface: 'org.freedesktop.DBus' };
  const question = () => new dbus.Message({ ...place, member: 'NameHasOwner', signature: 's', body: [name] });
  const limit = Date.now() + START_MS;
  try {
    while (!(await bus.call(question())).body[0]) {
      if (Date.now() > limit) throw new Error(`nobody owned ${name} after ${START_MS} ms`);
      await new Promise(resume => setTimeout(resume, ASK_EVERY_MS));
    }
  } finally {
    bus.disconnect();
  }
}

/** A file of xauth(1) with one entry, which is valid for every host and display: family, then four texts. */
function authority() {
  const anyFamily = Buffer.from([0xff, 0xff]);
  const counted = bytes => Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
  const texts = ['', '', 'MIT-MAGIC-COOKIE-1'].map(text => Buffer.from(text));
  return Buffer.concat([anyFamily, ...[...texts, randomBytes(16)].map(counted)]);
}
