import { beforeEach, describe, expect, it } from 'vitest';
import type { Calls } from '../../../electron/ipc/call-types';
import { guardHosts } from '../../../electron/ipc/keys';
import type { Request } from '../../../shared/ipc/contract';
import type { Key } from '../../../shared/schema/key';

const FORM: Request<'wallet:connect'> = {
  name: 'Cold wallet',
  apiKey: 'a-key',
  secretKey: 'a-secret',
  passphrase: 'a phrase',
  projectId: '',
  accountId: '13886e05',
  host: 'https://www.okx.com',
  chains: [],
  thisSessionOnly: false
};
const kept = (host: string): Key => ({ id: 'k1', name: 'OKX', host, keptIn: 'keychain' });

let sent: string[];
let asked: string[];
let keys: Key[];
beforeEach(() => {
  sent = [];
  asked = [];
  keys = [];
});

function guarded(isSure: boolean): Calls {
  const send = ({ host }: { host: string }) => {
    sent.push(host);
    return Promise.resolve({ outcome: 'saved' as const });
  };
  const calls = { 'wallet:connect': send, 'key:rotate': send } as unknown as Calls;
  return guardHosts(
    calls,
    () => keys,
    (host, warning) => {
      asked.push(`${host}: ${warning}`);
      return Promise.resolve(isSure);
    }
  );
}
const connect = (host: string, isSure: boolean) => guarded(isSure)['wallet:connect']({ ...FORM, host });

it('a host that only an import has named needs a confirmation, like any other host', async () => {
  keys = [{ ...kept('https://proxy.example'), isWaiting: true }];
  expect(await connect('https://proxy.example', false)).toMatchObject({ problem: 'declined' });
  expect([asked.length, sent]).toEqual([1, []]);
  keys = [kept('https://proxy.example')];
  await connect('https://proxy.example', false);
  expect(sent).toEqual(['https://proxy.example']);
});

describe('a key for a host that the form names', () => {
  it('is sent after the person has confirmed the host', async () => {
    expect(await connect('gateway.example:8443', true)).toEqual({ outcome: 'saved' });
    expect(asked).toEqual([expect.stringMatching(/^gateway\.example:8443: .*sent to gateway\.example:8443/)]);
    expect(sent).toEqual(['gateway.example:8443']);
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
    keys = [kept('https://gateway.example')];
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
    keys = [kept('https://www.okx.com')];
    const answer = await guarded(false)['key:rotate']({
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
  'https://www.okx.com',
  'web3.okx.com',
  'http://127.0.0.1:8080',
  'http://gateway.example',
  'no host'
])('there is no question about %s: it is OKX’s, this computer, or refused by itself', async host => {
  await connect(host, false);
  expect(asked).toEqual([]);
  expect(sent).toEqual([host]);
});

it('there is no confirmation while the key is incomplete', async () => {
  await guarded(false)['wallet:connect']({ ...FORM, host: 'gateway.example', secretKey: '' });
  expect(asked).toEqual([]);
});
