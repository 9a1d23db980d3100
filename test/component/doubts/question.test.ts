// Tokens that need the person's OK: one question, a choice for each, one verdict for many, and one click that takes it back.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asking, fresh, stale } from '../../fakes/states';
import type { Held } from '../../fakes/portfolio';
import type { FakeBridge } from '../../fakes/bridge';
import { everyText, NOW, open } from '../mount-window';

const MORE: Held = {
  wallet: 'w1',
  chain: '1',
  symbol: 'GROWN',
  tokenAddress: '0xgrown',
  balance: '10',
  price: '2',
  waiting: { balance: '900', price: '2', isRisky: false }
};
const OVER: Held = {
  wallet: 'w1',
  chain: '1',
  symbol: 'OVER',
  tokenAddress: '0xover',
  balance: '5',
  price: '50',
  isAsked: true
};

async function ask(count: number, more: readonly Held[] = []): Promise<FakeBridge> {
  const bridge = await open(asking(count, NOW, more));
  bridge.emit('view:show', { view: 'doubts', holdingId: null });
  await screen.findByRole('heading', { name: 'To confirm' });
  return bridge;
}

const rows = (): HTMLElement[] =>
  within(screen.getByRole('list', { name: /need your OK/ })).getAllByRole('listitem');
const boxOf = (name: RegExp): HTMLInputElement => screen.getByRole('checkbox', { name });
const button = (name: string): HTMLButtonElement => screen.getByRole('button', { name });

describe('the banner of the question', () => {
  it('the banner asks about all tokens at once, and leads to the list', async () => {
    await open(asking(12, NOW));
    expect(await screen.findByText('12 tokens, $7,800.00 in all, need your OK.')).toBeTruthy();
    await fireEvent.click(button('Show'));
    expect(screen.getByRole('heading', { name: '12 tokens, $7,800.00 in all, need your OK' })).toBeTruthy();
  });

  it('the banner stays away once dismissed, until there are other tokens', async () => {
    const bridge = await open(asking(2, NOW));
    await screen.findByText(/^2 tokens, /, { selector: 'strong' });
    await fireEvent.click(button('Dismiss'));
    expect(screen.queryByText(/^2 tokens, /, { selector: 'strong' })).toBeNull();
    bridge.push(asking(3, NOW));
    expect(await screen.findByText(/^3 tokens, /, { selector: 'strong' })).toBeTruthy();
  });

  it('the banner waits while there is another one', async () => {
    const { waiting } = asking(2, NOW).portfolio;
    const state = stale(NOW);
    await open({ ...state, portfolio: { ...state.portfolio, waiting } });
    expect(await screen.findByRole('button', { name: '2 tokens need your OK' })).toBeTruthy();
    expect(everyText()).not.toContain('in all, need your OK');
  });
});

describe('the list of tokens that need the OK', () => {
  it('the largest comes first, with amount, price and how it counts meanwhile', async () => {
    await ask(1, [MORE, OVER]);
    const texts = rows().map(row => row.textContent.replace(/\s+/g, ' ').trim());
    expect(texts[0]).toMatch(/GROWN.*Ethereum · Cold wallet.*900 × \$2\.00.*\$1,800\.00.*last value counts/);
    expect(texts[1]).toMatch(/OVER.*\$250\.00.*counted/);
    expect(texts[2]).toMatch(/DROP1.*Base · Daily.*100 × \$1\.00.*\$100\.00.*not counted/);
  });

  it('all are excluded by one click, and one click takes it back', async () => {
    const bridge = await ask(1000);
    await fireEvent.click(button('Exclude all'));
    expect(await screen.findByText('Excluded 1,000 tokens.')).toBeTruthy();
    const [request] = bridge.requestsOf('holdings:judge');
    expect(request?.verdict).toBe('keep-out');
    expect(new Set(request?.holdingIds).size).toBe(1000);
    expect(bridge.state.portfolio.waiting.count).toBe(0);
    await waitFor(() => expect(document.activeElement).toBe(button('Undo')));
    await fireEvent.click(button('Undo'));
    await screen.findByRole('heading', { name: /^1,000 tokens/ });
    expect(bridge.requestsOf('holdings:undo')).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('a verdict can still be taken back after another page was open', async () => {
    const bridge = await ask(3);
    await fireEvent.click(button('Exclude all'));
    await screen.findByText('Excluded 3 tokens.');
    bridge.emit('view:show', { view: 'overview', holdingId: null });
    bridge.emit('view:show', { view: 'doubts', holdingId: null });
    await fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(bridge.requestsOf('holdings:undo')).toHaveLength(1);
  });

  it('the chosen ones alone are included, and nothing is included without a choice', async () => {
    const bridge = await ask(3);
    expect(button('Include').disabled).toBe(true);
    await fireEvent.click(boxOf(/DROP1/));
    await fireEvent.click(boxOf(/DROP3/));
    expect(screen.getByText('2 chosen, $400.00')).toBeTruthy();
    await fireEvent.click(button('Include 2'));
    await screen.findByText('Included 2 tokens.');
    const [request] = bridge.requestsOf('holdings:judge');
    expect(request?.verdict).toBe('count');
    expect(request?.holdingIds.map(id => Number.parseInt(id.slice(-40), 16)).sort()).toEqual([1, 3]);
    expect(rows()).toHaveLength(1);
    expect(button('Exclude all')).toBeTruthy();
  });

  it('the chosen ones alone are excluded', async () => {
    const bridge = await ask(3);
    await fireEvent.click(boxOf(/DROP2/));
    await fireEvent.click(button('Exclude 1'));
    expect(bridge.requestsOf('holdings:judge').map(({ holdingIds }) => holdingIds.length)).toEqual([1]);
  });

  it('one checkbox chooses all, and shows when only some are chosen', async () => {
    await ask(3);
    await fireEvent.click(boxOf(/^All$/));
    expect(button('Include all').disabled).toBe(false);
    await fireEvent.click(boxOf(/DROP2/));
    expect(boxOf(/^All$/).indeterminate).toBe(true);
    expect(button('Include 2')).toBeTruthy();
  });

  it('of a thousand tokens only those near the screen are drawn, and the keyboard reaches all', async () => {
    await ask(1000);
    expect(rows().length).toBeLessThan(60);
    expect(rows()[0]?.getAttribute('aria-setsize')).toBe('1000');
    const first = boxOf(/DROP1000/);
    first.focus();
    await fireEvent.keyDown(first, { key: 'ArrowDown' });
    await waitFor(() => expect(document.activeElement).toBe(boxOf(/DROP999/)));
    await fireEvent.keyDown(boxOf(/DROP999/), { key: 'End' });
    await waitFor(() => expect(document.activeElement).toBe(boxOf(/DROP1 /)));
    const stops = within(screen.getByRole('list', { name: /need your OK/ })).getAllByRole('checkbox');
    expect(stops.filter(box => box.tabIndex === 0)).toHaveLength(1);
  });

  it('a token of the list opens with its details', async () => {
    await ask(2);
    await fireEvent.click(button('Details of DROP2'));
    expect(await screen.findByRole('dialog', { name: 'DROP2, Base · Daily' })).toBeTruthy();
  });

  it('hidden balances hide amounts and worths', async () => {
    const state = asking(2, NOW, [MORE]);
    const bridge = await open({ ...state, choices: { ...state.choices, isHidden: true } });
    bridge.emit('view:show', { view: 'doubts', holdingId: null });
    expect(await screen.findByRole('heading', { name: '3 tokens need your OK' })).toBeTruthy();
    await fireEvent.click(boxOf(/^All$/));
    expect(everyText()).not.toMatch(/\$(100|200|1,800|2,100)|900 ×/);
  });
});

describe('the table of holdings', () => {
  it('the footer and the filter know all that needs the OK, counted or not', async () => {
    await open(asking(1, NOW, [MORE, OVER]));
    await fireEvent.click(await screen.findByRole('button', { name: '3 tokens need your OK' }));
    const symbols = [...document.querySelectorAll('.symbol')].map(node => node.textContent);
    expect(symbols.sort()).toEqual(['DROP1', 'GROWN', 'OVER']);
    for (const text of [
      'Needs your OK. Not counted until then.',
      'More needs your OK. Its last value counts until then.',
      'Needs your OK. Counted until then.'
    ])
      expect(screen.getByText(text)).toBeTruthy();
  });

  it('a holding that waits for more is included or excluded in its row', async () => {
    const bridge = await open(asking(0, NOW, [MORE]));
    await fireEvent.click(await screen.findByRole('button', { name: 'Include: GROWN' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Exclude: GROWN' }));
    expect(bridge.requestsOf('holding:judge').map(({ verdict }) => verdict)).toEqual(['count', 'keep-out']);
  });

  it('a holding that is older than its chain is marked as stale', async () => {
    const state = fresh(NOW);
    const holdings = state.portfolio.holdings.map(row =>
      row.symbol === 'BTC' ? { ...row, isStale: true } : row
    );
    await open({ ...state, portfolio: { ...state.portfolio, holdings } });
    const row = screen.getAllByText('BTC').find(node => node.classList.contains('symbol'))?.parentElement;
    expect(row?.querySelector('.late')?.textContent).toBe('stale');
  });
});
