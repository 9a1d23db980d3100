// Restricts every page of the app: no navigation, windows, permissions, downloads or other URLs.
import { app, session, type Session, type WebContents } from 'electron';

/** Must run before the app is ready. Applies to every window and session, also to those that later code adds. */
export function lockDown(): void {
  // The user root, as in tests, has no sandbox, and Chromium does not start as root when a sandbox is demanded.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // DNS prefetching could carry data out of the page to the server that answers for the name.
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false');
  // Neither feature asks the permission handlers: a page could show a file dialog, or read the installed fonts.
  app.commandLine.appendSwitch('disable-blink-features', 'FileSystemAccessLocal,FontAccess');
  app.on('web-contents-created', (_event, contents) => lockPage(contents));
  // A dialog shows in its window's frame who asks; a page must not put another name there.
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
  // A page cannot prevent its unloading: otherwise its window could not be closed.
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

/** Allowed: pages of the app, `data:` URLs, and the developer tools, which packages do not have. */
function isAppUrl(url: string): boolean {
  return /^(app:\/\/tokentray\/|data:)/.test(url) || (!app.isPackaged && url.startsWith('devtools:'));
}
