// Installs the Debian package, starts the app as a normal user, upgrades, removes and purges it, and looks for
// remaining files.
import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packDeb } from '../pack/pack-deb.mjs';
import { manifest } from '../pack/pack-places.mjs';
import { collect, read } from '../lib/run.mjs';
import { say } from '../lib/say.mjs';
import { isRoot } from '../setup/system.mjs';
import { sum } from '../lib/tally.mjs';

const NAME = 'tokentray';
const PROGRAM = '/usr/lib/tokentray/tokentray';
/** Folders where packages put files. Triggers of other packages rewrite the caches of the desktop. */
const PLACES = ['/usr', '/etc', '/opt', '/var/lib/dpkg/info'];
const CACHES = /(mimeinfo\.cache|icon-theme\.cache|\.cache-\d+|__pycache__.*)$/;

/** Gives { passed, failed }. If it cannot be tested here, it prints the reason and counts nothing. */
export async function testInstallation({ app, deb, folder, playwright, config }) {
  const obstacle = obstacleHere();
  if (obstacle) {
    say(`not tried: installing the Debian package (${obstacle})`);
    return { passed: 0, failed: 0 };
  }
  const checks = checkList();
  const counts = [];
  // The profile of one user, kept over the upgrade and the removal.
  const profile = join(folder, 'profile');
  mkdirSync(profile);
  chmodSync(profile, 0o777);
  const start = version => {
    const variables = {
      TOKENTRAY_ELECTRON: `/usr/bin/${NAME}`,
      TOKENTRAY_KEPT: profile,
      TOKENTRAY_VERSION: version
    };
    return playwright(PROGRAM, { config, filters: ['installed'], variables });
  };
  const appeared = new Set();
  try {
    const { version } = manifest();
    checks.expect('dpkg -i installs it', (await watched(appeared, '-i', deb)) === 0);
    checks.expect('every file is as it was packed', read('dpkg', ['-V', NAME]).text === '');
    counts.push(await start(version));
    const next = `${version}+1`;
    const newer = await packDeb(app, { folder, version: next, compression: 'none' });
    const upgraded = await watched(appeared, '-i', newer);
    checks.expect('dpkg -i upgrades it', upgraded === 0 && installed() === next);
    counts.push(await start(version));
  } finally {
    await remove(checks, appeared, profile);
  }
  return sum([checks.count, ...counts]);
}

async function remove(checks, appeared, profile) {
  checks.expect('dpkg -r removes it', (await watched(appeared, '-r', NAME)) === 0);
  checks.expectNothing('nothing is left after dpkg -r', leftOvers(appeared, await files()));
  const purged = await watched(appeared, '-P', NAME);
  checks.expect('dpkg -P purges it', purged === 0 && installed() === '');
  checks.expectNothing('nothing is left after dpkg -P', leftOvers(appeared, await files()));
  checks.expect('what the person stored is still there', readdirSync(profile).length > 0);
}

/**
 * Adds the files that the command created; files that other programs write meanwhile are not ours. Gives the status of
 * the command.
 */
async function watched(appeared, ...words) {
  const before = await files();
  const { status } = dpkg(...words);
  for (const path of await files()) if (!before.has(path)) appeared.add(path);
  return status;
}

/** A user whose sudo needs no password can do the same as root. */
const become = () => (isRoot() ? [] : ['sudo', '-n']);
const dpkg = (...words) => {
  const [first, ...rest] = [...become(), 'dpkg', ...words];
  return read(first, rest);
};

function obstacleHere() {
  if (dpkg('--version').status !== 0) return 'only root may';
  return installed() !== '' || existsSync(`/usr/bin/${NAME}`) ? 'it is installed here already' : undefined;
}

/** Gives the installed version, or an empty text. */
const installed = () => read('dpkg-query', ['-W', '-f', '${Version}', NAME]).text;

const files = async () => new Set((await collect('find', [...PLACES, '-xdev'])).text.split('\n'));

/** Gives those paths of a package that still exist at the end; without the caches. */
export function leftOvers(appeared, atTheEnd) {
  return [...appeared].filter(path => atTheEnd.has(path) && !CACHES.test(path));
}

function checkList() {
  const count = { passed: 0, failed: 0 };
  const expect = (what, isRight) => {
    count[isRight ? 'passed' : 'failed'] += 1;
    say(`${isRight ? ' ok ' : 'FAIL'}  ${what}`);
  };
  const expectNothing = (what, found) => {
    expect(what, found.length === 0);
    for (const each of found.slice(0, 20)) say(`      ${each}`);
  };
  return { count, expect, expectNothing };
}
