// Translates OKX's error codes, messages and HTTP statuses to a Failure.
import { HOUR_MS } from '../../shared/domain/durations';
import { Failure, type FailureCode } from '../../shared/domain/failure';
import type { HttpReply } from '../core/ports/ports';

/** A longer wait is a mistake or an attack: one header must not stop polling for a day. */
const MAX_WAIT_MS = HOUR_MS;

/** RFC 9110: seconds, or a date that ends in GMT. Date.parse alone would read "in 5 minutes" as a day in May. */
const SECONDS = /^\d+(\.\d+)?$/;
const HTTP_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*, .+ GMT$/;

/**
 * ms from now, at most an hour, 0 for a time that has passed; undefined when absent or not understood. `receivedAt`
 * (ms) replaces a missing Date header: with both dates from the service, the error of this computer's clock cancels
 * out.
 */
export function retryAfterMs(
  headers: Readonly<Record<string, string>>,
  receivedAt: number
): number | undefined {
  const retryAfter = headers['retry-after']?.trim() ?? '';
  const waitMs = SECONDS.test(retryAfter)
    ? Number(retryAfter) * 1000
    : dateMs(retryAfter) - (dateMs(headers['date']?.trim() ?? '') || receivedAt);
  return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(Math.ceil(waitMs), 0), MAX_WAIT_MS);
}

function dateMs(text: string): number {
  return HTTP_DATE.test(text) ? Date.parse(text) : NaN;
}

export const FAILURE_TABLE: Readonly<Record<string, FailureCode>> = {
  // codes of the whole API
  50001: 'service-busy',
  50004: 'service-busy',
  50005: 'source-retired',
  50011: 'rate-limited',
  50013: 'service-busy',
  50014: 'request-refused',
  50026: 'service-busy',
  50050: 'source-retired',
  50404: 'source-retired',
  51000: 'request-refused',
  // codes of the key
  50100: 'key-frozen',
  50101: 'key-wrong-environment',
  50102: 'clock-wrong',
  50103: 'credentials-incomplete',
  50104: 'credentials-incomplete',
  50105: 'passphrase-wrong',
  50106: 'credentials-incomplete',
  50107: 'credentials-incomplete',
  50110: 'address-not-allowed',
  50111: 'key-unknown',
  50112: 'clock-wrong',
  50113: 'secret-wrong',
  50114: 'key-unknown',
  50115: 'request-refused',
  50119: 'key-unknown',
  50120: 'key-lacks-permission',
  50121: 'address-blocked',
  50125: 'region-blocked',
  // The DEX list gives this number another meaning, which no balance request can get.
  80001: 'region-blocked',
  // codes of the wallet API
  81001: 'request-refused',
  81104: 'chain-unsupported',
  81105: 'wallet-refused',
  81106: 'address-format',
  81107: 'too-many-addresses',
  81108: 'wallet-refused',
  81109: 'service-busy',
  81150: 'chain-unsupported',
  81151: 'token-unknown',
  81152: 'token-unknown',
  81153: 'token-unknown',
  81157: 'chain-mismatch',
  81158: 'token-unknown',
  81159: 'service-caching',
  // codes of transactions, which the app never requests
  81201: 'service-unknown-error',
  81202: 'service-unknown-error',
  81203: 'request-refused',
  81302: 'service-unknown-error',
  81351: 'service-unknown-error',
  81353: 'address-format',
  81451: 'service-busy'
};

/** Parameter errors with several causes; only their message distinguishes them. */
const AMBIGUOUS_CODES: ReadonlySet<string> = new Set(['50014', '51000', '81001']);

/** Seen in live replies whose code is not documented, such as "totalValueByAddress.chains: Chain not support". */
const MESSAGE_PATTERNS: readonly (readonly [RegExp, FailureCode])[] = [
  [/\bchains?\s+(is\s+|are\s+)?(not\s+support|unsupported)|\bunsupported\s+chain/i, 'chain-unsupported'],
  [/\b(wallet|account)(\s?id)?\s+(does\s+|is\s+)?not\s+(exist|found)/i, 'account-unknown']
];
const ACCOUNT_ID = /\baccount\s?id\b/i;

/** Only the first part of a longer message is searched. */
const MAX_MESSAGE_LENGTH = 500;

/**
 * `code`: the envelope's, as text; null when no envelope came. `receivedAt`: ms, for a Retry-After date. The message
 * is used only to find the cause and is never kept: it may repeat the request.
 */
export function failureOf(code: string | null, msg: string, reply: HttpReply, receivedAt: number): Failure {
  const serviceCode = code !== null && /^-?\d{1,9}$/.test(code) ? code : undefined;
  const reason =
    reasonOfIntermediary(reply.status) ??
    (code === null ? undefined : reasonOfCode(serviceCode ?? '', msg.slice(0, MAX_MESSAGE_LENGTH))) ??
    reasonOfStatus(reply.status) ??
    (code === null ? 'not-okx' : 'service-unknown-error');
  return new Failure(reason, {
    serviceCode,
    httpStatus: reply.status,
    retryAfterMs: retryAfterMs(reply.headers, receivedAt)
  });
}

/** Statuses that never come from OKX itself, whatever the body says. */
function reasonOfIntermediary(status: number): FailureCode | undefined {
  if (status >= 300 && status < 400) return 'redirected';
  return status === 407 ? 'proxy-wants-password' : undefined;
}

function reasonOfCode(code: string, msg: string): FailureCode | undefined {
  const known = FAILURE_TABLE[code];
  if (known && !AMBIGUOUS_CODES.has(code)) return known;
  const reasonOfMessage = MESSAGE_PATTERNS.find(([pattern]) => pattern.test(msg))?.[1];
  return reasonOfMessage ?? (known && ACCOUNT_ID.test(msg) ? 'account-unknown' : known);
}

function reasonOfStatus(status: number): FailureCode | undefined {
  switch (status) {
    case 402: // requests a payment, which is never made
      return 'quota-used-up';
    case 404:
    case 410:
      return 'source-retired';
    case 408:
      return 'service-busy';
    case 429:
      return 'rate-limited';
    case 451:
      return 'region-blocked';
    case 511: // the network requires a login first
      return 'not-okx';
    default:
      return status >= 500 ? 'service-busy' : undefined;
  }
}
