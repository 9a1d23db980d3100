// npm run fuzz: a million mutated replies through reading, valuing and comparing, checked by an oracle; `-- sequences`:
// a hundred thousand sequences of polls, in which owner, service and scammer act. --seed N --count M --case K --seconds S
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { bundlePlain } from './lib/plain-bundle.mjs';
import { attempt, say, Stop } from './lib/say.mjs';

/** `size`: the inputs of one case; for replies the same number as in test/fuzz/scenario.ts. */
const KINDS = {
  replies: {
    script: 'test/fuzz/worker.ts',
    size: 4,
    count: 1_000_000,
    inputs: 'inputs',
    failures: 'failures'
  },
  sequences: {
    script: 'test/fuzz/sequences/worker.ts',
    size: 1,
    count: 100_000,
    inputs: 'sequences',
    failures: 'breaches',
    /** The steps of each; the same number as in test/fuzz/sequences/generate.ts. */
    steps: 25
  }
};
const HANG_MS = 60_000;
const PROGRESS_MS = 5000;

await attempt(async () => {
  const wish = readWish(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'tokentray-fuzz-'));
  try {
    return await fuzz(wish, await bundlePlain(wish.kind.script, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function readWish(args) {
  const text = { type: 'string' };
  const options = { seed: text, count: text, case: text, seconds: text, workers: text };
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const name = positionals[0] ?? 'replies';
  const kind = KINDS[name];
  if (!kind || positionals.length > 1) throw new Stop('Only `sequences` may be named, or nothing.', 2);
  const number = (option, unless) => {
    const given = values[option] === undefined ? unless : Number(values[option]);
    if (!(given >= 0)) throw new Stop(`--${option} wants a number.`, 2);
    return given;
  };
  const only = values.case === undefined ? null : number('case');
  const count = number('count', values.seconds === undefined ? kind.count : Infinity);
  return {
    name,
    kind,
    seed: number('seed', Math.floor(Math.random() * 2 ** 31)),
    first: only ?? 0,
    end: only === null ? Math.ceil(count / kind.size) : only + 1,
    deadline: Date.now() + 1000 * number('seconds', Infinity),
    workers: only === null ? number('workers', Math.min(availableParallelism(), 8)) : 1
  };
}

async function fuzz({ name, kind, seed, first, end, deadline, workers }, script) {
  const playing = new Int32Array(new SharedArrayBuffer(4 * workers));
  const startedAt = Date.now();
  let inputs = 0;
  const progress = setInterval(
    () => say(`fuzz: ${inputs} ${kind.inputs}, ${rate(inputs, startedAt)}/s`),
    PROGRESS_MS
  );
  const durations = {};
  const started = Array.from({ length: workers }, (_, place) => {
    const task = { seed, first: first + place, step: workers, end, deadline, playing, place };
    return start(script, task, more => (inputs += more), gather(durations));
  });
  const found = await Promise.race([
    Promise.all(started.map(({ ended }) => ended)).then(ends => ends.find(Boolean)),
    ...started.map(({ ended }) => ended.then(end => end ?? new Promise(() => undefined)))
  ]);
  clearInterval(progress);
  await Promise.all(started.map(({ worker }) => worker.terminate()));
  if (found) tell(found, name, seed);
  tellDurations(durations);
  const took = `${((Date.now() - startedAt) / 1000).toFixed(0)} s`;
  say(`fuzz: ${took}, ${rate(inputs, startedAt)} ${kind.inputs} a second in ${workers} workers`);
  const steps = kind.steps ? ` of ${kind.steps} steps` : '';
  const failures = `${found ? 1 : 0} ${kind.failures}`;
  process.stdout.write(`fuzz: ${inputs} ${kind.inputs}${steps}, ${failures} (seed ${seed})\n`);
  return found ? 1 : 0;
}

function rate(inputs, startedAt) {
  return Math.round((1000 * inputs) / Math.max(1, Date.now() - startedAt));
}

/** `ended`: the problem, or undefined. */
function start(script, task, onInputs, onDurations) {
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
      if (message.durations) onDurations(message.durations);
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

function tell(found, name, seed) {
  say(`\nCase ${found.case} of seed ${seed}: ${found.trouble.what}`);
  if (found.small?.script) {
    say(`Made smaller: ${found.small.what}`);
    for (const line of found.small.script) say(`  ${line}`);
  } else if (found.small) tellReplies(found.small);
  const kind = name === 'replies' ? '' : `${name} `;
  say(`Again: npm run fuzz -- ${kind}--seed ${seed} --case ${found.case}\n`);
}

function tellReplies({ scenario, trouble }) {
  const { wallet, countRisky, isGuarded, rounds } = scenario;
  say(`Made smaller: ${trouble.what}`);
  say(JSON.stringify({ source: wallet.source, chains: wallet.chains, countRisky, isGuarded }));
  for (const { waitMs, reply } of rounds)
    say(`  after ${waitMs} ms, HTTP ${reply.status}: ${reply.body.slice(0, 4000)}`);
}

function gather(durations) {
  return found => {
    for (const [kind, times] of Object.entries(found)) (durations[kind] ??= []).push(...times);
  };
}

/** For honest changes: the time from the first answer that told the truth to its being believed. */
function tellDurations(durations) {
  for (const [kind, times] of Object.entries(durations).sort()) {
    const sorted = times.sort((a, b) => a - b);
    const at = share => `${(sorted[Math.floor(share * (sorted.length - 1))] / 1000).toFixed(0)} s`;
    say(
      `fuzz: ${kind}: believed after ${at(0.5)} (median), ${at(0.95)} (95th percentile) of ${sorted.length}`
    );
  }
}
