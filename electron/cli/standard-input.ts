// Reads standard input completely and synchronously, for the commands that take input.
// Limit: 4 MiB.
import { readSync } from 'node:fs';

/** Settings with 800 wallets with all chains each are about 3 MB. */
export const MAX_INPUT_BYTES = 4 * 1024 * 1024;
const WAIT_STEP_MS = 50;
const CHUNK_BYTES = 64 * 1024;

/** The input, or the system's error code when nothing can be read. */
export type StandardInput = { readonly bytes: Buffer } | { readonly code: string };

/**
 * Blocks the process until the other end is closed. For more than 4 MiB it reads one byte more, so that the input can
 * be refused.
 */
export function readStandardInput(): StandardInput {
  try {
    return { bytes: readUpTo(0, MAX_INPUT_BYTES + 1) };
  } catch (thrown) {
    return { code: (thrown as NodeJS.ErrnoException).code ?? '?' };
  }
}

/** Throws the errors of the system. */
export function readUpTo(descriptor: number, maxBytes: number): Buffer {
  const chunks: Buffer[] = [];
  for (let size = 0; size < maxBytes;) {
    const chunk = Buffer.alloc(Math.min(CHUNK_BYTES, maxBytes - size));
    const read = readChunk(descriptor, chunk);
    if (read === 0) break;
    chunks.push(chunk.subarray(0, read));
    size += read;
  }
  return Buffer.concat(chunks);
}

/** Blocks until there is some input; 0: it ended. A terminal that another program made non-blocking may have none for a moment. */
export function readChunk(descriptor: number, chunk: Buffer): number {
  const waitCell = new Int32Array(new SharedArrayBuffer(4));
  for (;;)
    try {
      return readSync(descriptor, chunk, 0, chunk.length, null);
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException;
      // Windows reports the end of the input as an error.
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw thrown;
      Atomics.wait(waitCell, 0, 0, WAIT_STEP_MS);
    }
}
