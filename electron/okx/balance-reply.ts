// Reads a balance reply into rows, and says of rows that could not be read what they are about.
import { z } from 'zod';
import { Failure } from '../../shared/domain/failure';
import type { Holding } from '../../shared/schema/holding';
import type { HttpReply, UnreadableRow } from '../core/ports/ports';
import { dataOf, withExactNumbers } from './envelope';
import { NOTHING_REUSED, type Owner, type ReusedRows, type RowReuse } from './reuse-rows';
import { LenientRow, Milliseconds, partlyRead, UsualData, UsualRow } from './balance-row';
import type { Row } from './balance-row';

export interface RowReading {
  readonly rows: readonly Row[];
  readonly reused: ReusedRows;
  readonly unreadable: readonly UnreadableRow[];
  /** The oldest `timeStamp` of the reply, ms; null when it gave none. */
  readonly takenAt: number | null;
}

/** Throws Failure for anything but a success. A usual reply is read in one pass; any other is read row by row. */
export function readRows(reply: HttpReply, receivedAt: number, owner: Owner, rowReuse: RowReuse): RowReading {
  const usual = UsualData.safeParse(dataOf(reply, receivedAt));
  const read = usual.success ? readUsual(usual.data, rowReuse) : null;
  return read ?? readRowByRow(withExactNumbers(reply.body, AMOUNTS), reply.status, owner);
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
  return { rows, reused, unreadable: [], takenAt: oldest(elements.map(element => element.timeStamp)) };
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

function readRowByRow(json: unknown, httpStatus: number, owner: Owner): RowReading {
  const elements = LenientData.safeParse(json);
  if (!elements.success) throw new Failure('reply-damaged', { httpStatus });
  const rows: Row[] = [];
  const unreadable: UnreadableRow[] = [];
  for (const raw of elements.data.flatMap(element => element.tokenAssets ?? [])) {
    const row = LenientRow.safeParse(raw);
    if (row.success) rows.push(row.data);
    else unreadable.push(partlyRead(raw, owner.address));
  }
  const takenAt = oldest(elements.data.map(element => element.timeStamp));
  return { rows, reused: NOTHING_REUSED, unreadable, takenAt };
}

const AMOUNTS = ['balance', 'rawBalance', 'tokenPrice'];

function oldest(timeStamps: readonly unknown[]): number | null {
  const times = timeStamps.flatMap(timeStamp => Milliseconds.safeParse(timeStamp).data ?? []);
  return times.reduce<number | null>((least, time) => Math.min(least ?? time, time), null);
}
