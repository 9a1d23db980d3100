// Measures what a package adds to the bare runtime, in bytes.
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Gives the bytes of all files below a folder; links are not followed. */
export function bytesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .reduce((sum, entry) => sum + lstatSync(join(entry.parentPath, entry.name)).size, 0);
}

/**
 * Gives the sizes of an unpacked Linux app: its archive, the files unpacked beside it (keytar), the files of
 * release/share, their sum (`ownBytes`: the size over bare Electron), and all files with the runtime.
 */
export function sizeOfPackage(unpacked) {
  const archive = join(unpacked, 'resources/app.asar');
  const asarBytes = lstatSync(archive).size;
  const besideBytes = bytesBelow(`${archive}.unpacked`);
  const shareBytes = bytesBelow(join(unpacked, 'share'));
  const ownBytes = asarBytes + besideBytes + shareBytes;
  return { asarBytes, besideBytes, shareBytes, ownBytes, allBytes: bytesBelow(unpacked) };
}

const megabytes = bytes => `${(bytes / 1e6).toFixed(2)} MB`;

/** Gives one line for the person. */
export function sizeSentence({ asarBytes, besideBytes, shareBytes, ownBytes, allBytes }) {
  const parts = `archive ${megabytes(asarBytes)}, keytar ${megabytes(besideBytes)}, shared files ${megabytes(shareBytes)}`;
  return `Over bare Electron: ${megabytes(ownBytes)} (${parts}); all files: ${megabytes(allBytes)}`;
}
