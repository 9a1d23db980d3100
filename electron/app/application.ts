// Joins the desk, the desktop and the open profile: what one of them tells, the others do.
import { app } from 'electron';
import { join } from 'node:path';
import { writeLog } from '../adapters/storage/app-log';
import { servePages } from '../adapters/window/app-protocol';
import { ORIGIN, workAreas } from '../adapters/window/window';
import type { Bugs } from './uncaught-errors';
import { Closing, WindowCare } from '../surfaces/window-lifecycle';
import { withoutNotificationIssue } from '../core/engine/persistence';
import type { TrayAction } from '../core/tray/menu';
import { restoredPlacement } from '../core/system/window-placement';
import { Desk } from '../surfaces/surfaces';
import { makeParts, type PartsOptions } from '../surfaces/surface-parts';
import { DesktopWatch } from '../surfaces/linux-desktop';
import type { Flags } from '../cli/arguments';
import { placeOfLink } from './deep-links';
import { Native } from '../surfaces/system-integration';
import type { Profile, ProfileKind } from '../profile/running-profile';
import { ProfileSlot } from './profile-switch';
import { answerQuestion, askedBySecond } from './second-instance';

export class Stage {
  readonly desk: Desk;
  readonly #watch: DesktopWatch;
  readonly #native: Native;
  readonly #slot: ProfileSlot;
  readonly #care = new WindowCare({
    open: look => this.desk.open(undefined, look),
    giveUp: note => void this.desk.tellOwn(note)
  });
  readonly #attend = () => this.#slot.current?.app.attentionChanged();
  readonly #closing = new Closing({
    open: () => (this.#isOver ? null : (this.#slot.current?.app ?? null)),
    hasTray: () => this.#watch.hasTray(),
    tell: note => void this.desk.tellOwn(note)
  });
  #isOver = false;
  /** Waits for a profile. */
  #link: string | null;

  constructor(readonly options: { folder: string; flags: Flags; bugs: Bugs }) {
    const { bugs, flags } = options;
    this.#link = flags.link;
    const parts = makeParts(this.#partsOptions());
    this.#watch = new DesktopWatch({
      tray: parts.tray,
      power: parts.power,
      onTroubles: this.#attend,
      onNoticesTaken: () => this.#slot.current?.app.applyUpdate(withoutNotificationIssue),
      onNoTray: () => void (this.desk.parts.window.isOpen() || this.#closing.tellNoTray())
    });
    this.#native = new Native({ ...options, onPress: action => this.#act(action), onTroubles: this.#attend });
    bugs.onChange = this.#attend;
    const troubles = () => [this.#watch, bugs, this.#native].flatMap(each => each.troubles());
    this.desk = new Desk(parts, { troubles, survey: () => this.#watch.survey(), native: this.#native });
    this.#slot = new ProfileSlot({ ...options, desk: this.desk });
    servePages(join(__dirname, '../renderer'));
  }

  async open(kind: ProfileKind): Promise<void> {
    const { answerCalls } = await import('../adapters/window/ipc-server');
    answerCalls(ORIGIN, (name, request) => this.#answer(name, request));
    await this.#slot.load(kind);
    const { pictures, isAll, isOnce, isHidden } = this.options.flags;
    // Shown to nobody, the window waits until a notification went to the desktop: a focused one would take it in.
    if (this.#link !== null) this.showLink(this.#link);
    else if (!isHidden && !this.#native.isFromLogin && !isOnce) this.desk.open();
    this.#slot.current?.app.tick();
    await this.#watch.start();
    void this.#native.start();
    if (pictures && this.#slot.current) {
      const { exhibit } = await import('./screenshots/demo-show');
      await exhibit(this.#slot.current, this.desk, pictures, isAll);
      if (isOnce) app.quit();
    }
  }

  async end(): Promise<void> {
    this.#isOver = true;
    const { window, popover, tray } = this.desk.parts;
    const windowPlace = window.bounds();
    this.#watch.stop();
    this.#native.stop();
    for (const page of [popover, window]) page.destroy();
    await this.#slot.close();
    if (windowPlace) await this.#slot.current?.app.choose({ windowPlace });
    tray.destroy();
  }

  /** A second start shows the window; with a command it does what that says. */
  answerSecond(data: unknown): void {
    const asked = askedBySecond(data, this.#choices?.isHidden ?? false);
    if (asked && 'link' in asked) this.showLink(asked.link);
    else if (asked && 'question' in asked) answerQuestion(asked.question, () => this.#slot.current?.calls);
    else if (asked) setTimeout(() => this.#act(asked.action), asked.inMs);
  }

  showLink(text: string): void {
    const state = this.#slot.current?.app.state;
    if (state) this.desk.open(placeOfLink(text, state));
    else this.#link = text;
  }

  #partsOptions(): PartsOptions {
    return {
      onAttention: this.#attend,
      tray: { onAction: action => this.#act(action), onClick: icon => this.desk.click(icon) },
      window: {
        placement: () => restoredPlacement(this.#choices?.windowPlace ?? null, workAreas()),
        onClosed: place => this.#closing.closed(place),
        onFault: (fault, look) => this.#care.failed(fault, look),
        isReachableWhenClosed: () => this.#isOver || this.#watch.hasTray(),
        onClosePrevented: () => this.#closing.tellNoTray()
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

  get #choices() {
    return this.#slot.current?.app.model.settings.choices;
  }

  #locked(): void {
    const choices = this.#choices;
    if (choices?.hideOnLock && !choices.isHidden) void this.#slot.current?.app.choose({ isHidden: true });
  }
}
