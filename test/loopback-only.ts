// Set up before every test file or process: a connection to another computer fails with a sentence that says what to do.
import { Socket } from 'node:net';

/** `.invalid` never resolves (RFC 6761), so a test of an unknown host may use it. */
const HERE = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\]|.*\.invalid)$/i;

interface Target {
  host?: string | undefined;
  port?: number | string | undefined;
  path?: string | undefined;
}

/** Node calls `connect` with a port and host, a path, options, or with these wrapped in one array. */
function targetOf(args: unknown[]): Target {
  const [first, second] = (Array.isArray(args[0]) ? args[0] : args) as unknown[];
  if (typeof first === 'object' && first !== null) return first;
  if (typeof first === 'string' && !/^\d+$/.test(first)) return { path: first };
  return { port: first as number, host: typeof second === 'string' ? second : undefined };
}

type Connect = (this: Socket, ...args: unknown[]) => Socket;
const connect = Socket.prototype.connect as Connect;

function connectHere(this: Socket, ...args: unknown[]): Socket {
  const { host = 'localhost', port, path } = targetOf(args);
  if (path !== undefined || HERE.test(host)) return connect.apply(this, args);
  const where = `${host}:${port ?? '?'}`;
  throw new Error(
    `A test tried to reach ${where}. Tests talk to this computer only: start the server of electron/fake-okx and pass its origin as the host.`
  );
}

// Test files that share a process set it up once.
if (connect.name !== connectHere.name) Socket.prototype.connect = connectHere;
