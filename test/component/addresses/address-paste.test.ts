// Pasted addresses in the key form: reviewed while the person types, named, given chains, and sent as new wallets.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { review } from '../../../electron/addresses/review';
import { firstRun } from '../../fakes/states';
import { KNOWN_CHAINS } from '../../fakes/wallet-answers';
import { base58check, bytesOf, evm, hex32, versioned } from '../../unit/addresses/mint';
import { everyText, NOW, open } from '../mount-window';

const ONE = evm(1);
const COIN = versioned(0, 2);
const MOST_USED = ['1', '56', '8453', '42161', '137', '10'];

async function openAddresses(): ReturnType<typeof open> {
  const bridge = await open(firstRun(NOW));
  await fireEvent.click(screen.getByRole('button', { name: 'Connect OKX' }));
  return bridge;
}

function box(): HTMLTextAreaElement {
  return screen.getByRole('textbox', { name: 'Addresses' });
}

/** Types a text and waits until it is reviewed. */
async function paste(text: string): Promise<HTMLElement> {
  await fireEvent.input(box(), { target: { value: text } });
  return screen.findByRole('list', { name: 'What was pasted' });
}

async function rows(text: string): Promise<HTMLElement[]> {
  return within(await paste(text)).getAllByRole('listitem');
}

async function send(): Promise<void> {
  const typed = { 'API key': 'key-1', 'Secret key': 's3cret', Passphrase: 'open sesame' };
  for (const [label, value] of Object.entries(typed))
    await fireEvent.input(screen.getByLabelText(label), { target: { value } });
  await fireEvent.click(screen.getByRole('button', { name: 'Test and save' }));
}

describe('pasted addresses in the key form', () => {
  it('addresses are the first of two choices, and an account ID is the other', async () => {
    await open(firstRun(NOW));
    await fireEvent.click(screen.getByRole('button', { name: 'Connect OKX' }));
    const choice = within(screen.getByRole('radiogroup', { name: 'What to watch' }));
    expect(choice.getByLabelText<HTMLInputElement>('Addresses').checked).toBe(true);
    expect(screen.queryByLabelText('Account ID')).toBeNull();
    expect(screen.queryByLabelText('Wallet name')).toBeNull();
    await fireEvent.click(choice.getByLabelText('OKX account ID'));
    expect(screen.getByLabelText('Account ID')).toBeTruthy();
    await fireEvent.click(choice.getByLabelText('Addresses'));
    expect(screen.queryByLabelText('Account ID')).toBeNull();
    expect(screen.queryByLabelText('Wallet name')).toBeNull();
  });

  it('an address that another wallet watches is told, and can be added', async () => {
    const bridge = await openAddresses();
    bridge.answer('addresses:review', ({ text }) => {
      const reviewed = review(text, { watched: [], chains: KNOWN_CHAINS });
      return { ...reviewed, rows: reviewed.rows.map(row => ({ ...row, watchedBy: ['Main'] })) };
    });
    const [row] = await rows(ONE);
    expect(row?.textContent).toContain('Already watched by Main. The total counts it once');
    expect(screen.getByText('1 address can be watched')).toBeTruthy();
  });

  it('addresses become wallets with their names and the most used chains', async () => {
    const bridge = await openAddresses();
    await paste(`Cold, ${ONE}\n${COIN}`);
    await fireEvent.input(screen.getByLabelText(/^Name of 1/), { target: { value: 'Savings' } });
    await send();
    await waitFor(() => expect(bridge.requestsOf('wallet:connect')).toHaveLength(1));
    expect(bridge.requestsOf('wallet:connect')[0]).toMatchObject({
      accountId: '',
      host: 'https://web3.okx.com',
      addresses: [
        { name: 'Cold', address: ONE, chains: MOST_USED },
        { name: 'Savings', address: COIN, chains: ['0'] }
      ]
    });
  });

  it('each address has its own verdict, and the counts add up all verdicts', async () => {
    await openAddresses();
    const wrong = ONE.replace(/[a-f]/, letter => letter.toUpperCase());
    const [good, duplicate, broken, test, none] = await rows(
      `${ONE}\n${ONE.toLowerCase()}\n${wrong}\n${versioned(0x6f, 1)}\nhello there`
    );
    expect(good?.textContent).toContain('6 of 58 chains');
    expect(duplicate?.textContent).toContain('Already in this list.');
    expect(broken?.textContent).toContain('Its checksum is wrong');
    expect(test?.textContent).toContain('A test network address. Test networks are not valued.');
    expect(none?.textContent).toContain('Not a supported address.');
    expect(document.getElementById('addresses-says')?.textContent).toBe(
      '1 address can be watched · 1 duplicate · 1 wrong checksum · 1 of a test network · 1 line is not an address'
    );
  });

  it('a warning about a private key comes first, never shows the key, and can delete its line', async () => {
    await openAddresses();
    const secret = base58check(Buffer.concat([Buffer.from([0x80]), bytesOf(1, 32)]));
    const [first] = await rows(`${ONE}\n${secret}`);
    expect(first?.textContent).toContain('This looks like a private key or a recovery phrase');
    expect(first?.textContent).toContain('Line 2');
    expect(everyText()).not.toContain(secret);
    await fireEvent.click(screen.getByRole('button', { name: 'Delete line 2' }));
    expect(box().value).toBe(ONE);
    await waitFor(() => expect(screen.queryByText(/This looks like a private key/)).toBeNull());
  });

  it('an address that could be a private key counts only after its box is checked', async () => {
    const bridge = await openAddresses();
    await paste(hex32(1));
    await send();
    expect(await screen.findByText('None of these can be watched yet. The list shows why.')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(box()));
    expect(bridge.requestsOf('wallet:connect')).toEqual([]);
    await fireEvent.click(screen.getByLabelText('It is an address'));
    await fireEvent.click(screen.getByRole('button', { name: 'Test and save' }));
    await waitFor(() => expect(bridge.requestsOf('wallet:connect')).toHaveLength(1));
  });

  it('chains can be chosen by name or all at once, and an address without chains does not count', async () => {
    const bridge = await openAddresses();
    await paste(ONE);
    await fireEvent.click(screen.getByRole('button', { name: /^Chains of 0x/ }));
    await fireEvent.click(screen.getByRole('button', { name: 'None' }));
    expect(screen.getByText('No chain is chosen.')).toBeTruthy();
    await fireEvent.input(screen.getByLabelText('Search chains'), { target: { value: 'linea' } });
    await fireEvent.click(screen.getByLabelText('Linea'));
    expect(screen.queryByLabelText('Scroll')).toBeNull();
    await send();
    await waitFor(() => expect(bridge.requestsOf('wallet:connect')).toHaveLength(1));
    expect(bridge.requestsOf('wallet:connect')[0]?.addresses?.[0]?.chains).toEqual(['59144']);
  });

  it('one click chooses every chain of a family', async () => {
    const bridge = await openAddresses();
    await paste(ONE);
    await fireEvent.click(screen.getByRole('button', { name: /^Chains of 0x/ }));
    await fireEvent.click(screen.getByRole('button', { name: 'All 58 chains' }));
    await send();
    await waitFor(() => expect(bridge.requestsOf('wallet:connect')).toHaveLength(1));
    const chains = bridge.requestsOf('wallet:connect')[0]?.addresses?.[0]?.chains;
    expect(chains).toHaveLength(58);
    expect(chains).not.toContain('11155111');
  });

  it('choosing addresses leaves a chosen host unchanged', async () => {
    const bridge = await openAddresses();
    await fireEvent.change(screen.getByLabelText('Host'), { target: { value: 'https://www.okx.com' } });
    await fireEvent.click(screen.getByLabelText('OKX account ID'));
    await fireEvent.click(screen.getByLabelText('Addresses'));
    await paste(ONE);
    await send();
    await waitFor(() => expect(bridge.requestsOf('wallet:connect')).toHaveLength(1));
    expect(bridge.requestsOf('wallet:connect')[0]?.host).toBe('https://www.okx.com');
  });

  it('addresses are reviewed before they are sent, however fast the button is pressed', async () => {
    const bridge = await openAddresses();
    await fireEvent.input(box(), { target: { value: ONE } });
    await send();
    await waitFor(() => expect(bridge.requestsOf('wallet:connect')).toHaveLength(1));
    expect(bridge.requestsOf('addresses:review')).toHaveLength(1);
  });

  it('two hundred addresses are shown in one list', async () => {
    await openAddresses();
    const list = Array.from({ length: 190 }, (_, i) => evm(i + 1));
    const pasted = [...list, '', ...list.slice(0, 10)].join('\n');
    expect(await rows(pasted)).toHaveLength(200);
    expect(screen.getByText('190 addresses can be watched · 10 duplicates')).toBeTruthy();
  });

  it('a late answer to an older text is ignored', async () => {
    const bridge = await openAddresses();
    const real = review(COIN, { watched: [], chains: KNOWN_CHAINS });
    const waiting: (() => void)[] = [];
    bridge.answer('addresses:review', ({ text }) =>
      text === ONE
        ? new Promise(resolve => waiting.push(() => resolve({ ...real, rows: [] })))
        : Promise.resolve(real)
    );
    await fireEvent.input(box(), { target: { value: ONE } });
    await vi.waitFor(() => expect(waiting).toHaveLength(1), 20_000);
    await paste(COIN);
    waiting[0]?.();
    await fireEvent.click(await screen.findByRole('button', { name: /^Chains of 1/ }));
    expect(screen.getByText('1 address can be watched')).toBeTruthy();
  });

  it('the review says what was beyond the limit and not read', async () => {
    const bridge = await openAddresses();
    await paste(ONE);
    const row = {
      line: 1,
      typed: 'x',
      verdict: 'not-an-address' as const,
      address: '',
      families: [],
      chains: [],
      suggestedName: null,
      caution: null
    };
    bridge.answer('addresses:review', () => ({ rows: [row], unread: { entries: 3, characters: 1200 } }));
    await fireEvent.input(box(), { target: { value: 'x' } });
    expect(await screen.findByText(/^3 entries after these were not read/)).toBeTruthy();
    expect(screen.getByText(/^1,200 characters at the end were not read/)).toBeTruthy();
  });
});
