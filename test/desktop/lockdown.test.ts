// Tests that even a page without any policy of its own is locked down, in case the policy of our pages did not work.
import { alsoPackaged } from './app/also-packaged';
import { startListener } from './red-team/listener';
import { expect, test } from './app/desktop-fixture';

/** The page comes without our headers, so that only the lockdown protects it. */
const BARE_PAGE = 'data:text/html,<title>bare</title><body></body>';

test(
  'a page without a policy reaches no server and opens no window',
  alsoPackaged('pages come out of the archive'),
  async ({ launch }) => {
    const listener = await startListener();
    const app = await launch();
    await app.page();
    const tried = await app.inMain(
      async ({ BrowserWindow }, { page, origin }) => {
        const bare = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
        // The main process holds the promise it waits for: a promise that only the page holds may be garbage-collected.
        await bare.loadURL(page);
        const run = (script: string): Promise<unknown> => bare.webContents.executeJavaScript(script, true);
        const loaded = await run(
          `new Promise(done => Object.assign(new Image(), { src: '${origin}/a', onload: () => done('loaded'), onerror: () => done('refused') }))`
        );
        const fetched = await run(`fetch('${origin}/b').then(() => 'reached', () => 'refused')`);
        const opened = await run(`String(window.open('about:blank'))`);
        const count = BrowserWindow.getAllWindows().length;
        bare.destroy();
        return { loaded, fetched, opened, count };
      },
      { page: BARE_PAGE, origin: `http://127.0.0.1:${listener.port}` }
    );
    expect(tried).toEqual({ loaded: 'refused', fetched: 'refused', opened: 'null', count: 2 });
    expect(listener.hits).toEqual([]);
    await listener.close();
  }
);
