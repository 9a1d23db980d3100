// Joins the desk, the desktop and the open profile: what one of them tells, the others do.
import { app } from 'electron';
import { join } from 'node:path';
import { writeLog } from './adapters/log';
import { giveMemoryBack } from './adapters/memory';
import { servePages } from './adapters/pages';
import { ORIGIN, workAreas } from './adapters/window';
import type { Bugs } from './bugs';
import { actionOf, type ActingCommand } from './core/acting';
import { noticesTaken } from './core/keep';
import type { TrayAction } from './core/menu-row';
import { remembered, type Rect } from './core/placement';
import { Desk } from './desk';
import { makeParts, type PartsOptions } from './desk-parts';
import { DesktopWatch } from './desktop-watch';
import type { Flags } from './flags';
import type { Choices } from '../shared/settings';
import type { Profile, ProfileKind } from './profile';
import { ProfileSlot } from './profile-slot';
import { WindowCare } from './window-care';

const SECOND_MS = 300;
const WINDOW_GONE_MS = 1000;

export class Stage {
  readonly desk: Desk;
  readonly #watch: DesktopWatch;
  readonly #slot: ProfileSlot;
  readonly #care = new WindowCare({
    open: look => this.desk.open(undefined, look),
    giveUp: note => void this.desk.tellOwn(note)
  });
  readonly #attend = () => this.#slot.current?.app.attentionChanged();
  #isOver = false;
  #hasToldNoTray = false;

  constructor(readonly options: { folder: string; flags: Flags; bugs: Bugs }) {
    const { bugs } = options;
    const parts = makeParts(this.#partsOptions());
    this.#watch = new DesktopWatch({
      tray: parts.tray,
      power: parts.power,
      onTroubles: this.#attend,
      onNoticesTaken: () => this.#slot.current?.app.learn(noticesTaken),
      onNoTray: () => void (this.desk.parts.window.isOpen() || this.#tellNoTray())
    });
    bugs.onChange = this.#attend;
    const troubles = () => [...this.#watch.troubles(), ...bugs.troubles()];
    this.desk = new Desk(parts, { troubles, survey: () => this.#watch.survey() });
    this.#slot = new ProfileSlot({ ...options, desk: this.desk });
    servePages(join(__dirname, '../renderer'));
  }

  async open(kind: ProfileKind): Promise<void> {
    const { answerCalls } = await import('./adapters/ipc');
    answerCalls(ORIGIN, (name, request) => this.#answer(name, request));
    await this.#slot.load(kind);
    const { pictures, isAll, isOnce, isHidden } = this.options.flags;
    // Shown to nobody, the window waits until a notification went to the desktop: a focused one would take it in.
    if (!isHidden && !isOnce) this.desk.open();
    this.#slot.current?.app.tick();
    await this.#watch.start();
    if (pictures && this.#slot.current) {
      const { exhibit } = await import('./exhibit');
      await exhibit(this.#slot.current, this.desk, pictures, isAll);
      if (isOnce) app.quit();
    }
  }

  async end(): Promise<void> {
    this.#isOver = true;
    const { window, popover, tray } = this.desk.parts;
    const windowPlace = window.bounds();
    this.#watch.stop();
    for (const page of [popover, window]) page.destroy();
    await this.#slot.close();
    if (windowPlace) await this.#slot.current?.app.choose({ windowPlace });
    tray.destroy();
  }

  /** A second start shows the window; with a command it does what that says. */
  answerSecond(data: unknown): void {
    const command = (data as { command?: ActingCommand | null } | null)?.command ?? null;
    const action = actionOf(command, this.#choices?.isHidden ?? false);
    // Quitting at once would leave the second process without an answer, and it would believe that none was running.
    if (action) setTimeout(() => this.#act(action), action === 'quit' ? SECOND_MS : 0);
  }

  #partsOptions(): PartsOptions {
    return {
      onAttention: this.#attend,
      tray: { onAction: action => this.#act(action), onClick: icon => this.desk.click(icon) },
      window: {
        place: () => remembered(this.#choices?.windowPlace ?? null, workAreas()),
        onClosed: place => this.#closed(place),
        onFault: (fault, look) => this.#care.failed(fault, look),
        isFoundAgain: () => this.#isOver || this.#watch.hasTray(),
        onLastWayIn: () => this.#tellNoTray()
      },
      popover: {
        place: () => this.desk.popoverPlace,
        onFault: ({ reason }) => writeLog('error', `the popover failed: ${reason}`)
      },
      power: {
        onWake: () => this.#slot.current?.app.wake(),
        onLock: () => this.#locked(),
        onChange: this.#attend,
        onShutdown: () => app.quit()
      }
    };
  }

  async #answer(name: keyof Profile['calls'], request: unknown): Promise<unknown> {
    const calls = this.#slot.current?.calls;
    if (!calls) throw new Error('not open yet');
    const answer = await (calls[name] as (request: unknown) => Promise<unknown>)(request);
    if (name === 'state:read') setImmediate(() => this.desk.pageIsReady());
    return answer;
  }

  #act(action: TrayAction): void {
    if (this.#slot.current) this.#slot.current.act(action);
    else if (action === 'quit') app.quit();
  }

  get #choices(): Choices | undefined {
    return this.#slot.current?.app.model.settings.choices;
  }

  #locked(): void {
    const choices = this.#choices;
    if (choices?.hideOnLock && !choices.isHidden) void this.#slot.current?.app.choose({ isHidden: true });
  }

  #closed(windowPlace: Rect): void {
    const { app: open } = this.#slot.current ?? {};
    const choices = this.#choices;
    if (this.#isOver || !open || !choices) return;
    const isFirst = !choices.toldAboutTray && open.state.phase !== 'first-run' && this.#watch.hasTray();
    if (isFirst) void this.desk.tellOwn('closed');
    void open.choose({ windowPlace, toldAboutTray: choices.toldAboutTray || isFirst });
    setTimeout(giveMemoryBack, WINDOW_GONE_MS);
  }

  /** Once in a run: without an icon, whoever does not know how to come back is lost. */
  #tellNoTray(): void {
    if (!this.#hasToldNoTray) void this.desk.tellOwn('no-tray');
    this.#hasToldNoTray = true;
  }
}
