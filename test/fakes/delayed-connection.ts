// The connection between the main process and one page, for tests of lost and late messages: nothing moves before the
// test says so, and all messages arrive in order.
import { vi } from 'vitest';
import { StatePushes } from '../../electron/ipc/state-pushes';
import type { Bridge } from '../../shared/ipc/channels';
import type { StatePush } from '../../shared/ipc/state-push';
import type { AppState } from '../../shared/schema/app-state';

interface PendingRead {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
  /** The state at the time the main process read it; null: it has not read it yet. */
  text: string | null;
}

/** Runs every promise that can continue. */
export async function settlePromises(): Promise<void> {
  for (let i = 0; i < 10; i++) await Promise.resolve();
}

export class PageChannel {
  readonly past: AppState[];
  reads = 0;
  lastPush: StatePush | null = null;
  readonly #pushes = new StatePushes();
  /** Messages on their way to the page: pushes as text, and answers that were sent. */
  #inTransit: (() => void)[] = [];
  #pendingRead: PendingRead | null = null;
  #listener: (text: unknown) => void = () => undefined;

  constructor(state: AppState) {
    this.past = [state];
    const bridge: Bridge = {
      call: () => {
        this.reads++;
        return new Promise((resolve, reject) => (this.#pendingRead = { resolve, reject, text: null }));
      },
      on: (name, listener) => {
        if (name === 'state:changed') this.#listener = listener;
        return () => undefined;
      }
    };
    vi.stubGlobal('tokentray', bridge);
  }

  get state(): AppState {
    return this.past.at(-1) as AppState;
  }

  /** A newly loaded page receives nothing that was sent to the page before. */
  newPage(): void {
    this.#inTransit = [];
    this.#pendingRead = null;
    this.#listener = () => undefined;
  }

  isBusy(): boolean {
    return this.#inTransit.length > 0 || this.#pendingRead !== null;
  }

  push(state: AppState): void {
    const text = this.#next(state);
    this.#inTransit.push(() => this.#listener(text));
  }

  /** Sends a state that never arrives. */
  lose(state: AppState): void {
    this.#next(state);
  }

  #next(state: AppState): string {
    this.past.push(state);
    const text = this.#pushes.next(state);
    this.lastPush = JSON.parse(text) as StatePush;
    return text;
  }

  /** The next message on the way arrives. */
  deliver(): void {
    this.#inTransit.shift()?.();
  }

  /** The main process reads its state for the page, and has not yet recorded that it did. */
  compute(): void {
    if (this.#pendingRead) this.#pendingRead.text ??= JSON.stringify(this.state);
  }

  /** The answer is sent; after that the main process records that the page has read the state. */
  answer(): void {
    const pendingRead = this.#pendingRead;
    if (!pendingRead) return;
    this.compute();
    this.#pendingRead = null;
    this.#inTransit.push(() => pendingRead.resolve({ text: pendingRead.text }));
    this.#pushes.forget();
  }

  refuse(): void {
    this.#pendingRead?.reject(new Error('refused'));
    this.#pendingRead = null;
  }

  /** The small window beside the tray icon opens, or closes and opens again. */
  otherPageReads(): void {
    this.#pushes.forget();
  }
}
