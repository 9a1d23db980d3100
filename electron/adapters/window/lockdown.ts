// Shuts every page of the app in: whatever contents come to be, they open, load, ask for and save nothing.
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
  const locked = new WeakSet<Session>();
  const lockOnce = (made: Session) => {
    if (!locked.has(made)) lockSession(made);
    locked.add(made);
  };
  app.on('session-created', lockOnce);
  void app.whenReady().then(() => lockOnce(session.defaultSession));
}

function lockPage(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const moves = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'] as const;
  for (const move of moves) contents.on(move as 'will-redirect', event => event.preventDefault());
  // A page that asks to stay does not: without this its window could not be closed.
  contents.on('will-prevent-unload', event => event.preventDefault());
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

function lockSession(made: Session): void {
  made.setPermissionRequestHandler((_page, _permission, answer) => answer(false));
  made.setPermissionCheckHandler(() => false);
  made.setDevicePermissionHandler(() => false);
  made.on('will-download', event => event.preventDefault());
  made.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOurs(url) }));
}

/** Pages of the app, pictures within them, and the developer tools, which packages do not have. */
function isOurs(url: string): boolean {
  return /^(app:\/\/tokentray\/|data:)/.test(url) || (!app.isPackaged && url.startsWith('devtools:'));
}
