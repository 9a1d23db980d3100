// The last section of the settings: the profile as a whole, and updates.
import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { UpdateStatus } from '../../../shared/ipc/profile-calls';
import { demo, fresh } from '../../fakes/states';
import { NOW, open } from '../mount-window';

const section = (title: string) => screen.getByRole('heading', { name: title }).parentElement!;

async function openSettings(news: Partial<UpdateStatus> = {}, profileName?: string) {
  const bridge = await open({ ...fresh(NOW), ...(profileName && { profileName }) });
  const read: UpdateStatus = { method: 'asked', outcome: 'none', version: null, notes: '', ...news };
  bridge.answer('updates:read', () => read);
  await fireEvent.keyDown(document.body, { key: ',', ctrlKey: true });
  return bridge;
}

describe('the profile settings', () => {
  it('the profile is named, and can be exported, imported and removed', async () => {
    const bridge = await openSettings({}, 'work');
    const part = within(section('This profile · work'));
    for (const [name, call] of [
      ['Export…', 'settings:export'],
      ['Import…', 'settings:import'],
      ['Delete…', 'profile:reset']
    ] as const) {
      await fireEvent.click(part.getByRole('button', { name }));
      expect(bridge.requestsOf(call)).toEqual([{}]);
    }
  });

  it('updates are looked for on request, and the release notes are shown as plain text', async () => {
    const bridge = await openSettings();
    const part = within(section('This profile'));
    await fireEvent.click(await part.findByRole('switch', { name: /Check for updates/ }));
    expect(bridge.requestsOf('choices:change')).toEqual([{ lookForUpdates: true }]);
    expect(bridge.requestsOf('updates:check')).toEqual([]);
    bridge.answer('updates:check', () => ({
      method: 'asked',
      outcome: 'newer',
      version: '9.0.0',
      notes: '<b>Faster</b>'
    }));
    await fireEvent.click(part.getByRole('button', { name: 'Check' }));
    expect(await part.findByText('A new version is available (9.0.0)')).toBeTruthy();
    expect(part.getByRole('region', { name: 'What is new' }).textContent).toBe('<b>Faster</b>');
    await fireEvent.click(part.getByRole('button', { name: 'Open page' }));
    expect(bridge.requestsOf('updates:open')).toEqual([{}]);
  });

  it('updates are left to a package manager, and are not mentioned where no releases are known', async () => {
    await openSettings({ method: 'package' });
    expect(await screen.findByText(/Updates come from where/)).toBeTruthy();
    expect(screen.queryByRole('switch', { name: /Check for updates/ })).toBeNull();
  });

  it('the demo offers only the way out of it', async () => {
    await open(demo(NOW));
    await fireEvent.keyDown(document.body, { key: ',', ctrlKey: true });
    expect(within(section('Demo')).getByRole('button').textContent).toBe('Leave the demo');
    expect(screen.queryByRole('button', { name: 'Delete…' })).toBeNull();
  });
});
