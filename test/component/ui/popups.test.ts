// Small panels: one at a time, closed by Escape, with the focus back where it came from.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { fresh } from '../../fakes/states';
import { NOW, open, openPanel } from '../mount-window';

const shown = () => [...document.querySelectorAll('[data-open]')].map(one => one.getAttribute('aria-label'));

describe('a small panel', () => {
  it('closes the one that was open before it, also the one of a chart point', async () => {
    await open(fresh(NOW));
    await openPanel('Filter');
    const line = screen.getByRole('slider');
    await fireEvent.click(line);
    const point = (await screen.findByRole('dialog')).getAttribute('aria-label');
    await waitFor(() => expect(shown()).toEqual([point]));
    await openPanel('Export');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(shown()).toEqual(['Export…']));
  });

  it('closes on Escape, which then leaves the filters of the page alone', async () => {
    await open(fresh(NOW));
    await fireEvent.input(screen.getByLabelText('Search tokens'), { target: { value: 'usdc' } });
    await openPanel('Filter');
    await fireEvent.keyDown(document.body, { key: 'Escape' });
    await waitFor(() => expect(shown()).toEqual([]));
    expect(screen.getByLabelText<HTMLInputElement>('Search tokens').value).toBe('usdc');
    await fireEvent.keyDown(document.body, { key: 'Escape' });
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Search tokens').value).toBe(''));
  });

  it('gives the focus back to the button that opened it', async () => {
    await open(fresh(NOW));
    const button = screen.getByRole('button', { name: /^Filter/ });
    button.focus();
    const panel = await openPanel('Filter');
    panel.getByLabelText('Type').focus();
    await fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
    await waitFor(() => expect(document.activeElement).toBe(button));
    await openPanel('Filter');
    button.blur();
    await fireEvent.keyDown(document.body, { key: 'Escape' });
    await waitFor(() => expect(document.activeElement).toBe(button));
  });
});
