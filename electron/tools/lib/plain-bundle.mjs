// Bundles a TypeScript file with all its imports into one plain JavaScript file, for long runs outside of a test
// runner.
import { basename, join } from 'node:path';
import { projectFolder } from './places.mjs';

/** `entry`: below the checkout. Its packages are bundled too, because `folder` has none. Gives the path of the file. */
export async function bundlePlain(entry, folder) {
  const { build } = await import('vite');
  const name = basename(entry).replace(/\.ts$/, '.mjs');
  await build({
    root: projectFolder,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(projectFolder, entry),
      outDir: folder,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: name } }
    }
  });
  return join(folder, name);
}
