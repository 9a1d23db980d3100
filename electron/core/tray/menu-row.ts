// The rows a tray menu is made of, as plain data.
import { MASK } from '../../../shared/text/money';
import type { AppState } from '../../../shared/schema/app-state';

export type TrayAction =
  | 'open'
  | 'refresh'
  | 'pause-an-hour'
  | 'pause-tomorrow'
  | 'pause-resumed'
  | 'resume'
  | 'toggle-hidden'
  | 'copy-total'
  | 'settings'
  | 'quit';

export type MenuRow =
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'separator' }
  | {
      readonly kind: 'action';
      readonly label: string;
      readonly action: TrayAction;
      readonly isChecked?: boolean;
    }
  | { readonly kind: 'submenu'; readonly label: string; readonly rows: readonly MenuRow[] };

export const SEPARATOR: MenuRow = { kind: 'separator' };

export function text(label: string): MenuRow {
  return { kind: 'text', label };
}

export function action(
  label: string,
  name: TrayAction
): { kind: 'action'; label: string; action: TrayAction } {
  return { kind: 'action', label, action: name };
}

/** The one place where the tray masks an amount. */
export function money(state: AppState, text: string): string {
  return state.choices.isHidden ? MASK : text;
}
