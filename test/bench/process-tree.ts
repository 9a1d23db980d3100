// Reads what a program and all its children use, as Linux counts it: memory, processor time, wakeups.
import { readdirSync, readFileSync } from 'node:fs';

/** Times in /proc/PID/stat are in ticks of 10 ms. */
const TICK_MS = 10;

/** Gives the process and all its descendants that still run. */
export function treeOf(root: number): number[] {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter(entry => /^\d+$/.test(entry))) {
    const parent = Number(/^PPid:\s+(\d+)/m.exec(textOf(name, 'status'))?.[1] ?? -1);
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const all = [root];
  for (const pid of all) all.push(...(parents.get(pid) ?? []));
  return all;
}

/** The proportional set size of the tree, MiB: a page that n processes share counts as 1/n for each. */
export function memoryMib(root: number): number {
  const ofOne = (pid: number) => Number(/^Pss:\s+(\d+)/m.exec(textOf(pid, 'smaps_rollup'))?.[1] ?? 0);
  return sum(treeOf(root).map(ofOne)) / 1024;
}

/** MiB of each process of the tree by its kind, to see where the memory is used. */
export function memoryByKind(root: number): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const pid of treeOf(root)) {
    const words = textOf(pid, 'cmdline');
    const kind =
      /--utility-sub-type=([\w.]+)/.exec(words)?.[1] ?? /--type=([\w-]+)/.exec(words)?.[1] ?? 'main';
    const mib = Number(/^Pss:\s+(\d+)/m.exec(textOf(pid, 'smaps_rollup'))?.[1] ?? 0) / 1024;
    kinds[kind] = Math.round(((kinds[kind] ?? 0) + mib) * 10) / 10;
  }
  return kinds;
}

/** Processor time of the tree since its start, ms. */
export function processorMs(root: number): number {
  const ofOne = (pid: number) => {
    const fields = textOf(pid, 'stat').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * TICK_MS;
  };
  return sum(treeOf(root).map(ofOne));
}

/** How often threads of the tree gave up the processor voluntarily: each time means one wakeup before. */
export function wakings(root: number): number {
  const ofThread = (pid: number, thread: string) =>
    Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(textOf(pid, `task/${thread}/status`))?.[1] ?? 0);
  return sum(treeOf(root).flatMap(pid => threadsOf(pid).map(thread => ofThread(pid, thread))));
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

function textOf(pid: number | string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return ''; // ~ The process ended meanwhile, or belongs to another user.
  }
}

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
