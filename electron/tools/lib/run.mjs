// Starts other programs and waits for them; a child never outlives the tool that started it.
import { spawn, spawnSync } from 'node:child_process';
import { constants, cpus } from 'node:os';
import { basename } from 'node:path';
import { showWithoutNoise } from './noise.mjs';
import { projectFolder } from './places.mjs';
import { say, Stop } from './say.mjs';

// Daemons that a session left behind may keep its pipes open after it has ended.
const drainMs = 300;

/**
 * Runs a program to its end and gives its exit status as a shell does: 127 not found, 128 + n for signal n. `limitMs`
 * ends it with 124, like the timeout of coreutils. `wholeGroup` starts it in its own process group, which is ended
 * with it: for wrappers (xvfb-run) that would leave their children behind. `isQuiet` hides log lines of Chromium and
 * D-Bus unless TOKENTRAY_VERBOSE is set. An interrupted tool does not continue: a Stop is thrown at the end.
 */
export function run(command, args, options = {}) {
  const { limitMs, wholeGroup = false, isQuiet = false, onText, ...rest } = options;
  const isFiltered = isQuiet && !process.env.TOKENTRAY_VERBOSE;
  const stdio = onText ? ['ignore', 'pipe', 'pipe'] : ['inherit', 'inherit', isFiltered ? 'pipe' : 'inherit'];
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: projectFolder, stdio, ...rest, detached: wholeGroup });
    const end = signal => endChild(child, signal, wholeGroup);
    const signals = watchSignals(end, wholeGroup);
    let isOverLimit = false;
    let isOver = false;
    const limit = limitMs && setTimeout(() => ((isOverLimit = true), end('SIGTERM')), limitMs);
    const finish = status => {
      if (isOver) return;
      isOver = true;
      clearTimeout(limit);
      signals.stop();
      if (wholeGroup) end('SIGTERM');
      for (const stream of [child.stdout, child.stderr]) stream?.destroy();
      if (signals.isInterrupted()) fail(new Stop('Interrupted.', 130));
      else done(isOverLimit ? 124 : status);
    };
    if (onText) for (const stream of [child.stdout, child.stderr]) stream.on('data', onText);
    else if (isFiltered) showWithoutNoise(child.stderr);
    const statusOf = (code, signal) => code ?? 128 + (constants.signals[signal] ?? 0);
    child.on('error', error => finish(error.code === 'ENOENT' ? 127 : 126));
    child.on('close', (code, signal) => finish(statusOf(code, signal)));
    child.on('exit', (code, signal) => setTimeout(() => finish(statusOf(code, signal)), drainMs).unref());
  });
}

/** Runs a program and collects its output: { status, text }, standard output and error in the order they came. */
export async function collect(command, args, options = {}) {
  const chunks = [];
  const status = await run(command, args, { ...options, onText: bytes => chunks.push(bytes) });
  return { status, text: Buffer.concat(chunks).toString('utf8') };
}

/**
 * Runs several programs of Node, two at a time, each as { name, args }, and gives { passed, failed }. The output of one
 * is shown when it fails.
 */
export async function collectAll(jobs) {
  const queue = [...jobs];
  const count = { passed: 0, failed: 0 };
  const work = async () => {
    for (let job = queue.shift(); job; job = queue.shift()) {
      const { status, text } = await collect(process.execPath, job.args);
      count[status === 0 ? 'passed' : 'failed'] += 1;
      say(`${status === 0 ? ' ok ' : 'FAIL'}  ${job.name}`);
      if (status !== 0) say(text);
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, cpus().length) }, work));
  return count;
}

/** Gives the status and standard output of a short program, synchronously; status 127 when it does not exist. */
export function read(command, args) {
  const result = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return { status: result.error ? 127 : (result.status ?? 1), text: result.stdout ?? '' };
}

/**
 * Runs npm and collects its output: the same npm that runs this script, so that its registry and proxy settings apply.
 */
export function collectNpm(args, env = process.env) {
  const script = env.npm_execpath ?? '';
  if (basename(script).startsWith('npm-cli')) return collect(process.execPath, [script, ...args]);
  return collect('npm', args, { shell: process.platform === 'win32' });
}

function endChild(child, signal, wholeGroup) {
  if (child.pid === undefined) return;
  try {
    process.kill(wholeGroup ? -child.pid : child.pid, signal);
  } catch {
    // The process has already ended.
  }
}

/** Ctrl-C reaches a child in the same process group by itself: forwarding it would interrupt the child twice. */
function watchSignals(end, wholeGroup) {
  let isInterrupted = false;
  const react = name => {
    isInterrupted = true;
    if (wholeGroup || name !== 'SIGINT') end(name);
  };
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map(name => [name, () => react(name)]);
  for (const [name, handler] of handlers) process.on(name, handler);
  const stop = () => handlers.forEach(([name, handler]) => process.off(name, handler));
  return { stop, isInterrupted: () => isInterrupted };
}
