// The page for settings that cannot be used and stay unchanged: the file, the reason, and two actions.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../../../shared/schema/app-state';
import type { Issue } from '../../../shared/schema/issue';
import { firstRun, fresh } from '../../fakes/states';
import { NOW, open } from '../mount-window';

const NEWER: Issue = { code: 'file-newer', file: 'config.json', found: 7, known: 1 };
const FOREIGN: Issue = { code: 'file-unreadable', file: 'config.json' };
const OTHER: Issue = { code: 'file-newer', file: 'snapshot.json', found: 99, known: 2 };

function refused(...issues: Issue[]): AppState {
  return { ...firstRun(NOW), phase: 'refused', issues };
}

describe('the page for settings that cannot be used', () => {
  it('settings of a newer version are named with both formats, and no form is shown', async () => {
    await open(refused(OTHER, NEWER));
    const said = screen.getByRole('alert').textContent;
    expect(said).toContain('config.json was written by a newer version of Tokentray');
    expect(said).toContain('The file has format 7; this version reads formats up to 1.');
    expect(said).not.toContain('99');
    expect(screen.getAllByRole('button').map(node => node.textContent)).toEqual(['Read again', 'Quit']);
  });

  it('settings that cannot be read get a text that says what to check', async () => {
    await open(refused(FOREIGN));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('config.json cannot be read');
    expect(screen.getByRole('alert').textContent).toContain('whether you may read it');
  });

  it('the page shows the same in Chinese', async () => {
    await open({ ...refused(NEWER), language: 'zh' });
    expect(screen.getByRole('alert').textContent).toContain('文件格式为 7，当前版本最高支持 1。');
    expect(screen.getByRole('button', { name: '重新读取' })).toBeTruthy();
  });

  it('settings are read again on request, once at a time, and the window continues with them', async () => {
    const bridge = await open(refused(NEWER));
    let give: (answer: { done: boolean }) => void = () => undefined;
    bridge.answer('files:reread', () => new Promise(resolve => (give = resolve)));
    await fireEvent.click(screen.getByRole('button', { name: 'Read again' }));
    const reading = screen.getByRole('button', { name: 'Reading…' });
    expect(reading).toHaveProperty('disabled', true);
    bridge.push(fresh(NOW));
    give({ done: true });
    expect(await screen.findByRole('table', { name: 'Holdings' })).toBeTruthy();
    expect(bridge.requestsOf('files:reread')).toEqual([{}]);
  });

  it('settings that are still not readable keep the page, and can be tried again', async () => {
    const bridge = await open(refused(NEWER));
    await fireEvent.click(screen.getByRole('button', { name: 'Read again' }));
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Read again' })).toHaveProperty('disabled', false)
    );
    await fireEvent.click(screen.getByRole('button', { name: 'Read again' }));
    expect(bridge.requestsOf('files:reread')).toHaveLength(2);
  });

  it('the page can quit the app', async () => {
    const bridge = await open(refused(NEWER));
    await fireEvent.click(screen.getByRole('button', { name: 'Quit' }));
    expect(bridge.requestsOf('app:quit')).toEqual([{}]);
  });
});
