// Translates the errors of undici, node's sockets and TLS to a Failure.
// The codes are those of node, OpenSSL, BoringSSL and undici.
import { Failure, type FailureCode } from '../../../shared/domain/failure';

const CODES: Readonly<Record<string, FailureCode>> = {
  ENOTFOUND: 'name-not-found',
  EAI_AGAIN: 'name-not-found',
  EAI_FAIL: 'name-not-found',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETDOWN: 'unreachable',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ECONNRESET: 'connection-lost',
  ECONNABORTED: 'connection-lost',
  EPIPE: 'connection-lost',
  EPROTO: 'connection-lost',
  UND_ERR_SOCKET: 'connection-lost',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'connection-lost',
  // undici answers an unrequested protocol upgrade with an assertion error.
  ERR_ASSERTION: 'not-okx',
  UND_ERR_HEADERS_OVERFLOW: 'reply-too-large',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'reply-too-large'
};

const CODE_PATTERNS: readonly (readonly [RegExp, FailureCode])[] = [
  [/^ERR_(SSL|TLS)_/, 'connection-lost'],
  [/^(Z_|ERR_BROTLI|ERR__ERROR_FORMAT)/, 'reply-damaged']
];

/** Checked before the other certificate errors, which all mean that no trusted authority issued the certificate. */
const CERTIFICATE_PATTERNS: readonly (readonly [RegExp, FailureCode])[] = [
  [/^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/, 'certificate-expired'],
  [/^(ERR_TLS_CERT_ALTNAME|HOSTNAME_MISMATCH)/, 'certificate-wrong-host'],
  [
    /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH)/,
    'certificate-not-trusted'
  ]
];

function codeOf(thrown: Error): string {
  return 'code' in thrown ? String(thrown.code) : '';
}

/** Null: the error is not about a certificate. */
export function certificateFailure(thrown: unknown): FailureCode | null {
  if (!(thrown instanceof Error)) return null;
  return CERTIFICATE_PATTERNS.find(([pattern]) => pattern.test(codeOf(thrown)))?.[1] ?? null;
}

/** Unknown codes are internal errors: they are logged with their cause, and the app goes on. */
export function networkFailure(thrown: unknown): Failure {
  return thrown instanceof Failure ? thrown : new Failure(failureCode(thrown), { cause: thrown });
}

/** While this computer has no network, "not found" and "not reached" say nothing about the host or proxy. */
export function preferOffline(failure: Failure, isOnline: boolean): Failure {
  const isUnreachable = ['name-not-found', 'unreachable', 'proxy-unreachable'].includes(failure.code);
  return isUnreachable && !isOnline ? new Failure('offline', { cause: failure.facts.cause }) : failure;
}

function failureCode(thrown: unknown): FailureCode {
  if (!(thrown instanceof Error)) return 'bug';
  if (thrown.name === 'TimeoutError') return 'timeout';
  // undici gives most of these no code.
  if (thrown.name === 'HTTPParserError') return 'not-okx';
  const code = codeOf(thrown);
  const known =
    certificateFailure(thrown) ?? CODES[code] ?? CODE_PATTERNS.find(([pattern]) => pattern.test(code))?.[1];
  if (known) return known;
  // Both address families failed; the error of the first one is reported.
  if (thrown instanceof AggregateError) return failureCode(thrown.errors[0]);
  return thrown.cause === undefined ? 'bug' : failureCode(thrown.cause);
}
