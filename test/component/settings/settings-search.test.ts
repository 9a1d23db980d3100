// The sections of the settings: a list that leads to them, and a search over all settings in every language.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { fresh } from '../../fakes/states';
import { NOW, open } from '../mount-window';

async function settings() {
  const bridge = await open(fresh(NOW));
  bridge.emit('view:show', { view: 'settings', holdingId: null });
  await screen.findByRole('heading', { name: 'Settings' });
  return bridge;
}

const search = (text: string) =>
  fireEvent.input(screen.getByLabelText('Search settings'), { target: { value: text } });

const sections = () => screen.queryAllByRole('heading', { level: 2 }).map(one => one.textContent);

const list = () => within(screen.getByRole('navigation', { name: 'Sections' }));

describe('the list of the sections', () => {
  it('names every section of the page in its order', async () => {
    await settings();
    await waitFor(() =>
      expect(
        list()
          .getAllByRole('button')
          .map(one => one.textContent)
      ).toEqual(sections())
    );
    expect(sections().length).toBeGreaterThan(9);
  });

  it('leads to a section, whose heading gets the focus', async () => {
    await settings();
    await fireEvent.click(list().getByRole('button', { name: 'Notifications' }));
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Notifications' }));
    const current = await list().findByRole('button', { current: true });
    expect(current.textContent).toBe('Notifications');
  });

  it('is one stop for Tab, and arrow keys move in it', async () => {
    await settings();
    const stops = () =>
      list()
        .getAllByRole('button')
        .filter(one => one.tabIndex === 0);
    expect(stops().map(one => one.textContent)).toEqual(['Appearance']);
    stops()[0]?.focus();
    await fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
    await waitFor(() => expect(stops().map(one => one.textContent)).toEqual(['Tray']));
    expect(document.activeElement).toBe(stops()[0]);
    await fireEvent.keyDown(document.activeElement!, { key: 'End' });
    await waitFor(() => expect(document.activeElement?.textContent).toBe('This profile'));
  });
});

describe('the search over the settings', () => {
  it('shows what matches below its section, and can be used at once', async () => {
    const bridge = await settings();
    await search('quiet');
    await waitFor(() => expect(sections()).toEqual(['Notifications']));
    expect(screen.getByText('1 setting')).toBeTruthy();
    expect(screen.queryByText('Theme')).toBeNull();
    await fireEvent.click(screen.getByRole('switch', { name: /^Quiet hours/ }));
    expect(bridge.requestsOf('choices:change')[0]?.quietHours?.isOn).toBe(true);
  });

  it.each([
    ['words of a help', 'decrypt traffic', ['Network']],
    ['a value', 'red up', ['Appearance']],
    ['the other language', '主题', ['Appearance']],
    ['the title of a section', 'second currency', ['Second currency']]
  ])('finds a setting by %s', async (_, text, found) => {
    await settings();
    await search(text);
    await waitFor(() => expect(sections()).toEqual(found));
    expect(
      list()
        .getAllByRole('button')
        .map(one => one.textContent)
    ).toEqual(found);
  });

  it('says when nothing matches, and Escape shows everything again', async () => {
    await settings();
    const all = sections();
    await search('zzz');
    expect(await screen.findByText('No setting matches “zzz”.')).toBeTruthy();
    expect(sections()).toEqual([]);
    await fireEvent.keyDown(screen.getByLabelText('Search settings'), { key: 'Escape' });
    await waitFor(() => expect(sections()).toEqual(all));
    expect(screen.getByRole('heading', { name: 'Settings' })).toBeTruthy();
  });

  it('the key / goes to it', async () => {
    await settings();
    await fireEvent.keyDown(document.body, { key: '/' });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Search settings')));
  });
});

describe('the exported settings', () => {
  it('the page says where they were saved, and shows them in their folder', async () => {
    const bridge = await settings();
    await fireEvent.click(screen.getByRole('button', { name: 'Export…' }));
    expect(await screen.findByText('/home/me/tokentray-settings.json')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Show in folder' }));
    expect(bridge.requestsOf('file:show')).toEqual([{}]);
  });

  it('nothing is said when they were not saved', async () => {
    const bridge = await settings();
    bridge.answer('settings:export', () => ({ file: null }));
    await fireEvent.click(screen.getByRole('button', { name: 'Export…' }));
    await waitFor(() => expect(bridge.requestsOf('settings:export')).toHaveLength(1));
    expect(screen.queryByRole('button', { name: 'Show in folder' })).toBeNull();
  });
});
