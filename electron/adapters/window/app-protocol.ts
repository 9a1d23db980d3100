// Serves the files of the window as app://tokentray/…, and no other file.
import { protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png'
};

/**
 * `sandbox` without more takes dialogs, printing, popups and downloads from the page; forms stay, for their events, and go
 * nowhere. HTML is made by Svelte's own policy alone. Styles of elements are set by script, which no inline rule hits.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "worker-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "webrtc 'block'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html',
  'sandbox allow-scripts allow-same-origin allow-forms'
].join('; ');

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }
  ]);
}

/** No file outside `folder`, and none of another kind; the rest of what a page may not do is in lockdown.ts. */
export function servePages(folder: string): void {
  protocol.handle('app', async request => {
    try {
      const { host, pathname } = new URL(request.url);
      const file = normalize(join(folder, decodeURIComponent(pathname)));
      const type = CONTENT_TYPES[extname(file)];
      if (host !== 'tokentray' || !type || !file.startsWith(folder + sep))
        return new Response(null, { status: 404 });
      const headers = {
        'content-type': type,
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer'
      };
      return new Response(await readFile(file), { headers });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}
