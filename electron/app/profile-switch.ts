// The one open profile, and the change from one to the other. What is heavy comes with the profile.
import type { Bugs } from './uncaught-errors';
import type { Desk } from '../surfaces/surfaces';
import type { Flags } from '../cli/arguments';
import { testWish } from '../profile/test-hooks';
import type { Profile, ProfileKind } from '../profile/running-profile';

const DEMO_INTERVAL_MS = 10_000;
const SHOWN_INTERVAL_MS = 2000;

export interface SlotOptions {
  readonly folder: string;
  readonly flags: Flags;
  readonly bugs: Bugs;
  readonly desk: Desk;
}

export class ProfileSlot {
  #current: Profile | null = null;
  #isClosed = false;
  #changing = Promise.resolve();

  constructor(readonly options: SlotOptions) {}

  get current(): Profile | null {
    return this.#current;
  }

  async load(kind: ProfileKind): Promise<void> {
    const { folder, desk } = this.options;
    const { openProfile } = await import('./open-profile');
    this.#current = await openProfile({
      kind,
      folder,
      desk,
      flags: this.options.flags,
      fixedIntervalMs: this.#fixedIntervalMs(kind),
      anew: remove => void this.#anew(remove),
      switchTo: other => void this.#change(other)
    });
  }

  /** No change of profiles after this. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#current?.stop();
  }

  /** One change after the other: two at once would leave a profile behind that goes on polling. */
  #change(kind: ProfileKind): Promise<void> {
    const change = async () => {
      if (this.#current?.kind === kind || this.#isClosed) return;
      await this.#current?.stop();
      await this.load(kind);
      this.#current?.app.tick();
    };
    const failed = (bug: unknown) => this.options.bugs.note('the profile could not be changed', bug);
    return (this.#changing = this.#changing.then(change).catch(failed));
  }

  /** Opens the profile once more after `remove`. What closes, calls or acts in between reaches no profile, so that nothing is written. */
  #anew(remove: () => Promise<void>): Promise<void> {
    const { desk, bugs } = this.options;
    const change = async () => {
      const open = this.#current;
      if (!open || this.#isClosed) return;
      this.#current = null;
      for (const page of [desk.parts.popover, desk.parts.window]) page.destroy();
      await open.stop();
      await remove();
      await this.load(open.kind);
      this.current?.app.tick();
      desk.open();
    };
    const failed = (bug: unknown) => bugs.note('the profile could not be opened anew', bug);
    return (this.#changing = this.#changing.then(change).catch(failed));
  }

  #fixedIntervalMs(kind: ProfileKind): number | null {
    const wish = testWish('TOKENTRAY_TEST_INTERVAL_MS');
    if (wish) return Number(wish);
    if (kind === 'live') return null;
    const isHurried = this.options.flags.isOnce && !testWish('TOKENTRAY_TEST_CLOCK');
    return isHurried ? SHOWN_INTERVAL_MS : DEMO_INTERVAL_MS;
  }
}
