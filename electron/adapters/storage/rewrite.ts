// Rewrites files of the history: what is no longer needed, a bad point, a wallet that was forgotten.
import { pointsWithoutWallet } from '../../core/history/forget-wallet';
import { lineOf, pointIn, timeOf } from '../../core/history/line-format';
import { stays } from '../../core/history/retention';
import { bookOf, fileOf, isPoint, RESOLUTIONS, timesOf, type Store } from './history-store';

/** Throws out of every file what its time is over for. */
export async function prune(store: Store): Promise<void> {
  for (const resolution of RESOLUTIONS) {
    if (resolution === 'days') continue;
    const lines = (await store.files.all(fileOf(store, resolution))).filter(isPoint);
    const kept = stays(timesOf(lines), resolution);
    if (kept.includes(false))
      await store.files.replace(
        fileOf(store, resolution),
        lines.filter((_, place) => kept[place])
      );
  }
}

/** Gives whether any file had a point of that moment. */
export async function removePoint(store: Store, at: number): Promise<boolean> {
  let isFound = false;
  for (const resolution of RESOLUTIONS) {
    const lines = await store.files.all(fileOf(store, resolution));
    const others = lines.filter(line => timeOf(line) !== at);
    if (others.length === lines.length) continue;
    isFound = true;
    await store.files.replace(fileOf(store, resolution), others);
  }
  store.open = null;
  return isFound;
}

/** The wallet's name goes from the book of tokens last: until then every line can be read. */
export async function forgetWallet(store: Store, walletId: string): Promise<void> {
  const book = await bookOf(store);
  store.open = null;
  for (const resolution of RESOLUTIONS) {
    const lines = await store.files.all(fileOf(store, resolution));
    if (lines.length === 0) continue;
    const points = lines.flatMap(line => pointIn(line, book) ?? []);
    await store.files.replace(
      fileOf(store, resolution),
      pointsWithoutWallet(points, walletId).map(point => lineOf(point, book))
    );
  }
  const entries = [...book.entries.values()].filter(([, id]) => !id.startsWith(`${walletId}/`));
  store.book = null;
  if (entries.length < book.entries.size)
    await store.files.replace(
      fileOf(store, 'tokens'),
      entries.map(entry => JSON.stringify(entry))
    );
  store.forgotten.add(walletId);
}
