// Starts the floor and the app as people start them: plain programs without a debugger, on the desktop of the test.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright/test';
import { EXAMPLE_ASSETS, type TokenAsset } from '../../electron/fake-okx/service/asset-rows';
import type { Choices } from '../../shared/schema/settings';
import { setUp } from '../desktop/app/command';
import { until } from '../desktop/app/deadline';
import { Desktop } from '../desktop/linux/desktop';
import { makeFolder, removeFolder } from '../desktop/app/folder';
import { Service, token } from '../desktop/app/okx';
import { appArguments, Program } from '../desktop/app/program';

const FLOOR = join(__dirname, 'floor');
/** The window is closed through this port, as by its frame: both sides use it, so that neither has an advantage. */
const PORT = '--remote-debugging-port=0';
const CHAINS = ['1', '8453', '137', '10', '42161'];

/** Time in ms until memory and processor use are stable. */
export const REST_MS = 6000;

export const rest = (ms = REST_MS): Promise<void> => new Promise(resume => setTimeout(resume, ms));

/** As many holdings as a busy wallet has; prices change a little with each `poll`. */
export function holdingsOf(count: number, poll = 0): TokenAsset[] {
  const made = Array.from({ length: count - EXAMPLE_ASSETS.length }, (_, at) =>
    token({
      chainIndex: CHAINS[at % CHAINS.length] ?? '1',
      tokenAddress: `0x${(at + 1).toString(16).padStart(40, '0')}`,
      symbol: `TOK${at}`,
      balance: `${1 + (at % 97)}.250000000000000${at % 9}`,
      tokenPrice: `${2 + (at % 31)}.${50 + ((at % 20 === 0 ? poll : 0) % 40)}`
    })
  );
  return [...EXAMPLE_ASSETS, ...made];
}

export class Runner {
  private constructor(
    readonly desktop: Desktop,
    readonly program: Program,
    readonly profile: string,
    /** Time from spawn to the registration of the tray icon, ms. */
    readonly toTrayMs: number,
    readonly startedAt: number
  ) {}

  static async floor(): Promise<Runner> {
    const profile = makeFolder('floor');
    return Runner.start(profile, [PORT, FLOOR, `--user-data-dir=${profile}`], {});
  }

  /** Starts the app in the tray only, on a profile with one wallet. */
  static async app(service: Service): Promise<Runner> {
    return Runner.open(await Runner.profile(service));
  }

  /** Makes a profile with one wallet; `choices`: of the settings. */
  static async profile(service: Service, choices: Partial<Choices> = {}): Promise<string> {
    const profile = makeFolder('bench');
    const { status, stderr } = await setUp(profile, service.setUpText());
    if (status !== 0) throw new Error(`setup ended with ${status}: ${stderr}`);
    const file = join(profile, 'config.json');
    const settings = JSON.parse(readFileSync(file, 'utf8')) as { readonly choices?: object };
    writeFileSync(file, JSON.stringify({ ...settings, choices: { ...settings.choices, ...choices } }));
    return profile;
  }

  static async open(profile: string): Promise<Runner> {
    return Runner.start(profile, [PORT, ...appArguments(profile, ['--hidden'])], {});
  }

  private static async start(profile: string, args: string[], environment: object): Promise<Runner> {
    const desktop = await Desktop.start();
    const startedAt = performance.now();
    const program = new Program(args, { ...environment });
    await desktop.tray();
    return new Runner(desktop, program, profile, performance.now() - startedAt, startedAt);
  }

  get pid(): number {
    return this.program.child.pid ?? 0;
  }

  /** Time in ms from the start until the menu first shows a total. */
  async totalMs(): Promise<number> {
    await this.desktop.row(/^\$/);
    return performance.now() - this.startedAt;
  }

  openWindow(): Promise<void> {
    return this.desktop.clickMenu(/^Open/);
  }

  /**
   * Closes the window as its frame does; gives the ms from the start of the page to the first paint with content, or
   * null.
   */
  async closeWindow(): Promise<number | null> {
    const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(this.program.output)?.[1];
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
    const page = await until('the page of the window', () => browser.contexts()[0]?.pages()[0]);
    const paintedMs = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null
    );
    await page.close();
    await browser.close();
    return paintedMs;
  }

  async end(): Promise<void> {
    await this.close();
    await removeFolder(this.profile);
  }

  /** The profile stays. */
  async close(): Promise<void> {
    await this.program.kill();
    this.desktop.stop();
  }
}
