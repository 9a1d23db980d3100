// Standard input, read to its end at once: for commands that take a profile for themselves only when they have all they need.
import { readSync } from 'node:fs';

/** Of settings: 800 wallets with all chains each are about 3 MB. */
export const MOST_BYTES = 4 * 1024 * 1024;
const STEP_MS = 50;
const CHUNK_BYTES = 64 * 1024;

/** What came; or why nothing can be read, as the system calls it. */
export type Input = { readonly bytes: Buffer } | { readonly code: string };

/** Holds the process up until the other end is closed. Of more than 4 MiB it reads one byte more, so that it can be refused. */
export function readStandardInput(): Input {
  try {
    return { bytes: readUpTo(0, MOST_BYTES + 1) };
  } catch (thrown) {
    return { code: (thrown as NodeJS.ErrnoException).code ?? '?' };
  }
}

/** Throws what the system throws. */
export function readUpTo(descriptor: number, most: number): Buffer {
  const chunks: Buffer[] = [];
  for (let size = 0; size < most;) {
    const chunk = Buffer.alloc(Math.min(CHUNK_BYTES, most - size));
    const read = readWaiting(descriptor, chunk);
    if (read === 0) break;
    chunks.push(chunk.subarray(0, read));
    size += read;
  }
  return Buffer.concat(chunks);
}

/** A terminal that another program made non-blocking has nothing for a moment. */
function readWaiting(descriptor: number, chunk: Buffer): number {
  const bell = new Int32Array(new SharedArrayBuffer(4));
  for (;;)
    try {
      return readSync(descriptor, chunk, 0, chunk.length, null);
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException;
      // Windows has an error for the end.
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw thrown;
      Atomics.wait(bell, 0, 0, STEP_MS);
    }
}
