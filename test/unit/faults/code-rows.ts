// Every error code of the service, one row each, with its status: the text that people read, and when the app polls
// again.
import type { Code } from '../../../electron/fake-okx/service/error-codes';
import type { FailureCode } from '../../../shared/domain/failure';
import type { Next, Refused } from './survive';

const BUSY = /^OKX is temporarily unavailable\.$/;
const RETIRED = /no longer serves this kind of request.*another source/;
const PARTS = /a part of the key is missing/;
const WRONG = /rejected the request/;
const STRANGE = /an error that Tokentray does not know/;
const NO_CHAIN = /does not support one of the chains/;
const NO_TOKEN = /does not know a token/;
const CLOCK = /^Your clock is wrong/;
const REGION = /does not serve this key or the region/;

type Line = [FailureCode, RegExp, Next, Refused['notifies']?];

/** From OKX's own pages; 50006 would need another content type than the one that the app always sends. */
const LINES: Readonly<Record<Exclude<Code, '50006'>, Line>> = {
  50001: ['service-busy', BUSY, 'soon'],
  50004: ['service-busy', BUSY, 'soon'],
  50005: ['source-retired', RETIRED, 'stop', 'polls'],
  50011: ['rate-limited', /is limiting requests/, 'soon'],
  50013: ['service-busy', BUSY, 'soon'],
  50014: ['request-refused', WRONG, 'slow'],
  50026: ['service-busy', BUSY, 'soon'],
  50050: ['source-retired', RETIRED, 'stop', 'polls'],
  50100: ['key-frozen', /has frozen this key/, 'stop', 'key'],
  50101: ['key-wrong-environment', /belongs to another environment/, 'stop', 'key'],
  50102: ['clock-wrong', CLOCK, 'slow'],
  50103: ['credentials-incomplete', PARTS, 'stop', 'key'],
  50104: ['credentials-incomplete', PARTS, 'stop', 'key'],
  50105: ['passphrase-wrong', /The passphrase is wrong/, 'stop', 'key'],
  50106: ['credentials-incomplete', PARTS, 'stop', 'key'],
  50107: ['credentials-incomplete', PARTS, 'stop', 'key'],
  50110: ['address-not-allowed', /only works from other IP addresses/, 'slow'],
  50111: ['key-unknown', /does not know this key/, 'stop', 'key'],
  50112: ['clock-wrong', CLOCK, 'slow'],
  50113: ['secret-wrong', /secret key does not belong to this API key/, 'stop', 'key'],
  50114: ['key-unknown', /does not know this key/, 'stop', 'key'],
  50115: ['request-refused', WRONG, 'slow'],
  50119: ['key-unknown', /does not know this key/, 'stop', 'key'],
  50120: ['key-lacks-permission', /is not allowed to read balances/, 'stop', 'key'],
  50121: ['address-blocked', /blocks the IP address/, 'slow'],
  50125: ['region-blocked', REGION, 'slow'],
  50404: ['source-retired', RETIRED, 'stop', 'polls'],
  51000: ['request-refused', WRONG, 'slow'],
  80001: ['region-blocked', REGION, 'slow'],
  81001: ['request-refused', WRONG, 'slow'],
  81104: ['chain-unsupported', NO_CHAIN, 'soon'],
  81105: ['wallet-refused', /refused this wallet/, 'stop', 'polls'],
  81106: ['address-format', /does not accept the format of an address/, 'stop', 'polls'],
  81107: ['too-many-addresses', /more addresses than OKX answers/, 'stop', 'polls'],
  81108: ['wallet-refused', /refused this wallet/, 'stop', 'polls'],
  81109: ['service-busy', BUSY, 'soon'],
  81150: ['chain-unsupported', NO_CHAIN, 'soon'],
  81151: ['token-unknown', NO_TOKEN, 'soon'],
  81152: ['token-unknown', NO_TOKEN, 'soon'],
  81153: ['token-unknown', NO_TOKEN, 'soon'],
  81157: ['chain-mismatch', /does not match its address/, 'soon'],
  81158: ['token-unknown', NO_TOKEN, 'soon'],
  81159: ['service-caching', /still collecting the data/, 'soon'],
  81201: ['service-unknown-error', STRANGE, 'soon'],
  81202: ['service-unknown-error', STRANGE, 'soon'],
  81203: ['request-refused', WRONG, 'slow'],
  81302: ['service-unknown-error', STRANGE, 'soon'],
  81351: ['service-unknown-error', STRANGE, 'soon'],
  81353: ['address-format', /does not accept the format of an address/, 'stop', 'polls'],
  81451: ['service-busy', BUSY, 'soon']
};

export interface CodeRow extends Refused {
  readonly id: string;
  readonly serviceCode: Code;
}

export const CODE_ROWS: readonly CodeRow[] = Object.entries(LINES).map(
  ([serviceCode, [code, says, next, notifies]]) => ({
    id: `code-${serviceCode}`,
    serviceCode: serviceCode as Code,
    code,
    says,
    next,
    ...(notifies && { notifies })
  })
);
