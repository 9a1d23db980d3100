// Tests that no source turns a protection of Electron off, and that each page is created with all of them on.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const sources = readdirSync('electron', { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && /\.(ts|mjs|cjs)$/.test(entry.name))
  .map(entry => join(entry.parentPath, entry.name))
  .map(file => ({ file, text: readFileSync(file, 'utf8') }));
const filesWith = (pattern: RegExp) =>
  sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file.replaceAll('\\', '/'));

describe('the protections of a page', () => {
  it.each([
    /webSecurity/,
    /allowRunningInsecureContent/,
    /experimentalFeatures|experimentalCanvasFeatures/,
    /enableBlinkFeatures|enable-blink-features/,
    /webviewTag|allowpopups/,
    /nodeIntegration(InWorker|InSubFrames)?: true|contextIsolation: false|sandbox: false/,
    /disable-web-security|ignore-certificate-errors|rejectUnauthorized: false|no-site-isolation/,
    /crashReporter|enableRemoteModule|allowFileAccess|bypassCSP/,
    /file:\/\//
  ])('%s stands nowhere', pattern => expect(filesWith(pattern)).toEqual([]));

  it.each([
    'sandbox: true',
    'contextIsolation: true',
    'nodeIntegration: false',
    'spellcheck: false',
    'disableDialogs: true',
    'devTools: !app.isPackaged'
  ])('%s stands where windows are made', text =>
    expect(filesWith(new RegExp(text.replaceAll('!', '\\!')))).toContain(
      'electron/adapters/window/secure-window.ts'
    )
  );

  it('windows are made in one place, and pages are opened outside in one', () => {
    expect(filesWith(/new (BrowserWindow|WebContentsView|BrowserView)\(/)).toEqual([
      'electron/adapters/window/secure-window.ts',
      // In no package: this program draws the icons for their files.
      'electron/tools/icon-drawer/main.cjs'
    ]);
    expect(filesWith(/shell\.(openExternal|openPath)\(/)).toEqual(['electron/adapters/system/browser.ts']);
  });

  it('everything that is made later is shut in, too', () => {
    expect(filesWith(/app\.enableSandbox\(\)/)).toEqual(['electron/adapters/window/lockdown.ts']);
    expect(filesWith(/^ {2}lockDown\(\);$/m)).toEqual(['electron/main.ts']);
  });
});
