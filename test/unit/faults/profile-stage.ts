// Runs the app on a profile's files as a normal user, in a process of its own, also when the tests are run by root.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, lchownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import type { Choices } from '../../../shared/schema/settings';
import type { AppState } from '../../../shared/schema/app-state';

export interface Command {
  readonly deed: 'open' | 'poll' | 'reread' | 'choose' | 'note' | 'total' | 'settle' | 'log';
  readonly change?: Partial<Choices>;
}

/** What a person would see, and what was asked. */
export interface View extends Pick<AppState, 'phase' | 'issues' | 'choices'> {
  readonly total: string;
  readonly takenAt: number | null;
  readonly wallets: number;
  readonly points: number;
  /** Of the last `tokentray total`. */
  readonly status: number | null;
  /** Of the last point. */
  readonly tokens: number;
  /** Of the activity, as its file has them. */
  readonly entries: number;
  /** Requests since the process began. */
  readonly asked: number;
  readonly origin: string;
  readonly log: string[];
}

const NOBODY = 65_534;
export const isRoot = process.getuid?.() === 0;
const owner = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

/** One file that plain node runs. Gives its path in a folder that everybody may read. `entry`: beside this file. */
export async function builtProcess(entry = 'profile-process.ts'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tokentray-process-'));
  const electron = join(folder, 'electron.mjs');
  // The settings' library looks for an Electron and does without.
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

export class ProfileStage {
  /** The profile's, below a folder that belongs to nobody else. */
  readonly folder = join(mkdtempSync(join(tmpdir(), 'tokentray-profile-')), 'profile');
  #child: ChildProcess | null = null;
  #answers: AsyncIterator<string> | null = null;
  complaints = '';

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

  /** As somebody with an editor would write it. */
  put(name: string, text: string): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
    this.#give(dirname(this.path(name)));
    this.#give(this.path(name));
  }

  /** Takes the right to read it, or gives it back. Root's own file is nobody's to read. */
  forbid(name: string, isForbidden = true): void {
    if (isRoot) chownSync(this.path(name), isForbidden ? 0 : NOBODY, isForbidden ? 0 : NOBODY);
    chmodSync(this.path(name), isForbidden ? 0 : 0o600);
  }

  /** The folder takes no new file and gives none away. */
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

  /** The file that was set aside in place of `stem`, by its whole name. */
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

  async do(deed: Command['deed'], change?: Partial<Choices>): Promise<View> {
    this.#child!.stdin!.write(`${JSON.stringify({ deed, change } satisfies Partial<Command>)}\n`);
    const { value, done } = await this.#answers!.next();
    if (done) throw new Error(`the process ended: ${this.complaints}`);
    return JSON.parse(value) as View;
  }

  /** A profile with a wallet, polled twice, and then a start anew. */
  async settled(): Promise<View> {
    await this.start();
    for (const deed of ['settle', 'open', 'poll', 'poll'] as const) await this.do(deed);
    return await this.do('open');
  }

  /** No file can be made or grow any more: what a full disk does, for this process alone. */
  fillDisk(): void {
    this.#limit('1:');
  }

  freeDisk(): void {
    this.#limit('unlimited:');
  }

  /** The soft limit of a file's size, bytes. */
  #limit(size: string): void {
    // By the same user: others need a right that containers seldom have.
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
