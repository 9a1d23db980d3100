// Parses the latest release from GitHub, compares its version with this build, and sanitizes its notes.
// The reply does not influence which address is opened.

export interface Release {
  /** Three numbers, such as 1.2.3. */
  readonly version: string;
  /** Plain text, a few lines. */
  readonly notes: string;
}

const MAX_BODY_LENGTH = 1024 * 1024;
const MAX_NOTES_LENGTH = 3000;
const MAX_LINES = 60;
const VERSION_PATTERN = /^v?((?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5}))$/;
const INVISIBLE_CHARACTERS = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\p{Co}]|(?!\n)\p{Cc}/gu;

/** Null: no release, a draft or a prerelease. Throws SyntaxError for anything that is not a reply of GitHub. */
export function parseRelease(body: string): Release | null {
  if (body.length > MAX_BODY_LENGTH) throw new SyntaxError('a reply of megabytes');
  const reply: unknown = JSON.parse(body);
  if (typeof reply !== 'object' || reply === null) throw new SyntaxError('no release');
  const { tag_name: tag, body: notes, draft, prerelease } = reply as Record<string, unknown>;
  if (typeof tag !== 'string') throw new SyntaxError('no release');
  const version = VERSION_PATTERN.exec(tag)?.[1];
  if (version === undefined || draft === true || prerelease === true) return null;
  return { version, notes: typeof notes === 'string' ? sanitizeNotes(notes) : '' };
}

/** Three numbers; a hyphen begins a prerelease tag; what follows a plus sign is ignored (semver.org, 10 and 11). */
const OWN_VERSION_PATTERN = /^(\d+\.\d+\.\d+)(-[^+]+)?(?:\+.*)?$/;

/** `found`: three numbers. `ownVersion` may be a prerelease, which is older than the release of the same numbers. */
export function isNewer(found: string, ownVersion: string): boolean {
  const [, numbers, prereleaseTag] = OWN_VERSION_PATTERN.exec(ownVersion) ?? [];
  if (numbers === undefined) return false;
  const ownNumbers = numbers.split('.').map(Number);
  for (const [index, number] of found.split('.').map(Number).entries()) {
    const difference = number - (ownNumbers[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return prereleaseTag !== undefined;
}

export function sanitizeNotes(text: string): string {
  const lines = text
    .slice(0, 2 * MAX_NOTES_LENGTH)
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(INVISIBLE_CHARACTERS, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .split('\n');
  const shortened = lines.slice(0, MAX_LINES).join('\n');
  const isComplete =
    shortened.length <= MAX_NOTES_LENGTH && lines.length <= MAX_LINES && text.length <= 2 * MAX_NOTES_LENGTH;
  return isComplete
    ? shortened
    : `${[...shortened]
        .slice(0, MAX_NOTES_LENGTH - 1)
        .join('')
        .trimEnd()}…`;
}

export interface InstalledBuild {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The program itself, as a full path. */
  readonly execPath: string;
  readonly isPackaged: boolean;
  /** What a build of the Mac App Store or the Windows store reports about itself. */
  readonly isStoreBuild: boolean;
  /** The mark that the package got when it was built. */
  readonly packageMark: unknown;
}

const SYSTEM_FOLDERS = /^\/(usr|opt|snap|nix|gnu|app|var\/lib)\//;

/** Whether a package manager or a store updates this build. */
export function isUpdatedElsewhere({
  env,
  execPath,
  isPackaged,
  isStoreBuild,
  packageMark
}: InstalledBuild): boolean {
  if (!isPackaged) return false;
  if (packageMark === 'package' || isStoreBuild || env['SNAP'] || env['FLATPAK_ID']) return true;
  return SYSTEM_FOLDERS.test(execPath);
}

export interface Repository {
  readonly origin: string;
  readonly target: string;
  /** The beginning of the address of a release page; the version follows. */
  readonly page: string;
}

const REPOSITORY_PATTERN =
  /^(?:github:|(?:git\+)?https:\/\/github\.com\/)?([A-Za-z0-9-]{1,39})\/([\w.-]{1,100}?)(?:\.git)?$/;

/** `named`: the repository field of package.json; null: it is not at GitHub, so releases cannot be requested. */
export function repositoryOf(named: unknown): Repository | null {
  const text = typeof named === 'object' && named !== null && 'url' in named ? named.url : named;
  const [, owner, name] = (typeof text === 'string' && REPOSITORY_PATTERN.exec(text)) || [];
  if (!owner || !name || name === '.' || name === '..') return null;
  return {
    origin: 'https://api.github.com',
    target: `/repos/${owner}/${name}/releases/latest`,
    page: `https://github.com/${owner}/${name}/releases/tag/v`
  };
}
