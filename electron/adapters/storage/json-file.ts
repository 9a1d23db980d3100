// Reads and writes a JSON file: atomic writes, migration of old versions, and no silent reset.
// A file that cannot be read is renamed with the date, or left unchanged.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { basename, dirname, extname } from 'node:path';
import { writeFile } from 'atomically';
import type { z } from 'zod';
import type { Loaded } from '../../core/ports/storage';
import {
  FileRefused,
  migrate,
  newerRefusal,
  versionOf,
  type FileFormat
} from '../../core/settings/file-formats';

/** Of the system or the disk, not of the file: it may be sound, so it stays where it is. */
const TRANSIENT_CODES = ['EMFILE', 'ENFILE', 'EBUSY', 'EAGAIN', 'ENOMEM', 'ENOSPC', 'EIO'];
/** Somebody else's file. */
const FORBIDDEN_CODES = ['EACCES', 'EPERM'];
const UNVERSIONED: FileFormat = { version: 0, migrations: {} };

export interface JsonFile<Content> {
  read(): Promise<Loaded<Content>>;
  /**
   * Rejects with FileRefused instead of replacing a file that was left alone and is there still. Resolves with the new path
   * of a file that could not be read any more, if there was one.
   */
  write(content: Content): Promise<string | null>;
}

export interface JsonFileOptions<Content> {
  readonly file: string;
  readonly schema: z.ZodType<Content>;
  readonly format: FileFormat;
  /** Puts it on the disk; by default atomically, as it is. Gives the new path of what could not be read, if there was such. */
  readonly writeContent?: (content: Content) => Promise<string | null>;
  /** Nothing may take the file's place before it was read: without it the app would work on what is not the person's. */
  readonly isVital?: boolean;
}

export function createJsonFile<Content>(options: JsonFileOptions<Content>): JsonFile<Content> {
  const {
    file,
    schema,
    format,
    isVital = false,
    writeContent = content => writeJson(file, content).then(() => null)
  } = options;
  let refused: Loaded<Content>['refused'];
  /** An old format that nothing has replaced yet. */
  let oldFormat: ReadResult<Content>['oldFormat'];
  const read = async () => {
    const { oldFormat: found, ...loaded } = await readStored(file, schema, format, isVital);
    refused = loaded.refused;
    oldFormat = found;
    return loaded;
  };
  return {
    read,
    async write(content) {
      if (refused && isVital) throw new FileRefused(refused);
      if (refused) {
        const reread = await read();
        if (refused) throw new FileRefused(refused);
        // It can be read by now, but what it holds is in nobody's memory.
        if (reread.content !== null) await setAside(file, 'unread');
      } else if (oldFormat)
        await writeFile(datedName(file, `v${oldFormat.version}`), oldFormat.text, { mode: 0o600 });
      oldFormat = undefined;
      return await writeContent(content);
    }
  };
}

/** Null content: there is no file, or it was damaged and is now called `setAsideAs`, or it was left alone. */
export async function readJson<Content>(
  file: string,
  schema: z.ZodType<Content>,
  format = UNVERSIONED
): Promise<Loaded<Content>> {
  const { content, setAsideAs, refused } = await readStored(file, schema, format, false);
  return { content, setAsideAs, ...(refused && { refused }) };
}

interface ReadResult<Content> extends Loaded<Content> {
  readonly oldFormat?: { readonly text: string; readonly version: number } | undefined;
}

async function readStored<Content>(
  file: string,
  schema: z.ZodType<Content>,
  format: FileFormat,
  isVital: boolean
): Promise<ReadResult<Content>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { content: null, setAsideAs: null };
    return await setAsideOrRefuse(
      file,
      TRANSIENT_CODES.includes(code) || (isVital && FORBIDDEN_CODES.includes(code))
    );
  }
  try {
    // Editors of Windows begin a file with a byte order mark.
    const stored: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const version = versionOf(stored);
    const refused = newerRefusal(basename(file), version, format);
    if (refused) return { content: null, setAsideAs: null, refused };
    const content = schema.parse(migrate(stored, format));
    return { content, setAsideAs: null, ...(version < format.version && { oldFormat: { text, version } }) };
  } catch {
    return await setAsideOrRefuse(file, false);
  }
}

/** Where it cannot be moved either, it stays, and nothing is written over it. */
async function setAsideOrRefuse(
  file: string,
  isLeftInPlace: boolean
): Promise<{ content: null } & Omit<Loaded<never>, 'content'>> {
  const refused = { file: basename(file), reason: 'unreadable' } as const;
  if (isLeftInPlace) return { content: null, setAsideAs: null, refused };
  const setAsideAs = await setAside(file).catch(() => null);
  return { content: null, setAsideAs, ...(setAsideAs === null && { refused }) };
}

/** The old file stays whole until the new one is on disk. */
export async function writeJson(file: string, content: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(content), { mode: 0o600 });
}

/** `config.json` becomes `config.damaged-2026-11-22T09-00-00Z.json`; gives the new path, where nothing was before. */
export async function setAside(file: string, reason = 'damaged'): Promise<string> {
  const name = datedName(file, reason);
  await rename(file, name);
  return name;
}

/** A name beside the file that nothing has yet. */
function datedName(file: string, reason: string): string {
  const extension = extname(file);
  const date = new Date().toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
  const stem = `${file.slice(0, file.length - extension.length)}.${reason}-${date}`;
  let name = stem + extension;
  for (let suffix = 2; existsSync(name); suffix++) name = `${stem}-${suffix}${extension}`;
  return name;
}
