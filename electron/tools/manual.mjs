// Writes the manual page, the shell completions and the JSON Schemas into electron/resources, from what the app knows.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from './lib/places.mjs';
import { bundlePlain } from './lib/plain-bundle.mjs';
import { attempt, say } from './lib/say.mjs';

await attempt(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokentray-manual-'));
  try {
    const { manualFiles } = await bundled('electron/cli/man-page.ts', folder);
    const { SCHEMA_FILE, schemaFileText } = await bundled('electron/profile/import/json-schemas.ts', folder);
    for (const [name, text] of Object.entries({ ...manualFiles(), [SCHEMA_FILE]: schemaFileText() })) {
      const file = join(projectFolder, 'electron/resources', name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      say(`Written: electron/resources/${name}`);
    }
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function bundled(entry, folder) {
  return await import(pathToFileURL(await bundlePlain(entry, join(folder, basename(entry)))).href);
}
