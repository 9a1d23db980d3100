// Injects faults that replace the reply: error codes, foreign pages, redirects, empty bodies.
import { refusal, type Code } from '../service/error-codes';
import { toReply, type Reply } from '../service/http-message';

export type ReplyFault =
  /** Any code, with its usual HTTP status unless another is given; `retryAfter` goes into the header unchanged. */
  | { kind: 'refuse'; code: Code; status?: number; msg?: string; retryAfter?: string }
  /** Refuses only calls that name this chain; the default code is 81104. */
  | { kind: 'unsupported-chain'; chainIndex: string; code?: Code; msg?: string }
  /** HTTP 402, as metered endpoints answer. */
  | { kind: 'payment-wanted' }
  /** The page that Cloudflare sends to clients that it takes for bots. */
  | { kind: 'blocked-page' }
  /** An error page with this status, as a gateway sends it. */
  | { kind: 'error-page'; status: number }
  /** A hotel's sign-in page: HTTP 200 and HTML. */
  | { kind: 'captive-portal' }
  | { kind: 'redirect'; location: string; status?: 301 | 302 | 303 | 307 | 308 }
  | { kind: 'empty-body'; status?: number }
  /** This text with the JSON content type, whatever the text is. */
  | { kind: 'text'; text: string; status?: number };

type Table = { [K in ReplyFault['kind']]: (fault: Extract<ReplyFault, { kind: K }>) => Reply };

const JSON_TYPE = { 'content-type': 'application/json' };

function htmlPage(status: number, title: string, text: string): Reply {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=UTF-8' },
    body: `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body>${text}</body></html>\n`
  };
}

const REPLIES: Table = {
  refuse: fault => {
    const reply = toReply(refusal(fault.code, fault));
    if (fault.retryAfter === undefined) return reply;
    return { ...reply, headers: { ...reply.headers, 'retry-after': fault.retryAfter } };
  },
  'unsupported-chain': ({ code = '81104', msg = 'walletAllTokenBalances.chains: Chain not support' }) =>
    toReply(refusal(code, { msg })),
  'payment-wanted': () => ({ status: 402, headers: JSON_TYPE, body: '{"x402Version":1,"accepts":[]}' }),
  'blocked-page': () => htmlPage(403, 'Access denied', 'error code: 1010'),
  'error-page': ({ status }) => htmlPage(status, `${status}`, '<center>nginx</center>'),
  'captive-portal': () =>
    htmlPage(200, 'Welcome', '<form action="/login">Accept the terms to go online</form>'),
  redirect: fault => ({ status: fault.status ?? 302, headers: { location: fault.location }, body: '' }),
  'empty-body': fault => ({ status: fault.status ?? 200, headers: JSON_TYPE, body: '' }),
  text: fault => ({ status: fault.status ?? 200, headers: JSON_TYPE, body: fault.text })
};

export function isReplyFault(fault: { kind: string }): fault is ReplyFault {
  return Object.hasOwn(REPLIES, fault.kind);
}

export function replyOfFault(fault: ReplyFault): Reply {
  return (REPLIES[fault.kind] as (fault: ReplyFault) => Reply)(fault);
}
