// Reads a balance reply into rows, and names the chains of which a row could not be read.
import { z } from 'zod';
import { Failure } from '../../shared/domain/failure';
import type { Holding } from '../../shared/schema/holding';
import type { HttpReply } from '../core/ports/ports';
import { dataOf, withExactNumbers } from './envelope';
import { NOTHING_REUSED, type ReusedRows, type RowReuse } from './reuse-rows';
import { AnyChainIndex, LenientRow, Milliseconds, UsualData, UsualRow } from './balance-row';
import type { Row } from './balance-row';

export interface RowReading {
  readonly rows: readonly Row[];
  readonly reused: ReusedRows;
  readonly damagedChains: readonly string[];
  /** The oldest `timeStamp` of the reply, ms; null when it gave none. */
  readonly takenAt: number | null;
}

/** Throws Failure for anything but a success. A usual reply is read in one pass; any other is read row by row. */
export function readRows(reply: HttpReply, receivedAt: number, rowReuse: RowReuse): RowReading {
  const usual = UsualData.safeParse(dataOf(reply, receivedAt));
  const read = usual.success ? readUsual(usual.data, rowReuse) : null;
  return read ?? readRowByRow(withExactNumbers(reply.body, AMOUNTS), reply.status);
}

/** A row that repeats a checked one is not checked again. Gives null when a row is not usual. */
function readUsual(elements: z.infer<typeof UsualData>, rowReuse: RowReuse): RowReading | null {
  const rows: Row[] = [];
  const holdings: (Holding | undefined)[] = [];
  for (const raw of elements.flatMap(element => element.tokenAssets)) {
    const holding = rowReuse.reuse(raw);
    const row = holding ? (raw as Row) : UsualRow.safeParse(raw).data;
    if (!row) return null;
    rows.push(row);
    holdings.push(holding);
  }
  const reused = { holdings, hasReused: rowReuse.hasReused };
  return { rows, reused, damagedChains: [], takenAt: oldest(elements.map(element => element.timeStamp)) };
}

/** A success without data is an empty wallet. Elements hold rows, or are rows themselves. */
const LenientData = z
  .object({
    data: z
      .array(
        z.union([
          z.object({ tokenAssets: z.array(z.unknown()).nullable(), timeStamp: z.unknown().optional() }),
          z
            .looseObject({ chainIndex: z.unknown() })
            .transform(row => ({ tokenAssets: [row], timeStamp: null }))
        ])
      )
      .nullish()
  })
  .transform(reply => reply.data ?? []);

function readRowByRow(json: unknown, httpStatus: number): RowReading {
  const elements = LenientData.safeParse(json);
  if (!elements.success) throw new Failure('reply-damaged', { httpStatus });
  const rows: Row[] = [];
  const damagedChains = new Set<string>();
  for (const raw of elements.data.flatMap(element => element.tokenAssets ?? [])) {
    const row = LenientRow.safeParse(raw);
    if (row.success) rows.push(row.data);
    else damagedChains.add(chainOf(raw, httpStatus));
  }
  const takenAt = oldest(elements.data.map(element => element.timeStamp));
  return { rows, reused: NOTHING_REUSED, damagedChains: [...damagedChains], takenAt };
}

const Located = z.object({ chainIndex: AnyChainIndex });

/**
 * The chain of a row. If not even that can be read, the row could belong to any chain, so the whole reply is refused.
 */
function chainOf(raw: unknown, httpStatus: number): string {
  const located = Located.safeParse(raw);
  if (!located.success) throw new Failure('reply-damaged', { httpStatus });
  return located.data.chainIndex;
}

const AMOUNTS = ['balance', 'tokenPrice'];

function oldest(timeStamps: readonly unknown[]): number | null {
  const times = timeStamps.flatMap(timeStamp => Milliseconds.safeParse(timeStamp).data ?? []);
  return times.reduce<number | null>((least, time) => Math.min(least ?? time, time), null);
}
