// Makes a list one tab stop: Tab reaches one of its items, the arrow keys go on from there.
import { stepTo } from './keyboard-steps';

export interface RovingOptions {
  /** Selector of the items. */
  readonly items: string;
  /** True when the items stand side by side: the other arrow keys and the page keys then scroll the page as ever. */
  readonly isAcross?: boolean;
  /** Selector of the button in the row of an item that the arrow to the right reaches. */
  readonly beside?: string;
  /** True when moving to an item also chooses it, as in tabs. */
  readonly isChosenByMoving?: boolean;
}

const MARKED = '[aria-current], [aria-selected="true"], [aria-pressed="true"]';
/** How far the page keys go. */
const PAGE = 10;
const ACROSS: Readonly<Record<string, string>> = { ArrowRight: 'ArrowDown', ArrowLeft: 'ArrowUp' };
const KEYS_ACROSS = /^(Arrow(Left|Right)|Home|End)$/;

/** An attachment for the element around the items; they may come and go. */
export function roving({ items, beside, isAcross = false, isChosenByMoving = false }: RovingOptions) {
  return (list: HTMLElement): (() => void) => {
    let last: Element | null = null;
    const all = (): HTMLElement[] =>
      [...list.querySelectorAll<HTMLElement>(items)].filter(item => !item.matches(':disabled'));

    /** The focused item is the tab stop; without one the chosen item, then the one that had the focus last. */
    function update(): void {
      const known = all();
      const stop =
        known.find(item => item === document.activeElement) ??
        known.find(item => item.matches(MARKED)) ??
        known.find(item => item === last) ??
        known[0];
      for (const item of known) item.tabIndex = item === stop ? 0 : -1;
      if (beside !== undefined)
        for (const button of list.querySelectorAll<HTMLElement>(beside)) button.tabIndex = -1;
    }

    /** The item of the row that holds this element, which may be the button beside it. */
    function itemOf(element: Element): HTMLElement | null {
      const isBeside = beside !== undefined && element.matches(beside);
      return isBeside
        ? (element.parentElement?.querySelector<HTMLElement>(items) ?? null)
        : element.closest<HTMLElement>(items);
    }

    function targetOf(key: string, from: Element): HTMLElement | null | undefined {
      const item = itemOf(from);
      if (!item || (isAcross && !KEYS_ACROSS.test(key))) return null;
      if (beside !== undefined && key === 'ArrowRight')
        return item.parentElement?.querySelector<HTMLElement>(beside);
      if (beside !== undefined && key === 'ArrowLeft') return item;
      const known = all();
      return known[stepTo(ACROSS[key] ?? key, known.indexOf(item), known.length, PAGE) ?? -1];
    }

    function press(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const target = event.target instanceof Element ? targetOf(event.key, event.target) : null;
      if (!target) return;
      event.preventDefault();
      target.focus();
      if (isChosenByMoving) target.click();
    }

    function remember({ target }: FocusEvent): void {
      if (target instanceof Element) last = itemOf(target) ?? last;
      update();
    }

    const watch = new MutationObserver(update);
    const attributeFilter = ['aria-current', 'aria-selected', 'aria-pressed', 'disabled'];
    watch.observe(list, { childList: true, subtree: true, attributeFilter });
    list.addEventListener('keydown', press);
    list.addEventListener('focusin', remember);
    list.addEventListener('focusout', update);
    update();
    return () => {
      watch.disconnect();
      list.removeEventListener('keydown', press);
      list.removeEventListener('focusin', remember);
      list.removeEventListener('focusout', update);
    };
  };
}
