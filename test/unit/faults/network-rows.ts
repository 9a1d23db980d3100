// The network faults, one row each: how the fault is made, how the app reports it, and how many requests it costs.
import { createServer, type Socket } from 'node:net';
import type { AnyFault } from '../../../electron/fake-okx/faults/fault-rules';
import type { FaultSetup } from './fault-setup';
import { closedPort, httpText, leadAway, leadTo, listening, soundBody } from './raw-servers';
import type { Refused } from './survive';

type End = () => unknown;
export interface NetworkRow extends Refused {
  /** Runs before the last poll without the fault. */
  readonly prepare?: (setup: FaultSetup) => Promise<void>;
  readonly begin: (setup: FaultSetup) => Promise<End> | End;
  /** Limits of the client, ms, for faults of time. */
  readonly limits?: { readonly limitMs: number; readonly totalMs: number };
}

const HASTY = { limitMs: 400, totalMs: 2000 };
/** Allows more silence than the total limit, so that only the total limit can end the request. */
const PATIENT = { limitMs: 5000, totalMs: 900 };

const injecting = (fault: AnyFault) => (setup: FaultSetup) => setup.server.injectFault(fault);
const text = (fault: Parameters<typeof httpText>[1], body?: string) => (setup: FaultSetup) =>
  leadTo(setup, socket => socket.end(httpText(body ?? soundBody(setup), fault)));

const LOST: Refused = {
  code: 'connection-lost',
  says: /broke off before the answer was complete/,
  next: 'soon'
};
const DAMAGED: Refused = { code: 'reply-damaged', says: /could not be read/, next: 'soon' };
const TOO_LARGE: Refused = { code: 'reply-too-large', says: /too large for a portfolio/, next: 'soon' };
const LATE: Refused = { code: 'timeout', says: /^okx\.invalid did not answer in time/, next: 'soon' };
const REDIRECTED: Refused = { code: 'redirected', says: /Keys are never sent there/, next: 'slow' };
const A_PAGE: Refused = { code: 'not-okx', says: /^A web page answered instead of OKX/, next: 'slow' };
/** Sends informational replies while the client listens, and never a final one. */
function pourHints(socket: Socket): void {
  const hints = 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n'.repeat(200);
  const timer = setInterval(() => socket.write(hints), 5);
  socket.on('close', () => clearInterval(timer));
}

let isResetting = false;
function answer(socket: Socket, setup: FaultSetup): void {
  if (isResetting) socket.resetAndDestroy();
  else socket.write(httpText(soundBody(setup)));
}

export const NETWORK_ROWS: Readonly<Record<string, NetworkRow>> = {
  'dns-failure': {
    code: 'name-not-found',
    says: /^No server named okx\.invalid was found/,
    next: 'soon',
    begin: setup => leadAway(setup, null)
  },
  'dns-offline': {
    code: 'offline',
    says: /^This computer is offline/,
    next: 'soon',
    begin(setup) {
      let isOnline = false;
      setup.connectAnew({ isOnline: () => isOnline });
      const back = leadAway(setup, null);
      return () => {
        isOnline = true;
        back();
      };
    }
  },
  refused: {
    code: 'refused',
    says: /^okx\.invalid refused the connection/,
    next: 'soon',
    begin: async setup => leadAway(setup, `http://127.0.0.1:${await closedPort(setup)}`)
  },
  unreachable: {
    code: 'unreachable',
    says: /cannot be reached from this network/,
    next: 'soon',
    // The broadcast address of this computer's own network: a connection to it never leaves the computer, and none is
    // made.
    begin: setup => leadAway(setup, 'https://127.255.255.255')
  },
  'captive-portal': { ...A_PAGE, begin: injecting({ kind: 'captive-portal' }) },
  'captive-redirect': {
    ...REDIRECTED,
    begin: injecting({ kind: 'redirect', location: 'http://login.example/?from=okx', status: 302 })
  },
  'captive-511': { ...A_PAGE, begin: injecting({ kind: 'error-page', status: 511 }) },
  'blocked-page': { ...A_PAGE, begin: injecting({ kind: 'blocked-page' }) },
  'connect-timeout': {
    ...LATE,
    limits: HASTY,
    // Accepts the connection and never answers the TLS handshake.
    async begin(setup) {
      const port = await listening(createServer(), setup);
      return leadAway(setup, `https://127.0.0.1:${port}`);
    }
  },
  'header-timeout': { ...LATE, limits: HASTY, begin: injecting({ kind: 'silence' }) },
  'body-timeout': { ...LATE, limits: HASTY, begin: injecting({ kind: 'slow-body', ms: 60_000 }) },
  'byte-a-second': { ...LATE, limits: PATIENT, begin: injecting({ kind: 'byte-by-byte', everyMs: 50 }) },
  'reset-before-reply': { ...LOST, begin: injecting({ kind: 'hang-up' }) },
  'reset-mid-body': { ...LOST, begin: injecting({ kind: 'reset-mid-body' }) },
  'json-cut': { ...DAMAGED, begin: injecting({ kind: 'truncated-json' }) },
  'json-cut-length': {
    ...LOST,
    begin: setup => leadTo(setup, socket => socket.end(httpText(soundBody(setup)).slice(0, -80)))
  },
  'length-too-large': { ...LOST, begin: injecting({ kind: 'wrong-content-length', offBy: 7 }) },
  'length-too-small': { ...DAMAGED, begin: injecting({ kind: 'wrong-content-length', offBy: -7 }) },
  'gzip-bomb': { ...TOO_LARGE, begin: injecting({ kind: 'gzip-bomb' }) },
  'br-bomb': {
    ...TOO_LARGE,
    async begin(setup) {
      const { brotliCompressSync } = await import('node:zlib');
      const packed = brotliCompressSync(Buffer.alloc(60_000_000, ' '), { params: { 1: 1 } });
      const head = httpText('', { length: packed.length, more: 'content-encoding: br\r\n' });
      return leadTo(setup, socket => socket.end(Buffer.concat([Buffer.from(head), packed])));
    }
  },
  'packed-badly': {
    ...DAMAGED,
    begin: text({ more: 'content-encoding: gzip\r\n' }, 'not packed at all')
  },
  'huge-body': { ...TOO_LARGE, begin: injecting({ kind: 'huge-body', bytes: 51_000_000 }) },
  'huge-body-announced': {
    ...TOO_LARGE,
    begin: injecting({ kind: 'huge-body', bytes: 51_000_000, announced: true })
  },
  'endless-body': { ...TOO_LARGE, begin: injecting({ kind: 'endless-body' }) },
  'redirect-same-host': {
    ...REDIRECTED,
    begin: injecting({ kind: 'redirect', location: '/elsewhere', status: 308 })
  },
  'redirect-other-host': {
    ...REDIRECTED,
    begin: injecting({ kind: 'redirect', location: 'https://okx-com.example/', status: 307 })
  },
  'redirect-to-http': {
    ...REDIRECTED,
    begin: injecting({ kind: 'redirect', location: 'http://okx.invalid/', status: 301 })
  },
  'headers-flood': { ...TOO_LARGE, begin: text({ more: 'x-more: much\r\n'.repeat(20_000) }) },
  'informational-flood': {
    ...LATE,
    limits: PATIENT,
    begin: setup => leadTo(setup, pourHints)
  },
  'reused-connection-reset': {
    ...LOST,
    prepare: async setup => void (await leadTo(setup, socket => answer(socket, setup))),
    begin: () => {
      isResetting = true;
      return () => (isResetting = false);
    }
  },
  'empty-body': { ...DAMAGED, begin: injecting({ kind: 'empty-body' }) },
  'empty-body-204': { ...DAMAGED, begin: injecting({ kind: 'empty-body', status: 204 }) },
  'not-http': { ...A_PAGE, begin: setup => leadTo(setup, socket => socket.end('SSH-2.0-OpenSSH_9.2\r\n')) },
  'tls-not-spoken': {
    ...LOST,
    begin: setup => leadAway(setup, setup.server.origin.replace('http:', 'https:'))
  }
};
