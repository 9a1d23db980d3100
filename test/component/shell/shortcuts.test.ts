// Keyboard shortcuts of all pages, the sheet that lists them, and the switch for single-letter keys.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { fresh } from '../../fakes/states';
import { NOW, open } from '../mount-window';

const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });

describe('the shortcut sheet', () => {
  it('the ? key opens the sheet, which lists every key of the design', async () => {
    await open(fresh(NOW));
    await press('?');
    const sheet = screen.getByRole('dialog', { name: 'Keyboard shortcuts' });
    const keys = [...sheet.querySelectorAll('kbd')].map(node => node.textContent);
    for (const key of ['/', 'R', 'H', 'G', 'I', '1', '5', '↑', '↓', '→', '←', 'Enter', 'Esc', ',', '?'])
      expect(keys).toContain(key);
  });

  it('the switch turns single-letter keys off, and combinations with Ctrl still work', async () => {
    const bridge = await open(fresh(NOW));
    await press('?');
    const sheet = screen.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await fireEvent.click(within(sheet).getByRole('switch'));
    expect(bridge.requestsOf('choices:change')).toEqual([{ singleKeys: false }]);
    await fireEvent.click(within(sheet).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    for (const key of ['h', 'r', '?', '/', 'g', 'i']) await press(key);
    expect(bridge.requestsOf('poll:refresh')).toEqual([]);
    expect(bridge.requestsOf('choices:change')).toHaveLength(1);
    expect(screen.queryByRole('dialog')).toBeNull();
    await press('f', { ctrlKey: true });
    await waitFor(() => expect(document.activeElement?.id).toBe('search'));
    await press('/', { metaKey: true });
    expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();
  });
});

describe('the keyboard shortcuts', () => {
  it('shortcuts do nothing while a dialog is open', async () => {
    const bridge = await open(fresh(NOW));
    const [button] = screen.getAllByRole('button', { name: 'Details of Ethereum' });
    if (button) await fireEvent.click(button);
    for (const key of ['h', 'r', '?', 'Escape']) await press(key);
    await press(',', { ctrlKey: true });
    expect(bridge.requestsOf('choices:change')).toEqual([]);
    expect(bridge.requestsOf('poll:refresh')).toEqual([]);
    expect(screen.getAllByRole('dialog')).toHaveLength(1);
    expect(screen.queryByRole('heading', { name: 'Settings' })).toBeNull();
  });

  it('shortcuts do nothing while the person types, except those with Ctrl', async () => {
    const bridge = await open(fresh(NOW));
    screen.getByLabelText('Search tokens').focus();
    for (const key of ['h', 'r', '?', 'i']) await press(key);
    expect(bridge.requestsOf('choices:change')).toEqual([]);
    expect(screen.queryByRole('dialog')).toBeNull();
    await press(',', { ctrlKey: true });
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeTruthy();
  });

  it('the settings open the shortcut sheet too', async () => {
    await open(fresh(NOW));
    await press(',', { ctrlKey: true });
    await fireEvent.click(await screen.findByRole('button', { name: 'Show all shortcuts' }));
    expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();
  });
});
