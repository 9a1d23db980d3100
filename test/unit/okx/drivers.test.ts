import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../shared/domain/failure';
import { Holding } from '../../../shared/schema/holding';
import type { Drivers } from '../../../electron/core/ports/ports';
import { drivers } from '../../../electron/okx/drivers';
import { ADDRESS_WALLET, httpReply, read, RECEIVED_AT, ROW, success, WALLET } from './sample';

describe('drivers', () => {
  it('exist for each source; a missing one does not compile', () => {
    // @ts-expect-error Property 'v6-address' is missing.
    const one: Drivers = { 'v5-account': drivers['v5-account'] };
    expect(Object.keys(drivers)).not.toEqual(Object.keys(one));
    expect(drivers[WALLET.source].request(WALLET, null).target).toContain('/v5/');
    expect(drivers[ADDRESS_WALLET.source].request(ADDRESS_WALLET, null).target).toContain('/v6/');
  });

  it('refuse the wallet of another source as an internal error', () => {
    expect(() => drivers['v5-account'].request(ADDRESS_WALLET, null)).toThrow(TypeError);
    expect(() => drivers['v6-address'].request(WALLET, ['1'])).toThrow(TypeError);
    expect(() => drivers['v6-address'].read(httpReply(200, success()), WALLET, RECEIVED_AT)).toThrow(
      TypeError
    );
  });

  it('tell each row that has no form and each one that has no amount', () => {
    const rows = [
      { ...ROW, balance: '-1' },
      { ...ROW, balance: null },
      { ...ROW, chainIndex: '56', balance: 'x' }
    ];
    expect(
      read(success(...rows))
        .unreadable.map(({ chainIndex }) => chainIndex)
        .sort()
    ).toEqual(['1', '1', '56']);
  });
});

describe('any reply', () => {
  const odd = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('0', '1', '-1', '1e5', '1e-300', 'true', '', null, 0.1)
  );
  /** Mostly the usual value, so that most replies have only one or two odd values. */
  const mostly = <T>(weight: number, usual: fc.Arbitrary<T>, strange: fc.Arbitrary<unknown> = odd) =>
    fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: strange });
  const row = fc.record(
    Object.fromEntries(
      Object.entries({ ...ROW, tokenContractAddress: '' }).map(([name, usual]) => [
        name,
        mostly(12, fc.constant(usual), fc.oneof(odd, fc.constant(undefined)))
      ])
    )
  );
  const rows = fc.array(mostly(20, row), { maxLength: 4 });
  const part = fc.record(
    { tokenAssets: mostly(20, rows), timeStamp: odd },
    { requiredKeys: ['tokenAssets'] }
  );
  const envelope = fc.record({
    code: mostly(9, fc.constantFrom('0', 0)),
    msg: odd,
    data: mostly(9, fc.array(mostly(3, part, row), { maxLength: 3 }))
  });
  const json = envelope.map(value => JSON.stringify(value).replaceAll('"rawBalance"', '"a\\"balance"'));
  const body = mostly(6, json, fc.oneof(fc.json(), fc.string())) as fc.Arbitrary<string>;
  const status = mostly(6, fc.constant(200), fc.integer({ min: 100, max: 599 })) as fc.Arbitrary<number>;

  it.each([WALLET, ADDRESS_WALLET])(
    'for $source is understood as well-formed holdings with an id each, or is a Failure; nothing else is thrown',
    wallet => {
      let understood = 0;
      fc.assert(
        fc.property(status, body, fc.string(), (code, text, retryAfter) => {
          const reply = httpReply(code, text, { 'retry-after': retryAfter });
          try {
            const { holdings } = drivers[wallet.source].read(reply, wallet, RECEIVED_AT);
            if (holdings.length > 0) understood += 1;
            for (const holding of holdings) Holding.parse(holding);
            expect(new Set(holdings.map(holding => holding.id)).size).toBe(holdings.length);
          } catch (thrown) {
            if (!(thrown instanceof Failure)) throw thrown;
            expect(thrown.code).not.toBe('bug');
          }
        }),
        { numRuns: 600 }
      );
      expect(understood).toBeGreaterThan(20);
    }
  );
});
