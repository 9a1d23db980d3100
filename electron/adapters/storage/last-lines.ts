// Reads lines from the end of a file, synchronously: as many as are needed.
import { closeSync, fstatSync, readSync } from 'node:fs';
import { openFileSync } from './regular-file';

const CHUNK_BYTES = 128 * 1024;
const NEWLINE = 10;

/** `lines`: complete lines that follow each other, as one text. True: nothing before them is needed. */
export type IsEnough = (lines: string) => boolean;

/**
 * Gives complete lines, oldest first, as one text; the whole content of a small file. `header`: the first line, or as
 * much of it as is in 128 KiB. Null: the file does not exist. Throws the errors of the system.
 */
export function lastLines(file: string, isEnough: IsEnough): { header: string; text: string } | null {
  const descriptor = openIfExists(file);
  if (descriptor === null) return null;
  try {
    const { size } = fstatSync(descriptor);
    const chunks: Buffer[] = [];
    // The end of a line that begins in the chunk before this one.
    let partialLine: Buffer[] = [];
    for (let end = size; end > 0;) {
      const start = Math.max(0, end - CHUNK_BYTES);
      const bytes = readBytes(descriptor, start, end - start);
      const lineStart = start === 0 ? 0 : bytes.indexOf(NEWLINE) + 1;
      end = start;
      if (start > 0 && lineStart === 0) {
        partialLine.unshift(bytes);
        continue;
      }
      const wholeLines = Buffer.concat([bytes.subarray(lineStart), ...partialLine]);
      chunks.unshift(wholeLines);
      partialLine = [bytes.subarray(0, lineStart)];
      if (isEnough(wholeLines.toString('utf8'))) break;
    }
    const header =
      readBytes(descriptor, 0, Math.min(size, CHUNK_BYTES)).toString('utf8').split('\n', 1)[0] ?? '';
    return { header, text: Buffer.concat(chunks).toString('utf8') };
  } finally {
    closeSync(descriptor);
  }
}

function openIfExists(file: string): number | null {
  try {
    return openFileSync(file);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw thrown;
  }
}

/** Gives fewer bytes than requested when the file was cut meanwhile. */
function readBytes(descriptor: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let done = 0; done < length;) {
    const read = readSync(descriptor, bytes, done, length - done, from + done);
    if (read === 0) return bytes.subarray(0, done);
    done += read;
  }
  return bytes;
}
