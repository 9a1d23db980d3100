// The drawers of a chain and a wallet, and the link to an explorer.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { arrived } from '../../fakes/activity';
import { partsOf } from '../../fakes/parts';
import { failing, fresh, hidden, partial } from '../../fakes/states';
import { everyText, NOW, open } from '../mount-window';

const EVM = '0xdAC17F958D2ee523a2206206994597C13D831ec7';

async function openChain(name: string): Promise<HTMLElement> {
  const [button] = screen.getAllByRole('button', { name: `Details of ${name}` });
  if (button) await fireEvent.click(button);
  return screen.getByRole('dialog', { name: `${name}, Chain` });
}

async function openWallet(name: string): Promise<HTMLElement> {
  await fireEvent.click(screen.getByRole('tab', { name: 'Wallets' }));
  const [button] = screen.getAllByRole('button', { name: `Details of ${name}` });
  if (button) await fireEvent.click(button);
  return screen.getByRole('dialog', { name: `${name}, Wallet` });
}

describe('the drawer of a chain', () => {
  it('the drawer shows exact value, share, number of holdings, and the largest holdings', async () => {
    const bridge = await open(fresh(NOW));
    const drawer = await openChain('Ethereum');
    const { value, holdings } = bridge.state.portfolio.chains[0] ?? { value: '', holdings: 0 };
    expect(drawer.textContent.replaceAll(',', '')).toContain(`$${value}`);
    expect(within(drawer).getByText(String(holdings))).toBeTruthy();
    const names = [...drawer.querySelectorAll('.drawer-row strong')].map(node => node.textContent);
    expect(names[0]).toBe('ETH');
    expect(names.length).toBeLessThanOrEqual(5);
    await fireEvent.click(within(drawer).getByRole('button', { name: 'Copy exact value' }));
    expect(bridge.requestsOf('text:copy')).toEqual([{ text: value }]);
  });

  it('the header of a group in the table opens the drawer of its chain too', async () => {
    await open(fresh(NOW));
    const table = within(screen.getByRole('table', { name: 'Holdings' }));
    await fireEvent.click(table.getByRole('button', { name: 'Details of Ethereum' }));
    expect(screen.getByRole('dialog', { name: 'Ethereum, Chain' })).toBeTruthy();
  });

  it('a holding opens above the drawer of its chain', async () => {
    await open(fresh(NOW));
    const drawer = await openChain('Ethereum');
    await fireEvent.click(within(drawer).getByRole('button', { name: /^ETH/ }));
    expect(screen.getAllByRole('dialog')).toHaveLength(2);
    expect(screen.getByRole('dialog', { name: /^ETH, Ethereum/ })).toBeTruthy();
  });

  it('the drawer shows how old a part is, and explains why it was not answered', async () => {
    await open(partial(NOW));
    const drawer = await openChain('Solana');
    await waitFor(() => expect(drawer.querySelector('.part')).toBeTruthy());
    const part = drawer.querySelector('.part')?.textContent.replace(/\s+/g, ' ') ?? '';
    expect(part).toContain('24 min old');
    expect(part).toMatch(/time/);
  });

  it('the drawer says how many rows of a part could not be read', async () => {
    const state = fresh(NOW);
    const bridge = await open(state);
    bridge.answer('parts:read', () => ({
      parts: partsOf(state).map(part => ({ ...part, unreadableRows: part.chainIndex === '1' ? 1 : 0 }))
    }));
    const drawer = await openChain('Ethereum');
    await waitFor(() => expect(drawer.querySelector('.part')).toBeTruthy());
    expect(drawer.querySelector('.part')?.textContent).toContain('1 row could not be read');
  });

  it('the I key alone opens the drawer of the focused chain', async () => {
    await open(fresh(NOW));
    const row = document.querySelector<HTMLElement>('[data-place="chain/501"] .chain') as HTMLElement;
    row.focus();
    await fireEvent.keyDown(row, { key: 'i' });
    expect(screen.getByRole('dialog', { name: 'Solana, Chain' })).toBeTruthy();
  });

  it('the drawer lists entries of its chain, and none of other chains', async () => {
    const bridge = await open(fresh(NOW));
    const entries = [
      arrived(NOW - 60_000, { symbol: 'AAA', chainIndex: '1' }),
      arrived(NOW - 90_000, { symbol: 'BBB', chainIndex: '501' })
    ];
    bridge.answer('activity:read', () => ({ text: JSON.stringify(entries) }));
    bridge.push({ ...bridge.state, activity: { latestAt: NOW, unseen: 0 } });
    const drawer = await openChain('Ethereum');
    await waitFor(() => expect(drawer.textContent).toContain('AAA'));
    expect(drawer.textContent).not.toContain('BBB');
  });
});

describe('the drawer of a wallet', () => {
  it('the drawer shows source and key of its wallet, and leads to the alert rules', async () => {
    const bridge = await open(fresh(NOW));
    const first = bridge.state.portfolio.wallets[0]?.wallet;
    const drawer = await openWallet(first?.name ?? '');
    expect(drawer.textContent).toContain('OKX read · www.okx.com');
    expect(within(drawer).getByRole('button', { name: 'Copy account id' })).toBeTruthy();
    await fireEvent.click(within(drawer).getByRole('button', { name: 'Change alerts' }));
    await waitFor(() => expect(document.activeElement?.id).toBe('notices'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('the drawer shows the last failure, since when, and what to do', async () => {
    await open(failing(NOW));
    const drawer = await openWallet('Cold wallet');
    const text = drawer.textContent.replace(/\s+/g, ' ');
    expect(text).toContain('Last failure. Since 10:08. OKX does not know this key.');
    expect(text).toContain('Refreshing has stopped; your last values are kept.');
  });

  it('the drawer shows no amount while balances are hidden', async () => {
    await open(hidden(NOW));
    const drawer = await openWallet('Cold wallet');
    expect(drawer.textContent).toContain('•••');
    expect(drawer.textContent).not.toMatch(/\$\d/);
    expect(within(drawer).queryByRole('button', { name: 'Copy exact value' })).toBeNull();
  });

  it('the drawer closes when its wallet is removed', async () => {
    const bridge = await open(fresh(NOW));
    await openWallet('Cold wallet');
    const { portfolio } = bridge.state;
    const wallets = portfolio.wallets.filter(({ wallet }) => wallet.name !== 'Cold wallet');
    bridge.push({ ...bridge.state, portfolio: { ...portfolio, wallets } });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('the explorer page of an address', () => {
  it('the page requests it by the address, never by a URL', async () => {
    const state = fresh(NOW);
    const holdings = state.portfolio.holdings.map(row =>
      row.symbol === 'USDC' && row.chainIndex === '1' ? { ...row, tokenAddress: EVM } : row
    );
    const bridge = await open({ ...state, portfolio: { ...state.portfolio, holdings } });
    const row = holdings.find(({ tokenAddress }) => tokenAddress === EVM);
    bridge.emit('view:show', { view: 'overview', holdingId: row?.id ?? '' });
    const drawer = await screen.findByRole('dialog');
    await fireEvent.click(within(drawer).getByRole('button', { name: 'Open at etherscan.io: Contract' }));
    expect(bridge.requestsOf('explorer:open')).toEqual([{ chainIndex: '1', kind: 'token', address: EVM }]);
    expect(everyText()).not.toContain('https://etherscan');
    expect(document.querySelector('a[href]')).toBeNull();
    expect(everyText()).not.toContain('could not be opened');

    bridge.answer('explorer:open', () => ({ outcome: 'failed' }));
    await fireEvent.click(within(drawer).getByRole('button', { name: 'Open at etherscan.io: Contract' }));
    expect(await within(drawer).findByText('Your browser could not be opened.')).toBeTruthy();
  });
});
