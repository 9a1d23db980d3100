// The lists of the window are one tab stop each: the arrow keys move in them, and reach the buttons of a row.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { fresh, undecided } from '../../fakes/states';
import { NOW, open } from '../mount-window';

const FOCUSABLE = 'a[href], button, select, input, [tabindex]';

const press = (key: string, init: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init });

function focused(): string {
  const { activeElement } = document;
  return (
    activeElement?.getAttribute('aria-label') ?? activeElement?.querySelector('.clip')?.textContent ?? ''
  );
}

/** What Tab reaches in this part of the page: of radio buttons of one name only one. */
function stopsIn(part: Element | null): HTMLElement[] {
  const all = [...(part?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])];
  const radios = new Set<string>();
  return all.filter(one => {
    if (one.tabIndex < 0 || one.matches(':disabled') || one.closest('[popover]')) return false;
    if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
    if (radios.has(one.name)) return false;
    return radios.add(one.name);
  });
}

const chain = (name: string) =>
  screen.getAllByRole('button').find(one => one.matches('.chain') && one.textContent.includes(name))!;

describe('the tab stops of the window', () => {
  it('are at most twelve before the search field, and one for the rows of the table', async () => {
    await open(fresh(NOW));
    const stops = stopsIn(document.querySelector('.app'));
    expect(stops.findIndex(({ id }) => id === 'search')).toBeLessThanOrEqual(12);
    for (const list of ['.sidebar .tabs', '.sidebar .list', '.legend ul', '.head', '.rows'])
      expect(stopsIn(document.querySelector(list)).length, list).toBe(1);
  });

  it('of a list is its chosen item, until another one has the focus', async () => {
    await open(fresh(NOW));
    const list = document.querySelector('.sidebar .list');
    await fireEvent.click(chain('Bitcoin'));
    await waitFor(() => expect(stopsIn(list)).toEqual([chain('Bitcoin')]));
    chain('Bitcoin').focus();
    await press('ArrowDown');
    const next = document.activeElement;
    expect(next).not.toBe(chain('Bitcoin'));
    expect(stopsIn(list)).toEqual([next]);
  });
});

describe('the arrow keys in a list', () => {
  it('move among the chains, and reach the details of one, which open', async () => {
    await open(fresh(NOW));
    const chains = [...document.querySelectorAll<HTMLElement>('.sidebar .chain')];
    chains[0]!.focus();
    await press('ArrowDown');
    expect(document.activeElement).toBe(chains[1]);
    await press('End');
    expect(document.activeElement).toBe(chains.at(-1));
    await press('Home');
    expect(document.activeElement).toBe(chains[0]);
    await press('ArrowRight');
    expect(focused()).toBe('Details of Ethereum');
    await press('ArrowDown');
    expect(document.activeElement).toBe(chains[1]);
    await press('ArrowRight');
    await press('ArrowLeft');
    expect(document.activeElement).toBe(chains[1]);
    await press('i');
    expect(screen.getByRole('dialog', { name: /, Chain$/ })).toBeTruthy();
  });

  it('choose the tab that they reach, and leave alone what is pressed with Ctrl', async () => {
    await open(fresh(NOW));
    screen.getByRole('tab', { name: 'Chains' }).focus();
    await press('ArrowRight', { ctrlKey: true });
    expect(screen.getByRole('tab', { name: 'Chains', selected: true })).toBe(document.activeElement);
    await press('ArrowRight');
    expect(screen.getByRole('tab', { name: 'Wallets', selected: true })).toBe(document.activeElement);
  });

  it('leave up, down and the page keys to the page where items stand side by side', async () => {
    await open(fresh(NOW));
    const [first, second] = document.querySelectorAll<HTMLElement>('.legend button');
    first?.focus();
    for (const key of ['ArrowDown', 'PageDown']) expect(await press(key)).toBe(true);
    expect(document.activeElement).toBe(first);
    expect(await press('ArrowRight')).toBe(false);
    expect(document.activeElement).toBe(second);
  });

  it('reach the header of a group and the buttons of a row in the table', async () => {
    const bridge = await open(undecided(NOW));
    const row = screen.getAllByRole('row').find(one => one.querySelector('.mark .button'))!;
    row.focus();
    await press('ArrowRight');
    const copies = [...row.querySelectorAll('.copy-address')];
    expect(document.activeElement).toBe(copies[0]);
    for (const copy of copies) {
      expect(document.activeElement).toBe(copy);
      await press('ArrowRight');
    }
    expect(document.activeElement).toBe(row.querySelector('.mark .button'));
    for (let back = 0; back <= copies.length; back++) await press('ArrowLeft');
    expect(document.activeElement).toBe(row);
    expect(bridge.requestsOf('holding:judge')).toEqual([]);
    await press('Home');
    expect(focused()).toMatch(/^Details of/);
    expect(stopsIn(document.querySelector('.rows'))).toEqual([document.activeElement]);
    await press('i');
    expect(screen.getByRole('dialog', { name: /, Chain$/ })).toBeTruthy();
  });

  it('move among the columns of the table', async () => {
    await open(fresh(NOW));
    const [first, second] = document.querySelectorAll<HTMLElement>('.head button');
    first?.focus();
    await press('ArrowRight');
    expect(document.activeElement).toBe(second);
  });
});
