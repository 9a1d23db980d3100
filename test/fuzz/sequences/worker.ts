// One worker of the sequences: plays every n-th one until the count, the deadline or the first breach.
import { parentPort, workerData } from 'node:worker_threads';
import type { Task } from '../worker';
import { Durations } from './durations';
import { sequenceOf, STEPS } from './generate';
import { breachIn } from './play';
import { scriptOf, shrunk } from './shrink';

const REPORT_EVERY = 10;

async function work({ seed, first, step, end, deadline, playing, place }: Task): Promise<void> {
  let unreported = 0;
  const durations = new Durations(true);
  const report = () => {
    parentPort?.postMessage({ inputs: unreported });
    unreported = 0;
  };
  for (let at = first; at < end && Date.now() < deadline; at += step) {
    Atomics.store(playing, place, at);
    const sequence = sequenceOf(seed, at);
    const isHonest = sequence.isLookedAt && sequence.steps.every(({ lies }) => lies.length === 0);
    const breach = await breachIn(sequence, isHonest ? durations.next() : undefined);
    if (breach) {
      const small = await shrunk(sequence, breach);
      parentPort?.postMessage({
        case: at,
        trouble: { what: `${breach.what} (step ${breach.step} of ${STEPS})` },
        small: { what: `${small.breach.what} (step ${small.breach.step})`, script: scriptOf(small.sequence) }
      });
      break;
    }
    if (++unreported >= REPORT_EVERY) report();
  }
  report();
  parentPort?.postMessage({ durations: durations.found });
  parentPort?.postMessage({ isDone: true });
}

void work(workerData as Task);
