// The history as JSON lines, a file a day (UTC): one write and one fdatasync a point, so that a crash costs the last line at most.
import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { History } from '../core/ports';
import type { HistoryPoint } from '../core/history';

const NAME = /^(\d{4}-\d{2}-\d{2})\.jsonl$/;

export function createHistory(folder: string): History {
  return {
    async read(since) {
      const first = dayOf(since);
      const names = (await readdir(folder).catch(() => []))
        .filter(name => (NAME.exec(name)?.[1] ?? '') >= first)
        .sort();
      const points: HistoryPoint[] = [];
      for (const name of names) points.push(...pointsIn(await readFile(join(folder, name), 'utf8')));
      return {
        content: points.filter(point => point.at >= since).sort((a, b) => a.at - b.at),
        setAsideAs: null
      };
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

function pointsIn(text: string): HistoryPoint[] {
  return text.split('\n').flatMap(line => {
    try {
      return isPoint(JSON.parse(line)) ? [JSON.parse(line) as HistoryPoint] : [];
    } catch {
      return [];
    }
  });
}

function isPoint(value: unknown): boolean {
  const point = value as Partial<HistoryPoint> | null;
  return typeof point?.at === 'number' && typeof point.total === 'string' && Array.isArray(point.tokens);
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
