// The built app under Playwright: its window, its main process, and its end.
import type { ChildProcess } from 'node:child_process';
import { _electron, type ElectronApplication, type Page } from 'playwright/test';
import { PATIENCE_MS, until } from './deadline';
import { inMain, type Ask } from './in-main';
import { appArguments, appEnvironment, electronPath, isSandboxed, type Environment } from './program';

export interface LaunchOptions {
  /** Of the app, such as `--hidden`. */
  readonly options?: readonly string[];
  readonly environment?: Environment;
  /** Another app than the project's. */
  readonly project?: string;
}

export class App {
  private printed = '';
  /** Kept: Playwright forgets it when the app has ended. */
  private readonly child: ChildProcess;
  readonly ended: Promise<{ status: number | null }>;

  private constructor(private readonly electron: ElectronApplication) {
    this.child = electron.process();
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', bytes => (this.printed += String(bytes)));
    this.ended = new Promise(done => this.child.on('exit', status => done({ status })));
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

  /** What it printed since Playwright had hold of it; the first lines of a start are missing. */
  get output(): string {
    return this.printed;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** The page of the one window, as soon as it is there. */
  page(): Promise<Page> {
    return until('a window', () => this.openPage());
  }

  openPage(): Page | undefined {
    return this.electron.windows().find(page => !page.isClosed());
  }

  /** Whether a person can see a window now. */
  isWindowVisible(): Promise<boolean> {
    return this.inMain(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some(window => window.isVisible() && !window.isMinimized())
    );
  }

  windowCount(): Promise<number> {
    return this.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  }

  /** What the close button of the window's frame does. */
  async closeWindow(): Promise<void> {
    await this.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  }

  async clipboardText(): Promise<string> {
    return this.inMain(({ clipboard }) => clipboard.readText());
  }

  /** All that Chromium does on the network, also what the page's requests are refused, into this file. */
  async recordNetwork(file: string): Promise<void> {
    await this.inMain(
      ({ session }, path) => session.defaultSession.netLog.startLogging(path, { captureMode: 'everything' }),
      file
    );
  }

  async endRecord(): Promise<void> {
    await this.inMain(({ session }) => session.defaultSession.netLog.stopLogging());
  }

  /** Runs in the main process: for what only that one knows. */
  inMain<Result, Given>(ask: Ask<Result, Given>, given?: Given): Promise<Result> {
    return inMain(this.electron, ask, given);
  }

  /** Chromium's processes beside the main one, by type, such as `GPU` or `Tab`. */
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

  /** A fault in the main process that nothing catches. */
  async breakSomething(): Promise<void> {
    await this.inMain(() => {
      setTimeout(() => {
        throw new TypeError('planted');
      }, 0);
    });
  }

  /** As the system tells it: `suspend`, `resume`, `shutdown`. */
  async tellPower(event: string): Promise<void> {
    await this.inMain(({ powerMonitor }, name) => void powerMonitor.emit(name as 'resume'), event);
  }

  /** As from the keyboard; Playwright's keys go to the page alone, past what the window does with them. */
  async pressKey(keyCode: string, modifier: 'control' | 'alt'): Promise<void> {
    await this.inMain(
      ({ BrowserWindow }, event) =>
        BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({ type: 'keyDown', ...event }),
      { keyCode, modifiers: [modifier] }
    );
  }

  /** At once and without a chance to write anything. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}
