import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../../electron/core/engine/engine';
import { ALL_CODES, type Code } from '../../../../electron/fake-okx/service/error-codes';
import type { AnyFault } from '../../../../electron/fake-okx/faults/fault-rules';
import { FAILURE_TABLE } from '../../../../electron/okx/errors';
import { failureSentence, nextTryText } from '../../../../shared/text/failure-text';
import { EXAMPLE_TOTAL, startWorld, type AppWorld } from '../../../fakes/app-world';

const HIDDEN_MS = 5 * 60_000;
const NEXT_MS = { stop: null, slow: 15 * 60_000, soon: 15_000 } as const;
type Next = keyof typeof NEXT_MS;

/** The error that OKX sends, the sentence that people read, and when Tokentray polls again by itself. */
const ROWS: [code: Code, status: number, sentence: RegExp, next: Next][] = [
  ['50001', 200, /^OKX is temporarily unavailable\.$/, 'soon'],
  ['50001', 503, /^OKX is temporarily unavailable\.$/, 'soon'],
  ['50004', 400, /temporarily unavailable/, 'soon'],
  ['50005', 410, /no longer serves this kind of request.*another source/, 'stop'],
  ['50011', 429, /is limiting requests/, 'soon'],
  ['50011', 200, /is limiting requests/, 'soon'],
  ['50013', 429, /temporarily unavailable/, 'soon'],
  ['50014', 400, /rejected the request/, 'slow'],
  ['50026', 500, /temporarily unavailable/, 'soon'],
  ['50050', 200, /no longer serves this kind of request.*another source/, 'stop'],
  ['50100', 400, /has frozen this key/, 'stop'],
  ['50101', 401, /belongs to another environment/, 'stop'],
  ['50102', 401, /^Your clock is wrong/, 'slow'],
  ['50103', 401, /a part of the key is missing/, 'stop'],
  ['50104', 401, /a part of the key is missing/, 'stop'],
  ['50105', 401, /The passphrase is wrong/, 'stop'],
  ['50106', 401, /a part of the key is missing/, 'stop'],
  ['50107', 401, /a part of the key is missing/, 'stop'],
  ['50110', 401, /only works from other IP addresses/, 'slow'],
  ['50111', 401, /does not know this key/, 'stop'],
  ['50112', 401, /^Your clock is wrong/, 'slow'],
  ['50113', 401, /secret key does not belong to this API key/, 'stop'],
  ['50114', 401, /does not know this key/, 'stop'],
  ['50115', 405, /rejected the request/, 'slow'],
  ['50119', 200, /does not know this key.* eea\.okx\.com/, 'stop'],
  ['50119', 401, /does not know this key.* eea\.okx\.com/, 'stop'],
  ['50120', 200, /is not allowed to read balances/, 'stop'],
  ['50121', 200, /blocks the IP address/, 'slow'],
  ['50125', 401, /does not serve this key or the region/, 'slow'],
  ['50404', 404, /no longer serves this kind of request.*another source/, 'stop'],
  ['51000', 400, /rejected the request/, 'slow'],
  ['80001', 200, /does not serve this key or the region/, 'slow'],
  ['80001', 403, /does not serve this key or the region/, 'slow'],
  ['81001', 200, /rejected the request/, 'slow'],
  ['81104', 200, /does not support one of the chains/, 'soon'],
  ['81105', 200, /refused this wallet/, 'stop'],
  ['81106', 200, /does not accept the format of an address/, 'stop'],
  ['81107', 200, /more addresses than OKX answers/, 'stop'],
  ['81108', 200, /refused this wallet/, 'stop'],
  ['81109', 200, /temporarily unavailable/, 'soon'],
  ['81150', 200, /does not support one of the chains/, 'soon'],
  ['81151', 200, /does not know a token/, 'soon'],
  ['81152', 200, /does not know a token/, 'soon'],
  ['81153', 200, /does not know a token/, 'soon'],
  ['81157', 200, /does not match its address/, 'soon'],
  ['81158', 200, /does not know a token/, 'soon'],
  ['81159', 200, /still collecting the data/, 'soon'],
  // An error of transactions, which are never requested: the text for an unknown error is intended here.
  ['81201', 200, /an error that Tokentray does not know/, 'soon'],
  ['81202', 200, /an error that Tokentray does not know/, 'soon'],
  ['81203', 200, /rejected the request/, 'slow'],
  ['81302', 200, /an error that Tokentray does not know/, 'soon'],
  ['81351', 200, /an error that Tokentray does not know/, 'soon'],
  ['81353', 200, /does not accept the format of an address/, 'stop'],
  ['81451', 200, /temporarily unavailable/, 'soon']
];

let around: AppWorld;
let app: Engine;
beforeEach(async () => {
  around = await startWorld();
  app = new Engine(around.world);
  await app.load();
  await app.refresh();
});
afterEach(async () => {
  await app.stop();
  await around.close();
});

/** Runs a round with this fault, and returns the failure, its sentence and the delay as the surfaces show them. */
async function meet(fault: AnyFault) {
  around.server.injectFault(fault);
  around.at += HIDDEN_MS;
  await app.refresh();
  const { failure, portfolio, polling } = app.state;
  expect(portfolio).toMatchObject({ total: EXAMPLE_TOTAL, isStale: true });
  expect(portfolio.wallets[0]?.failure).toEqual(failure);
  const nextMs = polling.nextAt === null ? null : polling.nextAt - around.at;
  return { failure, sentence: failure && failureSentence(failure), nextMs };
}

describe('an error of OKX', () => {
  it.each(ROWS)('%s with HTTP %i reads %s, and polling is: %s', async (code, status, text, next) => {
    const { failure, sentence, nextMs } = await meet({ kind: 'refuse', code, status });
    expect(sentence).toMatch(text);
    expect(failure).toMatchObject({ serviceCode: code, at: around.at });
    expect(nextMs).toBe(NEXT_MS[next]);
    const after = nextTryText(failure!.code, app.state.polling.nextAt, around.at);
    expect(after).toMatch(next === 'stop' ? /Refreshing has stopped/ : /Next try at/);
  });

  it('is tested above for every known code', () => {
    const tried = new Set<string>(ROWS.map(([code]) => code));
    expect(Object.keys(FAILURE_TABLE).filter(code => !tried.has(code))).toEqual([]);
    // 50006 would need a content type other than the one that is always sent.
    expect(ALL_CODES.filter(code => !tried.has(code))).toEqual(['50006']);
  });

  it('with an unknown code has a sentence that says so, and keeps its code for Diagnostics', async () => {
    const { failure, sentence } = await meet({ kind: 'text', text: '{"code":"70707","msg":"?","data":[]}' });
    expect(sentence).toMatch(/an error that Tokentray does not know/);
    expect(failure?.serviceCode).toBe('70707');
  });
});

describe('a fault that is no error of OKX', () => {
  it.each<[AnyFault, RegExp, Next]>([
    [{ kind: 'payment-wanted' }, /charges for more requests/, 'slow'],
    [{ kind: 'blocked-page' }, /^A web page answered instead of OKX/, 'slow'],
    [{ kind: 'captive-portal' }, /^A web page answered instead of OKX/, 'slow'],
    [{ kind: 'error-page', status: 502 }, /temporarily unavailable/, 'soon'],
    [{ kind: 'redirect', location: 'https://other.example/' }, /redirected to another address/, 'slow'],
    [{ kind: 'truncated-json' }, /could not be read/, 'soon'],
    [{ kind: 'hang-up' }, /^The connection to 127\.0\.0\.1:\d+ broke off/, 'soon']
  ])('%o reads %s, and polling is: %s', async (fault, text, next) => {
    const { sentence, nextMs } = await meet(fault);
    expect(sentence).toMatch(text);
    expect(nextMs).toBe(NEXT_MS[next]);
  });
});
