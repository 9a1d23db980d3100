// One worker of the fuzzer: plays every n-th case until the count, the deadline or the first trouble.
import { parentPort, workerData } from 'node:worker_threads';
import { troubleIn } from './check';
import { BENT, scenarioOf } from './scenario';
import { shrunk } from './shrink';

export interface Task {
  readonly seed: number;
  /** First case, and how many lie between two of this worker. */
  readonly first: number;
  readonly step: number;
  /** The case after the last one. */
  readonly end: number;
  /** ms since 1970; Infinity: none. */
  readonly deadline: number;
  /** Place of this worker in it: the case that is being played, so that one that hangs has a name. */
  readonly playing: Int32Array;
  readonly place: number;
}

const TELL_EVERY = 10;

function work({ seed, first, step, end, deadline, playing, place }: Task): void {
  let untold = 0;
  const tell = () => {
    parentPort?.postMessage({ inputs: untold * BENT });
    untold = 0;
  };
  for (let at = first; at < end && Date.now() < deadline; at += step) {
    Atomics.store(playing, place, at);
    const scenario = scenarioOf(seed, at);
    const trouble = troubleIn(scenario);
    if (trouble) {
      parentPort?.postMessage({ case: at, trouble, small: shrunk(scenario, trouble) });
      break;
    }
    if (++untold >= TELL_EVERY) tell();
  }
  tell();
  parentPort?.postMessage({ isDone: true });
}

work(workerData as Task);
