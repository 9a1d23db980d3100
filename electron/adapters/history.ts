// The history as JSON lines, a file a day (UTC): one write and one fdatasync a point, so that a crash costs the last line at most.
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDecimal } from '../../shared/decimal';
import type { History } from '../core/ports';
import type { HistoryPoint } from '../core/history';

const NAME = /^(\d{4}-\d{2}-\d{2})\.jsonl$/;

export function createHistory(folder: string): History {
  return {
    async read(since) {
      const first = dayOf(since);
      const names = (await namesIn(folder)).filter(name => (NAME.exec(name)?.[1] ?? '') >= first).sort();
      const points: HistoryPoint[] = [];
      let setAsideAs: string | null = null;
      for (const name of names) {
        const text = await readFile(join(folder, name), 'utf8').catch(() => null);
        if (text === null) setAsideAs = await setAside(folder, name);
        else points.push(...pointsIn(text));
      }
      const content = points.filter(point => point.at >= since).sort((a, b) => a.at - b.at);
      return { content, setAsideAs };
    },
    async append(point) {
      await mkdir(folder, { recursive: true });
      const file = await open(join(folder, `${dayOf(point.at)}.jsonl`), 'a+', 0o600);
      try {
        await file.appendFile(
          (await isTorn(file)) ? `\n${JSON.stringify(point)}\n` : `${JSON.stringify(point)}\n`
        );
        await file.datasync();
      } finally {
        await file.close();
      }
    }
  };
}

/** A line that a crash cut short is closed by the next one, and left out on reading. */
async function isTorn(file: Awaited<ReturnType<typeof open>>): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return false;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() !== '\n';
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** What is no readable file makes room for one: points of that day go on being written. */
async function setAside(folder: string, name: string): Promise<string> {
  const date = new Date().toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
  const aside = join(folder, name.replace('.jsonl', `.damaged-${date}.jsonl`));
  await rename(join(folder, name), aside);
  return aside;
}

function pointsIn(text: string): HistoryPoint[] {
  return text.split('\n').flatMap(line => {
    try {
      const point = JSON.parse(line) as HistoryPoint;
      return isPoint(point) ? [point] : [];
    } catch {
      return [];
    }
  });
}

/** Throws, or says no, for what is no point: one bad amount would end every sum that it enters. */
function isPoint({ at, total, ledger, isStale, chains, wallets, tokens }: HistoryPoint): boolean {
  const amounts = [total, ledger.prices, ledger.transfers, ledger.recounted];
  amounts.push(...Object.values(chains), ...Object.values(wallets));
  for (const [id, symbol, price, value] of tokens) {
    if (typeof id !== 'string' || typeof symbol !== 'string') return false;
    amounts.push(price, value);
  }
  return (
    Number.isFinite(at) && typeof isStale === 'boolean' && amounts.every(text => parseDecimal(text) !== null)
  );
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
