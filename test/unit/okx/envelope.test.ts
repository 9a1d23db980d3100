import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FailureCode } from '../../../shared/domain/failure';
import { failureFrom, httpReply } from './sample';

const CLOUDFLARE = readFileSync(new URL('../../fixtures/okx/cloudflare-1010.html', import.meta.url), 'utf8');
const HTML = '<html><body>Bad gateway</body></html>';

function envelope(code: string | number, msg = ''): string {
  return JSON.stringify({ code, msg, data: [] });
}

describe('a reply that is no envelope', () => {
  it.each<[status: number, body: string, expected: FailureCode]>([
    [200, HTML, 'not-okx'],
    [200, 'Please sign in to the network', 'not-okx'],
    [200, '"text"', 'not-okx'],
    [200, 'null', 'not-okx'],
    [200, '', 'reply-damaged'],
    [204, '', 'reply-damaged'],
    [200, '{"code":"0","data":[{"tokenAss', 'reply-damaged'],
    [200, '{"data":[]}', 'reply-damaged'],
    [200, '{"code":null,"data":[]}', 'reply-damaged'],
    [200, '[]', 'reply-damaged'],
    [301, HTML, 'redirected'],
    [302, '', 'redirected'],
    [307, envelope('0'), 'redirected'],
    [400, HTML, 'not-okx'],
    [401, '', 'not-okx'],
    [402, '', 'quota-used-up'],
    [402, '{"x402Version":1}', 'quota-used-up'],
    [403, CLOUDFLARE, 'not-okx'],
    [403, '{"message":"Forbidden"}', 'not-okx'],
    [404, HTML, 'source-retired'],
    [407, HTML, 'proxy-wants-password'],
    [407, envelope('50111'), 'proxy-wants-password'],
    [408, '', 'service-busy'],
    [410, '', 'source-retired'],
    [429, HTML, 'rate-limited'],
    [429, '', 'rate-limited'],
    [451, HTML, 'region-blocked'],
    [500, HTML, 'service-busy'],
    [502, HTML, 'service-busy'],
    [503, HTML, 'service-busy'],
    [504, '', 'service-busy'],
    [522, HTML, 'service-busy']
  ])('HTTP %i with %j is %s', (status, body, expected) => {
    const failure = failureFrom(httpReply(status, body));
    expect(failure.code).toBe(expected);
    expect(failure.facts).toMatchObject({ httpStatus: status });
    expect(failure.facts.serviceCode === undefined || status === 307 || status === 407).toBe(true);
  });

  it.each([400, 401, 403, 429, 500, 503])('HTTP %i is a failure even when its code says success', status => {
    expect(failureFrom(httpReply(status, envelope('0')))).toBeDefined();
  });

  it('does not quote the body, whose amounts are private', () => {
    const failure = failureFrom(httpReply(200, '{"balance":"123456.789" oops'));
    expect(failure.message + String(failure.cause) + JSON.stringify(failure.facts)).not.toContain('123456');
  });
});
