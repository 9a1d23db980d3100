// A connection that is made anew whenever it ends, later and later; no timer runs while it holds.
import { MINUTE_MS } from '../../../shared/domain/durations';
import { Link } from './connection';

const FIRST_MS = 1000;
const MOST_MS = 5 * MINUTE_MS;
/** One that held this long was a good one: the next try after it comes soon again. */
const GOOD_MS = MINUTE_MS;

export interface Kept {
  /** Null while there is none. */
  link(): Link | null;
  stop(): void;
}

export interface KeepOptions {
  /** Null: this system names no such bus. */
  readonly address: string | null;
  /** Asks and listens; a bus that refuses that is tried again later. */
  readonly begin: (link: Link) => Promise<void>;
  /** It could not be made, or it ended. */
  readonly onLost: () => void;
  /** ms; grows with every call and does not jump. */
  readonly uptimeMs: () => number;
}

export function keepLinked({ address, begin, onLost, uptimeMs }: KeepOptions): Kept {
  let link: Link | null = null;
  let timer: NodeJS.Timeout | undefined;
  let delayMs = FIRST_MS;
  let isOver = false;

  async function tryOnce(busAddress: string): Promise<void> {
    const since = uptimeMs();
    let opened: Link | null = null;
    try {
      opened = await Link.open(busAddress);
      if (isOver) return opened.close();
      await begin(opened);
      link = opened;
      await opened.ended;
    } catch {
      opened?.close();
    }
    link = null;
    if (isOver) return;
    onLost();
    if (uptimeMs() - since >= GOOD_MS) delayMs = FIRST_MS;
    timer = setTimeout(() => void tryOnce(busAddress), delayMs).unref();
    delayMs = Math.min(2 * delayMs, MOST_MS);
  }

  if (address === null) onLost();
  else void tryOnce(address);
  return {
    link: () => link,
    stop() {
      isOver = true;
      clearTimeout(timer);
      link?.close();
    }
  };
}
