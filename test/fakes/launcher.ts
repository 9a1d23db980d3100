// The launcher of the command line on a profile of its own, beside the parts of the app that lay answers ready for it.
// A test imports it first: it replaces the writing to standard output, and the store that looks for an Electron.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, vi } from 'vitest';
import { createReadyAnswers } from '../../electron/app/ready-answers';
import { parseArguments } from '../../electron/cli/arguments';
import type { ReadCommand } from '../../electron/cli/commands';
import { runReadCommand } from '../../electron/commands/read';
import { Engine } from '../../electron/core/engine/engine';
import { openStores } from '../../electron/profile/stores';
import { startWorld, type AppWorld } from './app-world';
import { memoryDoubting } from './doubts';
import { answered, DAY_MS, failed, holdingOf, MINUTE_MS, NOW, usdc } from './holdings';
import { ETH, writeProfile } from './stored-profile';

const LAUNCHER = resolve('electron/resources/linux/tokentray.sh');
/** What stands for the app that is started when there is no answer. */
export const STARTED = 99;
export const STALE_MS = 11 * MINUTE_MS;
/** When this computer started; its clock was not set since. */
export const BOOT = NOW - 3 * DAY_MS - 120;
export const VERSION = '1.2.3';

let printed = '';
vi.mock('node:fs', async load => {
  const fs = await load<typeof import('node:fs')>();
  const writeSync = (descriptor: number, text: Buffer | string) => {
    if (descriptor > 2) return fs.writeSync(descriptor, text as string);
    printed += text.toString();
    return text.length;
  };
  return { ...fs, writeSync };
});
// The real one loads Electron.
vi.mock('electron-store', () => ({
  default: class {
    constructor(readonly options: { cwd: string }) {}
    set store(settings: unknown) {
      writeFileSync(join(this.options.cwd, 'config.json'), JSON.stringify(settings));
    }
  }
}));

export type State = 'fresh' | 'stale' | 'error' | 'hidden' | 'checking' | 'none' | 'paused';
export const STATES: readonly State[] = ['fresh', 'stale', 'error', 'hidden', 'checking', 'none', 'paused'];

export interface Output {
  status: number | null;
  out: string;
}

export const isLeftToApp = ({ status, out }: Output) => status === STARTED && out.startsWith('started: ');
export const uptimeAt = (at: number) => ((at - BOOT) / 1000).toFixed(2);
export const kernelStat = (boot: number) =>
  `cpu  1 2 3\nintr 9 0 0\nctxt 1\nbtime ${Math.floor(boot / 1000)}\nprocesses 1\n`;

export class Launcher {
  readonly home = mkdtempSync(join(tmpdir(), 'tokentray-launcher-'));
  readonly app = join(this.home, 'bin/the app');
  readonly script = join(this.home, 'bin/tokentray');
  folder = join(this.home, 'x y’$(id)"', 'Tokentray');
  engine!: Engine;
  isDiskFull = false;
  isLogExpected = false;
  /** Settings are written when it resolves. */
  disk = Promise.resolve();

  private constructor(readonly world: AppWorld) {}

  static async create(): Promise<Launcher> {
    const launcher = new Launcher(await startWorld());
    const { home, folder, app, script } = launcher;
    mkdirSync(join(folder, 'ready'), { recursive: true, mode: 0o700 });
    for (const name of ['bin', 'proc', 'etc']) mkdirSync(join(home, name));
    writeFileSync(app, `#!/bin/sh\necho "started: $*"\nexit ${STARTED}\n`, { mode: 0o755 });
    writeFileSync(join(home, 'bin/date'), '#!/bin/sh\necho "$SHOWN"\n', { mode: 0o755 });
    writeFileSync(join(home, 'proc/stat'), kernelStat(BOOT));
    const packed = readFileSync(LAUNCHER, 'utf8')
      .replace(/^app=''$/m, () => `app='${app}'`)
      .replace(/^version=''$/m, `version='${VERSION}'`)
      .replaceAll(/\/proc\/(uptime|stat)/g, '$SHOWN_IN/$1')
      .replace('[ ! /etc -nt', '[ ! "$SHOWN_IN/../etc" -nt');
    writeFileSync(script, packed, { mode: 0o755 });
    return launcher;
  }

  async remove(): Promise<void> {
    vi.useRealTimers();
    await this.world.close();
    rmSync(this.home, { recursive: true, force: true });
  }

  async store(state: State): Promise<void> {
    const odd = holdingOf({ tokenAddress: '0xe', symbol: 'Á<▁\\n%s`&"', balance: '1' });
    const good = answered([ETH, usdc(), odd]);
    if (state === 'none') return await writeProfile(this.folder, {}, []);
    if (state === 'error') return await writeProfile(this.folder, {}, [good, failed('key-unknown')]);
    const choices = { isHidden: state === 'hidden', pausedUntil: state === 'paused' ? NOW + DAY_MS : 0 };
    if (state !== 'checking') return await writeProfile(this.folder, choices, [good]);
    const verification = memoryDoubting(usdc().id, 'missing', { doubt: { since: NOW - 2 * MINUTE_MS } });
    await writeProfile(this.folder, choices, [good], verification);
  }

  /** The app reads the files at this moment, and lays its answers ready. */
  async openApp(at: number, program: readonly string[] | null = [this.app]): Promise<void> {
    const { folder, world } = this;
    world.at = at;
    const stores = openStores(folder);
    const settings: typeof stores.settings = {
      ...stores.settings,
      write: async content => {
        await this.disk;
        if (this.isDiskFull) throw new Error('ENOSPC');
        return await stores.settings.write(content);
      }
    };
    const answers = createReadyAnswers({
      folder,
      version: VERSION,
      program,
      clock: world.world.clock,
      uptimeMs: () => world.at - BOOT,
      log: thrown => expect(this.isLogExpected, String(thrown)).toBe(true)
    });
    this.engine = new Engine({ ...world.world, ...stores, settings, answers });
    await this.engine.load();
  }

  launch(words: readonly string[], at: number, env: Record<string, string> = {}): Output {
    const { status, stdout, stderr } = spawnSync(this.script, words, {
      env: { ...this.surroundings(String(at)), ...env },
      encoding: 'utf8'
    });
    expect(stderr).toBe('');
    return { status, out: stdout };
  }

  /** `at`: by the clock of the `date` program; the kernel's is not there. */
  surroundings(at: string) {
    return {
      PATH: `${join(this.home, 'bin')}:${process.env['PATH']}`,
      ...(process.env['TZ'] && { TZ: process.env['TZ'] }),
      XDG_CONFIG_HOME: join(this.folder, '..'),
      SHOWN: at,
      SHOWN_IN: ''
    };
  }

  /**
   * Each line of `calls`: a moment by the kernel's clock, a command, a format. All in one shell: starting a process from
   * here is slow.
   */
  launchAll(calls: readonly (readonly [at: number, name: string, format: string])[]): Output[] {
    const script = `while read -r uptime name format; do
      printf '%s 1.00\\n' "$uptime" >"$SHOWN_IN/uptime"
      "$0" "$name" --format "$format" 2>&1; printf '\\001%s\\002' $?
    done`;
    const { stdout } = spawnSync('sh', ['-c', script, this.script], {
      env: { ...this.surroundings(''), SHOWN_IN: join(this.home, 'proc') },
      input: calls.map(([at, ...call]) => `${[uptimeAt(at), ...call].join(' ')}\n`).join(''),
      encoding: 'utf8',
      maxBuffer: 1e9
    });
    return stdout
      .split('\u0002')
      .slice(0, -1)
      .map(part => part.split('\u0001'))
      .map(([out = '', status]) => ({ status: Number(status), out }));
  }

  /** What the app itself prints at this moment. */
  command(words: readonly string[], at: number): Output {
    vi.useFakeTimers({ now: at, toFake: ['Date'] });
    printed = '';
    const args = parseArguments(words);
    const status = runReadCommand(args.command as ReadCommand, args, this.folder, VERSION, [this.app]);
    vi.useRealTimers();
    return { status, out: printed };
  }
}
