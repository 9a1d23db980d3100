// The dialog with the problem report: shown first, then copied or saved.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { fresh } from '../../fakes/states';
import { NOW, open } from '../mount-window';

const TEXT = 'Tokentray: report of a problem\n\nLog\nnone <b>at</b> all\n';

async function openSheet(give: () => { text: string } | Promise<{ text: string }> = () => ({ text: TEXT })) {
  const bridge = await open(fresh(NOW));
  bridge.answer('report:read', give);
  await fireEvent.click(screen.getByRole('button', { name: 'Diagnostics' }));
  await fireEvent.click(await screen.findByRole('button', { name: 'Report a problem' }));
  return bridge;
}
const sheet = () => within(screen.getByRole('dialog', { name: 'Report a problem' }));
const region = () => sheet().getByRole('region', { name: 'The report' });
const button = (name: string) => sheet().getByRole('button', { name });

describe('the problem report', () => {
  it('the whole report is shown as text before anything is saved or copied', async () => {
    const bridge = await openSheet();
    await waitFor(() => expect(region().textContent).toBe(TEXT));
    expect(region().tabIndex).toBe(0);
    expect(bridge.requestsOf('report:save')).toEqual([]);
    expect(bridge.requestsOf('text:copy')).toEqual([]);
  });

  it('the report cannot be saved or copied while it is being collected', async () => {
    let give: (answer: { text: string }) => void = () => undefined;
    await openSheet(() => new Promise(resolve => (give = resolve)));
    expect(region().textContent).toBe('Collecting…');
    for (const name of ['Copy', 'Save…']) expect(button(name)).toHaveProperty('disabled', true);
    give({ text: TEXT });
    await waitFor(() => expect(button('Save…')).toHaveProperty('disabled', false));
  });

  it('the report is copied as it is shown, and the dialog says so', async () => {
    const bridge = await openSheet();
    await waitFor(() => expect(button('Copy')).toHaveProperty('disabled', false));
    await fireEvent.click(button('Copy'));
    expect(await sheet().findByText('Copied.')).toBeTruthy();
    expect(bridge.requestsOf('text:copy')).toEqual([{ text: TEXT }]);
  });

  it.each([
    [{ outcome: 'saved', file: '/tmp/report.txt' }, 'Saved as /tmp/report.txt.'],
    [{ outcome: 'failed', file: null }, 'Could not be saved. Try another folder.'],
    [{ outcome: 'cancelled', file: null }, '']
  ] as const)('the dialog shows the result of saving: %j', async (answer, said) => {
    const bridge = await openSheet();
    bridge.answer('report:save', () => answer);
    await waitFor(() => expect(button('Save…')).toHaveProperty('disabled', false));
    await fireEvent.click(button('Save…'));
    await waitFor(() => expect(sheet().getByRole('status').textContent).toBe(said));
    await waitFor(() => expect(button('Save…')).toHaveProperty('disabled', false));
  });

  it('the button closes the dialog, and the next opening reads a new report', async () => {
    const bridge = await openSheet();
    await fireEvent.click(button('Close'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await fireEvent.click(screen.getByRole('button', { name: 'Report a problem' }));
    await waitFor(() => expect(bridge.requestsOf('report:read')).toHaveLength(2));
  });

  it('a dialog that is closed while the report is collected does not open again by itself', async () => {
    let give: (answer: { text: string }) => void = () => undefined;
    await openSheet(() => new Promise(resolve => (give = resolve)));
    await fireEvent.click(button('Close'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    give({ text: TEXT });
    await screen.findByRole('button', { name: 'Report a problem' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
