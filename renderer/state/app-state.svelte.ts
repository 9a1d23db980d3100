// Holds the app state as read and pushed by the main process, and sends calls to the main process.
import type { CallName } from '../../shared/ipc/channels';
import type { Request, Response } from '../../shared/ipc/contract';
import type { Notification } from '../../shared/schema/activity';
import { setLanguage } from '../../shared/domain/language';
import { pushedState, type StatePush } from '../../shared/ipc/state-push';
import type { AppState } from '../../shared/schema/app-state';
import { reuseUnchanged } from './structural-sharing';
import { call, on } from './bridge';
import { hasTexts, loadTexts } from './loaded-texts';

/** Calls the main process; null means an internal error there, which the page has already shown. */
export type CallMain = <Name extends CallName>(
  name: Name,
  request: Request<Name>
) => Promise<Response<Name> | null>;

export class LiveState {
  readonly #isGlance: boolean;
  #app = $state.raw<AppState | null>(null);
  /** The newest state; the page shows it once the texts of its language are there. */
  #newest: AppState | null = null;
  #notification = $state.raw<Notification | null>(null);
  #hasInternalError = $state(false);
  /**
   * Revision of the last push. Null when the current state was read, for example because a push did not fit: the next
   * push must then be whole.
   */
  #revision: number | null = null;
  #isReading = false;
  #hasMissed = false;

  /** `isGlance`: of the popover. */
  constructor({ isGlance = false } = {}) {
    this.#isGlance = isGlance;
  }

  /** Null until the first answer, a few milliseconds after the window opened. */
  get app(): AppState | null {
    return this.#app;
  }

  /** The notification that the window shows in place of the system. */
  get notification(): Notification | null {
    return this.#notification;
  }

  /** True when there was an internal error that nobody has dismissed yet. */
  get hasInternalError(): boolean {
    return this.#hasInternalError;
  }

  /** Listens before it reads, so that no push in between is lost. Returns a function that stops listening. */
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
    this.#setState(pushedState(this.#newest?.portfolio.holdings ?? [], push));
  }

  /** Reads the whole state; reads again when a push arrived meanwhile that could not be applied. */
  async #read(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    do {
      this.#hasMissed = false;
      const revision = this.#revision;
      const answer = await this.callMain('state:read', this.#isGlance ? { isGlance: true } : {});
      if (!answer) break;
      // A whole push that arrived during this read is newer.
      if (this.#revision !== revision) continue;
      this.#revision = null;
      this.#setState(JSON.parse(answer.text) as AppState);
    } while (this.#hasMissed);
    this.#isReading = false;
  }

  #setState(app: AppState): void {
    // A push leaves unchanged rows as they are; comparing thousands of rows again would cost as much as reading them.
    this.#newest = this.#newest ? reuseUnchanged(this.#newest, app, 'holdings') : app;
    if (hasTexts(app.language)) this.#show();
    // Where they do not come, the page keeps its language, and its figures are of now.
    else
      void loadTexts(app.language)
        .catch(() => undefined)
        .then(() => this.#show());
  }

  #show(): void {
    if (!this.#newest) return;
    setLanguage(this.#newest.language);
    this.#app = this.#newest;
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
