// Provides a normal user for the desktop tests when npm test runs as root: Chromium refuses its sandbox to root, and
// file modes do not apply to root.
import { chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { projectFolder } from '../lib/places.mjs';
import { read } from '../lib/run.mjs';
import { say, Stop } from '../lib/say.mjs';
import { isRoot } from '../setup/system.mjs';

const NAME = 'tokentray-tester';

/** The files of the checkout that the desktop tests read. */
const PARTS = [
  'package.json',
  'tsconfig.json',
  'electron',
  'renderer',
  'shared',
  'test',
  'out',
  'node_modules'
];

/**
 * Only as root: gives { user, folder, executable }, with the checkout and the runtime where that user can
 * read them; else undefined. TOKENTRAY_TEST_USER names another user, or "root" to stay root.
 */
export function provideTester(executable, env = process.env) {
  if (process.platform !== 'linux' || !isRoot() || env.TOKENTRAY_TEST_USER === 'root') return undefined;
  const user = env.TOKENTRAY_TEST_USER || NAME;
  if (!isThere(user) && !make(user)) {
    say(`There is no user "${user}", and none could be made: the desktop tests run as root.`);
    return undefined;
  }
  const isOpen = file => canRead(user, file);
  return {
    user,
    folder: isOpen(join(projectFolder, 'package.json'))
      ? projectFolder
      : copyOnce(projectFolder, copyProject),
    executable: isOpen(executable)
      ? executable
      : join(copyOnce(dirname(executable), copyRuntime), basename(executable))
  };
}

/** Says whether the kernel gives this user the namespaces that Chromium's sandbox needs. */
export function hasNamespaces(user) {
  return read('runuser', ['-u', user, '--', 'unshare', '--user', 'true']).status === 0;
}

/** Changes the owner of existing files or folders to a user. Throws a Stop when there is no such user. */
export function giveTo(user, paths) {
  const [uid, gid] = ['-u', '-g'].map(option => Number(read('id', [option, user]).text || NaN));
  if (Number.isNaN(uid)) throw new Stop(`There is no user "${user}" to run as.`);
  for (const path of paths) chownSync(path, uid, gid);
}

const isThere = user => read('id', [user]).status === 0;

function make(user) {
  const options = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', user];
  return read('useradd', options).status === 0;
}

const canRead = (user, file) => read('runuser', ['-u', user, '--', 'test', '-r', file]).status === 0;

/** The copies of this run of the tools: the checkout once, and each runtime once. */
const copies = new Map();

/**
 * Home folders are closed to other users, and the tools must not open them, so the files are copied. The copies serve
 * all tests of this process and are removed when it ends.
 */
function copyOnce(original, copyInto) {
  const known = copies.get(original);
  if (known) return known;
  if (copies.size === 0)
    say('The checkout or the runtime is closed to others: the desktop tests run on a copy.');
  const folder = mkdtempSync(join(tmpdir(), 'tokentray-tester-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const into = join(folder, 'copy');
  copyInto(into, original);
  const opened = read('chmod', ['-R', 'a+rX', folder]);
  if (opened.status !== 0) say('The copy could not be opened to the user.');
  copies.set(original, into);
  return into;
}

const copyRuntime = (into, from) => copy(from, into);

function copyProject(into) {
  mkdirSync(into);
  for (const part of PARTS) copy(join(projectFolder, part), join(into, part));
}

/** Times and links are kept: a file with a newer time would look as if it had to be built again. */
const copy = (from, to) => read('cp', ['-a', from, to]);
