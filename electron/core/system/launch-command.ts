// Builds the command that starts this program at login, and a name for it that differs for each profile.

export interface LaunchContext {
  readonly execPath: string;
  readonly argv: readonly string[];
  readonly isPackaged: boolean;
  /** The project folder in a checkout. */
  readonly appPath: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly profile: string | null;
  /** The value of `--user-data-dir`, as a full path. */
  readonly userDataDir: string | null;
  readonly isDemo: boolean;
}

export interface LaunchCommand {
  /** The program as a full path, and its arguments; the app starts without a window. */
  readonly words: readonly [string, ...string[]];
  readonly name: string;
  /** Different for every profile; letters, digits, - and _. */
  readonly id: string;
}

export function launchCommandOf(context: LaunchContext): LaunchCommand {
  const { isPackaged, appPath, argv, userDataDir, isDemo } = context;
  // Lower case like the name of its folder: another letter case is not another profile.
  const profile = context.profile?.toLowerCase() ?? null;
  const launcherFile = launcherFileOf(context);
  // Where Chromium's sandbox cannot run, the app starts only with this switch; an AppImage decides that by itself.
  const switches = launcherFile === null && argv.includes('--no-sandbox') ? ['--no-sandbox'] : [];
  const options = [
    ...(profile === null ? [] : [`--profile=${profile}`]),
    ...(userDataDir === null ? [] : [`--user-data-dir=${userDataDir}`]),
    ...(isDemo ? ['--demo'] : [])
  ];
  const nameParts = [profile, userDataDir, isDemo ? 'demo' : null].filter(part => part !== null);
  const idParts = [
    ...(profile === null ? [] : [`profile-${profile}`]),
    ...(userDataDir === null ? [] : [`folder-${digest(userDataDir)}`]),
    ...(isDemo ? ['demo'] : [])
  ];
  return {
    words: [
      launcherFile ?? context.execPath,
      ...switches,
      ...(isPackaged ? [] : [appPath]),
      ...options,
      '--hidden'
    ],
    name: nameParts.length === 0 ? 'Tokentray' : `Tokentray (${nameParts.join(', ')})`,
    id: ['tokentray', ...idParts].join('-')
  };
}

/** The file that the person starts, for a program that runs from a temporary folder (AppImage, portable build). */
export function launcherFileOf({
  env,
  execPath,
  isPackaged
}: Pick<LaunchContext, 'env' | 'execPath' | 'isPackaged'>): string | null {
  const { APPIMAGE: appImage, APPDIR: appDir, PORTABLE_EXECUTABLE_FILE: portable } = env;
  // A terminal that is itself an AppImage passes its own variables to the programs that it starts.
  if (isPackaged && appImage?.startsWith('/') && appDir && execPath.startsWith(`${appDir}/`)) return appImage;
  return isPackaged && portable ? portable : null;
}

/** FNV-1a, 32 bits: only to distinguish folders, not for security. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** The folder of autostart entries; a relative path in XDG_CONFIG_HOME is ignored. */
export function autostartFolder(env: LaunchContext['env'], home: string): string {
  const configured = env['XDG_CONFIG_HOME'];
  return `${configured?.startsWith('/') ? configured : `${home}/.config`}/autostart`;
}

/** One argument of a Windows command line, by the rules of CommandLineToArgvW. */
export function windowsArgument(word: string): string {
  if (word !== '' && !/[\s"]/.test(word)) return word;
  return `"${word.replace(/(\\*)("|$)/g, (_, slashes: string, quote: string) => slashes + slashes + (quote && '\\"'))}"`;
}
