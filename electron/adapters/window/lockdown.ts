// Restricts every page of the app: no navigation, windows, permissions, downloads or other URLs.
import { app, session, type Session, type WebContents } from 'electron';

/** Before the app is ready. Holds for every window and session, also for one that is added without thinking of it. */
export function lockDown(): void {
  // Root, as in tests, has none, and Chromium does not start for it when one is demanded.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // A name that is looked up ahead carries a message to whoever answers for it.
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false');
  // Neither asks the permission handlers: a page could show a file dialog, or read which fonts there are.
  app.commandLine.appendSwitch('disable-blink-features', 'FileSystemAccessLocal,FontAccess');
  app.on('web-contents-created', (_event, contents) => lockPage(contents));
  // The frame of the window says who asks: nobody else's name may stand there.
  app.on('browser-window-created', (_event, window) => {
    window.on('page-title-updated', event => event.preventDefault());
  });
  const lockedSessions = new WeakSet<Session>();
  const lockOnce = (newSession: Session) => {
    if (!lockedSessions.has(newSession)) lockSession(newSession);
    lockedSessions.add(newSession);
  };
  app.on('session-created', lockOnce);
  void app.whenReady().then(() => lockOnce(session.defaultSession));
}

function lockPage(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const navigationEvents = [
    'will-navigate',
    'will-frame-navigate',
    'will-redirect',
    'will-attach-webview'
  ] as const;
  for (const eventName of navigationEvents)
    contents.on(eventName as 'will-redirect', event => event.preventDefault());
  // A page that asks to stay does not: without this its window could not be closed.
  contents.on('will-prevent-unload', event => event.preventDefault());
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

function lockSession(newSession: Session): void {
  newSession.setPermissionRequestHandler((_page, _permission, answer) => answer(false));
  newSession.setPermissionCheckHandler(() => false);
  newSession.setDevicePermissionHandler(() => false);
  newSession.on('will-download', event => event.preventDefault());
  newSession.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isAppUrl(url) }));
}

/** Pages of the app, pictures within them, and the developer tools, which packages do not have. */
function isAppUrl(url: string): boolean {
  return /^(app:\/\/tokentray\/|data:)/.test(url) || (!app.isPackaged && url.startsWith('devtools:'));
}
