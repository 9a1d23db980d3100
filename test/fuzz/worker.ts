// One worker of the fuzzer: plays every n-th case until the count, the deadline or the first problem.
import { parentPort, workerData } from 'node:worker_threads';
import { problemIn } from './check';
import { BENT, scenarioOf } from './scenario';
import { shrunk } from './shrink';

export interface Task {
  readonly seed: number;
  /** First case of this worker, and the step between two of its cases. */
  readonly first: number;
  readonly step: number;
  /** The number after the last case. */
  readonly end: number;
  /** Time in ms since 1970; Infinity: no deadline. */
  readonly deadline: number;
  /** This worker's entry contains the case that is being played, so that a case that hangs can be named. */
  readonly playing: Int32Array;
  readonly place: number;
}

const REPORT_EVERY = 10;

function work({ seed, first, step, end, deadline, playing, place }: Task): void {
  let unreported = 0;
  const report = () => {
    parentPort?.postMessage({ inputs: unreported * BENT });
    unreported = 0;
  };
  for (let at = first; at < end && Date.now() < deadline; at += step) {
    Atomics.store(playing, place, at);
    const scenario = scenarioOf(seed, at);
    const trouble = problemIn(scenario);
    if (trouble) {
      parentPort?.postMessage({ case: at, trouble, small: shrunk(scenario, trouble) });
      break;
    }
    if (++unreported >= REPORT_EVERY) report();
  }
  report();
  parentPort?.postMessage({ isDone: true });
}

work(workerData as Task);
