// The last state of the main process, replaced whole, and the way to ask it for something.
import type { CallName } from '../../shared/channels';
import type { Request, Response } from '../../shared/contract';
import type { Notice } from '../../shared/activity';
import type { AppState } from '../../shared/state';
import { call, on } from './bridge';

/** Asks the main process; null means a bug there, which has been shown already. */
export type Tell = <Name extends CallName>(
  name: Name,
  request: Request<Name>
) => Promise<Response<Name> | null>;

export class Model {
  #app = $state.raw<AppState | null>(null);
  #notice = $state.raw<Notice | null>(null);
  #hasFault = $state(false);

  /** Null until the first answer, a few milliseconds after the window opened. */
  get app(): AppState | null {
    return this.#app;
  }

  /** The notice that the window shows in place of the system. */
  get notice(): Notice | null {
    return this.#notice;
  }

  /** A fault of ours that nobody has dismissed yet. */
  get hasFault(): boolean {
    return this.#hasFault;
  }

  /** Listens before it reads, so that no push between the two is lost. Gives back a function that ends it. */
  start(): () => void {
    const stops = [
      on('state:changed', text => (this.#app = JSON.parse(text) as AppState)),
      on('notice:shown', notice => (this.#notice = notice))
    ];
    void this.tell('state:read', {}).then(answer => {
      if (answer && !this.#app) this.#app = JSON.parse(answer.text) as AppState;
    });
    return () => stops.forEach(stop => stop());
  }

  dismissNotice(): void {
    this.#notice = null;
  }

  dismissFault(): void {
    this.#hasFault = false;
  }

  tell: Tell = async (name, request) => {
    try {
      return await call(name, request);
    } catch {
      this.#hasFault = true;
      return null;
    }
  };
}
