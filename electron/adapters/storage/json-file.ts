// Reads and writes a JSON file: atomic writes, migration of old versions, and no silent reset.
// A file that cannot be read is renamed with the date, or left unchanged.
import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
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
import { isForbidden, isNoFile, isTransient } from './file-errors';
import { readText } from './regular-file';

const UNVERSIONED: FileFormat = { version: 0, migrations: {} };

export interface JsonFile<Content> {
  read(): Promise<Loaded<Content>>;
  /**
   * Rejects with FileRefused instead of replacing a file that was left unchanged and still exists. Resolves with the
   * new path of a file that could no longer be read, if there was one.
   */
  write(content: Content): Promise<string | null>;
}

export interface JsonFileOptions<Content> {
  readonly file: string;
  readonly schema: z.ZodType<Content>;
  readonly format: FileFormat;
  /**
   * Writes the content; by default atomically and unchanged. Resolves with the new path of a file that could not be
   * read, if there was one.
   */
  readonly writeContent?: (content: Content) => Promise<string | null>;
  /**
   * Whether the file must be read before it may be replaced: without its content the app would work with settings that
   * are not the person's.
   */
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
  /** The text of a file in an old format that has not been replaced yet. */
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
        // The file can be read now, but its content was never loaded.
        if (reread.content !== null) await setAside(file, 'unread');
      } else if (oldFormat)
        await writeFile(datedName(file, `v${oldFormat.version}`), oldFormat.text, { mode: 0o600 });
      oldFormat = undefined;
      return await writeContent(content);
    }
  };
}

/** Null content: there is no file, or it was damaged and is now called `setAsideAs`, or it was left unchanged. */
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
    text = await readText(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { content: null, setAsideAs: null };
    return await setAsideOrRefuse(
      file,
      isTransient(error) || isNoFile(error) || (isVital && isForbidden(error))
    );
  }
  try {
    // Editors on Windows begin a file with a byte order mark.
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

/** A file that cannot be moved either stays in place and is not overwritten. */
async function setAsideOrRefuse(
  file: string,
  isLeftInPlace: boolean
): Promise<{ content: null } & Omit<Loaded<never>, 'content'>> {
  const refused = { file: basename(file), reason: 'unreadable' } as const;
  if (isLeftInPlace) return { content: null, setAsideAs: null, refused };
  const setAsideAs = await setAside(file).catch(() => null);
  return { content: null, setAsideAs, ...(setAsideAs === null && { refused }) };
}

/** The old file stays complete until the new one is on disk. */
export async function writeJson(file: string, content: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(content), { mode: 0o600 });
}

/**
 * Renames `config.json` to `config.damaged-2026-11-22T09-00-00Z.json`; gives the new path, where no file was before.
 */
export async function setAside(file: string, reason = 'damaged'): Promise<string> {
  const name = datedName(file, reason);
  await rename(file, name);
  return name;
}

/** A name beside the file that no file has yet. */
function datedName(file: string, reason: string): string {
  const extension = extname(file);
  const date = new Date().toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
  const stem = `${file.slice(0, file.length - extension.length)}.${reason}-${date}`;
  let name = stem + extension;
  for (let suffix = 2; existsSync(name); suffix++) name = `${stem}-${suffix}${extension}`;
  return name;
}
