import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { faultTitle } from '../../faults/table';
import { openFaultSetup, type FaultSetup } from './fault-setup';
import { httpText, leadTo, soundBody } from './raw-servers';
import { expectFresh, keptBy } from './survive';

let setup: FaultSetup;
afterEach(() => setup.close());

const packed = (coding: string, bytes: Buffer) =>
  Buffer.concat([
    Buffer.from(httpText('', { length: bytes.length, more: `content-encoding: ${coding}\r\n` })),
    bytes
  ]);
const HINTS = 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n'.repeat(3);

type Respond = (socket: Socket, body: string) => void;
const DELIVERIES: [id: string, respond: Respond][] = [
  ['http-1-0', (socket, body) => socket.end(httpText(body, { version: '1.0', length: null }))],
  ['no-length', (socket, body) => socket.end(httpText(body, { length: null }))],
  ['informational-few', (socket, body) => socket.write(HINTS + httpText(body))],
  ['packed-gzip', (socket, body) => socket.write(packed('gzip', gzipSync(body)))],
  ['packed-br', (socket, body) => socket.write(packed('br', brotliCompressSync(body)))],
  // The reply leaves the connection open, as HTTP/1.1 does, and it is closed while there is no request.
  [
    'idle-connection-closed',
    (socket, body) => socket.write(httpText(body), () => setImmediate(() => socket.end()))
  ]
];

describe('an answer with an odd delivery', () => {
  it.each(DELIVERIES.map(([id, respond]) => [faultTitle(id), respond] as const))(
    '%s',
    async (_title, respond) => {
      setup = await openFaultSetup();
      const before = await keptBy(setup);
      let answered = 0;
      const end = await leadTo(setup, socket => {
        answered++;
        respond(socket, soundBody(setup));
      });
      for (let round = 0; round < 2; round++) {
        await setup.poll();
        await expectFresh(setup);
      }
      expect(answered).toBe(2);
      end();
      await setup.poll();
      await expectFresh(setup);
      const after = await keptBy(setup);
      expect(after.holdings).toEqual(before.holdings);
      expect(after.notified).toEqual([]);
    }
  );
});
