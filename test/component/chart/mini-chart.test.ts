// The mini chart of a holding, a chain or a wallet: its values, its ranges, and its text when it has no values.
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import '../../../renderer/chart/uplot-chart';
import MiniChart from '../../../renderer/chart/history/MiniChart.svelte';
import type { CallMain } from '../../../renderer/state/app-state.svelte';
import type { AppState, ChartPoint } from '../../../shared/schema/app-state';
import { fakeBridge, type FakeBridge } from '../../fakes/bridge';
import { fakeCanvas } from '../../fakes/canvas';
import { fresh } from '../../fakes/states';
import { NOW } from '../mount-window';

const DAY_MS = 24 * 60 * 60_000;
const chartPointsOf = (...totals: string[]): ChartPoint[] =>
  totals.map((total, i) => ({
    at: NOW - (totals.length - 1 - i) * DAY_MS,
    total,
    isStale: false,
    isAfterGap: i === 1
  }));

function show(app: AppState, given: ChartPoint[], subject = { holdingId: 'w1/1/0xa/' }): FakeBridge {
  const bridge = fakeBridge(app);
  bridge.answer('history:read', () => ({ chartPoints: given, change: null }));
  const callMain = ((name, request) => bridge.call(name, request)) as CallMain;
  render(MiniChart, { app, name: 'ETH', firstRange: '1m', now: NOW, callMain, ...subject });
  return bridge;
}

beforeEach(() => {
  fakeCanvas();
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the mini chart of a holding', () => {
  it('the mini chart names its first and last value, and reads another range when it is chosen', async () => {
    const bridge = show(fresh(NOW), chartPointsOf('100', '300.5', '250.25'));
    const name = 'Value of ETH since 20 Nov 10:32, from $100.00 to $250.25';
    expect(await screen.findByRole('img', { name })).toBeTruthy();
    expect(screen.getByRole('table', { name: 'Value over time' })).toBeTruthy();
    await fireEvent.click(screen.getByLabelText('the last year'));
    const subject = { holdingId: 'w1/1/0xa/' };
    expect(bridge.requestsOf('history:read')).toEqual([
      { range: '1m', subject },
      { range: '1y', subject }
    ]);
  });

  it('the mini chart says why it has no line', async () => {
    show(fresh(NOW), []);
    expect(await screen.findByText(/^No history yet/)).toBeTruthy();
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('the mini chart shows no value while balances are hidden', async () => {
    const state = fresh(NOW);
    show({ ...state, choices: { ...state.choices, isHidden: true } }, chartPointsOf('100', '300.5'));
    await waitFor(() => expect(screen.getByRole('img').getAttribute('aria-label')).toContain('•••'));
    expect(document.body.textContent).not.toMatch(/\$|300/);
  });
});
