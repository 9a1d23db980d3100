// Tests that a hostile script in the window cannot use the network: no request, no connection, no datagram, no name
// lookup.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startListener } from './red-team/listener';
import { sendEverywhere } from './red-team/sendings';
import { SHOWN_TOTAL } from './app/okx';
import { expect, test } from './app/desktop-fixture';
import { expectTotal } from './window/window-view';

test('nothing that a script in the window tries leaves the window', async ({
  launch,
  profile,
  provide,
  desktop
}) => {
  await provide();
  const app = await launch();
  const page = await app.page();
  await expectTotal(page, SHOWN_TOTAL);
  const listener = await startListener();
  const record = join(profile, 'network.json');
  await app.recordNetwork(record);
  try {
    await fetch(`http://127.0.0.1:${listener.port}/control`);
    expect(listener.hits).toEqual(['a connection', 'GET /control']);

    const loud = await page.evaluate(sendEverywhere, { port: listener.port, udpPort: listener.udpPort });
    expect(loud).toEqual([]);
    expect(listener.hits).toEqual(['a connection', 'GET /control']);
    await app.endRecord();
    // Chromium records here every host that it looks up or connects to.
    expect(readFileSync(record, 'utf8')).not.toContain('red-team.test');
  } finally {
    await listener.close();
  }
  // Playwright waits for the navigations that were refused, so the page is queried directly.
  const shown = await page.evaluate(() => [location.href, document.querySelector('.number')?.textContent]);
  expect(shown).toEqual(['app://tokentray/index.html', SHOWN_TOTAL]);
  await desktop.row(/^\$21,203\.46/);
});
