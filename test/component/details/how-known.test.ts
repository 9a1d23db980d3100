// How a holding is known: the rule that counts it, what OKX's answers said, and the doubt that it is in.
import { screen, waitFor, within, fireEvent } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { COUNTING_GROUNDS, type Evidence } from '../../../shared/ipc/verification-calls';
import type { AppState } from '../../../shared/schema/app-state';
import { checking, fresh, hidden } from '../../fakes/states';
import type { FakeBridge } from '../../fakes/bridge';
import { NOW, open } from '../mount-window';

const EVIDENCE: Evidence = {
  ground: 'contract',
  answeredAt: NOW - 12_000,
  counted: { balance: '975.2149', price: '1', isRisky: false },
  cost: null,
  doubt: null,
  waiting: null
};

async function openUsdc(
  state: AppState,
  evidence: Evidence | null
): Promise<{ bridge: FakeBridge; drawer: HTMLElement }> {
  const bridge = await open(state);
  bridge.answer('evidence:read', () => ({ evidence }));
  const row = state.portfolio.holdings.find(
    ({ symbol, chainIndex }) => symbol === 'USDC' && chainIndex === '1'
  );
  bridge.emit('view:show', { view: 'overview', holdingId: row?.id ?? '' });
  return { bridge, drawer: await screen.findByRole('dialog') };
}

/** Names and texts of the facts. */
async function factsOf(drawer: HTMLElement): Promise<Record<string, string>> {
  await waitFor(() => expect(drawer.querySelector('.known')).toBeTruthy());
  return Object.fromEntries(
    [...drawer.querySelectorAll('.known .fact')].map(node => [
      node.querySelector('dt')?.textContent ?? '',
      node.querySelector('dd')?.textContent.trim() ?? ''
    ])
  );
}

describe('how a holding is known', () => {
  it('the drawer shows the rule that counts it and the answer that it is known by', async () => {
    const { drawer } = await openUsdc(fresh(NOW), EVIDENCE);
    expect(await factsOf(drawer)).toEqual({
      Rule: 'Well-known contract: counts',
      "OKX's answer": '975.2149 at $1.00, 12 s ago'
    });
    expect(within(drawer).getByRole('heading', { name: 'How this is known' })).toBeTruthy();
  });

  it('each rule has a text of its own', async () => {
    const texts = new Set<string>();
    const { bridge, drawer } = await openUsdc(fresh(NOW), EVIDENCE);
    for (const ground of COUNTING_GROUNDS) {
      bridge.answer('evidence:read', () => ({ evidence: { ...EVIDENCE, ground } }));
      const before = bridge.requestsOf('evidence:read').length;
      bridge.push({ ...bridge.state, portfolio: { ...bridge.state.portfolio, takenAt: NOW - before } });
      await waitFor(() => expect(bridge.requestsOf('evidence:read').length).toBeGreaterThan(before));
      await waitFor(async () => texts.add((await factsOf(drawer))['Rule'] ?? ''));
    }
    await waitFor(async () => expect(texts.add((await factsOf(drawer))['Rule'] ?? '').size).toBe(12));
  });

  it('the drawer of a holding in doubt shows what the answers said, how far they agree, and the deeds', async () => {
    const doubt: Evidence['doubt'] = {
      id: 'd1',
      kind: 'missing',
      since: NOW - 180_000,
      first: { balance: '0', price: null, isRisky: false },
      last: { balance: '0', price: null, isRisky: false },
      answeredAt: NOW - 20_000,
      answers: 3,
      agreedMs: 180_000,
      neededMs: 600_000
    };
    const { bridge, drawer } = await openUsdc(checking(NOW), { ...EVIDENCE, doubt });
    expect(await factsOf(drawer)).toMatchObject({
      'In doubt since': '10:29',
      'First answer': 'not in it',
      'Last answer': 'not in it, 20 s ago',
      Agreement: '3 answers, 3 min of 10 min'
    });
    expect(drawer.textContent).toContain("OKX's answer lacks 975.2149 USDC on Ethereum.");
    await fireEvent.click(within(drawer).getByRole('button', { name: 'It is gone: USDC' }));
    expect(bridge.requestsOf('doubts:decide')).toEqual([{ id: 'd1', deed: 'accept' }]);
  });

  it('the drawer shows what waits for the OK, what was paid, and a risk mark', async () => {
    const { drawer } = await openUsdc(fresh(NOW), {
      ...EVIDENCE,
      ground: 'paid',
      cost: '950.5',
      counted: { balance: '1', price: null, isRisky: true },
      waiting: { balance: '1000000', price: '1000', isRisky: false }
    });
    expect(await factsOf(drawer)).toMatchObject({
      'Paid for it': '$950.50',
      "OKX's answer": '1 at no price · risky, 12 s ago',
      'Needs your OK': '1,000,000 at $1,000.00'
    });
  });

  it('hidden balances hide the amounts, and the prices stay', async () => {
    const { drawer } = await openUsdc(hidden(NOW), { ...EVIDENCE, cost: '950.5' });
    expect(await factsOf(drawer)).toMatchObject({
      "OKX's answer": '••• at $1.00, 12 s ago',
      'Paid for it': '•••'
    });
  });

  it('nothing is claimed of a holding that is gone meanwhile', async () => {
    const { bridge, drawer } = await openUsdc(fresh(NOW), null);
    await waitFor(() => expect(bridge.requestsOf('evidence:read')).toHaveLength(1));
    expect(drawer.querySelector('.known')).toBeNull();
  });
});
