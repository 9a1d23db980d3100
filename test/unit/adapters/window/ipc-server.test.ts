import { ipcMain } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerCalls } from '../../../../electron/adapters/window/ipc-server';
import { CALLS, type CallName } from '../../../../shared/ipc/channels';

type Handle = (event: unknown, payload: unknown) => Promise<unknown>;

vi.mock('electron', () => ({ ipcMain: { handle: vi.fn<(name: string, handle: Handle) => void>() } }));

const ORIGIN = 'app://tokentray';
const PAGE = { senderFrame: { parent: null, origin: ORIGIN } };

let handles: Map<CallName, Handle>;
let release: (() => void)[];
const answer = vi.fn<() => Promise<unknown>>();
/** Each call waits until the test resolves it. */
beforeEach(() => {
  vi.mocked(ipcMain.handle).mockReset();
  release = [];
  answer.mockReset().mockImplementation(() => new Promise(done => release.push(() => done({ done: true }))));
  answerCalls(ORIGIN, answer);
  handles = new Map(vi.mocked(ipcMain.handle).mock.calls as unknown as [CallName, Handle][]);
});
const call = (name: CallName, payload: unknown = {}, event: unknown = PAGE) =>
  handles.get(name)!(event, payload);

describe('a call of the window', () => {
  it('is answered for every known name and for no other', () => {
    expect([...handles.keys()].sort()).toEqual([...CALLS].sort());
  });

  it.each<[string, unknown]>([
    ['another origin', { senderFrame: { parent: null, origin: 'https://evil.example' } }],
    ['an origin that begins like ours', { senderFrame: { parent: null, origin: `${ORIGIN}.example` } }],
    ['a frame within the page', { senderFrame: { parent: {}, origin: ORIGIN } }],
    ['a frame that is gone', { senderFrame: null }]
  ])('from %s is refused', async (_who, event) => {
    await expect(call('poll:refresh', {}, event)).rejects.toThrow('poll:refresh: refused');
    expect(answer).not.toHaveBeenCalled();
  });

  it('is refused with more fields than the contract names, or with others', async () => {
    for (const payload of [{ more: 1 }, null, [], 'text', 7])
      await expect(call('poll:refresh', payload)).rejects.toThrow('malformed request');
    expect(answer).not.toHaveBeenCalled();
  });

  it('returns nothing that the contract does not name', async () => {
    answer.mockResolvedValue({ done: true, secretKey: 'x' });
    expect(await call('poll:refresh')).toEqual({ done: true });
    answer.mockResolvedValue({ done: 'perhaps' });
    await expect(call('poll:refresh')).rejects.toThrow();
  });
});

describe('a flood of calls', () => {
  it('waits with fifty open calls of one name; the next one is refused, and other names are answered', async () => {
    const waiting = Array.from({ length: 50 }, () => call('poll:refresh'));
    await expect(call('poll:refresh')).rejects.toThrow('too many calls');
    expect(answer).toHaveBeenCalledTimes(50);
    const other = call('poll:resume');
    for (const go of release) go();
    await Promise.all([...waiting, other]);
    const next = call('poll:refresh');
    release.at(-1)!();
    expect(await next).toEqual({ done: true });
  });

  it.each(['explorer:open', 'ca-file:choose', 'report:save', 'export:save'] as const)(
    '%s asks the person one question at a time',
    async name => {
      const requests: Partial<Record<CallName, unknown>> = {
        'explorer:open': { chainIndex: '1', kind: 'token', address: '0xa' },
        'export:save': { what: 'history', format: 'csv' }
      };
      void call(name, requests[name] ?? {}).catch(() => undefined);
      await expect(call(name, requests[name] ?? {})).rejects.toThrow('too many calls');
    }
  );

  it('does not count calls that failed or were malformed', async () => {
    answer.mockRejectedValue(new Error('a fault'));
    for (let times = 0; times < 60; times++) await expect(call('poll:refresh')).rejects.toThrow('a fault');
    for (let times = 0; times < 60; times++)
      await expect(call('poll:refresh', [])).rejects.toThrow('malformed request');
  });
});
