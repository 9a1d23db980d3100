// Reads and writes the Linux desktop entry that starts the app at login.

/** There is one entry for each way to start the app: a profile, a folder, the demo. */
export interface AutostartEntry {
  /** The name in the session's list of autostart programs. */
  readonly name: string;
  /** Program and arguments. */
  readonly words: readonly string[];
}

const ENTRY_GROUP = '[Desktop Entry]';
/** Keys that desktop tools use to switch an entry off without removing it. */
const OFF_KEYS = [/^Hidden$/, /^X-[A-Za-z]+-Autostart-enabled$/i];

export interface ParsedEntry {
  readonly isOn: boolean;
  /** The values of Exec and TryExec as they are in the file; null: none. */
  readonly exec: string | null;
  readonly tryExec: string | null;
}

/** Reads the text of an entry as a session does. */
export function parseEntry(text: string): ParsedEntry {
  const pairs = linesOf(text).flatMap(({ key, value, isInGroup }) =>
    key !== null && isInGroup ? [{ key, value }] : []
  );
  const lastValueOf = (wanted: string) => pairs.findLast(({ key }) => key === wanted)?.value ?? null;
  const exec = lastValueOf('Exec');
  const isHidden = lastValueOf('Hidden') === 'true';
  const isDisabled = pairs.some(({ key, value }) => OFF_KEYS[1]?.test(key) && value === 'false');
  return { isOn: exec !== null && !isHidden && !isDisabled, exec, tryExec: lastValueOf('TryExec') };
}

/** Whether the entry starts exactly this program with these arguments, and only if it is still installed. */
export function isEntryOf(text: string, { words }: AutostartEntry): boolean {
  const { exec, tryExec } = parseEntry(text);
  return exec === execLine(words) && tryExec === (programOf(words) ?? null);
}

/** The lines that name the program to start. */
function programLines({ words }: AutostartEntry): string[] {
  const program = programOf(words);
  return [`Exec=${execLine(words)}`, ...(program === undefined ? [] : [`TryExec=${program}`])];
}

/**
 * The value of TryExec, a plain path without the quotes of Exec: sessions ignore an entry whose program is missing.
 * Undefined for a path with a dollar sign: KDE would read a variable, and the program would never start.
 */
function programOf([program = '']: readonly string[]): string | undefined {
  return program.startsWith('/') && !program.includes('$') ? escapeValue(program) : undefined;
}

/** Switches the entry on, with this program. Lines that switch it off are removed; other lines of tools stay. */
export function enableEntry(entry: AutostartEntry, before: string | null): string {
  if (before === null || !linesOf(before).some(({ line }) => line.trim() === ENTRY_GROUP))
    return newEntry(entry);
  let hasExec = false;
  const lines = linesOf(before).flatMap(({ line, key, isInGroup }) => {
    if (!isInGroup || key === null) return [line];
    if (OFF_KEYS.some(pattern => pattern.test(key)) || key === 'TryExec') return [];
    if (key !== 'Exec') return [line];
    if (hasExec) return [];
    hasExec = true;
    return programLines(entry);
  });
  if (!hasExec)
    lines.splice(lines.findIndex(line => line.trim() === ENTRY_GROUP) + 1, 0, ...programLines(entry));
  return `${lines.join('\n').trimEnd()}\n`;
}

function newEntry(entry: AutostartEntry): string {
  return [
    ENTRY_GROUP,
    'Type=Application',
    'Version=1.5',
    `Name=${escapeValue(entry.name)}`,
    'Comment=Shows in the tray what your wallets are worth',
    'Comment[zh_CN]=在托盘中显示钱包总资产',
    ...programLines(entry),
    'Icon=tokentray',
    'Terminal=false',
    'StartupNotify=false',
    ''
  ].join('\n');
}

interface Line {
  readonly line: string;
  /** Null: the line is a comment, a group, or empty. */
  readonly key: string | null;
  readonly value: string;
  /** Whether the line is in the group that sessions read. */
  readonly isInGroup: boolean;
}

function linesOf(text: string): Line[] {
  let isInGroup = false;
  return text.split(/\r?\n/).map(line => {
    if (/^\s*\[/.test(line)) isInGroup = line.trim() === ENTRY_GROUP;
    const [, key = null, value = ''] = /^\s*([^\s=#[][^\s=]*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    return { line, key, value, isInGroup };
  });
}

/** A word with one of these characters needs quotes. */
const RESERVED = /[\s"'\\><~|&;$*?#()`]/;
/** Within quotes these characters are escaped with a backslash. */
const ESCAPED = /["`$\\]/g;
/** Escapes in every text value of a desktop entry; they are decoded before the quotes are parsed. */
const ESCAPES: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };
/** A session replaces these codes with nothing at login, because no file and no link was chosen. */
const FIELD_CODE = /^%[fFuUick]$/;

/** A program path with an equals sign may not begin an Exec line, so a shell begins it. */
const SHELL_PREFIX = ['/bin/sh', '-c', 'exec "$0" "$@"'] as const;

/** The value after `Exec=`. The first word is the program, as a full path. */
export function execLine(words: readonly string[]): string {
  const all = words[0]?.includes('=') ? [...SHELL_PREFIX, ...words] : words;
  return escapeValue(all.map(quoteWord).join(' '));
}

/** Backslashes are doubled again here, because a reader decodes these general escapes first. */
function escapeValue(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll('\r', '\\r');
}

function quoteWord(word: string): string {
  const text = word.replaceAll('%', '%%');
  return text === '' || RESERVED.test(text) ? `"${text.replace(ESCAPED, '\\$&')}"` : text;
}

/** The words that a session would run; null: the line is not valid. */
export function parseExecLine(line: string): string[] | null {
  const text = line.replace(/\\(.)/gs, (whole, letter: string) => ESCAPES[letter] ?? whole);
  const words: string[] = [];
  const next = /\s*(?:"((?:[^"\\`$]|\\["`$\\])*)"|([^\s"'\\><~|&;$*?#()`]+))(?=\s|$)/gy;
  while (text.slice(next.lastIndex).trim() !== '') {
    const found = next.exec(text);
    if (!found) return null;
    const [, inQuotes, unquoted = ''] = found;
    const word = inQuotes === undefined ? unquoted : inQuotes.replace(/\\(.)/gs, '$1');
    if (inQuotes === undefined && FIELD_CODE.test(word)) continue;
    if (/%(?!%)/.test(word.replaceAll('%%', ''))) return null;
    words.push(word.replaceAll('%%', '%'));
  }
  return words.length > 0 ? words : null;
}
