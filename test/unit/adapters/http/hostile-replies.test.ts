import { Readable } from 'node:stream';
import type { Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttp } from '../../../../electron/adapters/http/http';
import { textOf } from '../../../../electron/adapters/http/send-request';
import { asFailure } from '../../../../shared/domain/failure';
import { startRaw, type RunningServer } from '../../../fakes/proxies';

const TEXT = '{"code":"0","data":["ü"]}';
const REQUEST = { method: 'GET' as const, target: '/', headers: {}, body: '' };

let server: RunningServer | null = null;
afterEach(() => server?.close());

/** For what ends by itself, on a busy machine too; and for what only the limit ends. */
const PATIENT = { limitMs: 30_000, totalMs: 60_000 };
const HASTY = { limitMs: 400, totalMs: 1200 };

/** The outcome of a request to a server that runs `serve` and leaves the connection open unless `serve` ends it. */
async function outcomeOf(serve: (socket: Socket) => void, limits = PATIENT): Promise<unknown> {
  server = await startRaw(socket => void socket.once('data', () => serve(socket)));
  const http = createHttp({ userAgent: 'x', isOnline: () => true, ...limits });
  return await http.send({ ...REQUEST, origin: `http://127.0.0.1:${server.port}` }).then(
    ({ status, body }) => `${status} ${body}`,
    (thrown: unknown) => asFailure(thrown).code
  );
}
const head = (...lines: string[]) => ['HTTP/1.1 200 OK', ...lines, '', ''].join('\r\n');
/** Writes the text repeatedly, as fast as the client reads it. */
function flood(socket: Socket, text: string): void {
  const more = () => {
    while (!socket.destroyed && socket.write(text));
    socket.once('drain', more);
  };
  more();
}

describe('a compressed reply', () => {
  const unpacked = (bytes: Buffer, coding: string) =>
    textOf(Readable.from([bytes]), coding).catch((thrown: { code: string }) => thrown.code);
  const packed = gzipSync(TEXT);

  it.each([
    [packed, 'gzip'],
    [packed, 'GZip'],
    [packed, 'x-gzip'],
    [packed, ' identity , gzip'],
    [brotliCompressSync(TEXT), 'BR'],
    [brotliCompressSync(packed), 'gzip, br'],
    [gzipSync(brotliCompressSync(TEXT)), 'br,gzip'],
    [Buffer.from(TEXT), ''],
    [Buffer.from(TEXT), 'identity']
  ])('in a requested coding (%#) is read', async (bytes, coding) => {
    expect(await unpacked(bytes, coding)).toBe(TEXT);
  });

  it.each([
    [deflateSync(TEXT), 'deflate'],
    [Buffer.from(TEXT), 'zstd'],
    [Buffer.from(TEXT), 'constructor'],
    [gzipSync(gzipSync(packed)), 'gzip, gzip, gzip'],
    [packed, 'br'],
    [packed, 'gzip, zstd']
  ])('in a coding that was not requested (%#) is refused as damaged', async (bytes, coding) => {
    expect(await unpacked(bytes, coding)).toMatch(/^(reply-damaged|ERR_|Z_)/);
  });

  it.each([packed.subarray(0, 12), packed.subarray(0, -1), packed.subarray(0, -9)])(
    'that is cut short (%#) is not read in part',
    async bytes => {
      expect(await unpacked(bytes, 'gzip')).toBe('Z_BUF_ERROR');
      expect(await unpacked(brotliCompressSync(TEXT).subarray(0, -2), 'br')).toBe('Z_BUF_ERROR');
    }
  );

  it('that is compressed twice and expands hugely ends at the size limit', async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(200 * 1024 * 1024)));
    expect(bomb.length).toBeLessThan(10_000);
    expect(await unpacked(bomb, 'gzip, gzip')).toBe('reply-too-large');
  });

  it('in a million chunks of one byte takes little more memory than its bytes', async () => {
    const block = Buffer.alloc(64 * 1024, 'x');
    function* crumbs() {
      for (let sent = 0; sent < 1_000_000; sent++) {
        if (sent === 999_999) most = process.memoryUsage().rss;
        yield block.subarray(sent % 1000, (sent % 1000) + 1);
      }
    }
    let most = 0;
    const before = process.memoryUsage().rss;
    expect(await textOf(Readable.from(crumbs()), '')).toHaveLength(1_000_000);
    expect(most - before).toBeLessThan(100 * 1024 * 1024);
  });
});

describe('a server that violates HTTP', () => {
  it.each<[string, unknown, (socket: Socket) => void]>([
    ['HTTP/1.0 without a length', `200 ${TEXT}`, socket => socket.end(`HTTP/1.0 200 OK\r\n\r\n${TEXT}`)],
    ['HTTP/1.0 that never ends', 'timeout', socket => socket.write(`HTTP/1.0 200 OK\r\n\r\n${TEXT}`)],
    ['a length too long', 'connection-lost', socket => socket.end(`${head('content-length: 99')}${TEXT}`)],
    ['a length too short', '200 {"cod', socket => socket.end(`${head('content-length: 5')}${TEXT}`)],
    [
      'two lengths',
      'connection-lost',
      socket => socket.end(`${head('content-length: 5', 'content-length: 6')}${TEXT}`)
    ],
    ['a length that is none', 'not-okx', socket => socket.end(`${head('content-length: x')}${TEXT}`)],
    [
      'a length and chunks',
      'connection-lost',
      socket => socket.end(head('content-length: 5', 'transfer-encoding: chunked'))
    ],
    [
      'chunks cut short',
      'connection-lost',
      socket => socket.end(`${head('transfer-encoding: chunked')}5\r\nab`)
    ],
    [
      'headers without end',
      'reply-too-large',
      socket => (socket.write('HTTP/1.1 200 OK\r\n'), flood(socket, 'a: b\r\n'.repeat(500)))
    ],
    [
      'one header without end',
      'reply-too-large',
      socket => (socket.write('HTTP/1.1 200 OK\r\na: '), flood(socket, 'b'.repeat(4000)))
    ],
    [
      '103 without end',
      'timeout',
      socket => flood(socket, 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'.repeat(100))
    ],
    ['100 without end', 'connection-lost', socket => flood(socket, 'HTTP/1.1 100 Continue\r\n\r\n')],
    ['another protocol', 'not-okx', socket => socket.end('HTTP/1.1 101 Switching\r\nupgrade: x\r\n\r\n')]
  ])('%s: %s', async (_, outcome, serve) => {
    expect(await outcomeOf(serve, outcome === 'timeout' ? HASTY : PATIENT)).toBe(outcome);
  });

  it('that sends a byte now and then, in the headers or the body, is ended by the time limit', async () => {
    const drip = (first: string) => (socket: Socket) => {
      socket.write(first);
      const timer = setInterval(() => socket.write('x'), 50);
      socket.on('close', () => clearInterval(timer));
    };
    expect(await outcomeOf(drip('HTTP/1.1 200 OK\r\na: '), HASTY)).toBe('timeout');
    server?.close();
    expect(await outcomeOf(drip(head('content-length: 100000')), HASTY)).toBe('timeout');
  });

  it.each([301, 302, 303, 307, 308])(
    'as a redirect (%i) is answered by itself, wherever it points',
    async status => {
      for (const location of ['/', 'https://okx.com.invalid/', 'http://127.0.0.1:1/']) {
        const reply = `HTTP/1.1 ${status} Moved\r\nlocation: ${location}\r\ncontent-length: 0\r\n\r\n`;
        expect(await outcomeOf(socket => socket.end(reply))).toBe(`${status} `);
        server?.close();
      }
    }
  );
});
