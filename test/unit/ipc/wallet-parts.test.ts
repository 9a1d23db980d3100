import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../electron/core/engine/engine';
import { startWorld, type AppWorld } from '../../fakes/app-world';
import { callsOf } from '../../fakes/call-context';

let around: AppWorld;
let app: Engine;
beforeEach(async () => {
  around = await startWorld({});
  app = new Engine(around.world);
  await app.load();
  await app.refresh();
});
afterEach(async () => {
  await app.stop();
  await around.close();
});

const partRows = async () => (await callsOf(app)['parts:read']({})).parts;

describe('the parts of wallets', () => {
  it('have the time of their answer, for every kind of wallet', async () => {
    const [part] = await partRows();
    expect(part).toMatchObject({ walletId: 'w1', answeredAt: around.at, failure: null, isStale: false });
  });

  it('have the reason when the last poll did not answer them', async () => {
    around.at += 60_000;
    around.server.injectFault({ kind: 'refuse', code: '50001' });
    await app.refresh();
    const [part] = await partRows();
    expect(part?.failure).not.toBeNull();
    expect(part?.isStale).toBe(true);
  });

  it('have the number of rows that could not be read, while they are fresh all the same', async () => {
    around.at += 60_000;
    around.server.injectFault({ kind: 'malformed-row', times: 1 });
    await app.refresh();
    expect(await partRows()).toMatchObject([{ failure: null, isStale: false, unreadableRows: 1 }]);
    around.at += 60_000;
    await app.refresh();
    expect(await partRows()).toMatchObject([{ unreadableRows: 0 }]);
  });
});
