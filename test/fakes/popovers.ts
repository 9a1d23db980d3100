// Gives elements of the light DOM the popovers of a browser: shown by a button or by code, one at a time, closed by Escape.

const opened = (): HTMLElement | null => document.querySelector('[popover][data-shown]');

function toggled(element: HTMLElement, type: 'beforetoggle' | 'toggle', newState: 'open' | 'closed'): void {
  element.dispatchEvent(Object.assign(new Event(type), { newState }));
}

/** What had the focus gets it back, as in a browser, if the panel has it. */
const focusedBefore = new WeakMap<HTMLElement, Element | null>();

function show(element: HTMLElement): void {
  const other = opened();
  if (other) hide(other);
  focusedBefore.set(element, document.activeElement);
  toggled(element, 'beforetoggle', 'open');
  element.dataset['shown'] = '';
  toggled(element, 'toggle', 'open');
}

function hide(element: HTMLElement): void {
  if (element.dataset['shown'] === undefined) return;
  toggled(element, 'beforetoggle', 'closed');
  delete element.dataset['shown'];
  const before = focusedBefore.get(element);
  if (element.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
  else if (element.contains(document.activeElement) && before instanceof SVGElement) before.focus();
  // A browser says so a moment later.
  setTimeout(() => toggled(element, 'toggle', 'closed'));
}

/** Call it once per test file: the light DOM has no popovers of its own. */
export function givePopovers(): void {
  Object.assign(HTMLElement.prototype, {
    showPopover(this: HTMLElement) {
      show(this);
    },
    hidePopover(this: HTMLElement) {
      hide(this);
    }
  });
  // Before the page hears of the click: it may remove what was clicked.
  const click = (event: Event): void => {
    const target = event.target instanceof Element ? event.target : null;
    const panel = opened();
    const button = target?.closest('[popovertarget]');
    const wanted = document.getElementById(button?.getAttribute('popovertarget') ?? '');
    if (panel && panel !== wanted && !panel.contains(target)) hide(panel);
    if (wanted && wanted === panel) hide(wanted);
    else if (wanted) show(wanted);
  };
  document.addEventListener('click', click, { capture: true });
  // The browser closes a panel after the page has heard of the key.
  window.addEventListener('keydown', event => {
    const panel = opened();
    if (event.key === 'Escape' && !event.defaultPrevented && panel) setTimeout(() => hide(panel));
  });
}
