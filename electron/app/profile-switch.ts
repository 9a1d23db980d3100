// Holds the one open profile, and switches between the live profile and the demo.
import type { UncaughtErrors } from './uncaught-errors';
import type { Surfaces } from '../surfaces/surfaces';
import type { Arguments } from '../cli/arguments';
import { testOption } from '../profile/test-hooks';
import type { Profile, ProfileKind } from '../profile/running-profile';

const DEMO_INTERVAL_MS = 10_000;
const DEMO_SHOW_INTERVAL_MS = 2000;

export interface ProfileSwitchOptions {
  readonly folder: string;
  readonly args: Arguments;
  readonly uncaughtErrors: UncaughtErrors;
  readonly surfaces: Surfaces;
  /** While pictures are taken, nobody leaves the profile that is pictured. */
  readonly isHeld: () => boolean;
}

export class ProfileSwitch {
  #current: Profile | null = null;
  #isClosed = false;
  #lastChange = Promise.resolve();

  constructor(readonly options: ProfileSwitchOptions) {}

  get current(): Profile | null {
    return this.#current;
  }

  async load(kind: ProfileKind): Promise<void> {
    const { folder, surfaces } = this.options;
    const { openProfile } = await import('./open-profile');
    this.#current = await openProfile({
      kind,
      folder,
      surfaces,
      args: this.options.args,
      fixedIntervalMs: this.#fixedIntervalMs(kind),
      reopen: remove => void this.#reopen(remove),
      switchTo: other => void this.#switchTo(other)
    });
  }

  /** After this call, no further change of profiles starts. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#current?.stop();
  }

  /** Changes run one after the other: two at once would leave a profile behind that keeps polling. */
  #switchTo(kind: ProfileKind): Promise<void> {
    const change = async () => {
      if (this.#current?.kind === kind || this.#isClosed || this.options.isHeld()) return;
      const language = this.#current?.engine.model.settings.choices.language;
      await this.#current?.stop();
      await this.load(kind);
      const { engine } = this.#current ?? {};
      // The language is the person's, whichever profile they chose it in.
      if (language && engine && engine.model.settings.choices.language !== language)
        await engine.choose({ language });
      this.#current?.engine.tick();
    };
    const failed = (thrown: unknown) =>
      this.options.uncaughtErrors.record('the profile could not be changed', thrown);
    return (this.#lastChange = this.#lastChange.then(change).catch(failed));
  }

  /** Opens the profile again after `remove`. Calls and actions in between reach no profile, so nothing is written. */
  #reopen(remove: () => Promise<void>): Promise<void> {
    const { surfaces, uncaughtErrors } = this.options;
    const change = async () => {
      const profile = this.#current;
      if (!profile || this.#isClosed) return;
      this.#current = null;
      for (const page of [surfaces.parts.popover, surfaces.parts.window]) page.destroy();
      await profile.stop();
      await remove();
      await this.load(profile.kind);
      this.current?.engine.tick();
      surfaces.open();
    };
    const failed = (thrown: unknown) => uncaughtErrors.record('the profile could not be opened anew', thrown);
    return (this.#lastChange = this.#lastChange.then(change).catch(failed));
  }

  #fixedIntervalMs(kind: ProfileKind): number | null {
    const testInterval = testOption('TOKENTRAY_TEST_INTERVAL_MS');
    if (testInterval) return Number(testInterval);
    if (kind === 'live') return null;
    const isHurried = this.options.args.isOnce && !testOption('TOKENTRAY_TEST_CLOCK');
    return isHurried ? DEMO_SHOW_INTERVAL_MS : DEMO_INTERVAL_MS;
  }
}
