// What the line is compared with: chosen in its panel, drawn beside the line, named with its end, and told as a table.
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { ComparedLine } from '../../../shared/ipc/history-calls';
import type { AppState } from '../../../shared/schema/app-state';
import { fresh } from '../../fakes/states';
import { everyText, NOW, open, openPanel } from '../mount-window';

const HOUR_MS = 3_600_000;
const line: ComparedLine = {
  points: [5, 4, 2, 1].map(ago => ({
    at: NOW - ago * HOUR_MS,
    total: String(41_000 - ago * 200),
    isAfterGap: ago === 2
  })),
  restPercent: '0'
};
const comparing = (
  compareWith: AppState['choices']['compareWith'],
  change: Partial<AppState['choices']> = {}
) => {
  const state = fresh(NOW);
  return { ...state, choices: { ...state.choices, compareWith, ...change } };
};
const dotted = () => document.querySelector('.history path[stroke-linecap]')?.getAttribute('d') ?? '';

async function opened(state: AppState, answer: ComparedLine | null = line) {
  const bridge = await open(fresh(NOW));
  bridge.answer('history:compare', () => ({ line: answer }));
  bridge.push(state);
  await waitFor(() => expect(bridge.requestsOf('history:compare').length).toBeGreaterThan(0));
  return bridge;
}

describe('the line beside the recorded one', () => {
  it('is chosen in a panel, and asked from the first drawn moment on', async () => {
    const bridge = await open(fresh(NOW));
    const panel = await openPanel('Compare the line');
    await fireEvent.change(panel.getByLabelText('Compare with'), { target: { value: 'in-btc' } });
    expect(bridge.requestsOf('choices:change').at(-1)).toEqual({ compareWith: 'in-btc' });
    await fireEvent.click(panel.getByLabelText('Axis in percent'));
    expect(bridge.requestsOf('choices:change').at(-1)).toEqual({ percentAxis: true });
    await waitFor(() =>
      expect(bridge.requestsOf('history:compare').at(-1)).toEqual({
        range: '1d',
        subject: {},
        comparison: 'in-btc',
        from: bridge.state.history[0]?.at
      })
    );
  });

  it('is drawn with its hole, and named with what it ends at', async () => {
    await opened(comparing('in-btc'));
    await screen.findByText('In BTC $40,800.00 +2.0 %', { selector: 'text' });
    expect(dotted().match(/M/g)).toHaveLength(2);
    expect(dotted().match(/L/g)).toHaveLength(2);
    expect(within(screen.getByRole('table', { name: 'In BTC' })).getAllByRole('row')).toHaveLength(5);
  });

  it('covers no other label with its name, however narrow the chart is, and is never cut', async () => {
    for (const widthPx of [700, 300, 240]) {
      vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(widthPx);
      await opened(comparing('unchanged'), { ...line, restPercent: '12' });
      const name = await screen.findByText(/^Doing nothing \$/, { selector: 'text' });
      expect(name.textContent.includes('at its value of then')).toBe(widthPx === 700);
      const [right, y] = ['x', 'y'].map(key => Number(name.getAttribute(key))) as [number, number];
      const left = right - name.textContent.length * 5.4;
      expect(left).toBeGreaterThanOrEqual(0);
      const labels = [...document.querySelectorAll('.history svg[role=slider] .extreme')];
      expect(labels).toHaveLength(2);
      for (const label of labels) {
        const [x, own] = ['x', 'y'].map(key => Number(label.getAttribute(key))) as [number, number];
        const px = label.textContent.length * 6.4;
        const from = x - { start: 0, middle: px / 2, end: px }[label.getAttribute('text-anchor') ?? 'start']!;
        expect(from + px < left || from > right || Math.abs(own - y) > 11).toBe(true);
      }
      cleanup();
      vi.restoreAllMocks();
    }
  });

  it('says what of it stays at its value, and that too little is known', async () => {
    const bridge = await opened(comparing('unchanged'), { ...line, restPercent: '12' });
    await screen.findByText(/^Doing nothing .*, 12.% at its value of then$/, { selector: 'text' });
    bridge.answer('history:compare', () => ({ line: null }));
    bridge.push(comparing('in-eth'));
    await screen.findByText('In ETH, too few prices are known', { selector: 'text' });
    expect(dotted()).toBe('');
  });

  it('shows no value while balances are hidden, and is gone when nothing is compared', async () => {
    const bridge = await opened(comparing('in-btc', { isHidden: true }));
    await screen.findByText('In BTC ••• +2.0 %', { selector: 'text' });
    expect(everyText()).not.toMatch(/40,800|40,000/);
    bridge.push(fresh(NOW));
    await waitFor(() => expect(screen.queryByText(/^In BTC/)).toBeNull());
  });
});
