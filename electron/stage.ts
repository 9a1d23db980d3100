// Holds the desk and the one open profile, and changes profiles. Light: what is heavy comes with the profile.
import { app } from 'electron';
import { join } from 'node:path';
import { writeLog } from './adapters/log';
import { createNotifier } from './adapters/notifier';
import { watchPower } from './adapters/power';
import { createTray } from './adapters/tray';
import { createWindow, ORIGIN, workAreas } from './adapters/window';
import { servePages } from './adapters/pages';
import type { TrayAction } from './core/menu-row';
import { remembered, type Rect } from './core/placement';
import { Desk } from './desk';
import { actionOf, type ActingCommand } from './core/acting';
import type { Flags } from './flags';
import type { Choices } from '../shared/settings';
import type { Profile, ProfileKind } from './profile';

const DEMO_INTERVAL_MS = 10_000;
const SHOWN_INTERVAL_MS = 2000;
const SECOND_MS = 300;

export class Stage {
  readonly desk: Desk;
  isOver = false;
  #profile: Profile | null = null;
  #changing = Promise.resolve();

  constructor(readonly options: { folder: string; flags: Flags }) {
    const tray = createTray({
      onAction: action => this.#act(action),
      onClick: icon => this.desk.click(icon)
    });
    const pages = {
      preload: join(__dirname, '../preload/index.js'),
      icon: join(app.getAppPath(), 'electron/resources/icon.png'),
      onAttention: () => this.#profile?.app.attentionChanged()
    };
    const window = createWindow({
      ...pages,
      kind: 'main',
      place: () => remembered(this.#choices?.windowPlace ?? null, workAreas()),
      onClosed: place => this.#closed(place)
    });
    const popover = createWindow({
      ...pages,
      kind: 'popover',
      place: () => this.desk.popoverPlace,
      onClosed: pages.onAttention
    });
    const power = watchPower({
      onWake: () => this.#profile?.app.wake(),
      onLock: () => this.#locked(),
      onChange: pages.onAttention
    });
    this.desk = new Desk({ tray, window, popover, notifier: createNotifier(), power });
    servePages(join(__dirname, '../renderer'));
  }

  async open(kind: ProfileKind): Promise<void> {
    const { answerCalls } = await import('./adapters/ipc');
    answerCalls(ORIGIN, (name, request) => this.#answer(name, request));
    await this.#load(kind);
    const { pictures, isAll, isOnce, isHidden } = this.options.flags;
    // Shown to nobody, the window waits until a notification went to the desktop: a focused one would take it in.
    if (!isHidden && !isOnce) this.desk.open();
    this.#profile?.app.tick();
    if (pictures && this.#profile) {
      const { exhibit } = await import('./exhibit');
      await exhibit(this.#profile, this.desk, pictures, isAll);
      if (isOnce) app.quit();
    }
  }

  async end(): Promise<void> {
    this.isOver = true;
    const windowPlace = this.desk.parts.window.bounds();
    this.desk.parts.popover.destroy();
    this.desk.parts.window.destroy();
    await this.#profile?.stop();
    if (windowPlace) await this.#profile?.app.choose({ windowPlace });
    this.desk.parts.tray.destroy();
  }

  /** A second start shows the window; with a command it does what that says. */
  answerSecond(data: unknown): void {
    const command = (data as { command?: ActingCommand | null } | null)?.command ?? null;
    const action = actionOf(command, this.#choices?.isHidden ?? false);
    // Quitting at once would leave the second process without an answer, and it would believe that none was running.
    if (action) setTimeout(() => this.#act(action), action === 'quit' ? SECOND_MS : 0);
  }

  async #load(kind: ProfileKind): Promise<void> {
    const { openProfile } = await import('./profile');
    this.#profile = await openProfile({
      kind,
      folder: this.options.folder,
      desk: this.desk,
      fixedIntervalMs: this.#fixedIntervalMs(kind),
      switchTo: other => void this.#change(other)
    });
  }

  /** One change after the other: two at once would leave a profile behind that goes on polling. */
  #change(kind: ProfileKind): Promise<void> {
    const change = async () => {
      if (this.#profile?.kind === kind || this.isOver) return;
      await this.#profile?.stop();
      await this.#load(kind);
      this.#profile?.app.tick();
    };
    const failed = (bug: unknown) => writeLog('error', 'the profile could not be changed', bug);
    return (this.#changing = this.#changing.then(change).catch(failed));
  }

  #fixedIntervalMs(kind: ProfileKind): number | null {
    const wish = app.isPackaged ? undefined : process.env['TOKENTRAY_TEST_INTERVAL_MS'];
    if (wish) return Number(wish);
    if (kind === 'live') return null;
    return this.options.flags.isOnce ? SHOWN_INTERVAL_MS : DEMO_INTERVAL_MS;
  }

  async #answer(name: keyof Profile['calls'], request: unknown): Promise<unknown> {
    if (!this.#profile) throw new Error('not open yet');
    const answer = await (this.#profile.calls[name] as (request: unknown) => Promise<unknown>)(request);
    if (name === 'state:read') setImmediate(() => this.desk.pageIsReady());
    return answer;
  }

  #act(action: TrayAction): void {
    if (this.#profile) this.#profile.act(action);
    else if (action === 'quit') app.quit();
  }

  get #choices(): Choices | undefined {
    return this.#profile?.app.model.settings.choices;
  }

  #locked(): void {
    const choices = this.#choices;
    if (choices?.hideOnLock && !choices.isHidden) void this.#profile?.app.choose({ isHidden: true });
  }

  #closed(windowPlace: Rect): void {
    const choices = this.#choices;
    if (this.isOver || !choices) return;
    const isFirst = !choices.toldAboutTray && this.#profile?.app.state.phase !== 'first-run';
    if (isFirst) this.desk.tellAboutTray();
    void this.#profile?.app.choose({ windowPlace, toldAboutTray: choices.toldAboutTray || isFirst });
  }
}
