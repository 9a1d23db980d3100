// Commands for the running app, and the tray actions that they run.
import { expect, it } from 'vitest';
import { trayActionOf } from '../../../../electron/core/tray/app-actions';

it('hides or shows balances only when that changes something, and opens the window without a command', () => {
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
