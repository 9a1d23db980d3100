// How this very program is started again at login: its words, and the name that tells it from other profiles.

export interface Running {
  readonly execPath: string;
  readonly argv: readonly string[];
  readonly isPackaged: boolean;
  /** The project folder in a checkout. */
  readonly appPath: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly profile: string | null;
  /** Of `--user-data-dir`, as a full path. */
  readonly userDataDir: string | null;
  readonly isDemo: boolean;
}

export interface Start {
  /** The program as a full path, and its arguments; it comes up without a window. */
  readonly words: readonly [string, ...string[]];
  readonly name: string;
  /** Unlike that of every other profile; letters, digits, - and _. */
  readonly id: string;
}

export function startOf(running: Running): Start {
  const { isPackaged, appPath, argv, userDataDir, isDemo } = running;
  // As its folder is called: another spelling is no other profile.
  const profile = running.profile?.toLowerCase() ?? null;
  const outer = outerImage(running);
  // Where Chromium's sandbox cannot be, the app comes up without it or not at all; an image judges that itself.
  const switches = outer === null && argv.includes('--no-sandbox') ? ['--no-sandbox'] : [];
  const chosen = [
    ...(profile === null ? [] : [`--profile=${profile}`]),
    ...(userDataDir === null ? [] : [`--user-data-dir=${userDataDir}`]),
    ...(isDemo ? ['--demo'] : [])
  ];
  const whose = [profile, userDataDir, isDemo ? 'demo' : null].filter(part => part !== null);
  const parts = [
    ...(profile === null ? [] : [`profile-${profile}`]),
    ...(userDataDir === null ? [] : [`folder-${digest(userDataDir)}`]),
    ...(isDemo ? ['demo'] : [])
  ];
  return {
    words: [outer ?? running.execPath, ...switches, ...(isPackaged ? [] : [appPath]), ...chosen, '--hidden'],
    name: whose.length === 0 ? 'Tokentray' : `Tokentray (${whose.join(', ')})`,
    id: ['tokentray', ...parts].join('-')
  };
}

/** The file that a person has, of a program that runs from a folder which is gone after the run. */
export function outerImage({
  env,
  execPath,
  isPackaged
}: Pick<Running, 'env' | 'execPath' | 'isPackaged'>): string | null {
  const { APPIMAGE: image, APPDIR: inside, PORTABLE_EXECUTABLE_FILE: portable } = env;
  // A terminal that is an AppImage itself hands its own variables down.
  if (isPackaged && image?.startsWith('/') && inside && execPath.startsWith(`${inside}/`)) return image;
  return isPackaged && portable ? portable : null;
}

/** FNV-1a, 32 bits: tells folders apart, and nothing more. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Where sessions look for what to start; a path that is not a full one does not count. */
export function autostartFolder(env: Running['env'], home: string): string {
  const set = env['XDG_CONFIG_HOME'];
  return `${set?.startsWith('/') ? set : `${home}/.config`}/autostart`;
}

/** One argument of a Windows command line, by the rules of CommandLineToArgvW. */
export function windowsArgument(word: string): string {
  if (word !== '' && !/[\s"]/.test(word)) return word;
  return `"${word.replace(/(\\*)("|$)/g, (_, slashes: string, mark: string) => slashes + slashes + (mark && '\\"'))}"`;
}
