// The main process of the built app in the soak: started so that garbage collection can be forced, and measured from
// inside and outside.
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { _electron, type ElectronApplication } from 'playwright/test';
import { PATIENCE_MS } from '../desktop/app/deadline';
import { inMain } from '../desktop/app/in-main';
import { appArguments, appEnvironment, electronPath, isSandboxed } from '../desktop/app/program';

const MEGABYTE = 2 ** 20;

/** Memory is in MB, everything else is a count. */
export interface Measure {
  readonly heap: number;
  readonly pss: number;
  readonly files: number;
  readonly sockets: number;
  readonly timers: number;
  readonly others: number;
  readonly listeners: number;
}

export class MainProcess {
  readonly #pid: number;

  private constructor(readonly electron: ElectronApplication) {
    this.#pid = electron.process().pid!;
  }

  static async start(profile: string, environment: Record<string, string>): Promise<MainProcess> {
    const electron = await _electron.launch({
      executablePath: electronPath(),
      args: ['--js-flags=--expose-gc', ...appArguments(profile, [])],
      env: appEnvironment(environment),
      chromiumSandbox: isSandboxed,
      timeout: PATIENCE_MS
    });
    return new MainProcess(electron);
  }

  isWindowVisible(): Promise<boolean> {
    return inMain(this.electron, ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some(window => window.isVisible())
    );
  }

  async closeWindow(): Promise<void> {
    await inMain(this.electron, ({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.close();
    });
  }

  /** Measured after a garbage collection, so that only reachable memory counts. */
  async measure(): Promise<Measure> {
    const inside = await inMain(
      this.electron,
      async ({ app, ipcMain, nativeTheme, powerMonitor, screen }) => {
        for (let sweep = 0; sweep < 3; sweep++) {
          (globalThis as { gc?: () => void }).gc?.();
          await new Promise(resume => setTimeout(resume, 50));
        }
        const emitters: NodeJS.EventEmitter[] = [app, ipcMain, nativeTheme, powerMonitor, screen, process];
        const listenersOf = (one: NodeJS.EventEmitter) =>
          one.eventNames().reduce((sum, name) => sum + one.listenerCount(name), 0);
        return {
          heap: process.memoryUsage().heapUsed,
          // eslint-disable-next-line n/no-unsupported-features/node-builtins -- experimental, and there since Node 17.3
          resources: process.getActiveResourcesInfo(),
          listeners: emitters.reduce((sum, one) => sum + listenersOf(one), 0)
        };
      }
    );
    const isTimer = (name: string) => name === 'Timeout' || name === 'Immediate';
    const files = this.#openFiles();
    return {
      heap: inside.heap / MEGABYTE,
      pss: this.#pssKilobytes() / 1024,
      files: files.length,
      sockets: files.filter(target => target.startsWith('socket:')).length,
      timers: inside.resources.filter(isTimer).length,
      others: inside.resources.filter(name => !isTimer(name)).length,
      listeners: inside.listeners
    };
  }

  #openFiles(): string[] {
    const folder = `/proc/${this.#pid}/fd`;
    return readdirSync(folder).flatMap(name => {
      try {
        return [readlinkSync(`${folder}/${name}`)];
      } catch {
        return [];
      }
    });
  }

  #pssKilobytes(): number {
    const text = readFileSync(`/proc/${this.#pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1]);
  }

  async kill(): Promise<void> {
    const child = this.electron.process();
    const ended = new Promise(done => child.once('exit', done));
    child.kill('SIGKILL');
    await ended;
  }
}
