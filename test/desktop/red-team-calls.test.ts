// A hostile script on the bridge gets no secret, no strange call answered, and cannot drown the main process.
import type { Page } from 'playwright/test';
import { CALLS, type Bridge } from '../../shared/ipc/channels';
import { CREDENTIALS, SHOWN_TOTAL } from './app/okx';
import { placesWith } from './red-team/leaks';
import { expect, test } from './app/desktop-fixture';
import { expectTotal } from './window/window-view';

const MIB = 1024 * 1024;

type LooseBridge = {
  call(name: unknown, request?: unknown): Promise<unknown>;
  on(name: unknown, f: unknown): unknown;
};

/** Calls each name with each request; gives the calls that were answered instead of refused. */
function callStrangely(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { tokentray } = window as unknown as { tokentray: LooseBridge };
    const answered: string[] = [];
    const names: unknown[] = [
      ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'key:read', 'settings:read'],
      ...['keychain:secrets', 'ELECTRON_BROWSER_REQUIRE', 'state:read\u0000', ' state:read'],
      ...[null, undefined, 0, {}, [], ['state:read'], { toString: () => 'state:read' }]
    ];
    for (const name of names)
      await Promise.resolve()
        .then(() => tokentray.call(name, {}))
        .then(
          () => answered.push(String(name)),
          () => undefined
        );
    for (const name of ['__proto__', 'key:read', null])
      try {
        tokentray.on(name, () => undefined);
        answered.push(`on ${String(name)}`);
      } catch {
        // The call was refused.
      }
    return answered;
  });
}

test('unknown, malformed and huge calls are refused, and the app stays', async ({
  launch,
  provide,
  desktop
}) => {
  await provide();
  const app = await launch();
  const page = await app.page();
  await expectTotal(page, SHOWN_TOTAL);
  expect(await callStrangely(page)).toEqual([]);
  const frozen = await page.evaluate(() => {
    const { tokentray } = window as unknown as { tokentray: Record<string, unknown> };
    const call = tokentray.call;
    try {
      tokentray.call = () => 'mine';
    } catch {
      // The object is frozen.
    }
    return [tokentray.call === call, Object.keys(tokentray), 'require' in window, 'process' in window];
  });
  expect(frozen).toEqual([true, ['call', 'on'], false, false]);

  const malformed = await page.evaluate(async calls => {
    const { tokentray } = window as unknown as { tokentray: LooseBridge };
    const answered: string[] = [];
    const odd: unknown[] = [
      null,
      undefined,
      0,
      'text',
      [],
      { unknown: 1 },
      { text: 5 },
      { constructor: 1 },
      { prototype: {} },
      5n
    ];
    // One check stands before all calls: each gets a large request, and some get one that fills memory.
    const large = { text: 'x'.repeat(8 * 1024 * 1024) };
    const huge = { text: 'x'.repeat(50 * 1024 * 1024) };
    for (const [at, name] of calls.entries())
      for (const request of [...odd, at % 10 === 0 ? huge : large])
        await tokentray.call(name, request).then(
          () =>
            answered.push(
              `${name} ${typeof request === 'object' ? Object.keys(request ?? {}).join() : typeof request}`
            ),
          () => undefined
        );
    return [...new Set(answered)];
  }, CALLS);
  expect(malformed).toEqual([]);
  await desktop.row(/^\$21,203\.46/);
});

test('a flood of calls neither ends the app nor fills its memory', async ({ launch, provide, desktop }) => {
  await provide();
  const app = await launch();
  const page = await app.page();
  await expectTotal(page, SHOWN_TOTAL);
  const memory = () => app.inMain(() => process.memoryUsage().rss, null);
  const before = await memory();
  const outcome = await page.evaluate(async () => {
    const { tokentray } = window as unknown as { tokentray: Bridge };
    let refused = 0;
    const flood = async (name: Parameters<Bridge['call']>[0], request: unknown, count: number) => {
      const calls = Array.from({ length: count }, () => tokentray.call(name, request).catch(() => refused++));
      await Promise.all(calls);
    };
    await flood('state:read', {}, 10_000);
    await flood('diagnostics:read', {}, 1000);
    await flood('history:read', { range: 'all' }, 1000);
    return { refused, after: typeof (await tokentray.call('state:read', {})) };
  });
  expect(outcome.refused).toBeGreaterThan(0);
  expect(outcome.after).toBe('object');
  await expect.poll(async () => (await memory()) - before < 150 * MIB).toBe(true);
  await desktop.row(/^\$21,203\.46/);
});

test('a hundred questions at once show the person one', async ({ launch, provide }) => {
  await provide();
  const app = await launch();
  const page = await app.page();
  await expectTotal(page, SHOWN_TOTAL);
  await app.inMain(({ dialog }) => {
    // The calls are kept in memory: a call that nothing can answer any more is refused as soon as the garbage
    // collector runs.
    const seen: unknown[] = [];
    (globalThis as unknown as { seen: typeof seen }).seen = seen;
    dialog.showMessageBox = () => new Promise(answer => seen.push(answer));
  }, null);
  const refused = await page.evaluate(async secrets => {
    const { tokentray } = window as unknown as { tokentray: Bridge };
    const form = {
      name: 'Stolen',
      accountId: '13886e05-1265-4b79-8ac3-b7ab46211001',
      host: 'https://okx-com.example',
      chains: [],
      thisSessionOnly: true
    };
    let count = 0;
    for (let call = 0; call < 100; call++)
      void tokentray.call('wallet:connect', { ...secrets, ...form }).catch(() => count++);
    while (count < 99) await new Promise(done => setTimeout(done, 20));
    return count;
  }, CREDENTIALS);
  expect(refused).toBe(99);
  expect(await app.inMain(() => (globalThis as unknown as { seen: unknown[] }).seen.length, null)).toBe(1);
});

test('no call answers with a secret', async ({ launch, provide }) => {
  await provide();
  const app = await launch();
  const page = await app.page();
  await expectTotal(page, SHOWN_TOTAL);
  const answers = await page.evaluate(
    async calls => {
      const { tokentray } = window as unknown as { tokentray: LooseBridge };
      const answered: unknown[] = [];
      const { keys } = JSON.parse(((await tokentray.call('state:read', {})) as { text: string }).text) as {
        keys: { id: string }[];
      };
      for (const name of calls)
        for (const request of [
          {},
          { keyId: keys[0]?.id },
          { range: '1d', walletId: null, token: null, chainIndex: null }
        ])
          await tokentray.call(name, request).then(
            answer => answered.push([name, answer]),
            () => undefined
          );
      return JSON.stringify(answered);
    },
    CALLS.filter(name => /:(read|list|detail)$/.test(name) || name === 'poll:refresh')
  );
  expect(answers).toContain('state:read');
  expect(answers).toContain('accounts:list');
  expect(placesWith(Object.values(CREDENTIALS), [{ name: 'answers', bytes: Buffer.from(answers) }])).toEqual(
    []
  );
});
