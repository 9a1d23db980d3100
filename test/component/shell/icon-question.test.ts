// The question of the first run whether the tray icon can be seen.
import { fireEvent, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { firstRun } from '../../fakes/states';
import { NOW, open } from '../mount-window';

const onSystem = (name: string) =>
  vi.spyOn(window.navigator, 'userAgent', 'get').mockReturnValue(`Mozilla/5.0 (${name})`);

describe('the question of the icon', () => {
  afterEach(() => vi.restoreAllMocks());

  it('shows what is drawn now, and goes with "Yes"', async () => {
    onSystem('X11; Linux x86_64');
    await open(firstRun(NOW));
    const group = await screen.findByRole('group', { name: 'Can you see it?' });
    expect(group.querySelector('img')?.getAttribute('src')).toMatch(/^data:image\/png/);
    await fireEvent.click(screen.getByRole('button', { name: 'Yes' }));
    expect(screen.getByText(/Settings has it too/)).toBeTruthy();
    expect(screen.queryByText('Can you see it?')).toBeNull();
  });

  it('offers three looks after "No", each of which is drawn at once', async () => {
    onSystem('X11; Linux x86_64');
    const bridge = await open(firstRun(NOW));
    await fireEvent.click(await screen.findByRole('button', { name: 'No' }));
    await fireEvent.click(screen.getByRole('button', { name: 'On a plate' }));
    expect(bridge.requestsOf('choices:change')).toEqual([{ trayInk: 'plate' }]);
    expect(screen.getByRole('button', { name: 'On a plate' }).getAttribute('aria-pressed')).toBe('true');
    expect(bridge.requestsOf('icon:read').length).toBeGreaterThan(1);
    await fireEvent.click(screen.getByRole('button', { name: 'Now I see it' }));
    expect(screen.queryByRole('button', { name: 'On a plate' })).toBeNull();
  });

  it.each(['Macintosh; Intel Mac OS X 10_15_7', 'Windows NT 10.0; Win64; x64'])(
    'is not asked on %s, which colours the icon itself or has one bar',
    async system => {
      onSystem(system);
      const bridge = await open(firstRun(NOW));
      expect(screen.queryByText('Can you see it?')).toBeNull();
      expect(bridge.requestsOf('icon:read')).toEqual([]);
    }
  );
});
