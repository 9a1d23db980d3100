// Tests settings of a newer version: nothing is polled, nothing is overwritten, and every surface says so until they
// can be read.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bridge } from '../../shared/ipc/channels';
import { violations } from './window/axe-source';
import { read } from './app/command';
import { rightAnswers } from './window/connect-form';
import { SHOWN_TOTAL } from './app/okx';
import { expect, test } from './app/desktop-fixture';

test('a newer config.json is left unchanged, and an older copy in its place is read on request', async ({
  desktop,
  launch,
  profile,
  provide,
  service
}) => {
  await provide();
  const file = join(profile, 'config.json');
  const known = readFileSync(file, 'utf8');
  const newer = JSON.stringify({ ...(JSON.parse(known) as object), version: 7 });
  writeFileSync(file, newer);
  const app = await launch();
  const page = await app.page();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('config.json was written by a newer version of Tokentray');
  await expect(alert).toContainText('format 7; this version reads formats up to 1');
  await desktop.row('The settings cannot be used');
  expect(await violations(page)).toEqual([]);

  // A request that a page could send although it shows no such button.
  const tried = await page.evaluate(
    async form => {
      const { tokentray } = window as unknown as { tokentray: Bridge };
      await tokentray.call('choices:change', { theme: 'dark' });
      await tokentray.call('poll:refresh', {});
      return await tokentray.call('wallet:connect', form);
    },
    { ...rightAnswers(service.origin), name: 'Cold wallet', chains: [], thisSessionOnly: false }
  );
  expect(tried).toMatchObject({ outcome: 'failed', code: 'storage-failed' });
  expect(service.requestCount).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe(newer);
  const { status, stderr } = await read(profile, 'total');
  expect([status, stderr]).toEqual([
    1,
    expect.stringContaining('config.json was written by a newer Tokentray')
  ]);

  const again = page.getByRole('button', { name: 'Read again' });
  await again.click();
  await expect(alert).toContainText('format 7');
  await expect(again).toBeEnabled();
  writeFileSync(file, known);
  await again.click();
  await expect(page.getByText(SHOWN_TOTAL.split('.')[0]!).first()).toBeVisible();
  await desktop.row(new RegExp(SHOWN_TOTAL.split('.')[0]!.replace('$', '\\$')));
});

test('the page for refused settings can quit the app', async ({ launch, profile, provide }) => {
  await provide();
  const file = join(profile, 'config.json');
  writeFileSync(file, JSON.stringify({ version: 9 }));
  const app = await launch();
  const page = await app.page();
  await page.getByRole('button', { name: 'Quit' }).click();
  expect((await app.ended).status).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe('{"version":9}');
});
