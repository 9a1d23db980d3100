// The last lines of a file, read back from its end at once, for commands that end before anything else could begin.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const CHUNK_BYTES = 128 * 1024;
const NEWLINE = 10;

/** `lines`: whole ones that follow each other, as one text. True: nothing before them is wanted. */
export type IsEnough = (lines: string) => boolean;

/**
 * Whole lines, oldest first, as one text; of a small file everything. `head`: the first line, or as much of it as there is
 * in 128 KiB. Null: there is no such file. Throws what the system throws.
 */
export function lastLines(file: string, isEnough: IsEnough): { head: string; text: string } | null {
  const descriptor = openedOrNot(file);
  if (descriptor === null) return null;
  try {
    const { size } = fstatSync(descriptor);
    const chunks: Buffer[] = [];
    // The end of a line whose beginning is in the chunk before.
    let rest: Buffer[] = [];
    for (let end = size; end > 0;) {
      const start = Math.max(0, end - CHUNK_BYTES);
      const bytes = bytesOf(descriptor, start, end - start);
      const cut = start === 0 ? 0 : bytes.indexOf(NEWLINE) + 1;
      end = start;
      if (start > 0 && cut === 0) {
        rest.unshift(bytes);
        continue;
      }
      const whole = Buffer.concat([bytes.subarray(cut), ...rest]);
      chunks.unshift(whole);
      rest = [bytes.subarray(0, cut)];
      if (isEnough(whole.toString('utf8'))) break;
    }
    const head = bytesOf(descriptor, 0, Math.min(size, CHUNK_BYTES)).toString('utf8').split('\n', 1)[0] ?? '';
    return { head, text: Buffer.concat(chunks).toString('utf8') };
  } finally {
    closeSync(descriptor);
  }
}

function openedOrNot(file: string): number | null {
  try {
    return openSync(file, 'r');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw thrown;
  }
}

/** Fewer than asked for, where the file was cut meanwhile. */
function bytesOf(descriptor: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let done = 0; done < length;) {
    const read = readSync(descriptor, bytes, done, length - done, from + done);
    if (read === 0) return bytes.subarray(0, done);
    done += read;
  }
  return bytes;
}
