// Records uncaught errors of the program: logs each one under an ID and reports the latest as an issue.
// The app keeps running.
import { internalErrorIdOf } from '../../shared/domain/failure';
import type { Issue } from '../../shared/schema/issue';
import { logInternalError } from '../adapters/storage/app-log';

/** An error that repeats, such as one of a timer, must not fill the log. */
const MAX_LOGGED = 5;

export class UncaughtErrors {
  readonly #counts = new Map<string, number>();
  #latest: string | null = null;
  onChange: () => void = () => undefined;

  /** Node ends the process after these events unless there is a listener. */
  catchAll(): void {
    process.on('uncaughtException', thrown => this.record('nobody caught', thrown));
    process.on('unhandledRejection', thrown => this.record('nobody awaited', thrown));
    // A closed terminal must not end the app that was started in it.
    process.stdout.on('error', () => undefined);
  }

  record(text: string, thrown: unknown): void {
    const id = internalErrorIdOf(thrown);
    const count = (this.#counts.get(id) ?? 0) + 1;
    this.#counts.set(id, count);
    if (count <= MAX_LOGGED) logInternalError(text, thrown);
    if (id === this.#latest) return;
    this.#latest = id;
    this.onChange();
  }

  /** Only the latest error is an issue: the others are in the log. */
  issues(): Issue[] {
    return this.#latest === null ? [] : [{ code: 'bug', file: null, internalErrorId: this.#latest }];
  }
}
