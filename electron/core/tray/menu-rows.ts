// Rows of the tray menu: what each does, how long its text may be, and how amounts stand below each other.
import type { NavigationTarget } from '../../../shared/ipc/contract';

export type TrayCommand =
  | 'open'
  | 'refresh'
  | 'pause-an-hour'
  | 'pause-tomorrow'
  | 'pause-resumed'
  | 'resume'
  | 'toggle-hidden'
  | 'copy-total'
  | 'quit';
/** What a row does. */
export type TrayAction = TrayCommand | NavigationTarget | TrayGroupChoice;

/** Chooses the group of wallets that the tray shows; null: all wallets. */
export interface TrayGroupChoice {
  readonly trayGroup: string | null;
}

export type MenuRow =
  | { readonly kind: 'separator' }
  | {
      readonly kind: 'action';
      readonly label: string;
      readonly action: TrayAction;
      readonly isChecked?: boolean;
    }
  | { readonly kind: 'submenu'; readonly label: string; readonly rows: readonly MenuRow[] };

export type ActionRow = Extract<MenuRow, { kind: 'action' }>;

export const SEPARATOR: MenuRow = { kind: 'separator' };

export function action(label: string, name: TrayAction): ActionRow {
  return { kind: 'action', label, action: name };
}

/** Some panels draw a menu as wide as its longest row. */
const MAX_ROW_SIGNS = 60;
const BETWEEN = ' · ';
const ISOLATE = '\u2068';
const END_OF_ISOLATE = '\u2069';

/** The parts in one row, or in as many as are needed; a part alone is cut. */
export function rowsOf(parts: readonly string[], name: TrayAction): ActionRow[] {
  const lines: string[] = [];
  for (const part of parts) {
    const joined = lines.length === 0 ? part : `${lines.at(-1)}${BETWEEN}${part}`;
    if (lines.length > 0 && signsOf(joined) <= MAX_ROW_SIGNS) lines[lines.length - 1] = joined;
    else lines.push(cutTo(part, MAX_ROW_SIGNS));
  }
  return lines.map(line => action(line, name));
}

const signsOf = (text: string): number => [...text].length;

function cutTo(text: string, signs: number): string {
  return signsOf(text) <= signs ? text : `${[...text].slice(0, Math.max(1, signs) - 1).join('')}…`;
}

/** The name gives way, never a number beside it. `name`: isolated where it is right-to-left. */
export function withName(before: string, name: string, after: string): string {
  const cut = cutTo(name, MAX_ROW_SIGNS - signsOf(before + after));
  const isOpen = cut.includes(ISOLATE) && !cut.includes(END_OF_ISOLATE);
  return before + (isOpen ? cut.slice(0, -1) + END_OF_ISOLATE : cut) + after;
}

/** As wide as a digit, and as a point or comma, in fonts whose digits are equally wide. */
const FIGURE_SPACE = '\u2007';
const PUNCTUATION_SPACE = '\u2008';

/** Amounts filled up in front, so that their last digits stand below each other; other texts stay as they are. */
export function aligned(amounts: readonly string[]): string[] {
  const isAmount = (text: string) => /\d$/.test(text);
  const shapes = amounts.map(text => (isAmount(text) ? shapeOf(text) : { wide: 0, narrow: 0 }));
  const widest = Math.max(0, ...shapes.map(({ wide }) => wide));
  const points = Math.max(0, ...shapes.map(({ narrow }) => narrow));
  return amounts.map((text, index) => {
    const { wide, narrow } = shapes[index]!;
    if (!isAmount(text)) return text;
    return FIGURE_SPACE.repeat(widest - wide) + PUNCTUATION_SPACE.repeat(points - narrow) + text;
  });
}

/** How many signs are as wide as a digit, and how many as a point. */
function shapeOf(amount: string): { wide: number; narrow: number } {
  const narrow = amount.match(/[.,]/g)?.length ?? 0;
  return { wide: signsOf(amount) - narrow, narrow };
}
