// The header beside the total: the panel of the badge, the pause, adding a wallet, and places that are kept.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { PartRow } from '../../../shared/ipc/detail-calls';
import * as states from '../../fakes/states';
import { partsOf } from '../../fakes/parts';
import { NOW, open } from '../mount-window';

const badge = () => screen.getByTitle('What answered');
const panel = () => document.querySelector<HTMLElement>('[popover][data-shown]');
const text = () => panel()?.textContent.replace(/\s+/g, ' ').trim() ?? '';

async function openAnswers(has: string | RegExp): Promise<void> {
  await fireEvent.click(badge());
  await waitFor(() => expect(text()).toMatch(has));
}

describe('the panel of the badge', () => {
  it('says of each wallet when it answered, and which chains are up to date', async () => {
    await open(states.fresh(NOW));
    expect(badge().tagName).toBe('BUTTON');
    await openAnswers(/chains up to date/);
    expect(text()).toContain('All answers are up to date.');
    expect(text()).toContain('Cold wallet 12 s ago');
    const details = panel()!.querySelector('details')!;
    expect(details.textContent).toMatch(/Ethereum.* 12 s ago/);
  });

  it('says which chains are late and why, each reason once, and those wallets first', async () => {
    const bridge = await open(states.partial(NOW));
    const [first, ...others] = partsOf(bridge.state);
    const late = { answeredAt: NOW - 24 * 60_000, failure: 'timeout', isStale: true } as const;
    const never: PartRow = { ...first!, name: 'Optimism', chainIndex: '10', isUnsupported: true };
    bridge.answer('parts:read', () => ({
      parts: [{ ...first!, ...late }, { ...others[0]!, walletId: first!.walletId, ...late }, never]
    }));
    await openAnswers(/No answer in time/);
    expect(text()).toContain('5 of 6 answers are up to date.');
    expect(text().match(/24 min old · No answer in time/g)).toHaveLength(1);
    expect(text()).toContain(`${first!.name}, ${others[0]!.name} 24 min old · No answer in time`);
    expect(text()).toContain('Optimism OKX does not support it.');
  });

  it('says once why a key is refused, for the whole wallet, and no amount', async () => {
    const state = states.failing(NOW);
    await open({ ...state, choices: { ...state.choices, isHidden: true } });
    await openAnswers(/OKX does not know this key/);
    expect(text()).toMatch(/Since .*Refreshing has stopped; your last values are kept\./);
    expect(text()).not.toContain('Key not accepted');
    expect(text()).not.toContain('$');
  });

  it('says that refreshing is paused, and promises no next try', async () => {
    const state = states.stale(NOW);
    const { pausedUntil } = states.paused(NOW).polling;
    await open({ ...state, polling: { ...state.polling, pausedUntil } });
    await openAnswers(/Paused until 23 Nov 06:32/);
    expect(text()).not.toContain('Next try');
  });

  it('closes on Escape with the focus on the badge, and opens the details of a wallet', async () => {
    await open(states.fresh(NOW));
    badge().focus();
    await openAnswers(/12 s ago/);
    await fireEvent.keyDown(document.body, { key: 'Escape' });
    await waitFor(() => expect(panel()).toBeNull());
    expect(document.activeElement).toBe(badge());
    await openAnswers(/12 s ago/);
    await fireEvent.click(screen.getByTitle('Details of Cold wallet'));
    expect(await screen.findByRole('dialog', { name: 'Cold wallet, Wallet' })).toBeTruthy();
    expect(panel()).toBeNull();
  });

  it('speaks Chinese as the rest of the window does', async () => {
    await open({ ...states.fresh(NOW), language: 'zh' });
    await fireEvent.click(screen.getByTitle('响应情况'));
    await waitFor(() => expect(text()).toMatch(/条链为最新/));
    expect(text()).toContain('所有数据均为最新。');
    expect(text()).toContain('以太坊');
    expect(text()).not.toMatch(/ago|up to date|Ethereum/);
  });
});

describe('the pause of the header', () => {
  it('is chosen for a time, is told by the badge alone, and ends with the focus on the same place', async () => {
    const bridge = await open(states.fresh(NOW));
    const pause = screen.getByTitle('Pause refreshing');
    pause.focus();
    await fireEvent.click(pause);
    await fireEvent.click(await screen.findByRole('button', { name: 'Until resumed' }));
    expect(bridge.requestsOf('poll:pause')).toEqual([{ until: 'resumed' }]);
    const resume = await screen.findByTitle('Resume refreshing');
    await waitFor(() => expect(document.activeElement).toBe(resume));
    const told = [...document.querySelectorAll('.app *')].filter(
      node => node.children.length === 0 && /^\s*Paused/.test(node.textContent)
    );
    expect(told.map(node => node.closest('.badge, .next, .note')?.className)).toEqual([]);
    expect(document.querySelector('.badge')?.textContent.trim()).toBe('Paused');
    expect(document.querySelector('.next')?.textContent).toBe('');
    await waitFor(() => expect(document.querySelector('.announcer')?.textContent).toContain('Paused'));
    await fireEvent.click(resume);
    expect(bridge.requestsOf('poll:resume')).toHaveLength(1);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTitle('Pause refreshing')));
  });

  it('is told at the foot of the sidebar where no badge tells it', async () => {
    const state = states.failing(NOW);
    const { pausedUntil } = states.paused(NOW).polling;
    const bridge = await open({ ...state, polling: { ...state.polling, pausedUntil } });
    const foot = () => document.querySelector('.next')?.textContent;
    expect(foot()).toBe('Paused until 23 Nov 06:32');
    bridge.push(states.paused(NOW));
    await waitFor(() => expect(foot()).toBe(''));
    await fireEvent.click(screen.getByRole('button', { name: 'Diagnostics' }));
    await waitFor(() => expect(foot()).toBe('Paused until 23 Nov 06:32'));
  });
});

describe('adding a wallet from the header', () => {
  it('opens the form for addresses, and is not offered in the demo', async () => {
    const bridge = await open(states.fresh(NOW));
    await fireEvent.click(screen.getByTitle('Add wallet'));
    expect(await screen.findByRole('heading', { name: 'Add addresses' })).toBeTruthy();
    bridge.push(states.demo(NOW));
    await waitFor(() => expect(screen.queryByTitle('Add wallet')).toBeNull());
  });

  it('opens the form of a key when there is none', async () => {
    await open({ ...states.fresh(NOW), keys: [] });
    await fireEvent.click(screen.getByTitle('Add wallet'));
    expect(await screen.findByRole('heading', { name: /Connect/ })).toBeTruthy();
  });
});

describe('what a poll may bring', () => {
  it('has its place before it comes', async () => {
    const state = states.fresh(NOW);
    await open({ ...state, choices: { ...state.choices, secondCurrency: 'BTC' } });
    expect(document.querySelector('.movers')?.textContent).toBe('');
    expect(document.querySelector('.second')?.textContent.trim()).toBe('');
  });
});
