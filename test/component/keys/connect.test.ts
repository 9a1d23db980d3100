// The key form: what it sends, and each way in which it can fail.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { ConnectResult } from '../../../shared/ipc/contract';
import { firstRun, fresh } from '../../fakes/states';
import { NOW, open } from '../mount-window';

const TYPED = {
  'API key': 'key-1',
  'Secret key': 's3cret',
  Passphrase: 'open sesame',
  'Account ID': 'acc-1'
};

function field(label: string): HTMLInputElement {
  return screen.getByLabelText(label);
}

async function typeAll(values: Record<string, string> = TYPED): Promise<void> {
  for (const [label, value] of Object.entries(values))
    await fireEvent.input(field(label), { target: { value } });
}

async function openForm(watch: 'Addresses' | 'OKX account ID' = 'OKX account ID'): ReturnType<typeof open> {
  const bridge = await open(firstRun(NOW));
  await fireEvent.click(screen.getByRole('button', { name: 'Connect OKX' }));
  if (watch !== 'Addresses') await fireEvent.click(screen.getByRole('radio', { name: watch }));
  return bridge;
}

async function submit(name = 'Test and save'): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name }));
}

function failed(
  code: Extract<ConnectResult, { outcome: 'failed' }>['code'],
  at: string | null
): ConnectResult {
  const shared = {
    outcome: 'failed',
    at: NOW,
    serviceCode: null,
    host: 'www.okx.com',
    clockOffsetMs: null
  } as const;
  return { ...shared, code, field: at as never };
}

describe('the key form', () => {
  it('the form sends the typed texts once, and shows the portfolio after they were saved', async () => {
    const bridge = await openForm();
    bridge.answer('wallet:connect', () => {
      bridge.push(fresh(NOW));
      return { outcome: 'saved' };
    });
    await typeAll();
    await submit();
    expect(await screen.findByText('12 s ago · all answered')).toBeTruthy();
    expect(bridge.requestsOf('wallet:connect')).toEqual([
      {
        name: 'Main wallet',
        apiKey: 'key-1',
        secretKey: 's3cret',
        passphrase: 'open sesame',
        projectId: '',
        accountId: 'acc-1',
        host: 'https://www.okx.com',
        chains: [],
        thisSessionOnly: false
      }
    ]);
    expect(document.body.innerHTML).not.toContain('s3cret');
  });

  it('the form names the wallets that watch the same before it saves, and sends again when told to', async () => {
    const bridge = await openForm();
    bridge.answer('wallet:connect', ({ acceptsOverlap }) => {
      if (acceptsOverlap) bridge.push(fresh(NOW));
      return acceptsOverlap ? { outcome: 'saved' } : { outcome: 'overlaps', wallets: ['Cold', 'Daily'] };
    });
    await typeAll();
    await submit();
    const note = await screen.findByRole('alert');
    expect(note.textContent).toContain('Cold, Daily already watch addresses of this account.');
    await submit('Add anyway');
    expect(await screen.findByText('12 s ago · all answered')).toBeTruthy();
    expect(bridge.requestsOf('wallet:connect').map(({ acceptsOverlap }) => acceptsOverlap)).toEqual([
      undefined,
      true
    ]);
  });

  it('the form asks for missing texts before it sends, and focuses the first one', async () => {
    const bridge = await openForm();
    await typeAll({ 'API key': 'key-1' });
    await submit();
    await waitFor(() => expect(document.activeElement).toBe(field('Secret key')));
    expect(screen.getByText('Secret key is missing.')).toBeTruthy();
    expect(bridge.requestsOf('wallet:connect')).toEqual([]);
  });

  it('a failure is shown at its field, the field gets the focus, and the button offers another test', async () => {
    const bridge = await openForm();
    bridge.answer('wallet:connect', () => failed('passphrase-wrong', 'passphrase'));
    await typeAll();
    await submit();
    expect(await screen.findByText('Not connected. Nothing was saved.')).toBeTruthy();
    expect(
      screen.getByText('OKX answered at 10:32 and did not accept the passphrase.', { exact: false })
    ).toBeTruthy();
    const passphrase = field('Passphrase');
    await waitFor(() => expect(document.activeElement).toBe(passphrase));
    const said = document.getElementById(passphrase.getAttribute('aria-describedby') ?? '');
    expect(said?.textContent).toBe(
      'The passphrase is wrong. It is the one you chose when you created this key, not your OKX password.'
    );
    expect(passphrase.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('button', { name: 'Test again' })).toBeTruthy();
    expect(field('Secret key').type).toBe('password');
  });

  it('an error disappears while its field is being corrected', async () => {
    const bridge = await openForm();
    bridge.answer('wallet:connect', () => failed('passphrase-wrong', 'passphrase'));
    await typeAll();
    await submit();
    await screen.findByText(/The passphrase is wrong/);
    await typeAll({ Passphrase: 'another' });
    expect(screen.queryByText(/The passphrase is wrong/)).toBeNull();
  });

  it('a failure that belongs to no field is shown in the alert of the form', async () => {
    const bridge = await openForm();
    bridge.answer('wallet:connect', () => failed('timeout', null));
    await typeAll();
    await submit();
    expect((await screen.findByRole('alert')).textContent).toContain('www.okx.com did not answer in time.');
  });

  it('a key for this session only is offered when no keychain answers, and is then sent', async () => {
    const bridge = await openForm();
    bridge.answer('wallet:connect', () => failed('keychain-missing', null));
    await typeAll();
    await submit();
    await fireEvent.click(await screen.findByRole('button', { name: 'Use for this session only' }));
    await waitFor(() => expect(bridge.requestsOf('wallet:connect')).toHaveLength(2));
    expect(bridge.requestsOf('wallet:connect').map(({ thisSessionOnly }) => thisSessionOnly)).toEqual([
      false,
      true
    ]);
  });

  it('the button says that a test is running, and cannot be pressed twice', async () => {
    const bridge = await openForm();
    let answer: (connected: ConnectResult) => void = () => undefined;
    bridge.answer('wallet:connect', () => new Promise(resolve => (answer = resolve)));
    await typeAll();
    await submit();
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Testing' });
    expect(button.disabled).toBe(false);
    expect(['aria-busy', 'aria-disabled'].map(name => button.getAttribute(name))).toEqual(['true', 'true']);
    expect(screen.getByText('Testing', { selector: '[role=status]' })).toBeTruthy();
    await submit('Testing');
    answer({ outcome: 'saved' });
    await waitFor(() => expect(screen.queryByLabelText('Secret key')).toBeNull());
    expect(bridge.requestsOf('wallet:connect')).toHaveLength(1);
  });

  it('the form warns before a key goes to another host, and refuses a host without https', async () => {
    const bridge = await openForm();
    await typeAll();
    await fireEvent.change(screen.getByLabelText('Host'), { target: { value: 'other' } });
    expect(screen.getByText(/The key and the passphrase are sent to this host/)).toBeTruthy();
    await typeAll({ 'Host address': 'http://okx.example.org' });
    await submit();
    expect(
      screen.getByText('Only https protects a key in transit. Start the address with https://.')
    ).toBeTruthy();
    expect(bridge.requestsOf('wallet:connect')).toEqual([]);
  });

  it("OKX's hosts are offered by region, each with a sentence, and need no warning", async () => {
    await openForm();
    const host = screen.getByLabelText('Host');
    const groups = [...host.querySelectorAll('optgroup')].map(group => [
      group.label,
      [...group.querySelectorAll('option')].map(option => option.text)
    ]);
    expect(groups).toEqual([
      ['Most countries', ['www.okx.com']],
      ['Wallet API', ['web3.okx.com']],
      ['Europe (EEA)', ['eea.okx.com', 'my.okx.com']],
      ['United States', ['us.okx.com', 'app.okx.com']],
      ['Türkiye', ['tr.okx.com']],
      ['Another host', ['Other…']]
    ]);
    await fireEvent.change(host, { target: { value: 'https://eea.okx.com' } });
    expect(screen.getByText(/^For keys from OKX Europe\./)).toBeTruthy();
    expect(screen.queryByRole('note')).toBeNull();
    expect(screen.getByText(/Sent only to eea\.okx\.com/)).toBeTruthy();
  });

  it('the form begins with addresses at the host that reads them, and the first field has the focus', async () => {
    await openForm('Addresses');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Addresses' }).checked).toBe(true);
    expect(screen.getByRole('textbox', { name: 'Addresses' })).toBeTruthy();
    expect(screen.getByLabelText<HTMLSelectElement>('Host').value).toBe('https://web3.okx.com');
    await waitFor(() => expect(document.activeElement).toBe(field('API key')));
  });

  it('a field that a choice brings has the focus', async () => {
    await openForm();
    await waitFor(() => expect(document.activeElement).toBe(field('Account ID')));
    await fireEvent.change(screen.getByLabelText('Host'), { target: { value: 'other' } });
    await waitFor(() => expect(document.activeElement).toBe(field('Host address')));
  });

  it('the page says where the key would be sent, and that it is nowhere while the host is not complete', async () => {
    await openForm('Addresses');
    const sent = (): string => document.querySelector('.kept')?.textContent ?? '';
    expect(sent()).toContain('Sent only to web3.okx.com.');
    await fireEvent.change(screen.getByLabelText('Host'), { target: { value: 'other' } });
    for (const text of ['', 'http://okx.example.org', 'https://okx.example.org/path', 'a b']) {
      await typeAll({ 'Host address': text });
      expect([text, sent()]).toEqual([text, expect.stringContaining('Not sent until the host is complete.')]);
      expect(sent()).not.toContain('okx.com');
    }
    await typeAll({ 'Host address': 'https://okx.example.org:8443' });
    expect(sent()).toContain('Sent only to okx.example.org:8443.');
  });

  it.each([
    [{ name: 'KWallet', isMissing: false }, 'Kept in KWallet under “Tokentray”.'],
    [{ name: null, isMissing: false }, 'Kept in this computer’s keychain under “Tokentray”.'],
    [
      { name: null, isMissing: true },
      'No keychain is available on this computer: the key can be used for this session only.'
    ]
  ])('the page names the keychain that the key goes to: %o', async (keychain, text) => {
    const bridge = await open(firstRun(NOW));
    bridge.answer('keychain:read', () => keychain);
    await fireEvent.click(screen.getByRole('button', { name: 'Connect OKX' }));
    await waitFor(() => expect(document.querySelector('.kept')?.textContent).toContain(text));
  });

  it("OKX's portals open from the first step, that of the chosen way first", async () => {
    const bridge = await openForm('Addresses');
    const links = (): (string | null)[] =>
      [...document.querySelectorAll('.portal')].map(
        link => link.textContent?.replace(/\s+/g, ' ').trim() ?? null
      );
    expect(links()).toEqual(['web3.okx.com for addresses', 'www.okx.com for an OKX account ID']);
    await fireEvent.click(screen.getByRole('button', { name: 'web3.okx.com' }));
    await fireEvent.click(screen.getByRole('radio', { name: 'OKX account ID' }));
    await fireEvent.change(screen.getByLabelText('Host'), { target: { value: 'https://eea.okx.com' } });
    expect(links()).toEqual(['my.okx.com for an OKX account ID', 'web3.okx.com for addresses']);
    bridge.answer('portal:open', () => ({ outcome: 'failed' }));
    await fireEvent.click(screen.getByRole('button', { name: 'my.okx.com' }));
    expect(await screen.findByText('Your browser could not be opened.')).toBeTruthy();
    expect(bridge.requestsOf('portal:open')).toEqual([{ region: 'wallet-api' }, { region: 'europe' }]);
  });

  it('a field is checked when the person leaves it', async () => {
    await openForm();
    await typeAll({ 'API key': 'schlüssel' });
    await fireEvent.blur(field('API key'));
    expect(screen.getByText(/a character that OKX never uses/)).toBeTruthy();
  });
});
