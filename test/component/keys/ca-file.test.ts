// The CA file in the network settings, and in the key form while Settings are not reachable.
import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { CA_PROBLEM_TEXT } from '../../../shared/text/ca-file-text';
import { firstRun, fresh } from '../../fakes/states';
import { NOW, open } from '../mount-window';

function network(): HTMLElement {
  return screen.getByRole('heading', { name: 'Network' }).parentElement!;
}

async function openSettings(caFile: string | null = null) {
  const state = fresh(NOW);
  const bridge = await open({ ...state, choices: { ...state.choices, caFile } });
  await fireEvent.keyDown(document.body, { key: ',', ctrlKey: true });
  await screen.findByText(/^CA file/);
  return bridge;
}

describe('the CA file in the settings', () => {
  it('the main process chooses the file, then the page names it and can remove it', async () => {
    const bridge = await openSettings();
    expect(network().textContent).toContain('CA file: None');
    expect(within(network()).queryByRole('button', { name: 'Remove' })).toBeNull();
    await fireEvent.click(within(network()).getByRole('button', { name: 'Choose…' }));
    expect(bridge.requestsOf('ca-file:choose')).toEqual([{}]);
    expect(await within(network()).findByText(/company\.pem/)).toBeTruthy();
    await fireEvent.click(within(network()).getByRole('button', { name: 'Remove' }));
    expect(bridge.requestsOf('choices:change')).toEqual([{ caFile: null }]);
    expect(network().textContent).toContain('CA file: None');
  });

  it('a file that cannot be used is refused with a sentence, which stays until the next try', async () => {
    const bridge = await openSettings('C:\\Users\\me\\old.crt');
    expect(within(network()).getByText(/: old\.crt/)).toBeTruthy();
    bridge.answer('ca-file:choose', () => ({ outcome: 'refused', problem: 'private-key' }));
    await fireEvent.click(within(network()).getByRole('button', { name: 'Choose another…' }));
    const said = await within(network()).findByRole('alert');
    expect(said.textContent).toContain(CA_PROBLEM_TEXT['private-key']);
    bridge.answer('ca-file:choose', () => ({ outcome: 'cancelled' }));
    await fireEvent.click(within(network()).getByRole('button', { name: 'Choose another…' }));
    expect(within(network()).queryByRole('alert')).toBeNull();
    expect(within(network()).getByText(/: old\.crt/)).toBeTruthy();
  });
});

describe('the CA file in the key form', () => {
  it.each([
    ['certificate-not-trusted', true],
    ['ca-file-unusable', true],
    ['timeout', false]
  ] as const)('the file choice after %s is offered: %s', async (code, isOffered) => {
    const bridge = await open(firstRun(NOW));
    await fireEvent.click(screen.getByRole('button', { name: 'Connect OKX' }));
    await fireEvent.click(screen.getByRole('radio', { name: 'OKX account ID' }));
    expect(screen.queryByRole('button', { name: 'Choose…' })).toBeNull();
    bridge.answer('wallet:connect', () => ({
      ...({ outcome: 'failed', code, field: 'host', at: NOW } as const),
      ...{ serviceCode: null, host: 'www.okx.com', clockOffsetMs: null }
    }));
    for (const label of ['API key', 'Secret key', 'Passphrase', 'Account ID'])
      await fireEvent.input(screen.getByLabelText(label), { target: { value: 'x' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Test and save' }));
    await screen.findByRole('alert');
    expect(screen.queryByRole('button', { name: 'Choose…' }) !== null).toBe(isOffered);
  });
});
