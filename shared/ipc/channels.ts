// Names of all IPC channels that the window may use.
// They are in a file of their own, so that the preload loads no schemas.

/** UTF-16 code units. */
export const MAX_COPIED_CHARACTERS = 5_000_000;

/** Calls with an answer, from the window to the main process. */
export const CALLS = [
  'state:read',
  'wallet:connect',
  'wallet:change',
  'wallet:remove',
  'wallets:add',
  'wallets:order',
  'groups:change',
  'wallets:removed',
  'wallet:forget',
  'addresses:review',
  'chains:read',
  'holding:judge',
  'holdings:judge',
  'holdings:undo',
  'doubts:decide',
  'evidence:read',
  'key:forget',
  'key:rotate',
  'accounts:list',
  'accounts:detail',
  'accounts:create',
  'accounts:change',
  'accounts:delete',
  'demo:start',
  'demo:leave',
  'poll:refresh',
  'poll:pause',
  'poll:resume',
  'choices:change',
  'holding:focused',
  'text:copy',
  'diagnostics:read',
  'report:read',
  'report:save',
  'files:reread',
  'app:quit',
  'activity:read',
  'history:read',
  'history:lines',
  'history:compare',
  'history:balance',
  'history:delete',
  'price:week',
  'export:save',
  'file:show',
  'popover:act',
  'parts:read',
  'explorer:open',
  'portal:open',
  'ca-file:choose',
  'native:read',
  'keychain:read',
  'icon:read',
  'autostart:set',
  'shortcut:set',
  'settings:export',
  'settings:import',
  'profile:reset',
  'updates:read',
  'updates:check',
  'updates:open',
  'notice:test'
] as const;
export type CallName = (typeof CALLS)[number];

/** Pushed, main to window. `state:changed` is JSON text: copying objects over the bridge costs 3 to 6 times more. */
export const EVENTS = ['state:changed', 'view:show', 'notice:shown'] as const;
export type EventName = (typeof EVENTS)[number];

/** What the preload puts on the page as `window.tokentray`. */
export interface Bridge {
  call(name: CallName, request: unknown): Promise<unknown>;
  /** Returns a function that removes the listener. */
  on(name: EventName, listener: (payload: unknown) => void): () => void;
}
