// The commands for the running app.
import { expect, it } from 'vitest';
import { trayActionOf } from '../../../../electron/core/tray/app-actions';

it('hides and shows only what is not so already, and opens the window when nothing is asked', () => {
  expect([trayActionOf('hide', false), trayActionOf('hide', true)]).toEqual(['toggle-hidden', null]);
  expect([trayActionOf('show', false), trayActionOf('show', true)]).toEqual([null, 'toggle-hidden']);
  expect([trayActionOf('toggle', false), trayActionOf('toggle', true)]).toEqual([
    'toggle-hidden',
    'toggle-hidden'
  ]);
  expect([trayActionOf(null, true), trayActionOf('quit', true), trayActionOf('pause', true)]).toEqual([
    'open',
    'quit',
    'pause-resumed'
  ]);
});
