// Tests a network that decrypts traffic behind the system's proxy: with the company's CA file the app works, and
// Diagnostics names both.
import { createServer as createTlsServer } from 'node:tls';
import { readFileSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startHttpProxy, TLS } from '../fakes/proxies';
import type { App } from './app/app';
import { setUp } from './app/command';
import type { Service } from './app/okx';
import { storedSettings } from './app/profile';
import { expect, test } from './app/desktop-fixture';

/**
 * A proxy between the app and the service: answers each request with the company's certificate, and forwards it to the
 * service.
 */
async function startCompany(service: Service) {
  const [key, cert] = ['server-key.pem', 'server.pem'].map(name => readFileSync(join(TLS, name)));
  const opening = createTlsServer({ key, cert }, socket => {
    const onward = connect(Number(new URL(service.origin).port), '127.0.0.1');
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
    socket.pipe(onward).pipe(socket);
  });
  await new Promise<void>(done => opening.listen(0, '127.0.0.1', done));
  const proxy = await startHttpProxy({ port: (opening.address() as AddressInfo).port });
  const close = () => {
    proxy.close();
    opening.close();
  };
  return { address: `127.0.0.1:${proxy.port}`, close };
}

/** Sets the file that the person chooses in the system's dialog. */
async function willChoose(app: App, name: string): Promise<void> {
  await app.inMain(
    ({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    },
    join(TLS, name)
  );
}

test('the app works in a company network with only its proxy and its CA file', async ({
  desktop,
  launch,
  profile,
  service
}) => {
  const company = await startCompany(service);
  await setUp(profile, service.setUpText({ host: 'https://okx.invalid' }));
  const app = await launch();
  const page = await app.page();
  // A refresh joins the round that is running, which would still know no proxy.
  await expect(page.getByText(/No server named okx\.invalid was found/).first()).toBeVisible();
  await app.inMain(
    ({ session }, proxyRules) => session.defaultSession.setProxy({ proxyRules }),
    company.address
  );
  await page
    .getByRole('button', { name: /^Refresh/ })
    .first()
    .click();
  await expect(page.getByText(/certificate of okx\.invalid is not trusted/).first()).toBeVisible();
  expect(service.requestCount).toBe(0);

  await page.getByRole('button', { name: 'Settings' }).click();
  await willChoose(app, 'server.pem');
  await page.getByRole('button', { name: 'Choose…' }).click();
  await expect(page.getByText(/certificate of one site/)).toBeVisible();
  await willChoose(app, 'authority.pem');
  await page.getByRole('button', { name: 'Choose…' }).click();
  await expect(page.getByText(/CA file: authority\.pem/)).toBeVisible();
  expect(storedSettings(profile).choices.caFile).toBe(join(TLS, 'authority.pem'));

  await expect.poll(() => service.requestCount).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Diagnostics' }).click();
  await expect(
    page.getByText(`${company.address} (set in the system) forwarded the last request.`)
  ).toBeVisible();
  await expect(
    page.getByText(/okx\.invalid answers\. .*Example Company, trusted through your CA file/)
  ).toBeVisible();
  await desktop.row(/^Updated .* · all answered$/);
  company.close();
});
