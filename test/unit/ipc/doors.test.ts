// The table of typed texts at the calls of the window: what a page could send past its own review goes nowhere.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../electron/core/engine/engine';
import { EXAMPLE_ACCOUNT_ID } from '../../../electron/fake-okx/service/asset-rows';
import type { Calls } from '../../../electron/ipc/call-types';
import type { ConnectForm } from '../../../shared/ipc/contract';
import { CREDENTIALS, startWorld, type AppWorld } from '../../fakes/app-world';
import { callsOf } from '../../fakes/call-context';
import { OTHER_TEXTS, SECRET_TEXTS, telltales } from '../addresses/typed-texts';

/** A schema ends longer texts before any handler. */
const WRONG_TEXTS = [...SECRET_TEXTS, ...OTHER_TEXTS].filter(({ text }) => text.trim().length <= 256);

let around: AppWorld;
let app: Engine;
let calls: Calls;
beforeEach(async () => {
  around = await startWorld();
  app = new Engine(around.world);
  calls = callsOf(app);
  await app.load();
});
afterEach(async () => {
  await app.stop();
  await around.close();
});

/** Nothing was asked of OKX, and nothing of the text is in a file or in the log. */
function expectNoTrace(typed: (typeof WRONG_TEXTS)[number], settings: unknown): void {
  expect(around.server.requests).toEqual([]);
  expect(around.files.settings).toEqual(settings);
  const kept = JSON.stringify([around.files, [...around.secrets]]);
  for (const part of telltales(typed)) expect(kept).not.toContain(part);
}

describe('a text that is no address', () => {
  it.each(WRONG_TEXTS)('is not added, not sent to OKX and not kept: $what', async typed => {
    const before = structuredClone(around.files.settings);
    const given = { name: 'A', address: typed.text.trim(), chains: [typed.chain] };
    expect(await calls['wallets:add']({ keyId: 'k1', wallets: [given] })).toMatchObject({
      added: [{ walletId: null, problem: 'not-an-address' }]
    });
    const addresses = [{ chainIndex: typed.chain, address: given.address }];
    const failed = { outcome: 'failed', code: expect.stringMatching(/^(address-format|chain-mismatch)$/) };
    expect(await calls['accounts:create']({ keyId: 'k1', addresses })).toMatchObject(failed);
    const change = { keyId: 'k1', accountId: EXAMPLE_ACCOUNT_ID, change: 'add' as const, addresses };
    expect(await calls['accounts:change'](change)).toMatchObject(failed);
    expectNoTrace(typed, before);
  });
});

describe('a secret in the form of a key', () => {
  const form: ConnectForm = {
    ...CREDENTIALS,
    name: 'Twin',
    projectId: '',
    accountId: '00000000-0000-4000-8000-00000000000b',
    host: 'http://127.0.0.1:1',
    chains: [],
    thisSessionOnly: false
  };

  it.each(SECRET_TEXTS)('is refused in each field, not sent and not kept: $what', async typed => {
    const before = structuredClone(around.files.settings);
    for (const field of ['apiKey', 'secretKey', 'projectId', 'accountId', 'host'] as const)
      expect(await calls['wallet:connect']({ ...form, [field]: typed.text })).toEqual({
        outcome: 'invalid',
        field,
        problem: 'private-key'
      });
    expect(await calls['wallet:connect']({ ...form, name: typed.text })).toMatchObject({ field: 'name' });
    expect(await calls['wallet:change']({ walletId: 'w1', name: typed.text })).toEqual({ done: false });
    expectNoTrace(typed, before);
  });
});
