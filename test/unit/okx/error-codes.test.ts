import { describe, expect, it } from 'vitest';
import type { FailureCode } from '../../../shared/domain/failure';
import { FAILURE_TABLE } from '../../../electron/okx/errors';
import { failureFrom, httpReply } from './sample';

const CODES: [code: number, status: number, expected: FailureCode][] = [
  [50001, 200, 'service-busy'],
  [50001, 503, 'service-busy'],
  [50004, 400, 'service-busy'],
  [50005, 410, 'source-retired'],
  [50011, 429, 'rate-limited'],
  [50011, 200, 'rate-limited'],
  [50013, 429, 'service-busy'],
  [50014, 400, 'request-refused'],
  [50026, 500, 'service-busy'],
  [50050, 200, 'source-retired'],
  [50100, 400, 'key-frozen'],
  [50101, 401, 'key-wrong-environment'],
  [50102, 401, 'clock-wrong'],
  [50103, 401, 'credentials-incomplete'],
  [50104, 401, 'credentials-incomplete'],
  [50106, 401, 'credentials-incomplete'],
  [50107, 401, 'credentials-incomplete'],
  [50105, 401, 'passphrase-wrong'],
  [50110, 401, 'address-not-allowed'],
  [50111, 401, 'key-unknown'],
  [50112, 401, 'clock-wrong'],
  [50113, 401, 'secret-wrong'],
  [50114, 401, 'key-unknown'],
  [50115, 405, 'request-refused'],
  [50119, 200, 'key-unknown'],
  [50120, 200, 'key-lacks-permission'],
  [50121, 200, 'address-blocked'],
  [50125, 401, 'region-blocked'],
  [50404, 404, 'source-retired'],
  [51000, 400, 'request-refused'],
  [80001, 200, 'region-blocked'],
  [80001, 403, 'region-blocked'],
  [81001, 200, 'request-refused'],
  [81104, 200, 'chain-unsupported'],
  [81105, 200, 'wallet-refused'],
  [81106, 200, 'address-format'],
  [81107, 200, 'too-many-addresses'],
  [81108, 200, 'wallet-refused'],
  [81109, 200, 'service-busy'],
  [81150, 200, 'chain-unsupported'],
  [81151, 200, 'token-unknown'],
  [81152, 200, 'token-unknown'],
  [81153, 200, 'token-unknown'],
  [81157, 200, 'chain-mismatch'],
  [81158, 200, 'token-unknown'],
  [81159, 200, 'service-caching'],
  [81201, 200, 'service-unknown-error'],
  [81202, 200, 'service-unknown-error'],
  [81203, 200, 'request-refused'],
  [81302, 200, 'service-unknown-error'],
  [81351, 200, 'service-unknown-error'],
  [81353, 200, 'address-format'],
  [81451, 200, 'service-busy']
];

describe('a reply with an error code', () => {
  it.each(CODES)('%i with HTTP %i is %s, whether the code is text or number', (code, status, expected) => {
    for (const envelope of [
      { code: String(code), msg: '', data: [] },
      { code, msg: '', data: [] },
      { code }
    ]) {
      const failure = failureFrom(httpReply(status, JSON.stringify(envelope)));
      expect(failure.code).toBe(expected);
      expect(failure.facts).toMatchObject({ serviceCode: String(code), httpStatus: status });
    }
  });

  it('is tested above for every code of the table', () => {
    expect(new Set(CODES.map(([code]) => String(code)))).toEqual(new Set(Object.keys(FAILURE_TABLE)));
  });
});
