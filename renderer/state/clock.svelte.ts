// The present moment for ages and countdowns: ticks each second, and only while somebody can see it.

const TICK_MS = 1000;

export class Clock {
  #now = $state(Date.now());

  /** ms since 1970. */
  get now(): number {
    return this.#now;
  }

  /** The present minute, so that what needs no seconds is not drawn again for each of them. */
  readonly minute = $derived(Math.floor(this.#now / 60_000) * 60_000);

  /** Gives back a function that ends the ticking. */
  start(): () => void {
    let timer: ReturnType<typeof setInterval> | undefined;
    const tick = (): void => void (this.#now = Date.now());
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
