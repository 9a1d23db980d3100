// The commands for the running app.
import { expect, it } from 'vitest';
import { actionOf } from '../../../../electron/core/tray/app-actions';

it('hides and shows only what is not so already, and opens the window when nothing is asked', () => {
  expect([actionOf('hide', false), actionOf('hide', true)]).toEqual(['toggle-hidden', null]);
  expect([actionOf('show', false), actionOf('show', true)]).toEqual([null, 'toggle-hidden']);
  expect([actionOf('toggle', false), actionOf('toggle', true)]).toEqual(['toggle-hidden', 'toggle-hidden']);
  expect([actionOf(null, true), actionOf('quit', true), actionOf('pause', true)]).toEqual([
    'open',
    'quit',
    'pause-resumed'
  ]);
});
