// The history chart: ranges, lowest and highest value, and a point that can be selected, pinned and deleted.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { AppState, ChartPoint } from '../../../shared/schema/app-state';
import { writtenTexts } from '../../fakes/canvas';
import { failing, fresh, paused, stale } from '../../fakes/states';
import { everyText, NOW, open } from '../mount-window';

const DAY_MS = 24 * 60 * 60_000;

/** Three points; the last one is at the present moment. */
const days = (distance: number, middle: string): ChartPoint[] =>
  ['30000', middle, '42070.96'].map((total, i) => ({
    at: NOW - (2 - i) * distance * DAY_MS,
    total,
    isStale: i === 1,
    isAfterGap: i === 2
  }));

const line = (): HTMLElement => screen.getByRole('slider');
const marks = (): (string | null)[] => [...document.querySelectorAll('.extreme')].map(one => one.textContent);
const press = (key: string) => fireEvent.keyDown(line(), { key });

describe('a gap at the end of the line', () => {
  const causes = () => [...document.querySelectorAll('.history .cause')].map(one => one.textContent);
  const until = (state: AppState, at: number): AppState => ({
    ...state,
    history: state.history.filter(chartPoint => chartPoint.at < at)
  });

  it('names its cause: a refused key, no connection, a pause; older gaps have none that is known', async () => {
    const end = NOW - 6 * 3_600_000;
    const bridge = await open(until(failing(NOW), end));
    expect(causes().at(-1)).toBe('Key not accepted');
    bridge.push(until(failing(NOW, 'offline'), end));
    await waitFor(() => expect(causes().at(-1)).toBe('Offline'));
    bridge.push(until(paused(NOW), end));
    await waitFor(() => expect(causes().at(-1)).toBe('paused'));
    bridge.push(until(fresh(NOW), end));
    await waitFor(() => expect(causes().at(-1)).toBe('no data'));
  });
});

describe('the ranges of the history chart', () => {
  it('the chart first shows the last day, and reads a longer range when it is chosen', async () => {
    const bridge = await open(fresh(NOW));
    expect(screen.getByRole('radio', { name: 'the last day', checked: true })).toBeTruthy();
    expect(bridge.requestsOf('history:read')).toEqual([]);
    bridge.answer('history:read', () => ({ chartPoints: days(3, '50000'), change: null }));
    await fireEvent.click(screen.getByLabelText('the last week'));
    await waitFor(() => expect(marks()).toEqual(['$50,000.00', '$30,000.00']));
    expect(bridge.requestsOf('history:read')).toEqual([{ range: '1w' }]);
    expect([...document.querySelectorAll('.history .cause')].map(one => one.textContent)).toEqual([
      'no data'
    ]);
    expect(document.querySelectorAll('.history .end')).toHaveLength(1);
    await fireEvent.click(screen.getByLabelText('the last day'));
    expect(marks()).not.toContain('$50,000.00');
  });

  it('the range since the last look is offered once there was one, by its button and the key 6', async () => {
    const bridge = await open(fresh(NOW));
    await fireEvent.keyDown(document.body, { key: '6' });
    expect(screen.getAllByRole('radio', { name: /^the / })).toHaveLength(5);
    expect(screen.queryByText('Look')).toBeNull();
    expect(bridge.requestsOf('history:read')).toEqual([]);
    const look = (lookedAt: number) =>
      bridge.push({ ...bridge.state, choices: { ...bridge.state.choices, lookedAt } });
    look(NOW - 3_600_000);
    const button = await screen.findByRole('radio', { name: 'since your last look, 09:32' });
    expect(button.closest('label')?.title).toBe('since your last look, 09:32');
    bridge.answer('history:read', () => ({
      chartPoints: days(0.02, '31000'),
      change: { since: NOW - 3_640_000, amount: '100', percent: '1.00', split: null }
    }));
    await fireEvent.keyDown(document.body, { key: '6' });
    await waitFor(() => expect(document.querySelector('.change')?.textContent).toContain('since 09:31'));
    expect(screen.getByRole('radio', { name: /last look/, checked: true })).toBeTruthy();
    // Closed and opened again while the page stayed: the range begins anew.
    look(NOW - 60_000);
    await waitFor(() => expect(bridge.requestsOf('history:read')).toHaveLength(2));
    expect(bridge.requestsOf('history:read').at(-1)).toEqual({ range: 'looked' });
  });

  it('since the last look it says so while nothing was updated, and is read after each new point', async () => {
    const state = fresh(NOW);
    const bridge = await open({ ...state, choices: { ...state.choices, lookedAt: NOW - 60_000 } });
    bridge.answer('history:read', () => ({ chartPoints: days(0, '1').slice(0, 1), change: null }));
    bridge.push({ ...bridge.state, history: bridge.state.history.slice(-1) });
    await fireEvent.keyDown(document.body, { key: '6' });
    await waitFor(() =>
      expect(document.querySelector('.history')?.textContent).toContain('No update since your last look.')
    );
    expect(document.querySelector('.change')?.textContent.trim()).toBe('since 10:31');
    const later = { at: NOW + 15_000, total: '42100', isStale: false, isAfterGap: false };
    bridge.push({ ...bridge.state, history: [...bridge.state.history, later] });
    await waitFor(() => expect(bridge.requestsOf('history:read')).toHaveLength(2));
  });

  it('the keys 1 to 5 choose a range, but not while the person types', async () => {
    const bridge = await open(fresh(NOW));
    await fireEvent.keyDown(document.body, { key: '5' });
    await fireEvent.keyDown(screen.getByLabelText('Search tokens'), { key: '3' });
    expect(bridge.requestsOf('history:read')).toEqual([{ range: 'all' }]);
    expect(screen.getByRole('radio', { name: 'the whole history', checked: true })).toBeTruthy();
  });

  it('a longer range is read again after a poll, at most once a minute, and the line stays meanwhile', async () => {
    const bridge = await open(fresh(NOW));
    bridge.answer('history:read', () => ({ chartPoints: days(3, '50000'), change: null }));
    await fireEvent.keyDown(document.body, { key: '2' });
    await waitFor(() => expect(marks()).toContain('$50,000.00'));
    const poll = () => bridge.push({ ...bridge.state, history: [...bridge.state.history] });
    poll();
    await vi.advanceTimersByTimeAsync(30_000);
    poll();
    await vi.advanceTimersByTimeAsync(1000);
    expect(bridge.requestsOf('history:read')).toHaveLength(1);
    let give = (_: { chartPoints: ChartPoint[]; change: null }): void => undefined;
    bridge.answer('history:read', () => new Promise(resolve => (give = resolve)));
    await vi.advanceTimersByTimeAsync(31_000);
    await waitFor(() => expect(bridge.requestsOf('history:read')).toHaveLength(2));
    expect(marks()).toContain('$50,000.00');
    give({ chartPoints: days(3, '60000'), change: null });
    await waitFor(() => expect(marks()).toContain('$60,000.00'));
  });

  it('a longer range ends with the newest point of the day, so that it reaches the present', async () => {
    const bridge = await open(fresh(NOW));
    bridge.answer('history:read', () => ({ chartPoints: days(300, '50000').slice(0, 2), change: null }));
    await fireEvent.keyDown(document.body, { key: '4' });
    await waitFor(() => expect(line().getAttribute('aria-valuemax')).toBe('2'));
    expect(line().getAttribute('aria-valuetext')).toContain('$42,070.97');
  });

  it('the axes have round values at the right and the present at the end', async () => {
    await open(fresh(NOW));
    await waitFor(() => expect(writtenTexts()).toEqual(expect.arrayContaining(['$42.0k', '$41.7k', 'now'])));
  });

  it('the line ends in a hollow point while the total is stale', async () => {
    const bridge = await open(fresh(NOW));
    const end = (): Element | null => document.querySelector('.history .end');
    expect(end()?.classList.contains('stale')).toBe(false);
    bridge.push(stale(NOW));
    await waitFor(() => expect(end()?.classList.contains('stale')).toBe(true));
  });

  it('the time axis shows dates where times of day would say nothing', async () => {
    const bridge = await open(fresh(NOW));
    bridge.answer('history:read', () => ({ chartPoints: days(100, '50000'), change: null }));
    await fireEvent.keyDown(document.body, { key: '4' });
    await waitFor(() => expect(marks()).toContain('$50,000.00'));
    await waitFor(() => expect(writtenTexts()).toContain('Jul'));
    expect(writtenTexts().join()).not.toMatch(/\d\d:\d\d/);
  });
});

describe('a point of the history chart', () => {
  it('arrow keys select a point, Enter pins it, and Escape releases it', async () => {
    await open(fresh(NOW));
    line().focus();
    await press('ArrowLeft');
    expect(line().getAttribute('aria-valuetext')).toBe('10:32, $42,070.97, fresh');
    await press('Home');
    await press('Enter');
    const panel = await screen.findByRole('dialog', { name: '21 Nov 10:32' });
    expect(panel.textContent).toContain('fresh');
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Close this point'));
    await fireEvent.keyDown(document.activeElement ?? panel, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(line());
    expect(screen.getByRole('table', { name: 'Holdings' })).toBeTruthy();
  });

  it('a pinned point stays while the pointer moves', async () => {
    await open(fresh(NOW));
    await fireEvent.click(line(), { clientX: 0 });
    await screen.findByRole('dialog');
    await fireEvent.pointerMove(line(), { clientX: 500 });
    await fireEvent.pointerLeave(line());
    expect(screen.getByRole('dialog', { name: '21 Nov 10:32' })).toBeTruthy();
  });

  it('a point is deleted only after a confirmation that says what goes and what stays', async () => {
    const bridge = await open(fresh(NOW));
    const at = bridge.state.history[0]?.at ?? 0;
    await press('Home');
    await press('Enter');
    const panel = within(await screen.findByRole('dialog'));
    await fireEvent.click(panel.getByRole('button', { name: /^Delete this point/ }));
    expect(panel.getByText('Removes this point from your history for good. Your total stays.')).toBeTruthy();
    expect(bridge.requestsOf('history:delete')).toEqual([]);
    await fireEvent.click(panel.getByRole('button', { name: 'Delete' }));
    expect(bridge.requestsOf('history:delete')).toEqual([{ at }]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('a deleted point of a longer range disappears from the line at once', async () => {
    const bridge = await open(fresh(NOW));
    let chartPoints = days(3, '50000');
    bridge.answer('history:read', () => ({ chartPoints, change: null }));
    bridge.answer('history:delete', ({ at }) => {
      chartPoints = chartPoints.filter(chartPoint => chartPoint.at !== at);
      return { done: true };
    });
    await fireEvent.keyDown(document.body, { key: '2' });
    await waitFor(() => expect(marks()).toContain('$50,000.00'));
    await press('Home');
    await press('ArrowRight');
    await press('Enter');
    await fireEvent.click(await screen.findByRole('button', { name: /^Delete this point/ }));
    await fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(marks()).not.toContain('$50,000.00'));
  });

  it('the chart shows no amount while balances are hidden', async () => {
    const state = fresh(NOW);
    await open({ ...state, choices: { ...state.choices, isHidden: true } });
    await press('Home');
    await press('Enter');
    expect((await screen.findByRole('dialog')).textContent).toContain('•••');
    expect(marks()).toEqual(['•••', '•••']);
    await waitFor(() => expect(writtenTexts()).toContain('•••'));
    expect(writtenTexts().join()).not.toContain('$');
    expect(everyText()).not.toMatch(/\$4[12],/);
  });
});
