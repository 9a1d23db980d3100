// npm run fuzz: a million mutated replies through reading, valuing and comparing, checked by an oracle. -- --seed N
// --count M --case K --seconds S
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { bundlePlain } from './lib/plain-bundle.mjs';
import { attempt, say, Stop } from './lib/say.mjs';

const MILLION = 1_000_000;
/** Number of mutated replies in one case; the same number as in test/fuzz/scenario.ts. */
const BENT = 4;
const HANG_MS = 60_000;
const PROGRESS_MS = 5000;

await attempt(async () => {
  const wish = readWish(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'tokentray-fuzz-'));
  try {
    return await fuzz(wish, await bundlePlain('test/fuzz/worker.ts', folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function readWish(args) {
  const text = { type: 'string' };
  const options = { seed: text, count: text, case: text, seconds: text, workers: text };
  const { values } = parseArgs({ args, options });
  const number = (name, unless) => {
    const given = values[name] === undefined ? unless : Number(values[name]);
    if (!(given >= 0)) throw new Stop(`--${name} wants a number.`, 2);
    return given;
  };
  const only = values.case === undefined ? null : number('case');
  const count = number('count', values.seconds === undefined ? MILLION : Infinity);
  return {
    seed: number('seed', Math.floor(Math.random() * 2 ** 31)),
    first: only ?? 0,
    end: only === null ? Math.ceil(count / BENT) : only + 1,
    deadline: Date.now() + 1000 * number('seconds', Infinity),
    workers: only === null ? number('workers', Math.min(availableParallelism(), 8)) : 1
  };
}

async function fuzz({ seed, first, end, deadline, workers }, script) {
  const playing = new Int32Array(new SharedArrayBuffer(4 * workers));
  const startedAt = Date.now();
  let inputs = 0;
  const progress = setInterval(
    () => say(`fuzz: ${inputs} inputs, ${rate(inputs, startedAt)}/s`),
    PROGRESS_MS
  );
  const started = Array.from({ length: workers }, (_, place) => {
    const task = { seed, first: first + place, step: workers, end, deadline, playing, place };
    return start(script, task, more => (inputs += more));
  });
  const found = await Promise.race([
    Promise.all(started.map(({ ended }) => ended)).then(ends => ends.find(Boolean)),
    ...started.map(({ ended }) => ended.then(end => end ?? new Promise(() => undefined)))
  ]);
  clearInterval(progress);
  await Promise.all(started.map(({ worker }) => worker.terminate()));
  if (found) tell(found, seed);
  const took = `${((Date.now() - startedAt) / 1000).toFixed(0)} s`;
  say(`fuzz: ${took}, ${rate(inputs, startedAt)} inputs a second in ${workers} workers`);
  process.stdout.write(`fuzz: ${inputs} inputs, ${found ? 1 : 0} failures (seed ${seed})\n`);
  return found ? 1 : 0;
}

function rate(inputs, startedAt) {
  return Math.round((1000 * inputs) / Math.max(1, Date.now() - startedAt));
}

/** `ended`: the problem, or undefined. */
function start(script, task, onInputs) {
  const worker = new Worker(script, { workerData: task });
  const ended = new Promise(done => {
    let last = { at: -1, since: Date.now() };
    const watch = setInterval(() => {
      const at = Atomics.load(task.playing, task.place);
      if (at !== last.at) last = { at, since: Date.now() };
      else if (Date.now() - last.since > HANG_MS)
        end({ case: at, trouble: { what: 'hang: no end in a minute' } });
    }, 1000);
    const end = result => {
      clearInterval(watch);
      done(result);
    };
    worker.on('message', message => {
      if (message.inputs) onInputs(message.inputs);
      if (message.trouble) end(message);
      if (message.isDone) end(undefined);
    });
    worker.on('error', error =>
      end({ case: Atomics.load(task.playing, task.place), trouble: { what: error.stack } })
    );
    worker.on('exit', () => end(undefined));
  });
  return { worker, ended };
}

function tell(found, seed) {
  say(`\nCase ${found.case} of seed ${seed}: ${found.trouble.what}`);
  if (found.small) {
    const { wallet, countRisky, isGuarded, rounds } = found.small.scenario;
    say(`Made smaller: ${found.small.trouble.what}`);
    say(JSON.stringify({ source: wallet.source, chains: wallet.chains, countRisky, isGuarded }));
    for (const { waitMs, reply } of rounds)
      say(`  after ${waitMs} ms, HTTP ${reply.status}: ${reply.body.slice(0, 4000)}`);
  }
  say(`Again: npm run fuzz -- --seed ${seed} --case ${found.case}\n`);
}
