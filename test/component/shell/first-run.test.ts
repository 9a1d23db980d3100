// The first run: its texts, and the button that starts the demo.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { demo, firstRun } from '../../fakes/states';
import { NOW, open } from '../mount-window';

describe('the first run', () => {
  it('the page shows three cards and two buttons', async () => {
    await open(firstRun(NOW));
    for (const name of ['Read-only', 'Keys stay in your keychain', 'Look for it in the tray'])
      expect(screen.getByRole('heading', { name })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Connect OKX' })).toBeTruthy();
  });

  it('the button starts the demo, and the total is then shown with the demo label', async () => {
    await open(firstRun(NOW), demo(NOW));
    await fireEvent.click(screen.getByRole('button', { name: 'Try the demo portfolio' }));
    expect(await screen.findByText('DEMO')).toBeTruthy();
    expect(document.querySelector('.number')?.textContent).toBe('$42,070.97');
  });

  it('the first card has the language, in the own name of each, and it takes effect at once', async () => {
    const bridge = await open(firstRun(NOW));
    const card = screen.getByRole('heading', { name: 'Read-only' }).closest('section');
    expect([...(card?.querySelectorAll('label') ?? [])].map(({ textContent }) => textContent.trim())).toEqual(
      ['English', '简体中文']
    );
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'English' }).checked).toBe(true);
    screen.getByRole('radio', { name: '简体中文' }).focus();
    await fireEvent.click(screen.getByRole('radio', { name: '简体中文' }));
    expect(await screen.findByRole('button', { name: '连接 OKX' })).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('radio', { name: '简体中文' })));
    expect(bridge.requestsOf('choices:change')).toEqual([{ language: 'zh' }]);
  });

  it('asks nothing of the keychain before a key is connected', async () => {
    const bridge = await open(firstRun(NOW));
    expect(await screen.findByText(/Your OKX key is kept in this computer’s keychain/)).toBeTruthy();
    expect(bridge.requestsOf('keychain:read')).toEqual([]);
  });

  it('says beside the language which font is missing, where Chinese would be boxes', async () => {
    const canvas = vi.spyOn(HTMLCanvasElement.prototype, 'getContext');
    const box = { fillText: () => undefined, getImageData: () => ({ data: [1, 2, 3] }) };
    canvas.mockReturnValue(box as unknown as ReturnType<HTMLCanvasElement['getContext']>);
    await open(firstRun(NOW));
    expect(await screen.findByText(/fonts-droid-fallback/)).toBeTruthy();
    canvas.mockRestore();
  });

  it('says nothing of fonts where one has Chinese', async () => {
    await open(firstRun(NOW));
    expect(await screen.findByRole('button', { name: 'Connect OKX' })).toBeTruthy();
    expect(screen.queryByText(/fonts-droid-fallback/)).toBeNull();
  });
});
