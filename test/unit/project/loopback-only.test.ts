// Tests that a test with a request to another computer fails at once, with the advice what to do instead.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const server = createServer((_asked, reply) => reply.end('here'));
let port: number;

beforeAll(async () => {
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

describe('the network in tests', () => {
  it.each(['http://192.0.2.1:8/', 'https://192.0.2.1/'])('refuses %s with a sentence', async url => {
    await expect(request(url)).rejects.toThrow(
      /tried to reach 192\.0\.2\.1:(8|443).*start the server of electron\/fake-okx/
    );
  });

  it('refuses fetch of the platform too', async () => {
    const failure = await fetch('http://192.0.2.1/').catch((thrown: Error) => thrown.cause);
    expect(String(failure)).toContain('tried to reach 192.0.2.1:80');
  });

  it('lets a local server answer', async () => {
    const reply = await request(`http://127.0.0.1:${port}/`);
    expect(await reply.body.text()).toBe('here');
  });

  it('makes a name fail that cannot be resolved', async () => {
    await expect(request('http://nowhere.invalid/')).rejects.toThrow(/ENOTFOUND|EAI_AGAIN/);
  });
});
