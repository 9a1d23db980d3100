// Tests what a second start may request from the running app: commands and links, and nothing else.
import { describe, expect, it } from 'vitest';
import { requestOfSecondInstance } from '../../../electron/app/second-instance';

describe('a second start', () => {
  it('without data shows the window', () => {
    for (const data of [null, undefined, {}, { command: null, link: null }, 'text', 7])
      expect(requestOfSecondInstance(data, false)).toEqual({ action: 'open', delayMs: 0 });
  });

  it('with a link passes it on without parsing it, whatever other data came with it', () => {
    const link = 'tokentray://wallet/a';
    expect(requestOfSecondInstance({ command: 'quit', link }, false)).toEqual({ link });
    expect(requestOfSecondInstance({ command: null, link: { toString: () => link } }, false)).toEqual({
      action: 'open',
      delayMs: 0
    });
  });

  it('with a decision asks for it by the name of its answer, and for nothing without one', () => {
    const question = 'a'.repeat(32);
    expect(requestOfSecondInstance({ command: 'accept', subject: 'd1', question }, false)).toEqual({
      deed: 'accept',
      id: 'd1',
      question
    });
    expect(requestOfSecondInstance({ command: 'exclude', subject: 7, question }, false)).toMatchObject({
      id: ''
    });
    expect(requestOfSecondInstance({ command: 'exclude', subject: 'all' }, false)).toBeNull();
  });

  it('with a command requests what the command says; quitting has a delay', () => {
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
