// Turns what OKX, or whoever answered in its place, said into a Failure.
import { Failure } from '../../shared/domain/failure';
import type { FailureCode } from '../../shared/domain/failure';
import type { HttpReply } from '../core/ports/ports';
import { FAILURE_TABLE } from './failure-table';
import { retryAfterMs } from './retry-after';

/** Parameter errors that hide several causes; only their message tells which. */
const VAGUE: ReadonlySet<string> = new Set(['50014', '51000', '81001']);

/** Seen in live replies whose code is not documented, such as "totalValueByAddress.chains: Chain not support". */
const WORDS: readonly (readonly [RegExp, FailureCode])[] = [
  [/\bchains?\s+(is\s+|are\s+)?(not\s+support|unsupported)|\bunsupported\s+chain/i, 'chain-unsupported'],
  [/\b(wallet|account)(\s?id)?\s+(does\s+|is\s+)?not\s+(exist|found)/i, 'account-unknown']
];
const ACCOUNT_ID = /\baccount\s?id\b/i;

/** Never longer than a sentence: the rest of a message is not worth a search. */
const LONGEST_MESSAGE = 500;

/**
 * `code`: the envelope's, as text; null when no envelope came. `receivedAt`: ms, for a Retry-After date.
 * The message is read for its meaning, and never kept: it may repeat what was asked for.
 */
export function failureOf(code: string | null, msg: string, reply: HttpReply, receivedAt: number): Failure {
  const serviceCode = code !== null && /^-?\d{1,9}$/.test(code) ? code : undefined;
  const reason =
    inTheWay(reply.status) ??
    (code === null ? undefined : toldBy(serviceCode ?? '', msg.slice(0, LONGEST_MESSAGE))) ??
    ofStatus(reply.status) ??
    (code === null ? 'not-okx' : 'service-unknown-error');
  return new Failure(reason, {
    serviceCode,
    httpStatus: reply.status,
    retryAfterMs: retryAfterMs(reply.headers, receivedAt)
  });
}

/** Statuses that never come from OKX itself, whatever the body says. */
function inTheWay(status: number): FailureCode | undefined {
  if (status >= 300 && status < 400) return 'redirected';
  return status === 407 ? 'proxy-wants-password' : undefined;
}

function toldBy(code: string, msg: string): FailureCode | undefined {
  const known = FAILURE_TABLE[code];
  if (known && !VAGUE.has(code)) return known;
  const inWords = WORDS.find(([pattern]) => pattern.test(msg))?.[1];
  return inWords ?? (known && ACCOUNT_ID.test(msg) ? 'account-unknown' : known);
}

function ofStatus(status: number): FailureCode | undefined {
  switch (status) {
    case 402: // asks for a payment, which is never made
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
    case 511: // the network wants a login first
      return 'not-okx';
    default:
      return status >= 500 ? 'service-busy' : undefined;
  }
}
