// A file that cannot be read makes room for one that can: it keeps its content under a name with the date.
import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';

/** The disk or the system is busy: the file itself may be sound. */
const PASSING = ['EMFILE', 'ENFILE', 'EBUSY', 'EAGAIN', 'ENOMEM', 'ENOSPC'];

/** Gives the new name. Throws what was thrown when that says nothing of the file. */
export async function setAside(file: string, thrown: unknown): Promise<string> {
  if (PASSING.includes((thrown as NodeJS.ErrnoException).code ?? '')) throw thrown;
  const date = new Date().toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
  const stem = file.replace(/\.jsonl$/, `.damaged-${date}`);
  let name = `${stem}.jsonl`;
  for (let more = 2; existsSync(name); more++) name = `${stem}-${more}.jsonl`;
  await rename(file, name);
  return name;
}
