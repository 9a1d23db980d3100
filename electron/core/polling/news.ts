// What is read beside the balances after a round, each in its own time: OKX's list of chains, the rate of the second currency.
import { refreshChains } from './chain-news';
import type { Model, Booking } from '../state/model';
import { refreshRate } from './daily-updates';
import type { Polled } from '../snapshots/poll-outcome';
import type { World } from '../ports/world';

/** One after the other: both wait for the turn of the same key. Never throws. */
export async function readNews(model: Model, polled: readonly Polled[], world: World): Promise<Booking> {
  await refreshChains(model, polled, world);
  return (await refreshRate(model, polled, world)) ?? (same => same);
}
