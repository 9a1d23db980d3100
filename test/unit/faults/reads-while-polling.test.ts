import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { runReadCommand } from '../../../electron/commands/read';
import { parseArguments } from '../../../electron/cli/arguments';
import type { ReadCommand } from '../../../electron/cli/commands';
import { START } from '../../fakes/app-world';
import { builtProcess } from './test-profile';

const READS = 1000;
const YEAR_MS = 365 * 24 * 60 * 60_000;
const COMMANDS = ['total --format json', 'tokens --format json', 'history --range all --format json', 'changes --since poll --format json', 'total --format waybar']; // prettier-ignore

let folder: string;
let script: string;
let writer: ChildProcess;
let printed = '';
vi.mock('node:fs', async load => {
  const fs = await load<typeof import('node:fs')>();
  const writeSync = (_descriptor: number, text: Buffer) => {
    printed += text.toString();
    return text.length;
  };
  return { ...fs, writeSync };
});
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-polls-'));
  script = await builtProcess('polling-process.ts');
  writer = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(writer.stdout!, 'data');
}, 60_000);
afterAll(async () => {
  const ended = once(writer, 'exit');
  writer.kill('SIGKILL');
  await ended;
  rmSync(folder, { recursive: true, force: true });
  rmSync(dirname(dirname(script)), { recursive: true, force: true });
});

/** The output of one read; throws when it was incomplete. */
function read(words: string): { status: number; found: unknown } {
  vi.useFakeTimers({ now: START + YEAR_MS, toFake: ['Date'] });
  printed = '';
  const flags = parseArguments(words.split(' '));
  const status = runReadCommand(flags.command as ReadCommand, flags, folder, '1.2.3');
  vi.useRealTimers();
  return { status, found: JSON.parse(printed) };
}

interface Total {
  total: string;
  chains: { value: string }[];
}

/** The values come from one single poll: every chain and every token has the same value. */
function waveOf(words: string, found: unknown): number | null {
  if (words.startsWith('total --format json')) {
    const { total, chains } = found as Total;
    expect(new Set(chains.map(({ value }) => value)).size).toBe(1);
    expect(Number(total)).toBe(4 * Number(chains[0]!.value));
    return Number(total);
  }
  if (words.startsWith('tokens')) {
    const rows = found as { value: string }[];
    expect(rows).toHaveLength(40);
    expect(new Set(rows.map(({ value }) => value)).size).toBe(1);
  }
  if (words.startsWith('history')) {
    const points = found as { total: string; stale: boolean }[];
    expect(points.length).toBeGreaterThan(0);
    for (const { total } of points) expect(Number(total) % 40).toBe(0);
  }
  return null;
}

it(`${READS} reads beside one poll after the other see whole files alone`, { timeout: 120_000 }, () => {
  const totals: number[] = [];
  for (let at = 0; at < READS; at++) {
    const words = COMMANDS[at % COMMANDS.length]!;
    const { status, found } = read(words);
    // Years later everything is stale; 4 is the change of a profile with one poll.
    expect([0, 3, 4], `${words}: ${printed}`).toContain(status);
    const total = waveOf(words, found);
    if (total !== null) totals.push(total);
  }
  expect(totals).toEqual(totals.toSorted((a, b) => a - b));
  // The reads ran while the files changed.
  expect(new Set(totals).size).toBeGreaterThan(10);
});
