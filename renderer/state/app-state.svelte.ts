// Holds the app state as read and pushed by the main process, and sends calls to the main process.
import type { CallName } from '../../shared/ipc/channels';
import type { Request, Response } from '../../shared/ipc/contract';
import type { Notification } from '../../shared/schema/activity';
import { setLanguage } from '../../shared/domain/language';
import { pushedState, type StatePush } from '../../shared/ipc/state-push';
import type { AppState } from '../../shared/schema/app-state';
import { reuseUnchanged } from './structural-sharing';
import { call, on } from './bridge';

/** Asks the main process; null means a bug there, which has been shown already. */
export type CallMain = <Name extends CallName>(
  name: Name,
  request: Request<Name>
) => Promise<Response<Name> | null>;

export class Model {
  #app = $state.raw<AppState | null>(null);
  #notification = $state.raw<Notification | null>(null);
  #hasInternalError = $state(false);
  /** Of the last push; null: what is here was read, or a push did not fit, so the next must be whole. */
  #revision: number | null = null;
  #isReading = false;
  #hasMissed = false;

  /** Null until the first answer, a few milliseconds after the window opened. */
  get app(): AppState | null {
    return this.#app;
  }

  /** The notice that the window shows in place of the system. */
  get notification(): Notification | null {
    return this.#notification;
  }

  /** A fault of ours that nobody has dismissed yet. */
  get hasInternalError(): boolean {
    return this.#hasInternalError;
  }

  /** Listens before it reads, so that no push between the two is lost. Gives back a function that ends it. */
  start(): () => void {
    const stops = [
      on('state:changed', text => this.#applyPush(JSON.parse(text) as StatePush)),
      on('notice:shown', notification => (this.#notification = notification))
    ];
    void this.#read();
    return () => stops.forEach(stop => stop());
  }

  #applyPush(push: StatePush): void {
    if (push.baseRevision !== null && push.baseRevision !== this.#revision) {
      this.#hasMissed = true;
      void this.#read();
      return;
    }
    this.#revision = push.revision;
    this.#hasMissed = false;
    this.#setState(pushedState(this.#app?.portfolio.holdings ?? [], push));
  }

  /** The whole state; again when a push came meanwhile that could not be used. */
  async #read(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    do {
      this.#hasMissed = false;
      const revision = this.#revision;
      const answer = await this.callMain('state:read', {});
      if (!answer) break;
      // A whole push that came while this was on its way is newer.
      if (this.#revision !== revision) continue;
      this.#revision = null;
      this.#setState(JSON.parse(answer.text) as AppState);
    } while (this.#hasMissed);
    this.#isReading = false;
  }

  #setState(app: AppState): void {
    setLanguage(app.language);
    // A push leaves rows that did not change as they are; to compare thousands once more would cost as much as reading them.
    this.#app = this.#app ? reuseUnchanged(this.#app, app, 'holdings') : app;
  }

  dismissNotification(): void {
    this.#notification = null;
  }

  dismissInternalError(): void {
    this.#hasInternalError = false;
  }

  callMain: CallMain = async (name, request) => {
    try {
      return await call(name, request);
    } catch {
      this.#hasInternalError = true;
      return null;
    }
  };
}
