import { describe, expect, it } from 'vitest';
import type { FailureCode } from '../../../shared/domain/failure';
import { failureFrom, httpReply } from './sample';

const HTML = '<html><body>Bad gateway</body></html>';

function envelope(code: string | number, msg = ''): string {
  return JSON.stringify({ code, msg, data: [] });
}

describe('a code that stands for several causes', () => {
  it.each<[code: string, status: number, msg: string, expected: FailureCode]>([
    ['51000', 400, 'totalValueByAddress.chains: Chain not support', 'chain-unsupported'],
    ['99999', 200, 'Chain not support', 'chain-unsupported'],
    ['99999', 200, 'Unsupported chain: 123', 'chain-unsupported'],
    ['99999', 200, 'Wallet not exist', 'account-unknown'],
    ['1', 200, 'wallet does not exist', 'account-unknown'],
    ['81001', 200, 'Account not found', 'account-unknown'],
    ['51000', 400, 'Parameter accountId error', 'account-unknown'],
    ['51000', 400, 'Parameter chains error', 'request-refused'],
    ['81105', 200, 'Wallet not exist', 'wallet-refused'],
    ['50001', 503, 'Chain not support', 'service-busy'],
    ['99999', 200, 'Parameter accountId error', 'service-unknown-error'],
    ['99999', 429, 'slow down', 'rate-limited'],
    ['99999', 500, '', 'service-busy'],
    ['99999', 401, '', 'service-unknown-error'],
    ['-1', 200, '', 'service-unknown-error'],
    ['', 200, '', 'service-unknown-error'],
    ['constructor', 200, '', 'service-unknown-error']
  ])('%s with HTTP %i and the message "%s" is %s', (code, status, msg, expected) => {
    expect(failureFrom(httpReply(status, envelope(code, msg))).code).toBe(expected);
  });

  it('keeps neither a code that is no number nor the message, which may name an address', () => {
    const failure = failureFrom(httpReply(200, envelope('0xa03400e0', 'no such wallet 0xa03400e0')));
    expect(failure.facts.serviceCode).toBeUndefined();
    expect(failure.message + String(failure.cause) + JSON.stringify(failure.facts)).not.toContain(
      '0xa03400e0'
    );
  });
});

describe('a page in place of an answer', () => {
  it.each<[status: number, expected: FailureCode]>([
    [200, 'not-okx'],
    [502, 'service-busy'],
    // The network requires a login first.
    [511, 'not-okx']
  ])('with status %i is %s', (status, expected) => {
    expect(failureFrom(httpReply(status, HTML)).code).toBe(expected);
  });
});

describe('the wait that a service asks for', () => {
  it.each([
    ['2', 2000],
    ['Sun, 22 Nov 2026 09:00:20 GMT', 20_000],
    ['999999999', 3_600_000]
  ])('is part of the failure: Retry-After %s', (value, expected) => {
    const headers = { 'retry-after': value };
    for (const body of [envelope('50011'), HTML]) {
      const failure = failureFrom(httpReply(429, body, headers));
      expect(failure).toMatchObject({ code: 'rate-limited', facts: { retryAfterMs: expected } });
    }
    expect(failureFrom(httpReply(503, HTML, headers)).facts.retryAfterMs).toBe(expected);
  });

  it('is undefined when there is none', () => {
    expect(failureFrom(httpReply(429, envelope('50011'))).facts.retryAfterMs).toBeUndefined();
  });
});
