// Replies with delivery faults, seen from the client's side of the connection.
import { get, type IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXAMPLE_ACCOUNT_ID } from '../../../../electron/fake-okx/service/asset-rows';
import { startServer, type FakeOkx } from '../../../../electron/fake-okx/server';
import { KEY, ask, signedHeaders } from '../signed-ask';

const TARGET = `/api/v5/wallet/asset/wallet-all-token-balances?accountId=${EXAMPLE_ACCOUNT_ID}`;

let server: FakeOkx;
let sound: string;
beforeEach(async () => {
  const now = Date.now();
  server = await startServer({ keys: [KEY], now: () => now });
  sound = (await ask(server.origin, TARGET)).text;
});
afterEach(() => server.close());

/** The reply as soon as its headers have arrived. */
function opened(): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(server.origin + TARGET, { headers: signedHeaders(TARGET), agent: false }, resolve).on(
      'error',
      reject
    );
  });
}

/** Reads at least this many bytes, then closes the connection. */
async function readAtLeast(response: IncomingMessage, bytes: number): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  let seen = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    if ((seen += chunk.length) >= bytes) break;
  }
  return chunks;
}

test.each([
  ['slow-headers', 60, 0],
  ['slow-body', 0, 60]
] as const)('%s keeps the client waiting where it says', async (kind, headersMs, bodyMs) => {
  server.injectFault({ kind, ms: 60 });
  const start = performance.now();
  const response = await opened();
  const headersAfter = performance.now() - start;
  const text = Buffer.concat(await readAtLeast(response, Infinity)).toString();
  expect(text).toBe(sound);
  expect(headersAfter).toBeGreaterThanOrEqual(headersMs - 2);
  expect(performance.now() - start - headersAfter).toBeGreaterThanOrEqual(bodyMs - 20);
});

test('a body can come byte by byte', async () => {
  server.injectFault({ kind: 'byte-by-byte', everyMs: 5 });
  const chunks = await readAtLeast(await opened(), 4);
  expect(chunks.map(chunk => chunk.length)).toContain(1);
  expect(Buffer.concat(chunks).toString()).toBe(sound.slice(0, Buffer.concat(chunks).length));
});

test('an endless body continues beyond any limit, and the server keeps running when the client leaves', async () => {
  server.injectFault({ kind: 'endless-body', times: 1 });
  const chunks = await readAtLeast(await opened(), 20_000_000);
  expect(Buffer.concat(chunks).length).toBeGreaterThanOrEqual(20_000_000);
  expect((await ask(server.origin, TARGET)).text).toBe(sound);
});

test.each([true, false])('a huge body is sound JSON of 50 MB (announced: %s)', async announced => {
  server.injectFault({ kind: 'huge-body', announced });
  const reply = await ask(server.origin, TARGET);
  expect(reply.bytes.length).toBe(50_000_000);
  expect(reply.headers['content-length']).toBe(announced ? '50000000' : undefined);
  expect(JSON.parse(reply.text)).toEqual(JSON.parse(sound));
});

test('a body can be compressed', async () => {
  server.injectFault({ kind: 'gzip', times: 1 });
  server.injectFault({ kind: 'brotli', times: 1 });
  const [gzip, brotli] = [await ask(server.origin, TARGET), await ask(server.origin, TARGET)];
  expect([gzip.headers['content-encoding'], brotli.headers['content-encoding']]).toEqual(['gzip', 'br']);
  expect([gunzipSync(gzip.bytes), brotliDecompressSync(brotli.bytes)].map(String)).toEqual([sound, sound]);
});

test('a gzip bomb is small on the wire and huge when decompressed', async () => {
  server.injectFault({ kind: 'gzip-bomb', bytes: 30_000_000 });
  const reply = await ask(server.origin, TARGET);
  expect(reply.bytes.length).toBeLessThan(100_000);
  expect(gunzipSync(reply.bytes).length).toBeGreaterThan(30_000_000);
});

test('truncated JSON arrives whole and cannot be read', async () => {
  server.injectFault({ kind: 'truncated-json' });
  const reply = await ask(server.origin, TARGET);
  expect(reply.text).toBe(sound.slice(0, sound.length / 2));
  expect(reply.headers['content-length']).toBe(String(reply.bytes.length));
});

test('a connection can end before the reply', async () => {
  server.injectFault({ kind: 'hang-up' });
  await expect(ask(server.origin, TARGET)).rejects.toMatchObject({ code: 'ECONNRESET' });
});

test.each([{ kind: 'reset-mid-body' }, { kind: 'wrong-content-length', offBy: 10 }] as const)(
  'a connection can end after some of the reply: %o',
  async fault => {
    server.injectFault(fault);
    const response = await opened();
    expect(response.statusCode).toBe(200);
    await expect(readAtLeast(response, Infinity)).rejects.toMatchObject({ code: 'ECONNRESET' });
  }
);

test('a content-length that is too short cuts the text', async () => {
  server.injectFault({ kind: 'wrong-content-length', offBy: -10 });
  const text = Buffer.concat(await readAtLeast(await opened(), sound.length - 10)).toString();
  expect(text).toBe(sound.slice(0, -10));
});

test('a call is never answered under the silence fault, while other calls are answered', async () => {
  server.injectFault({ kind: 'silence', times: 1 });
  let isAnswered = false;
  const silent = ask(server.origin, TARGET).then(
    () => (isAnswered = true),
    () => 'ended'
  );
  await expect.poll(() => server.requests.length).toBe(2);
  expect((await ask(server.origin, TARGET)).text).toBe(sound);
  expect(isAnswered).toBe(false);
  await server.close();
  expect(await silent).toBe('ended');
});
