import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { rejectOnAbort } from '../../../../electron/adapters/http/send-request';

it.each([
  ['answered', () => Promise.resolve('a large reply')],
  ['refused', () => Promise.reject<string>(new Error('no'))]
])('a request that was %s is no longer referenced by the timer that would have ended it', async (_, ask) => {
  const { signal } = new AbortController();
  await rejectOnAbort(signal, ask()).catch(() => undefined);
  await Promise.resolve();
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

it('a request that takes too long is ended with the reason of the timer', async () => {
  const control = new AbortController();
  const ended = rejectOnAbort(control.signal, new Promise(() => undefined));
  control.abort(new Error('30 s are over'));
  await expect(ended).rejects.toThrow('30 s are over');
});
