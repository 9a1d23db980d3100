// Puts the whole window on a fake bridge, at a fixed moment, and waits until it shows the state.
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, vi } from 'vitest';
import App from '../../renderer/shell/App.svelte';
import { lazyScreens } from '../../renderer/shell/lazy-screens.svelte';
// Loaded before any test, so that no test ends while the window is still loading it.
import '../../renderer/chart/uplot-chart';
import type { Entry } from '../../shared/schema/activity';
import type { AppState } from '../../shared/schema/app-state';
import { fakeCanvas } from '../fakes/canvas';
import { givePopovers } from '../fakes/popovers';
import { fakeBridge, type FakeBridge } from '../fakes/bridge';

/** A Sunday morning, UTC; every state of these tests is made for this moment. */
export const NOW = Date.UTC(2026, 10, 22, 10, 32, 0);

fakeCanvas();
givePopovers();
const SCREENS = [
  ...(['activity', 'connect', 'diagnostics', 'settings', 'wallets'] as const),
  ...(['details', 'doubts', 'notification', 'shortcuts', 'welcome'] as const)
];
await Promise.all(SCREENS.map(name => lazyScreens.load(name)));

/** Date and the interval of the clock are fake; other timers are real, so that waiting works. */
export async function open(state: AppState, demo: AppState | null = null): Promise<FakeBridge> {
  vi.useFakeTimers({ now: NOW, toFake: ['Date', 'setInterval', 'clearInterval'] });
  const bridge = fakeBridge(state, demo);
  vi.stubGlobal('tokentray', bridge);
  render(App);
  await waitFor(() => {
    if (!document.querySelector('main')) throw new Error('the window is still empty');
  });
  return bridge;
}

/** New entries come: the window reads the activity again. */
export function giveActivity(bridge: FakeBridge, entries: readonly Entry[]): void {
  const { activity } = bridge.state;
  bridge.answer('activity:read', () => ({ text: JSON.stringify(entries) }));
  bridge.push({ ...bridge.state, activity: { ...activity, latestAt: activity.latestAt + 1 } });
}

/** Opens the panel of a button; what it shows is loaded then. */
export async function openPanel(name: string, anyIn: string | RegExp = /./) {
  const button = screen.queryByRole('button', { name: new RegExp(`^${name}`) });
  await fireEvent.click(button ?? screen.getByTitle(name));
  const panel = await waitFor(() => {
    const shown = document.querySelector<HTMLElement>('[popover][data-shown]');
    if (!shown?.textContent.match(anyIn)) throw new Error(`the panel ${name} is still empty`);
    return shown;
  });
  return within(panel);
}

/** All text that a person or a screen reader could get from the page. */
export function everyText(): string {
  const labels = [...document.querySelectorAll('[aria-label],[title],[aria-valuetext]')].flatMap(node =>
    ['aria-label', 'title', 'aria-valuetext'].map(name => node.getAttribute(name) ?? '')
  );
  return [document.title, document.body.textContent, ...labels].join('\n');
}

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  delete document.documentElement.dataset.theme;
});
