// Runs the app on a profile's files as a normal user, in a process of its own, also when the tests are run by root.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, lchownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { expect, vi } from 'vitest';
import type { Choices } from '../../../shared/schema/settings';
import type { AppState } from '../../../shared/schema/app-state';

export interface Command {
  readonly action: 'open' | 'poll' | 'reread' | 'choose' | 'note' | 'total' | 'settle' | 'log';
  readonly change?: Partial<Choices>;
}

/** What a person would see, and the number of requests. */
export interface View extends Pick<AppState, 'phase' | 'issues' | 'choices'> {
  readonly total: string;
  readonly takenAt: number | null;
  readonly wallets: number;
  readonly points: number;
  /** The exit status of the last `tokentray total`. */
  readonly status: number | null;
  /** The number of tokens of the last point. */
  readonly tokens: number;
  /** The number of activity entries in the file. */
  readonly entries: number;
  /** The number of requests since the process started. */
  readonly requestCount: number;
  readonly origin: string;
  readonly log: string[];
}

const NOBODY = 65_534;
export const isRoot = process.getuid?.() === 0;
const owner = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

/**
 * Builds one file for plain node. Gives its path in a folder that every user may read. `entry`: a file in this folder.
 */
export async function builtProcess(entry = 'profile-process.ts'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tokentray-process-'));
  const electron = join(folder, 'electron.mjs');
  // The settings library looks for Electron and works without it.
  writeFileSync(electron, 'export default {}; export const app = undefined;');
  await build({
    configFile: false,
    logLevel: 'silent',
    root: process.cwd(),
    resolve: { alias: { electron } },
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, entry),
      outDir: join(folder, 'built'),
      emptyOutDir: false,
      minify: false,
      rollupOptions: { output: { entryFileNames: 'process.mjs' } }
    }
  });
  for (const path of [folder, join(folder, 'built')]) chmodSync(path, 0o755);
  return join(folder, 'built', 'process.mjs');
}

export class TestProfile {
  /** The folder of the profile, below a folder that belongs to no other profile. */
  readonly folder = join(mkdtempSync(join(tmpdir(), 'tokentray-profile-')), 'profile');
  #child: ChildProcess | null = null;
  #answers: AsyncIterator<string> | null = null;
  private complaints = '';

  constructor(readonly script: string) {
    mkdirSync(this.folder);
    for (const path of [dirname(this.folder), this.folder]) this.#give(path);
  }

  #give(path: string): void {
    if (isRoot) lchownSync(path, NOBODY, NOBODY);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Writes a file as a person with an editor would. */
  put(name: string, text: string): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
    this.#give(dirname(this.path(name)));
    this.#give(this.path(name));
  }

  /** Removes or restores the right to read the file. A file of root can be read by no other user. */
  forbid(name: string, isForbidden = true): void {
    if (isRoot) chownSync(this.path(name), isForbidden ? 0 : NOBODY, isForbidden ? 0 : NOBODY);
    chmodSync(this.path(name), isForbidden ? 0 : 0o600);
  }

  /** Puts a pipe, or a link to a device whose reading never ends, in the place of the file. */
  replaceBy(what: 'pipe' | 'device', name: string): void {
    rmSync(this.path(name), { force: true });
    if (what === 'pipe') spawnSync('mkfifo', [this.path(name)]);
    else symlinkSync('/dev/zero', this.path(name));
    this.#give(this.path(name));
  }

  isReplaced(name: string): boolean {
    return !statSync(this.path(name)).isFile();
  }

  /** Locks the folder: no file can be created in it or removed from it. */
  lock(isLocked = true): void {
    chmodSync(this.folder, isLocked ? 0o500 : 0o700);
  }

  text(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** All names below the profile, without those of the log. */
  names(): string[] {
    const all = readdirSync(this.folder, { recursive: true }) as string[];
    return all.filter(name => !name.startsWith('logs')).sort();
  }

  /** The full name of the file that was set aside in place of `stem`. */
  aside(stem: string, mark = 'damaged'): string {
    const found = this.names().find(name => name.startsWith(`${stem}.${mark}-`));
    if (!found) throw new Error(`nothing was set aside for ${stem}: ${this.names().join(' ')}`);
    return found;
  }

  async start(): Promise<View> {
    const child = spawn(process.execPath, [this.script, this.folder], {
      ...owner,
      cwd: '/',
      stdio: ['pipe', 'pipe', 'pipe']
    });
    child.stderr.on('data', bytes => (this.complaints += String(bytes)));
    this.#child = child;
    this.#answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return await this.do('log');
  }

  async do(action: Command['action'], change?: Partial<Choices>): Promise<View> {
    this.#child!.stdin!.write(`${JSON.stringify({ action, change } satisfies Partial<Command>)}\n`);
    const { value, done } = await this.#answers!.next();
    if (done) throw new Error(`the process ended: ${this.complaints}`);
    return JSON.parse(value) as View;
  }

  /** Resolves when the process has printed this text on standard error, which comes by a pipe of its own. */
  async complained(text: string): Promise<void> {
    await vi.waitFor(() => expect(this.complaints).toContain(text), { timeout: 15_000, interval: 10 });
  }

  /** A profile with a wallet, polled twice and started again. */
  async settled(): Promise<View> {
    await this.start();
    for (const action of ['settle', 'open', 'poll', 'poll'] as const) await this.do(action);
    return await this.do('open');
  }

  /** No file can be created or grow any more: as on a full disk, for this process only. */
  fillDisk(): void {
    this.#limit('1:');
  }

  freeDisk(): void {
    this.#limit('unlimited:');
  }

  /** Sets the soft limit of a file's size, bytes. */
  #limit(size: string): void {
    // Runs as the same user: another user needs a right that containers seldom have.
    const words = ['--pid', String(this.#child!.pid), `--fsize=${size}`];
    const { status } = spawnSync('prlimit', words, owner);
    if (status !== 0) throw new Error('prlimit failed');
  }

  async end(): Promise<void> {
    this.#child?.kill('SIGKILL');
    spawnSync('chmod', ['-R', 'u+rwX', this.folder]);
    rmSync(dirname(this.folder), { recursive: true, force: true, maxRetries: 5 });
  }
}
