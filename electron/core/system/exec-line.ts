// The Exec line of a desktop entry: words to text and back, by the quoting rules of the Desktop Entry Specification 1.5.

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
