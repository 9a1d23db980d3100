// What a bar of the desktop shows, written as waybar, polybar and xbar or SwiftBar read it. No name can add a tag, a row or a command.
export type BarFormat = 'waybar' | 'polybar' | 'xbar';
export type BarState = 'fresh' | 'stale' | 'error' | 'none';

export interface Bar {
  /** Short; without the mark of the state. */
  readonly text: string;
  readonly state: BarState;
  readonly isHidden: boolean;
  /** Which way the total went; null: nothing to compare with, or no move. */
  readonly way: 'up' | 'down' | null;
  /** What stands behind it, one row each; an empty one parts two groups. */
  readonly rows: readonly string[];
}

export interface BarAction {
  readonly label: string;
  /** The program and all its words. */
  readonly words: readonly string[];
}

/** By shape, for those who see no colours; the first is that of the tray's text. */
const MARKS: Readonly<Record<BarState, string>> = { fresh: '', stale: ' ·', error: ' !', none: '' };
const COLOURS: Readonly<Record<BarState, string | null>> = {
  fresh: null,
  stale: '#d19a2e',
  error: '#e06c5f',
  none: '#8a8f98'
};

/** `actions`: for xbar's menu; the other two bind commands to clicks in their own settings. */
export function barText(format: BarFormat, bar: Bar, actions: readonly BarAction[]): string {
  if (format === 'waybar') return waybar(bar);
  return format === 'polybar' ? polybar(bar) : xbar(bar, actions);
}

function marked({ text, state }: Bar): string {
  return oneLine(text + MARKS[state]);
}

/** One object on one line; `text` and `tooltip` are Pango markup. `class` may be a list. */
function waybar(bar: Bar): string {
  const { state, isHidden, way, rows } = bar;
  return JSON.stringify({
    text: pango(marked(bar)),
    alt: isHidden ? 'hidden' : state,
    tooltip: pango(rows.map(oneLine).join('\n')),
    class: [state, ...(isHidden ? ['hidden'] : []), ...(way ? [way] : [])]
  });
}

function pango(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;'
  };
  return text.replace(/[&<>"]/g, sign => entities[sign] ?? '').replaceAll("'", '&apos;');
}

/** The colour ends before anything of the next module. It has no sign for a literal `%{`: a blank keeps the two apart. */
function polybar(bar: Bar): string {
  const text = marked(bar).replaceAll('%{', '% {');
  const colour = COLOURS[bar.state];
  return colour === null ? text : `%{F${colour}}${text}%{F-}`;
}

/** Neither emoji nor symbols nor colours are made of what a name contains. */
const PLAINLY = 'emojize=false symbolize=false ansi=false';

function xbar(bar: Bar, actions: readonly BarAction[]): string {
  const rows = bar.rows.map(row => (row === '' ? '---' : menuLine(row, PLAINLY)));
  const acts = actions.flatMap(({ label, words }) => {
    const command = commandOf(words);
    return command === null ? [] : [menuLine(label, `${command} terminal=false refresh=true`)];
  });
  return [menuLine(marked(bar), PLAINLY), '---', ...rows, ...(acts.length > 0 ? ['---', ...acts] : [])].join(
    '\n'
  );
}

/** A bar would begin parameters, dashes at the start a submenu or a line across. */
function menuLine(text: string, parameters: string): string {
  const safe = oneLine(text)
    .trimStart()
    .replaceAll('|', '¦')
    .replace(/^[-~]+/, signs => '‐'.repeat(signs.length));
  return `${safe || '‐'} | ${parameters}`;
}

/** Null for words that no quotation marks could hold. */
function commandOf(words: readonly string[]): string | null {
  if (words.length === 0 || words.some(word => /["|\\\p{Cc}]/u.test(word))) return null;
  return words.map((word, place) => `${place === 0 ? 'bash' : `param${place}`}="${word}"`).join(' ');
}

/** Without what would break the line, or turn the rest of it around. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/\p{Bidi_Control}/gu, '');
}
