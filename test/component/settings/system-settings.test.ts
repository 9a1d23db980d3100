// The system section of the settings: autostart as the system has it, and shortcuts that are tested before they are
// shown.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { fresh } from '../../fakes/states';
import { NOW, open } from '../mount-window';

async function openSettings() {
  const bridge = await open(fresh(NOW));
  return {
    bridge,
    async show(): Promise<HTMLElement> {
      await fireEvent.keyDown(document.body, { key: ',', ctrlKey: true });
      return (await screen.findByRole('heading', { name: 'Desktop' })).parentElement!;
    }
  };
}

const login = (part: HTMLElement) =>
  within(part).getByRole<HTMLInputElement>('switch', { name: /^Start at login/ });
const keys = (part: HTMLElement, name: RegExp) =>
  within(part).getByRole<HTMLInputElement>('textbox', { name });
const OPEN = /^Shortcut: open/;

describe('autostart in the settings', () => {
  it('the switch shows the state of the system, and changes it', async () => {
    const { bridge, show } = await openSettings();
    bridge.answer('native:read', () => ({ autostart: 'on', supportsShortcuts: true }));
    const part = await show();
    expect(login(part).checked).toBe(true);
    await fireEvent.click(login(part));
    expect(bridge.requestsOf('autostart:set')).toEqual([{ isOn: false }]);
    expect(login(part).checked).toBe(false);
  });

  it('the switch goes back and shows the reason when the change could not be written', async () => {
    const { bridge, show } = await openSettings();
    bridge.answer('autostart:set', () => ({ state: 'off', errorText: 'EROFS' }));
    const part = await show();
    await fireEvent.click(login(part));
    expect((await within(part).findByRole('alert')).textContent).toContain('EROFS');
    expect(login(part).checked).toBe(false);
  });

  it('the page asks for the approval that the system waits for', async () => {
    const { bridge, show } = await openSettings();
    bridge.answer('autostart:set', () => ({ state: 'approval', errorText: null }));
    const part = await show();
    await fireEvent.click(login(part));
    expect((await within(part).findByRole('alert')).textContent).toContain('login items');
    expect(login(part).checked).toBe(true);
  });

  it('autostart is not offered where it would start something else', async () => {
    const { bridge, show } = await openSettings();
    bridge.answer('native:read', () => ({ autostart: 'none', supportsShortcuts: true }));
    expect(within(await show()).queryByRole('switch')).toBeNull();
  });
});

describe('a global shortcut in the settings', () => {
  it('a shortcut is recorded as it is pressed, by the letters of the layout, and can be removed', async () => {
    const { bridge, show } = await openSettings();
    const part = await show();
    const field = keys(part, OPEN);
    await fireEvent.keyDown(field, { key: 'Control', code: 'ControlLeft', ctrlKey: true });
    await fireEvent.keyDown(field, { key: 'Q', code: 'KeyA', ctrlKey: true, shiftKey: true });
    await fireEvent.keyDown(field, { key: 'ArrowUp', code: 'ArrowUp', ctrlKey: true, altKey: true });
    await fireEvent.keyDown(field, { key: '†', code: 'KeyT', altKey: true, metaKey: true });
    const requested = bridge.requestsOf('shortcut:set').map(({ keys }) => keys);
    expect(requested).toEqual(['Ctrl+Shift+Q', 'Ctrl+Alt+UP', 'Alt+Super+T']);
    await fireEvent.click(within(part).getByRole('button', { name: 'Remove' }));
    expect(bridge.requestsOf('shortcut:set').at(-1)).toEqual({ does: 'open', keys: '' });
    expect(field.value).toBe('');
  });

  it('letters, Tab and Escape are left to the page', async () => {
    const { bridge, show } = await openSettings();
    const field = keys(await show(), OPEN);
    for (const key of ['a', 'Tab', 'Escape', 'Backspace'])
      expect(await fireEvent.keyDown(field, { key, code: key })).toBe(true);
    expect(bridge.requestsOf('shortcut:set')).toEqual([]);
  });

  it('a rejected shortcut stays in the field with its reason, until another one is accepted', async () => {
    const { bridge, show } = await openSettings();
    const part = await show();
    const field = keys(part, OPEN);
    const usual = { problem: null };
    bridge.answer('shortcut:set', ({ keys }) => (keys === 'Ctrl+C' ? { problem: 'weak' } : usual));
    await fireEvent.change(field, { target: { value: 'Ctrl+C' } });
    expect(await within(part).findByText(/Programs use these keys/)).toBeTruthy();
    expect([field.value, field.getAttribute('aria-invalid')]).toEqual(['Ctrl+C', 'true']);
    await fireEvent.change(field, { target: { value: '' } });
    await waitFor(() => expect(within(part).queryByText(/Programs use these keys/)).toBeNull());
    expect([field.value, field.getAttribute('aria-invalid')]).toEqual(['', 'false']);
  });

  it('under Wayland shortcuts are left to the desktop, and the page shows the commands to bind', async () => {
    const { bridge, show } = await openSettings();
    bridge.answer('native:read', () => ({ autostart: 'off', supportsShortcuts: false }));
    const part = await show();
    expect(within(part).queryByRole('textbox')).toBeNull();
    expect(part.textContent).toContain('tokentray toggle');
  });
});
