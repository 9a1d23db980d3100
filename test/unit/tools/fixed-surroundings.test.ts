// Tests that the person's own settings have no effect on screenshots.
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { fontRules, isFree, stillEnvironment } from '../../../electron/tools/session/fixed-surroundings.mjs';

test("the person's language, zone, proxy and theme have no effect", () => {
  const own = {
    PATH: '/bin',
    HOME: '/home/ann',
    LANG: 'de_DE.UTF-8',
    LC_TIME: 'fr_FR.UTF-8',
    LANGUAGE: 'de',
    TZ: 'Asia/Tokyo',
    https_proxy: 'http://proxy:3128',
    NO_PROXY: 'localhost',
    GTK_THEME: 'Dracula'
  };
  expect(stillEnvironment(own, '/tmp/p')).toEqual({
    PATH: '/bin',
    HOME: '/home/ann',
    TZ: 'UTC',
    LANG: 'en_US.UTF-8',
    FONTCONFIG_FILE: '/tmp/p/fonts.conf',
    TOKENTRAY_TEST_CLOCK: '2026-11-24T16:20:00Z',
    TOKENTRAY_TEST_DEMO_PORT: '24042'
  });
});

test('only the fonts of the design are visible', () => {
  const rules = fontRules('/tmp/p');
  expect(rules).toContain('<rejectfont><pattern/></rejectfont>');
  const accepted = /<acceptfont>(.*)<\/acceptfont>/.exec(rules)?.[1] ?? '';
  expect([...accepted.matchAll(/<string>(.*?)<\/string>/g)].map(([, name]) => name)).toEqual([
    'Noto Sans',
    'Noto Sans Mono',
    'WenQuanYi Micro Hei'
  ]);
});

test('a port on which a program listens is not free', async () => {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  expect(await isFree(port)).toBe(false);
  await new Promise(resolve => server.close(resolve));
  expect(await isFree(port)).toBe(true);
});
