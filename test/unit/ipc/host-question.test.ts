import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../electron/core/engine/engine';
import type { World } from '../../../electron/core/ports/world';
import type { Calls } from '../../../electron/ipc/call-types';
import { Failure } from '../../../shared/domain/failure';
import type { Request } from '../../../shared/ipc/contract';
import type { Key } from '../../../shared/schema/key';
import { startWorld, type AppWorld } from '../../fakes/app-world';
import { callsOf } from '../../fakes/call-context';

const FORM: Request<'wallet:connect'> = {
  name: 'Cold wallet',
  apiKey: 'a-key',
  secretKey: 'a-secret',
  passphrase: 'a phrase',
  projectId: '',
  accountId: '13886e05-1265-4b79-8ac3-b7ab46211001',
  host: 'https://www.okx.com',
  chains: [],
  thisSessionOnly: false
};
const keyAt = (host: string): Key => ({ id: 'k1', name: 'OKX', host, keptIn: 'keychain' });

let around: AppWorld;
let app: Engine;
/** The origins to which requests with the key were sent. */
let sent: string[];
let asked: string[];
beforeEach(async () => {
  around = await startWorld({ isConnected: false });
  [sent, asked] = [[], []];
  const send: World['http']['send'] = request => {
    sent.push(request.origin);
    return Promise.reject(new Failure('unreachable'));
  };
  app = new Engine({ ...around.world, http: { ...around.world.http, send } });
  await app.load();
});
afterEach(async () => {
  await app.stop();
  await around.close();
});

const adoptKeys = async (...keys: Key[]) =>
  await app.adopt({ ...app.model, settings: { ...app.model.settings, keys } });

function answeredWith(isConfirmed: boolean): Calls {
  const confirmHost = (host: string, warning: string) => {
    asked.push(`${host}: ${warning}`);
    return Promise.resolve(isConfirmed);
  };
  return callsOf(app, { dialogs: { confirmHost } });
}
const connect = (host: string, isConfirmed: boolean) =>
  answeredWith(isConfirmed)['wallet:connect']({ ...FORM, host });

it('a host that only an import has named needs a confirmation, like any other host', async () => {
  await adoptKeys({ ...keyAt('https://proxy.example'), isWaiting: true });
  expect(await connect('https://proxy.example', false)).toMatchObject({ problem: 'declined' });
  expect([asked.length, sent]).toEqual([1, []]);
  await adoptKeys(keyAt('https://proxy.example'));
  await connect('https://proxy.example', false);
  expect(sent).toEqual(['https://proxy.example']);
});

describe('a key for a host that the form names', () => {
  it('is sent after the person has confirmed the host', async () => {
    expect(await connect('gateway.example:8443', true)).toMatchObject({ outcome: 'failed' });
    expect(asked).toEqual([expect.stringMatching(/^gateway\.example:8443: .*sent to gateway\.example:8443/)]);
    expect(sent).toEqual(['https://gateway.example:8443']);
  });

  it('is not sent without a confirmation, and the form gives the reason', async () => {
    expect(await connect('gateway.example', false)).toEqual({
      outcome: 'invalid',
      field: 'host',
      problem: 'declined'
    });
    expect(sent).toEqual([]);
  });

  it('needs a confirmation each time until a key is saved with that host, and again for the next host', async () => {
    await connect('gateway.example', false);
    await connect('gateway.example', true);
    expect(asked).toHaveLength(2);
    await adoptKeys(keyAt('https://gateway.example'));
    await connect('gateway.example', true);
    expect(asked).toHaveLength(2);
    await connect('other.example', true);
    expect(asked).toHaveLength(3);
  });

  it('needs a confirmation that warns about a look-alike host', async () => {
    await connect('okx-com.example', false);
    expect(asked).toEqual([expect.stringContaining('does not belong to OKX')]);
  });

  it('needs a confirmation also when only the credentials change', async () => {
    const { apiKey, secretKey, passphrase, projectId } = FORM;
    await adoptKeys(keyAt('https://www.okx.com'));
    const answer = await answeredWith(false)['key:rotate']({
      apiKey,
      secretKey,
      passphrase,
      projectId,
      keyId: 'k1',
      host: 'gateway.example'
    });
    expect(answer).toMatchObject({ outcome: 'invalid', problem: 'declined' });
  });
});

it.each([
  ['https://www.okx.com', ['https://www.okx.com']],
  ['web3.okx.com', ['https://web3.okx.com']],
  ['http://127.0.0.1:8080', ['http://127.0.0.1:8080']],
  ['http://gateway.example', []],
  ['no host', []]
])(
  'there is no question about %s: it is OKX’s, this computer, or refused by itself',
  async (host, origins) => {
    await connect(host, false);
    expect(asked).toEqual([]);
    expect(sent).toEqual(origins);
  }
);

it('there is no confirmation while the key is incomplete', async () => {
  await answeredWith(false)['wallet:connect']({ ...FORM, host: 'gateway.example', secretKey: '' });
  expect(asked).toEqual([]);
});
