// What undici, node's sockets and TLS throw -> Failure. The codes are node's, OpenSSL's and undici's own.
import { Failure, type FailureCode } from '../../../shared/failure';

const CODES: Readonly<Record<string, FailureCode>> = {
  ENOTFOUND: 'name-not-found',
  EAI_AGAIN: 'name-not-found',
  EAI_FAIL: 'name-not-found',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ECONNRESET: 'connection-lost',
  ECONNABORTED: 'connection-lost',
  EPIPE: 'connection-lost',
  UND_ERR_SOCKET: 'connection-lost',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'connection-lost',
  UND_ERR_HEADERS_OVERFLOW: 'reply-too-large',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'reply-too-large',
  UND_ERR_PRX_TLS: 'proxy-failed',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-not-trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate-not-trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-not-trusted',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate-not-trusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-not-trusted',
  EPROTO: 'connection-lost'
};

const FAMILIES: readonly (readonly [RegExp, FailureCode])[] = [
  [/^(CERT_|ERR_TLS_CERT|HOSTNAME_MISMATCH)/, 'certificate-not-trusted'],
  [/^ERR_(SSL|TLS)_/, 'connection-lost'],
  [/^(Z_|ERR_BROTLI|ERR__ERROR_FORMAT)/, 'reply-damaged']
];

/** Unknown codes are bugs: they are logged with their cause, and the app goes on. */
export function networkFailure(thrown: unknown, isOnline: boolean, origin: string): Failure {
  if (thrown instanceof Failure) return thrown;
  const code = isOfProxy(thrown, new URL(origin)) ? 'proxy-failed' : failureCode(thrown);
  const isOfReach = code === 'name-not-found' || code === 'unreachable';
  return new Failure(isOfReach && !isOnline ? 'offline' : code, { cause: thrown });
}

/** Whoever could not be found or reached is not the host that was asked: it is the proxy in between. */
function isOfProxy(thrown: unknown, asked: URL): boolean {
  if (thrown instanceof AggregateError) return isOfProxy(thrown.errors[0], asked);
  if (!(thrown instanceof Error) || !('syscall' in thrown)) return false;
  const met = thrown as NodeJS.ErrnoException & { hostname?: string; port?: number };
  if (met.syscall === 'getaddrinfo') return met.hostname !== asked.hostname;
  return met.syscall === 'connect' && met.port !== undefined && met.port !== Number(asked.port || 443);
}

function failureCode(thrown: unknown): FailureCode {
  if (!(thrown instanceof Error)) return 'bug';
  if (thrown.name === 'TimeoutError') return 'timeout';
  // undici gives most of these no code.
  if (thrown.name === 'HTTPParserError') return 'not-okx';
  // undici gives a proxy's refusal no code of its own.
  const proxy = /Proxy response \((\d+)\)/.exec(thrown.message)?.[1];
  if (proxy) return proxy === '407' ? 'proxy-wants-password' : 'proxy-failed';
  const code = 'code' in thrown ? String(thrown.code) : '';
  const known = CODES[code] ?? FAMILIES.find(([pattern]) => pattern.test(code))?.[1];
  if (known) return known;
  // Both address families failed: the first one's reason stands for all.
  if (thrown instanceof AggregateError) return failureCode(thrown.errors[0]);
  return thrown.cause === undefined ? 'bug' : failureCode(thrown.cause);
}
