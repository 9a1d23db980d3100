// Changes that are being checked: their badge, their banner, their page, and what a person can do about them.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { AppState, DoubtRow } from '../../../shared/schema/app-state';
import { doubtOf, questionOf } from '../../fakes/alert-events';
import { checking, failing, fresh, partial } from '../../fakes/states';
import { NOW, everyText, giveActivity, open } from '../mount-window';

const banner = (): string =>
  [...document.querySelectorAll('.below > .note p')]
    .map(node => node.textContent.replace(/\s+/g, ' ').trim())
    .join('\n');

const withDoubts = (state: AppState, doubts: DoubtRow[]): AppState => ({
  ...state,
  portfolio: { ...state.portfolio, doubts }
});

const SEVERAL = { symbols: ['USDC', 'LINK', 'UNI', 'AAVE', 'LDO'], holdingIds: ['a', 'b', 'c', 'd', 'e'] };

describe('the badge of changes that are being checked', () => {
  it('the badge counts those that are worth naming, and leads to all of them', async () => {
    await open(checking(NOW, [{}, { worth: '500' }, { isShown: false }]));
    await fireEvent.click(screen.getByRole('button', { name: 'checking 2 changes' }));
    expect(await screen.findByRole('heading', { name: 'To confirm' })).toBeTruthy();
    expect(document.querySelectorAll('.doubt')).toHaveLength(3);
  });

  it('there is no badge without a change that is worth naming', async () => {
    await open(checking(NOW, [{ isShown: false }]));
    expect(everyText()).not.toContain('checking');
    expect(banner()).toBe('');
  });
});

describe('the banner of a change that is being checked', () => {
  const asks = "Tokentray asks again; if OKX's answers agree, it is believed in about 7 min.";
  const kinds: [Partial<DoubtRow>, string, string[]][] = [
    [
      {},
      `OKX's answer lacks 975.2149 USDC on Ethereum. Counted with its last value. ${asks}`,
      ['It is gone', 'Exclude']
    ],
    [
      { amount: null, ...SEVERAL },
      `OKX's answer lacks USDC, LINK, UNI and 2 more tokens on Ethereum. Counted with their last values. ${asks}`,
      ['They are gone', 'Exclude']
    ],
    [
      { chainIndex: null, amount: null, symbols: ['USDC', 'SOL'], holdingIds: ['a', 'b'] },
      `OKX's answer lacks USDC and SOL. Counted with their last values. ${asks}`,
      ['They are gone', 'Exclude']
    ],
    [
      { kind: 'silent-chain', neededMs: 3_600_000 },
      `OKX's answer has nothing on Ethereum. Counted with its last value. ${asks.replace('7', '57')}`,
      ['It is gone', 'Exclude']
    ],
    [
      { kind: 'refused-chain', neededMs: 86_400_000 },
      `OKX says that it does not support Ethereum. Counted with its last value. ${asks.replace('7 min', '24 h')}`,
      ['It is gone', 'Exclude']
    ],
    [
      { kind: 'leap-of-amount', amount: '5000000000', neededMs: 200_000 },
      `OKX's answer adds 5,000,000,000 USDC on Ethereum. The old amount counts. ${asks.replace('about 7 min', 'less than a minute')}`,
      ['Include', 'Exclude']
    ],
    [
      { kind: 'moved-point', amount: null },
      `OKX's answer moves the decimal point of USDC on Ethereum. The old amount counts. ${asks}`,
      ['Include', 'Exclude']
    ],
    [
      { kind: 'leap-of-price', amount: null },
      `The price of USDC on Ethereum jumped. The old price counts. ${asks}`,
      ['Include', 'Exclude']
    ],
    [
      { kind: 'risk-flag', amount: null },
      `OKX now calls USDC on Ethereum risky. It still counts. ${asks}`,
      ['Include', 'Exclude']
    ],
    [
      { chainIndex: 'defi', symbols: ['DeFi positions'], amount: '1' },
      `OKX's answer lacks your DeFi positions. Counted with its last value. ${asks}`,
      ['It is gone', 'Exclude']
    ]
  ];

  it.each(kinds)('the banner says what is in doubt, and how far it is (%o)', async (doubt, text, deeds) => {
    await open(checking(NOW, [doubt]));
    await waitFor(() => expect(banner()).toBe(text));
    const labels = [...document.querySelectorAll('.below > .note button')].map(node => node.textContent);
    expect(labels).toEqual(deeds);
  });

  it('each deed decides this doubt', async () => {
    const bridge = await open(checking(NOW, [{}, { symbols: ['LINK'] }]));
    await fireEvent.click(await screen.findByRole('button', { name: 'It is gone: USDC' }));
    await waitFor(() => expect(banner()).toContain('LINK'));
    await fireEvent.click(screen.getByRole('button', { name: 'Exclude: LINK' }));
    await waitFor(() => expect(banner()).toBe(''));
    expect(bridge.requestsOf('doubts:decide')).toEqual([
      { id: 'd1', deed: 'accept' },
      { id: 'd2', deed: 'exclude' }
    ]);
    expect(screen.queryByRole('button', { name: /^checking/ })).toBeNull();
  });

  it('a token that OKX calls risky is included by a verdict on it', async () => {
    const bridge = await open(checking(NOW, [{ kind: 'risk-flag', holdingIds: ['w1/1/0xa/0xb'] }]));
    await fireEvent.click(await screen.findByRole('button', { name: 'Include: USDC' }));
    expect(bridge.requestsOf('holdings:judge')).toEqual([{ holdingIds: ['w1/1/0xa/0xb'], verdict: 'count' }]);
  });

  it('the banner leads to the others, when there are several', async () => {
    await open(checking(NOW, [{}, {}, {}]));
    await fireEvent.click(await screen.findByRole('button', { name: 'Show all 3' }));
    expect(screen.getByRole('heading', { name: 'Being checked' })).toBeTruthy();
  });

  it('the banner stands below that of a chain without an answer, and gives way while nothing can be asked', async () => {
    const { doubts } = checking(NOW).portfolio;
    const bridge = await open(withDoubts(partial(NOW), doubts));
    await waitFor(() => expect(banner().split('\n')).toHaveLength(2));
    bridge.push(withDoubts(failing(NOW), doubts));
    await waitFor(() => expect(banner()).not.toContain('lacks'));
    expect(screen.getByRole('button', { name: 'checking 1 change' })).toBeTruthy();
  });

  it('while polling is paused, no time is promised', async () => {
    const state = checking(NOW);
    await open({ ...state, polling: { ...state.polling, nextAt: null, pausedUntil: NOW + 3_600_000 } });
    await waitFor(() => expect(banner()).toContain('Tokentray asks again when refreshing is resumed.'));
  });

  it('hidden balances hide the amount', async () => {
    const state = checking(NOW);
    await open({ ...state, choices: { ...state.choices, isHidden: true } });
    await waitFor(() => expect(banner()).toContain("OKX's answer lacks USDC on Ethereum."));
    await fireEvent.click(screen.getByRole('button', { name: 'checking 1 change' }));
    expect(everyText()).not.toContain('975');
  });

  it('a screen reader is told when a doubt begins, and not again at each poll', async () => {
    const bridge = await open(fresh(NOW));
    const said = (): string => document.querySelector('.announcer')?.textContent ?? '';
    bridge.push(checking(NOW));
    await waitFor(() => expect(said()).toBe("OKX's answer lacks 975.2149 USDC on Ethereum."));
    bridge.push(checking(NOW, [{ agreedMs: 400_000 }]));
    await waitFor(() => expect(banner()).toContain('about 4 min'));
    expect(said()).toBe("OKX's answer lacks 975.2149 USDC on Ethereum.");
  });

  it('a whole chain in doubt is not also said to have given no answer', async () => {
    const state = partial(NOW);
    const doubt: Partial<DoubtRow> = { kind: 'silent-chain', chainIndex: '501', symbols: ['SOL', 'USDC'] };
    const { doubts } = checking(NOW, [doubt]).portfolio;
    await open({ ...withDoubts(state, doubts), failure: null });
    await waitFor(() => expect(banner()).toContain("OKX's answer has nothing on Solana."));
    expect(banner()).not.toContain('has not answered');
  });
});

describe('what leads to the page of what is to be confirmed', () => {
  it('a notification about what needs the OK opens the page', async () => {
    const bridge = await open(checking(NOW));
    const entries = [questionOf({ holdingId: null })];
    bridge.emit('notice:shown', { id: 'n1', at: NOW, deferredCount: 0, isLastToday: false, entries });
    await fireEvent.click(await screen.findByRole('button', { name: 'Show' }));
    expect(await screen.findByRole('heading', { name: 'To confirm' })).toBeTruthy();
    expect(screen.getByText(/^OKX's answer lacks/)).toBeTruthy();
  });

  it('so does its entry in the activity, as long as there is something to confirm', async () => {
    const bridge = await open(checking(NOW));
    giveActivity(bridge, [doubtOf({ doubtId: 'd1' })]);
    bridge.emit('view:show', { view: 'activity', holdingId: null });
    await fireEvent.click(await screen.findByRole('article'));
    expect(await screen.findByRole('heading', { name: 'To confirm' })).toBeTruthy();
    bridge.push(fresh(NOW));
    bridge.emit('view:show', { view: 'activity', holdingId: null });
    await fireEvent.click(await screen.findByRole('article'));
    expect(screen.getByRole('heading', { name: 'Activity' })).toBeTruthy();
  });

  it('the page says when there is nothing to confirm, and Escape leaves it', async () => {
    const bridge = await open(fresh(NOW));
    bridge.emit('view:show', { view: 'doubts', holdingId: null });
    expect(await screen.findByText('Nothing to confirm.')).toBeTruthy();
    await fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(screen.getByRole('table', { name: 'Holdings' })).toBeTruthy();
  });
});
