// The desktop entry that starts the app at login: its text, whether it is on, and how it is turned on and off.
import { execLine, textValue } from './exec-line';

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
