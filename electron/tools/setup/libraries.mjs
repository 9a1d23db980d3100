// Names the system libraries and programs that Electron and the tests need on Debian and Ubuntu. Pure.

/**
 * Each need lists the package names that satisfy it, newest name first: Debian 13 and Ubuntu 24.04 renamed some with
 * "t64", and the D-Bus daemon moved from dbus to a package of its own. `isVital` ones stop the tools when they are missing.
 */
const toRun = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libsecret-1-0'],
  ['libnotify4']
];
const toShow = [['xvfb'], ['dbus-daemon', 'dbus']];
const toTest = [['gnome-keyring']];
/** What the recipes of the command line are for, and one more shell that runs its script. */
const toTry = [['tmux'], ['i3blocks'], ['conky-cli'], ['busybox']];
// Without any font, text in a screenshot is drawn as boxes. Noto Sans is the font of the design on Linux; Chromium
// finds it as system-ui.
// Droid Sans Fallback has Chinese in 2 MB; Noto's own would be 57 MB.
const toReadChinese = [['fonts-droid-fallback']];
const toRead = [['fonts-noto-core'], ['fonts-noto-mono'], ...toReadChinese];

const vital = names => ({ names, isVital: true });
const wished = names => ({ names, isVital: false });

/**
 * Gives the needs of this machine: to run the app; also for a virtual display; for the tests also the keyring; with
 * `isChineseWanted` a font for the person's own display.
 */
export function neededLibraries({
  isDisplayVirtual = false,
  isForTests = false,
  isChineseWanted = false
} = {}) {
  return [
    ...toRun.map(vital),
    ...(isDisplayVirtual || isForTests ? [...toShow.map(vital), ...toRead.map(wished)] : []),
    ...(isChineseWanted && !isDisplayVirtual ? toReadChinese.map(wished) : []),
    ...(isForTests ? [...toTest.map(vital), ...toTry.map(wished)] : [])
  ];
}

/** Says whether this /etc/os-release is of Debian or a derived system, where the package names above are valid. */
export function isDebianLike(osRelease) {
  const ids = [...osRelease.matchAll(/^ID(?:_LIKE)?=(.*)$/gm)].flatMap(match =>
    match[1].replace(/["']/g, '').split(/\s+/)
  );
  return ids.includes('debian') || ids.includes('ubuntu');
}

/** Parses the installed packages from `dpkg-query -W -f='${Package} ${Architecture} ${db:Status-Status}\n'`. */
export function installedPackages(dpkgText, architecture) {
  const rows = dpkgText.split('\n').map(row => row.split(' '));
  const isHere = ([, arch, status]) => status === 'installed' && (arch === architecture || arch === 'all');
  return new Set(rows.filter(isHere).map(([name]) => name));
}

/**
 * Parses the packages that can be installed from `apt-cache policy NAME...`. A name that is only virtual has no
 * candidate.
 */
export function offeredPackages(policyText) {
  const offered = new Set();
  let name = '';
  for (const line of policyText.split('\n')) {
    if (/^\S.*:$/.test(line)) name = line.slice(0, -1);
    const candidate = /^\s+Candidate: (.*)$/.exec(line);
    if (candidate && candidate[1] !== '(none)') offered.add(name);
  }
  return offered;
}

/** Gives the needs that no installed package satisfies. */
export function missingLibraries(needs, installed) {
  return needs.filter(need => !need.names.some(name => installed.has(name)));
}

/**
 * Gives one package name to install per need: the first that is offered, else the oldest name, which apt may
 * translate.
 */
export function packagesToInstall(missing, offered) {
  return missing.map(need => need.names.find(name => offered.has(name)) ?? need.names.at(-1));
}
