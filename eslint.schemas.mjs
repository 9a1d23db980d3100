// Which files of shared/ are schemas, read from their imports, so that the window's wall needs no list to keep.
import { readdirSync, readFileSync } from 'node:fs';

/** Files of shared/ that bring zod along when they are imported for more than their types. */
export function filesWithZod() {
  const folder = new URL('./shared/', import.meta.url);
  const files = readdirSync(folder).filter(file => /^[\w-]+\.ts$/.test(file));
  const sources = new Map(
    files.map(file => {
      const found = readFileSync(new URL(file, folder), 'utf8').matchAll(
        /^(?:import|export) (?!type )[^;]*?from '(?:\.\/)?([^']+)'/gm
      );
      return [file.slice(0, -3), [...found].map(match => match[1])];
    })
  );
  const bringsZod = (name, seen = []) =>
    name === 'zod' ||
    (!seen.includes(name) && (sources.get(name) ?? []).some(source => bringsZod(source, [...seen, name])));
  return [...sources.keys()].filter(name => bringsZod(name));
}
