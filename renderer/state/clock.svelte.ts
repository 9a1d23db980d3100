// Clock for ages and countdowns; ticks each second while the page is visible.
import { MINUTE_MS } from '../../shared/domain/durations';

const TICK_MS = 1000;

export class WindowClock {
  #ticked = $state(Date.now());
  readonly #still = $derived.by(() => this.stillAt());

  /** `stillAt`: the fixed moment that screenshots show instead, ms. */
  constructor(private readonly stillAt: () => number | undefined) {}

  /** ms since 1970. */
  get now(): number {
    return this.#still ?? this.#ticked;
  }

  /** The present minute, so that texts without seconds are not drawn again every second. */
  readonly minute = $derived(Math.floor(this.now / MINUTE_MS) * MINUTE_MS);

  /** Returns a function that stops the clock. */
  start(): () => void {
    let timer: ReturnType<typeof setInterval> | undefined;
    const tick = (): void => void (this.#ticked = Date.now());
    const follow = (): void => {
      clearInterval(timer);
      if (document.hidden) return;
      tick();
      timer = setInterval(tick, TICK_MS);
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', follow);
    };
  }
}
