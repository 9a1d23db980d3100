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
 * `sandbox` without further values forbids the page dialogs, printing, popups and downloads. `allow-forms` stays
 * because the page needs the events of forms; `form-action` lets no form be sent anywhere. Only Svelte's own Trusted
 * Types policy may create HTML. Scripts set the styles of elements, which the rule against inline styles does not
 * affect.
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

/** Serves no file outside `folder`, and no other kind of file. The other restrictions of a page are in lockdown.ts. */
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
