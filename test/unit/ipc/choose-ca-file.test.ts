import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../electron/core/engine/engine';
import { callsOf } from '../../fakes/call-context';
import { startWorld, type AppWorld } from '../../fakes/app-world';

const GOOD = join(__dirname, '../../fixtures/tls/authority.pem');
const SITE = join(__dirname, '../../fixtures/tls/server.pem');

let around: AppWorld;
let app: Engine;
beforeEach(async () => {
  around = await startWorld();
  app = new Engine(around.world);
  await app.load();
});
afterEach(async () => {
  await app.stop();
  await around.close();
});
const choose = (path: string | null) =>
  callsOf(app, { dialogs: { chooseCaFilePath: () => Promise.resolve(path) } })['ca-file:choose']({});
const stored = () => around.files.settings?.choices.caFile;

describe('a CA file', () => {
  it('is saved when it was chosen, and all wallets are polled again with it', async () => {
    expect(await choose(GOOD)).toEqual({ outcome: 'chosen' });
    expect(stored()).toBe(GOOD);
    await expect.poll(() => around.events.includes('send')).toBe(true);
  });

  it('changes nothing when it is unusable, or was not chosen', async () => {
    await choose(GOOD);
    expect(await choose(SITE)).toEqual({ outcome: 'refused', problem: 'not-authority' });
    expect(await choose(null)).toEqual({ outcome: 'cancelled' });
    expect(stored()).toBe(GOOD);
  });

  it('can be removed by the page, but never chosen by it', async () => {
    const calls = callsOf(app);
    await calls['choices:change']({ caFile: '/tmp/evil.pem', hideSmall: false });
    expect([stored(), app.model.settings.choices.hideSmall]).toEqual([null, false]);
    await choose(GOOD);
    await calls['choices:change']({ caFile: '/tmp/evil.pem' });
    expect(app.model.settings.choices.caFile).toBe(GOOD);
    await calls['choices:change']({ caFile: null });
    expect(app.model.settings.choices.caFile).toBeNull();
  });
});
