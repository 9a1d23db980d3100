// Runs the built app as a plain program: its arguments, its environment, its output, and its end.
import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { PATIENCE_MS } from './deadline';

export const PROJECT = resolve(__dirname, '../../..');

/** What the test runner adds to its workers and the app would obey. */
const OF_THE_RUNNER = /^(FORCE_COLOR|DEBUG_COLORS|NODE_OPTIONS|NODE_V8_COVERAGE)$/;

/** Polls follow each other at the rate of one request a second instead of minutes. */
export const INTERVAL_MS = 1000;

export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable with an undefined value is removed. */
export function appEnvironment(change: Environment = {}): Record<string, string> {
  const all = { ...process.env, TOKENTRAY_TEST_INTERVAL_MS: String(INTERVAL_MS), ...change };
  const kept = Object.entries(all).filter(
    ([name, value]) => value !== undefined && !OF_THE_RUNNER.test(name)
  );
  return Object.fromEntries(kept);
}

/** The executable of Electron that `npm test` chose. */
export function electronPath(): string {
  const path = process.env.TOKENTRAY_ELECTRON;
  if (!path)
    throw new Error('TOKENTRAY_ELECTRON names no Electron: run these tests with `npm test desktop`.');
  return path;
}

/** Chromium refuses its sandbox to root; `npm test` detects systems that refuse it to every user. */
export const isSandboxed = process.getuid?.() !== 0 && process.env.TOKENTRAY_NO_SANDBOX !== '1';

/** The Electron above is a packaged app (`npm run pack -- --test`), which contains the project. */
export const isPackaged = process.env.TOKENTRAY_PACKAGED === '1';

/** The project folder (or another app), then the arguments of the app. */
export function appArguments(profile: string, options: readonly string[], project = PROJECT): string[] {
  return [...(isPackaged ? [] : [project]), ...options, `--user-data-dir=${profile}`];
}

export interface Ended {
  readonly status: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export class Program {
  readonly child: ChildProcess;
  /** Resolves when the program has ended and all its output was read. */
  readonly ended: Promise<Ended>;
  private stdout = '';
  private stderr = '';

  /** `input`: the content of standard input; null: `type` sends it later. */
  constructor(args: readonly string[], environment: Environment = {}, input: string | null = '') {
    const switches = isSandboxed ? [] : ['--no-sandbox'];
    this.child = spawn(electronPath(), [...switches, ...args], {
      env: appEnvironment(environment),
      stdio: 'pipe'
    });
    this.child.stdout?.on('data', bytes => (this.stdout += String(bytes)));
    this.child.stderr?.on('data', bytes => (this.stderr += String(bytes)));
    // A program that ends without reading its input breaks the pipe; its status gives the reason.
    this.child.stdin?.on('error', () => undefined);
    if (input !== null) this.type(input);
    this.ended = new Promise((done, failed) => {
      this.child.on('error', failed);
      this.child.on('close', (status, signal) =>
        done({ status, signal, stdout: this.stdout, stderr: this.stderr })
      );
    });
  }

  /** Sends the whole content of standard input. */
  type(input: string): void {
    this.child.stdin?.end(input);
  }

  get output(): string {
    return `${this.stdout}\n${this.stderr}`;
  }

  /** Kills the program at once, so that it cannot write anything, as in a crash or a power failure. */
  async kill(): Promise<Ended> {
    this.child.kill('SIGKILL');
    return this.ended;
  }

  /** Waits until the program ends by itself. Kills it and throws when that takes too long. */
  async finish(patienceMs = PATIENCE_MS): Promise<Ended> {
    let limit: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, failed) => {
      limit = setTimeout(
        () => failed(new Error(`still running after ${patienceMs} ms: ${this.output}`)),
        patienceMs
      );
    });
    try {
      return await Promise.race([this.ended, late]);
    } finally {
      clearTimeout(limit);
      this.child.kill('SIGKILL');
    }
  }
}
