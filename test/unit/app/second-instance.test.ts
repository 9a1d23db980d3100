// What a second start may ask the running app for: commands, links, and nothing that it makes up.
import { describe, expect, it } from 'vitest';
import { askedBySecond } from '../../../electron/app/second-instance';

describe('a second start', () => {
  it('without anything shows the window', () => {
    for (const data of [null, undefined, {}, { command: null, link: null }, 'text', 7])
      expect(askedBySecond(data, false)).toEqual({ action: 'open', inMs: 0 });
  });

  it('with a link hands it on unread, whatever else came along', () => {
    const link = 'tokentray://wallet/a';
    expect(askedBySecond({ command: 'quit', link }, false)).toEqual({ link });
    expect(askedBySecond({ command: null, link: { toString: () => link } }, false)).toEqual({
      action: 'open',
      inMs: 0
    });
  });

  it('with a command asks for what that says, and for quitting with a delay', () => {
    expect(askedBySecond({ command: 'hide' }, true)).toBeNull();
    expect(askedBySecond({ command: 'hide' }, false)).toEqual({ action: 'toggle-hidden', inMs: 0 });
    expect(askedBySecond({ command: 'pause', subject: '1h' }, false)).toMatchObject({
      action: 'pause-an-hour'
    });
    expect(askedBySecond({ command: 'quit' }, false)).toEqual({ action: 'quit', inMs: 300 });
  });
});
