// Tests the packed app: its files, a start of the released app, desktop tests on a drivable copy, and the Debian
// package. On its own (`node electron/tools/test/packaged-tests.mjs [--all]`) it packs first; --all runs every desktop
// test on the package.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { testInstallation } from './deb-lifecycle.mjs';
import { runDesktopTests } from './desktop-tests.mjs';
import { makeDrivable } from './drivable.mjs';
import { failuresOfPlaywright } from './failures.mjs';
import { packUnpacked } from '../pack/pack-app.mjs';
import { packDeb } from '../pack/pack-deb.mjs';
import { manifest, packagePaths } from '../pack/pack-places.mjs';
import { packShare } from '../pack/pack-share.mjs';
import { sizeOfPackage, sizeSentence } from './package-size.mjs';
import { read } from '../lib/run.mjs';
import { attempt, say, Stop } from '../lib/say.mjs';
import { setUp } from '../setup/set-up.mjs';
import { countPlaywright, judge, lastLine, sum } from '../lib/tally.mjs';

const CONFIG = 'test/packaged/playwright.config.ts';
/** Marks the desktop tests of what packing can break. */
const MARK = '@packaged';

/**
 * Gives { passed, failed, failures }. `unpacked`: an app that is packed already; else it is packed into a temporary folder.
 * `isAll`: every desktop test. If a part cannot be tested (no dpkg, no root), it prints that and counts nothing.
 */
export async function runPackagedTests({ unpacked, isAll = false } = {}) {
  if (process.platform !== 'linux') throw new Stop('The tests of packages are for Linux.');
  // Other users must be able to read the packed files.
  process.umask(0o022);
  const folder = mkdtempSync(join(tmpdir(), 'tokentray-packaged-'));
  // The normal user of the desktop tests reads this folder.
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'reports'));
  try {
    const runtime = await setUp({ purpose: { isForTests: true } });
    return await testAll({ app: unpacked ?? (await packInto(runtime, folder)), folder, isAll });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function packInto(runtime, folder) {
  await packShare();
  await packUnpacked(runtime, folder);
  return packagePaths(manifest(), { folder }).unpacked;
}

async function testAll({ app, folder, isAll }) {
  const deb =
    read('dpkg-deb', ['--version']).status === 0
      ? await packDeb(app, { folder, compression: 'none' })
      : undefined;
  say(sizeSentence(sizeOfPackage(app)));
  const playwright = playwrightIn(folder);
  const counts = [];
  const released = { config: CONFIG, filters: ['contents', 'released', 'closed', 'debian'] };
  counts.push(
    await playwright(join(app, 'tokentray'), { ...released, variables: deb ? { TOKENTRAY_DEB: deb } : {} })
  );
  const drivable = await makeDrivable(app, join(folder, 'drivable'));
  counts.push(await playwright(drivable, isAll ? { projects: undefined } : { options: ['--grep', MARK] }));
  rmSync(join(folder, 'drivable'), { recursive: true });
  if (deb) counts.push(await testInstallation({ app, deb, folder, playwright, config: CONFIG }));
  else say('not tried: the Debian package (dpkg-deb is not here)');
  return { ...sum(counts), failures: counts.flatMap(({ failures = [] }) => failures) };
}

/** Runs tests of a folder on an executable that contains its project, and counts them. */
function playwrightIn(folder) {
  let runs = 0;
  return async (executable, { variables = {}, ...options }) => {
    const reports = join(folder, `reports/${(runs += 1)}`);
    mkdirSync(reports);
    const file = join(reports, 'report.json');
    const name = `packaged-${runs}`;
    // None of them needs the machine for itself.
    const projects = ['side-by-side'];
    const given = {
      projects,
      ...options,
      reports,
      file,
      name,
      variables: { TOKENTRAY_PACKAGED: '1', ...variables }
    };
    const status = await runDesktopTests(executable, given);
    const report = readJson(file);
    if (!report) return judge(undefined, status);
    return { ...judge(countPlaywright(report), status), failures: failuresOfPlaywright(report) };
  };
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

const isRunDirectly = import.meta.url === pathToFileURL(process.argv[1] ?? '').href;
if (isRunDirectly)
  await attempt(async () => {
    const count = await runPackagedTests({ isAll: process.argv.includes('--all') });
    say(lastLine(count));
    return count.failed > 0 ? 1 : 0;
  });
