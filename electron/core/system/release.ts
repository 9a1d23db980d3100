// A release as its site tells it -> whether it is newer than we are, and its text made harmless. What it says decides no address.

export interface Release {
  /** Three numbers. */
  readonly version: string;
  /** Plain text, a few lines. */
  readonly notes: string;
}

const MOST_BODY = 1024 * 1024;
const MOST_NOTES = 3000;
const MOST_LINES = 60;
const VERSION = /^v?((?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5}))$/;
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\p{Co}]|(?!\n)\p{Cc}/gu;

/** Null: no release, a draft or a trial one. Throws SyntaxError for what is none of GitHub's replies. */
export function releaseIn(body: string): Release | null {
  if (body.length > MOST_BODY) throw new SyntaxError('a reply of megabytes');
  const reply: unknown = JSON.parse(body);
  if (typeof reply !== 'object' || reply === null) throw new SyntaxError('no release');
  const { tag_name: tag, body: notes, draft, prerelease } = reply as Record<string, unknown>;
  if (typeof tag !== 'string') throw new SyntaxError('no release');
  const version = VERSION.exec(tag)?.[1];
  if (version === undefined || draft === true || prerelease === true) return null;
  return { version, notes: typeof notes === 'string' ? harmless(notes) : '' };
}

/** Three numbers; what follows a hyphen makes a trial one, and what follows a plus sign says nothing (semver.org, 10 and 11). */
const OWN = /^(\d+\.\d+\.\d+)(-[^+]+)?(?:\+.*)?$/;

/** `found`: three numbers. `own` may be a trial one, which comes before the release of its numbers. */
export function isNewer(found: string, own: string): boolean {
  const [, numbers, trial] = OWN.exec(own) ?? [];
  if (numbers === undefined) return false;
  const ours = numbers.split('.').map(Number);
  for (const [place, number] of found.split('.').map(Number).entries()) {
    const difference = number - (ours[place] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return trial !== undefined;
}

export function harmless(text: string): string {
  const lines = text
    .slice(0, 2 * MOST_NOTES)
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(UNSEEN, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .split('\n');
  const cut = lines.slice(0, MOST_LINES).join('\n');
  const whole = cut.length <= MOST_NOTES && lines.length <= MOST_LINES && text.length <= 2 * MOST_NOTES;
  return whole
    ? cut
    : `${[...cut]
        .slice(0, MOST_NOTES - 1)
        .join('')
        .trimEnd()}…`;
}

export interface Installed {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The program itself, as a full path. */
  readonly execPath: string;
  readonly isPackaged: boolean;
  /** As an AppStore build or one of a Windows store says of itself. */
  readonly isOfStore: boolean;
  /** What the package was marked with when it was built. */
  readonly mark: unknown;
}

const SYSTEM_FOLDERS = /^\/(usr|opt|snap|nix|gnu|app|var\/lib)\//;

/** Whether somebody else keeps this build up to date: a package manager, or a store. */
export function isManaged({ env, execPath, isPackaged, isOfStore, mark }: Installed): boolean {
  if (!isPackaged) return false;
  if (mark === 'package' || isOfStore || env['SNAP'] || env['FLATPAK_ID']) return true;
  return SYSTEM_FOLDERS.test(execPath);
}

export interface Repository {
  readonly origin: string;
  readonly target: string;
  /** Of a release: this and its version. */
  readonly page: string;
}

const NAME =
  /^(?:github:|(?:git\+)?https:\/\/github\.com\/)?([A-Za-z0-9-]{1,39})\/([\w.-]{1,100}?)(?:\.git)?$/;

/** `named`: as package.json names a repository; null: none at GitHub, so that nobody can be asked. */
export function repositoryOf(named: unknown): Repository | null {
  const text = typeof named === 'object' && named !== null && 'url' in named ? named.url : named;
  const [, owner, name] = (typeof text === 'string' && NAME.exec(text)) || [];
  if (!owner || !name || name === '.' || name === '..') return null;
  return {
    origin: 'https://api.github.com',
    target: `/repos/${owner}/${name}/releases/latest`,
    page: `https://github.com/${owner}/${name}/releases/tag/v`
  };
}
