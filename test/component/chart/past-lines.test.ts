// The lines beside the recorded one: when they are read, how they are drawn and named, and what is hidden of them.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { setLanguage } from '../../../shared/domain/language';
import type { ChartLine } from '../../../shared/ipc/history-calls';
import type { AppState, ChartPoint } from '../../../shared/schema/app-state';
import { fresh } from '../../fakes/states';
import { everyText, NOW, open } from '../mount-window';

const HOUR_MS = 3_600_000;
const NAME = "Today's amounts at past prices";
const recorded: ChartPoint = { at: NOW - HOUR_MS / 2, total: '42070.96', isStale: false, isAfterGap: false };
const firstEvening = (): AppState => ({ ...fresh(NOW), history: [recorded] });
const line = (change: Partial<ChartLine> = {}): ChartLine => ({
  kind: 'past-prices',
  points: [5, 4, 2, 1].map(ago => ({
    at: NOW - ago * HOUR_MS,
    total: String(40000 + ago),
    isAfterGap: ago === 2
  })),
  restPercent: '0',
  ...change
});
const drawn = () => document.querySelector('.history path[stroke-dasharray]')?.getAttribute('d') ?? '';
const table = () => screen.findByRole('table', { name: new RegExp(NAME) });

async function opened(change: Partial<ChartLine> = {}, state = firstEvening()) {
  const bridge = await open(state);
  bridge.answer('history:lines', () => ({ lines: [line(change)] }));
  await fireEvent.keyDown(document.body, { key: '2' });
  await table();
  return bridge;
}

describe('the dashed line', () => {
  it('is drawn before the first recorded point, broken at its hole, and is named', async () => {
    const bridge = await opened();
    expect(drawn().match(/M/g)).toHaveLength(2);
    expect(drawn().match(/L/g)).toHaveLength(2);
    expect(screen.getByText(NAME, { selector: 'text' })).toBeTruthy();
    expect(bridge.requestsOf('history:lines').at(-1)).toEqual({
      range: '1w',
      subject: {},
      until: recorded.at
    });
  });

  it('is a table of its own for a screen reader, and no point of it can be selected', async () => {
    await opened();
    expect(within(await table()).getAllByRole('row')).toHaveLength(5);
    expect(screen.getByRole('slider').getAttribute('aria-valuemax')).toBe('0');
  });

  it('says how much of today has no past price', async () => {
    await opened({ restPercent: '8' });
    expect(await screen.findByText(/, 8.% at today's price$/, { selector: 'text' })).toBeTruthy();
  });

  it('shows no value while balances are hidden', async () => {
    const state = firstEvening();
    await opened({}, { ...state, choices: { ...state.choices, isHidden: true } });
    expect(everyText()).not.toMatch(/40,?00\d/);
    expect(drawn()).not.toBe('');
  });

  it('is read again when what counts changes, and not with each price', async () => {
    const bridge = await opened();
    const count = () => bridge.requestsOf('history:lines').length;
    const before = count();
    const { portfolio } = bridge.state;
    const [first, ...others] = portfolio.holdings;
    bridge.push({
      ...bridge.state,
      portfolio: { ...portfolio, holdings: [{ ...first!, price: '7' }, ...others] }
    });
    await waitFor(() => expect(bridge.state.portfolio.holdings[0]?.price).toBe('7'));
    expect(count()).toBe(before);
    bridge.push({ ...bridge.state, portfolio: { ...portfolio, holdings: others } });
    await waitFor(() => expect(count()).toBe(before + 1));
  });

  it('has its name in Chinese', async () => {
    setLanguage('zh');
    const bridge = await open({ ...firstEvening(), language: 'zh' });
    bridge.answer('history:lines', () => ({ lines: [line()] }));
    await fireEvent.keyDown(document.body, { key: '2' });
    expect(await screen.findByText('当前持仓按历史价格计算', { selector: 'text' })).toBeTruthy();
    setLanguage('en');
  });
});
