// Maps keys to the actions that work on every page, and performs these actions.
import { tick } from 'svelte';
import type { Range } from '../../shared/ipc/history-calls';
import type { ChartHistory } from '../chart/history/history.svelte';
import type { LiveState } from '../state/app-state.svelte';
import { groupingsOf } from '../portfolio/groups';
import type { View } from '../state/navigation.svelte';

export interface ShortcutContext {
  readonly model: LiveState;
  readonly view: View;
  readonly history: ChartHistory;
  /** ms since 1970. */
  readonly now: number;
}

async function search(view: View): Promise<void> {
  if (view.screen !== 'activity' && view.screen !== 'settings') view.go('overview');
  await tick();
  document.getElementById('search')?.focus();
}

/** Opens Settings and focuses the section about notifications; the focus also scrolls to it. */
export async function showAlertSettings(view: View): Promise<void> {
  view.detailSubject = null;
  view.go('settings');
  await tick();
  (await waitForElement('notices')).focus();
}

/** A screen that is loaded for the first time appears a moment later. */
function waitForElement(id: string): Promise<HTMLElement> {
  return new Promise(resolve => {
    const found = document.getElementById(id);
    if (found) return resolve(found);
    const watch = new MutationObserver(() => {
      const element = document.getElementById(id);
      if (!element) return;
      watch.disconnect();
      resolve(element);
    });
    watch.observe(document.body, { childList: true, subtree: true });
  });
}

function focusedPlace(): { kind: string | undefined; id: string | undefined } {
  const subjectKey = document.activeElement?.closest<HTMLElement>('[data-place]')?.dataset['place'];
  const [kind, id] = subjectKey?.split('/') ?? [];
  return { kind, id };
}

/** Of the wallet whose row has the focus; the wallet of an account has none of its own. */
function copyWalletAddress(model: LiveState): void {
  const { kind, id } = focusedPlace();
  const row = model.app?.portfolio.wallets.find(({ wallet }) => kind === 'wallet' && wallet.id === id);
  if (row && 'address' in row.wallet) void model.callMain('text:copy', { text: row.wallet.address });
}

/** Opens the drawer of the focused chain or wallet; if none is focused, of the one that the page is filtered by. */
function showDetails(view: View): void {
  const { kind, id } = focusedPlace();
  if ((kind === 'chain' || kind === 'wallet') && id !== undefined) view.detailSubject = { kind, id };
  else if (view.chain !== null) view.detailSubject = { kind: 'chain', id: view.chain };
  else if (view.wallet !== null) view.detailSubject = { kind: 'wallet', id: view.wallet };
}

function back(view: View): void {
  if (view.screen === 'overview') view.clearFilters();
  else view.go('overview');
}

export function performShortcut(
  action: ShortcutAction,
  { model, view, history, now }: ShortcutContext
): void {
  const showRange = (range: Range): void => {
    if (view.screen === 'overview') history.setRange(range, now);
  };
  const actions: Record<ShortcutAction, () => void> = {
    search: () => void search(view),
    refresh: () => void model.callMain('poll:refresh', {}),
    hide: () => void model.callMain('choices:change', { isHidden: !model.app?.choices.isHidden }),
    group: () => model.app && view.cycleGrouping(groupingsOf(model.app)),
    settings: () => view.go('settings'),
    details: () => showDetails(view),
    'copy-address': () => copyWalletAddress(model),
    keys: () => (view.showsKeys = true),
    back: () => back(view),
    '1d': () => showRange('1d'),
    '1w': () => showRange('1w'),
    '1m': () => showRange('1m'),
    '1y': () => showRange('1y'),
    all: () => showRange('all'),
    looked: () => void (model.app?.choices.lookedAt && showRange('looked'))
  };
  actions[action]();
}

export type ShortcutAction =
  'search' | 'refresh' | 'hide' | 'group' | 'settings' | 'details' | 'copy-address' | 'keys' | 'back' | Range;

const LETTERS: Readonly<Record<string, ShortcutAction>> = {
  '/': 'search',
  '?': 'keys',
  r: 'refresh',
  h: 'hide',
  g: 'group',
  i: 'details',
  1: '1d',
  2: '1w',
  3: '1m',
  4: '1y',
  5: 'all',
  6: 'looked'
};

/** Keys with Ctrl or Cmd; these also work while the person types. */
const CHORDS: Readonly<Record<string, ShortcutAction>> = { ',': 'settings', '/': 'keys', f: 'search' };

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !/^(checkbox|radio|button|submit)$/.test(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}

/** `hasLetters`: whether single-letter keys are on. */
export function shortcutActionOf(event: KeyboardEvent, hasLetters: boolean): ShortcutAction | null {
  if (event.defaultPrevented || event.isComposing || event.repeat) return null;
  const key = event.key.toLowerCase();
  const isChord = (event.ctrlKey || event.metaKey) && !event.altKey;
  if (isChord && event.shiftKey && key === 'c') return 'copy-address';
  if (isChord) return CHORDS[key] ?? null;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === 'Escape') return 'back';
  return isTyping(event.target) || !hasLetters ? null : (LETTERS[key] ?? null);
}
