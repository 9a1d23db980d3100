// Gets the real panels, daemons, bars and shells that the tests of `npm run desktops` drive, on Debian and Ubuntu.
import { say, step } from '../lib/say.mjs';
import { read } from '../lib/run.mjs';
import { HOSTS, OF_EVERY_HOST } from './desktop-hosts.mjs';
import { provideRoot, versionInRoot } from './desktop-roots.mjs';
import { findMissing, install, isDebian, isRoot, listNames } from './system.mjs';

/**
 * Installs what is missing, as root. Gives by host why it cannot run here, as a sentence; hosts that can are not in it.
 * `isQuick`: only for those that npm test drives. Never throws: no test of the app fails because a mirror is out of reach.
 */
export async function provideDesktopPrograms({ isQuick = false } = {}) {
  const hosts = Object.entries(HOSTS).filter(([, host]) => host.isQuick || !isQuick);
  const sayOfAll = text => Object.fromEntries(hosts.map(([name]) => [name, text]));
  if (process.platform !== 'linux' || !isDebian())
    return sayOfAll('Tests on real desktops need Debian or Ubuntu, where their programs are known by name.');
  const needsOf = host => [...OF_EVERY_HOST, ...host.needs].map(names => ({ names, isVital: false }));
  const missing = findMissing(hosts.flatMap(([, host]) => needsOf(host)));
  if (missing.length > 0 && isRoot()) {
    const sentence = `Installing programs of real desktops (${missing.length} missing)`;
    const text = await step(sentence, () => install(missing));
    if (findMissing(missing).length > 0) say(text);
  }
  const obstacles = {};
  for (const [name, host] of hosts) {
    const left = findMissing(needsOf(host));
    const obstacle =
      left.length > 0 ? obstacleSentence(left) : host.root ? await provideRoot(name) : undefined;
    if (obstacle) obstacles[name] = obstacle;
  }
  return obstacles;
}

function obstacleSentence(missing) {
  const names = listNames(missing);
  return isRoot()
    ? `It needs programs that apt-get could not install: ${names}.`
    : `It needs programs that are missing here: sudo apt-get install -y --no-install-recommends ${names}`;
}

/** By host, the versions of the programs that are installed here. */
export function versionsOfHosts() {
  const names = Object.values(HOSTS).map(host => host.package);
  const { text } = read('dpkg-query', ['-W', '-f', '${Package} ${Version}\\n', ...names]);
  const known = new Map(text.split('\n').map(line => line.split(' ')));
  return Object.fromEntries(
    Object.entries(HOSTS).map(([name, host]) => [
      name,
      host.root ? versionInRoot(name) : known.get(host.package)
    ])
  );
}
