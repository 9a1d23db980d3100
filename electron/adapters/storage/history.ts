// The history in a folder, as JSON lines, a file a resolution: a crash at any moment costs the last point at most.
import type { HistoryPoint } from '../../core/ports/history-point';
import type { History, LineFiles, Loaded } from '../../core/ports/storage';
import { FileRefused } from '../../core/settings/file-formats';
import { pointsWithoutWallet } from '../../core/history/forget-wallet';
import { fold } from '../../core/history/retention';
import { forgetWallet, prune, removePoint } from './rewrite';
import { openOf, readPoints, writePoint, type Store } from './history-store';

/** `files` is handed in: adapters do not know each other. */
export function createHistory(folder: string, files: LineFiles): History {
  const store: Store = { folder, files, book: null, open: null, forgotten: new Set(), setAside: [] };
  const inTurn = queue();
  return {
    read: (resolution, since) =>
      inTurn(async () => {
        const read = await readPoints(store, resolution, since).catch(leftAlone);
        const setAsideAs = store.setAside.shift() ?? null;
        return Array.isArray(read) ? { content: read, setAsideAs } : { ...read, setAsideAs };
      }),
    append: point => inTurn(() => append(store, point)),
    remove: at => inTurn(() => removePoint(store, at)),
    forget: walletId => inTurn(() => forgetWallet(store, walletId))
  };
}

/** A file that must stay as it is gives no points; whoever appends is refused. */
function leftAlone(thrown: unknown): Pick<Loaded<HistoryPoint[]>, 'content' | 'refused'> {
  if (thrown instanceof FileRefused) return { content: [], refused: thrown.refusal };
  throw thrown;
}

/** One at a time, in order of asking: a file that is being replaced is neither read nor written. */
function queue(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return work => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

async function append(store: Store, made: HistoryPoint): Promise<void> {
  const [point] = [...store.forgotten].reduce<HistoryPoint[]>(pointsWithoutWallet, [made]);
  if (!point) return;
  const isFirst = store.open === null;
  const { open, closed } = fold(await openOf(store), point);
  await writePoint(store, point, closed);
  store.open = open;
  // The point is safe; files that could not be made smaller are tried again a day later.
  if (isFirst || closed.days.length > 0) await prune(store).catch(() => undefined);
}
