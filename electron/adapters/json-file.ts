// A JSON file that is written atomically and never silently reset: what cannot be read is set aside with its date.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { writeFile } from 'atomically';
import type { z } from 'zod';
import type { Loaded } from '../core/ports';

/** Null content: there is no file, or it was damaged and is now called `setAsideAs`. */
export async function readJson<Content>(file: string, schema: z.ZodType<Content>): Promise<Loaded<Content>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { content: null, setAsideAs: null };
    throw error;
  }
  try {
    return { content: schema.parse(JSON.parse(text)), setAsideAs: null };
  } catch {
    return { content: null, setAsideAs: await setAside(file) };
  }
}

/** The old file stays whole until the new one is on disk. */
export async function writeJson(file: string, content: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(content), { mode: 0o600 });
}

/** `config.json` becomes `config.damaged-2026-11-22T09-00-00Z.json`; gives the new path, where nothing was before. */
export async function setAside(file: string): Promise<string> {
  const extension = extname(file);
  const date = new Date().toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
  const stem = `${file.slice(0, file.length - extension.length)}.damaged-${date}`;
  let name = stem + extension;
  for (let more = 2; existsSync(name); more++) name = `${stem}-${more}${extension}`;
  await rename(file, name);
  return name;
}
