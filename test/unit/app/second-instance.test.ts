// What a second start may ask the running app for: commands, links, and nothing that it makes up.
import { describe, expect, it } from 'vitest';
import { requestOfSecondInstance } from '../../../electron/app/second-instance';

describe('a second start', () => {
  it('without anything shows the window', () => {
    for (const data of [null, undefined, {}, { command: null, link: null }, 'text', 7])
      expect(requestOfSecondInstance(data, false)).toEqual({ action: 'open', delayMs: 0 });
  });

  it('with a link hands it on unread, whatever else came along', () => {
    const link = 'tokentray://wallet/a';
    expect(requestOfSecondInstance({ command: 'quit', link }, false)).toEqual({ link });
    expect(requestOfSecondInstance({ command: null, link: { toString: () => link } }, false)).toEqual({
      action: 'open',
      delayMs: 0
    });
  });

  it('with a command asks for what that says, and for quitting with a delay', () => {
    expect(requestOfSecondInstance({ command: 'hide' }, true)).toBeNull();
    expect(requestOfSecondInstance({ command: 'hide' }, false)).toEqual({
      action: 'toggle-hidden',
      delayMs: 0
    });
    expect(requestOfSecondInstance({ command: 'pause', subject: '1h' }, false)).toMatchObject({
      action: 'pause-an-hour'
    });
    expect(requestOfSecondInstance({ command: 'quit' }, false)).toEqual({ action: 'quit', delayMs: 300 });
  });
});
