// The first run: its texts, and the button that starts the demo.
import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { demo, firstRun } from '../../fakes/states';
import { NOW, open } from '../mount-window';

describe('the first run', () => {
  it('the page shows three cards and two buttons', async () => {
    await open(firstRun(NOW));
    for (const name of ['It only looks', 'Keys stay in your keychain', 'Look for it in the tray'])
      expect(screen.getByRole('heading', { name })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Connect OKX' })).toBeTruthy();
  });

  it('the button starts the demo, and the total is then shown with the demo label', async () => {
    await open(firstRun(NOW), demo(NOW));
    await fireEvent.click(screen.getByRole('button', { name: 'Try the demo portfolio' }));
    expect(await screen.findByText('DEMO')).toBeTruthy();
    expect(document.querySelector('.number')?.textContent).toBe('$42,070.97');
  });
});
