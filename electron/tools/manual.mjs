// Writes the manual page and the shell completions into electron/resources, from the lists of commands and options.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from './lib/places.mjs';
import { bundlePlain } from './lib/plain-bundle.mjs';
import { attempt, say } from './lib/say.mjs';

await attempt(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokentray-manual-'));
  try {
    const bundle = await bundlePlain('electron/cli/man-page.ts', folder);
    const { manualFiles } = await import(pathToFileURL(bundle).href);
    for (const [name, text] of Object.entries(manualFiles())) {
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
