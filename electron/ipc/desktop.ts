// Handles the window's calls about the desktop around it: popover, clipboard, test notification, autostart, keychain, tray icon, quit.
import type { CallContext, Calls } from './call-types';

export function handlers({ desktop }: CallContext) {
  return {
    'popover:act': request => runAfterAnswer(() => desktop.actOnPopover(request)),
    'text:copy': ({ text }) => runAfterAnswer(() => void desktop.copy(text)),
    'holding:focused': () => Promise.resolve({ done: true }),
    // Goes to the desktop even while the window has the focus, because the test is about the desktop.
    'notice:test': async () => ({ outcome: await desktop.showTestNotification() }),
    'native:read': () => desktop.readIntegration(),
    'keychain:read': () => desktop.readKeychain(),
    'icon:read': () => Promise.resolve(desktop.iconPictures()),
    'autostart:set': request => desktop.setAutostart(request),
    'app:quit': () => runAfterAnswer(() => desktop.quit())
  } satisfies Partial<Calls>;
}

/** Runs after the answer was sent, because the action may close the caller. */
export function runAfterAnswer(action: () => void): Promise<{ done: boolean }> {
  setImmediate(action);
  return Promise.resolve({ done: true });
}
