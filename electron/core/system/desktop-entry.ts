// The desktop entry that starts the app at login: its text, whether it is on, and how it is turned on and off.

/** One for each way to start the app: a profile, a folder, the demo. */
export interface Entry {
  /** What a session's list of autostart programs shows. */
  readonly name: string;
  /** Program and arguments. */
  readonly words: readonly string[];
}

const GROUP = '[Desktop Entry]';
/** How the tools of the desktops switch an entry off without removing it. */
const OFF = [/^Hidden$/, /^X-[A-Za-z]+-Autostart-enabled$/i];

export interface ReadEntry {
  readonly isOn: boolean;
  /** The values of Exec and TryExec as they stand there; null: none. */
  readonly exec: string | null;
  readonly tryExec: string | null;
}

/** What a session makes of the text. */
export function readEntry(text: string): ReadEntry {
  const pairs = linesOf(text).flatMap(({ key, value, isOurs }) =>
    key !== null && isOurs ? [{ key, value }] : []
  );
  const last = (wanted: string) => pairs.findLast(({ key }) => key === wanted)?.value ?? null;
  const exec = last('Exec');
  const isHidden = last('Hidden') === 'true';
  const isDisabled = pairs.some(({ key, value }) => OFF[1]?.test(key) && value === 'false');
  return { isOn: exec !== null && !isHidden && !isDisabled, exec, tryExec: last('TryExec') };
}

/** Whether it starts this very program in this very way, and only where that is still installed. */
export function startsAs(text: string, { words }: Entry): boolean {
  const { exec, tryExec } = readEntry(text);
  return exec === execLine(words) && tryExec === (programOf(words) ?? null);
}

/** The lines that say what is started. */
function programLines({ words }: Entry): string[] {
  const program = programOf(words);
  return [`Exec=${execLine(words)}`, ...(program === undefined ? [] : [`TryExec=${program}`])];
}

/**
 * The value of TryExec, a plain path without the quotes of Exec: sessions pass over an entry whose program is gone. Undefined:
 * KDE would take a dollar sign for a variable, so that it would never start.
 */
function programOf([program = '']: readonly string[]): string | undefined {
  return program.startsWith('/') && !program.includes('$') ? textValue(program) : undefined;
}

/** On, and starting this. What a session's tool wrote beside stays; what it wrote to switch the entry off goes. */
export function entryTurnedOn(entry: Entry, before: string | null): string {
  if (before === null || !linesOf(before).some(({ line }) => line.trim() === GROUP)) return newEntry(entry);
  let hasExec = false;
  const lines = linesOf(before).flatMap(({ line, key, isOurs }) => {
    if (!isOurs || key === null) return [line];
    if (OFF.some(pattern => pattern.test(key)) || key === 'TryExec') return [];
    if (key !== 'Exec') return [line];
    if (hasExec) return [];
    hasExec = true;
    return programLines(entry);
  });
  if (!hasExec) lines.splice(lines.findIndex(line => line.trim() === GROUP) + 1, 0, ...programLines(entry));
  return `${lines.join('\n').trimEnd()}\n`;
}

function newEntry(entry: Entry): string {
  return [
    GROUP,
    'Type=Application',
    'Version=1.5',
    `Name=${textValue(entry.name)}`,
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
  /** Null: a comment, a group, or nothing. */
  readonly key: string | null;
  readonly value: string;
  /** Within the group that sessions read. */
  readonly isOurs: boolean;
}

function linesOf(text: string): Line[] {
  let isOurs = false;
  return text.split(/\r?\n/).map(line => {
    if (/^\s*\[/.test(line)) isOurs = line.trim() === GROUP;
    const [, key = null, value = ''] = /^\s*([^\s=#[][^\s=]*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    return { line, key, value, isOurs };
  });
}

/** Each of these makes a word need quotes. */
const RESERVED = /[\s"'\\><~|&;$*?#()`]/;
/** Within quotes a backslash stands before these. */
const ESCAPED = /["`$\\]/g;
/** Escapes of every text value of a desktop entry, undone before the quotes are looked at. */
const ESCAPES: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };
/** What a session puts in its place is nothing at login: no file and no link was chosen. */
const FIELD = /^%[fFuUick]$/;

/** A program whose path has an equals sign may not begin an Exec line, so a shell begins it. */
const BEHIND_A_SHELL = ['/bin/sh', '-c', 'exec "$0" "$@"'] as const;

/** The value after `Exec=`. The first word is the program, as a full path. */
export function execLine(words: readonly string[]): string {
  const all = words[0]?.includes('=') ? [...BEHIND_A_SHELL, ...words] : words;
  return textValue(all.map(quoted).join(' '));
}

/** A backslash is doubled once more here: the general escapes are undone first. */
export function textValue(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll('\r', '\\r');
}

function quoted(word: string): string {
  const text = word.replaceAll('%', '%%');
  return text === '' || RESERVED.test(text) ? `"${text.replace(ESCAPED, '\\$&')}"` : text;
}

/** The words that a session would start; null: the line breaks the rules. */
export function execWords(line: string): string[] | null {
  const text = line.replace(/\\(.)/gs, (whole, mark: string) => ESCAPES[mark] ?? whole);
  const words: string[] = [];
  const next = /\s*(?:"((?:[^"\\`$]|\\["`$\\])*)"|([^\s"'\\><~|&;$*?#()`]+))(?=\s|$)/gy;
  while (text.slice(next.lastIndex).trim() !== '') {
    const found = next.exec(text);
    if (!found) return null;
    const [, inQuotes, bare = ''] = found;
    const word = inQuotes === undefined ? bare : inQuotes.replace(/\\(.)/gs, '$1');
    if (inQuotes === undefined && FIELD.test(word)) continue;
    if (/%(?!%)/.test(word.replaceAll('%%', ''))) return null;
    words.push(word.replaceAll('%%', '%'));
  }
  return words.length > 0 ? words : null;
}
