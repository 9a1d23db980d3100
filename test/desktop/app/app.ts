// Drives the built app with Playwright: its window, its main process, and its end.
import type { ChildProcess } from 'node:child_process';
import { _electron, type ElectronApplication, type Page } from 'playwright/test';
import { PATIENCE_MS, until } from './deadline';
import { inMain, type Ask } from './in-main';
import { appArguments, appEnvironment, electronPath, isSandboxed, type Environment } from './program';

export interface LaunchOptions {
  /** Options of the app, such as `--hidden`. */
  readonly options?: readonly string[];
  readonly environment?: Environment;
  /** The folder of another app than the project's. */
  readonly project?: string;
}

export class App {
  private printed = '';
  /** Stored here, because Playwright drops it when the app has ended. */
  private readonly child: ChildProcess;
  readonly ended: Promise<{ status: number | null }>;
  private readonly crashed = new Set<Page>();

  private constructor(private readonly electron: ElectronApplication) {
    this.child = electron.process();
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', bytes => (this.printed += String(bytes)));
    this.ended = new Promise(done => this.child.on('exit', status => done({ status })));
    const watch = (page: Page) => page.once('crash', () => this.crashed.add(page));
    electron.windows().forEach(watch);
    electron.on('window', watch);
  }

  static async launch(profile: string, { options = [], environment, project }: LaunchOptions): Promise<App> {
    const electron = await _electron.launch({
      executablePath: electronPath(),
      args: appArguments(profile, options, project),
      env: appEnvironment(environment),
      chromiumSandbox: isSandboxed,
      timeout: PATIENCE_MS
    });
    return new App(electron);
  }

  /** The output since Playwright was connected; the first lines of a start are missing. */
  get output(): string {
    return this.printed;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Gives the page of the only window, as soon as it exists. */
  page(): Promise<Page> {
    return until('a window', () => this.openPage());
  }

  /** Gives the page of the window that replaces this one. */
  pageAfter(lost: Page): Promise<Page> {
    return until('another window', () => {
      const page = this.openPage();
      return page !== lost && page;
    });
  }

  openPage(): Page | undefined {
    return this.electron.windows().find(page => !page.isClosed() && !this.crashed.has(page));
  }

  /** Says whether a person can see a window now. */
  isWindowVisible(): Promise<boolean> {
    return this.inMain(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some(window => window.isVisible() && !window.isMinimized())
    );
  }

  windowCount(): Promise<number> {
    return this.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  }

  /** Does what the close button of the window's frame does. */
  async closeWindow(): Promise<void> {
    await this.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  }

  async clipboardText(): Promise<string> {
    return this.inMain(({ clipboard }) => clipboard.readText());
  }

  /** Records the whole network activity of Chromium in this file, also the refused requests of the page. */
  async recordNetwork(file: string): Promise<void> {
    await this.inMain(
      ({ session }, path) => session.defaultSession.netLog.startLogging(path, { captureMode: 'everything' }),
      file
    );
  }

  async endRecord(): Promise<void> {
    await this.inMain(({ session }) => session.defaultSession.netLog.stopLogging());
  }

  /** Runs a function in the main process, for data that only this process has. */
  inMain<Result, Given>(ask: Ask<Result, Given>, given?: Given): Promise<Result> {
    return inMain(this.electron, ask, given);
  }

  /** Gives Chromium's processes besides the main one, by type, such as `GPU` or `Tab`. */
  processesOf(type: string): Promise<number[]> {
    return this.inMain(
      ({ app }, wanted) =>
        app.getAppMetrics().flatMap(({ type: kind, pid }) => (kind === wanted ? [pid] : [])),
      type
    );
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Throws an error in the main process that nothing catches. */
  async breakSomething(): Promise<void> {
    await this.inMain(() => {
      setTimeout(() => {
        throw new TypeError('planted');
      }, 0);
    });
  }

  /** Emits an event as the system would: `suspend`, `resume`, `shutdown`. */
  async tellPower(event: string): Promise<void> {
    await this.inMain(({ powerMonitor }, name) => void powerMonitor.emit(name as 'resume'), event);
  }

  /** Presses a key as a keyboard does; Playwright's keys go only to the page, without the window's own handling. */
  async pressKey(keyCode: string, modifier: 'control' | 'alt'): Promise<void> {
    await this.inMain(
      ({ BrowserWindow }, event) =>
        BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({ type: 'keyDown', ...event }),
      { keyCode, modifiers: [modifier] }
    );
  }

  /** Kills the app at once, so that it cannot write anything. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}
