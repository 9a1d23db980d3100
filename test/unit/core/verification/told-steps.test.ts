// Tells step by step what is believed of answers that are true, false, or late. A step is one answer.
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../shared/schema/activity';
import type { WalletOf } from '../../../../shared/schema/wallet';
import { AnsweredProfile, sentRow, type SentRow } from '../../../fakes/answered-profile';
import { walletOf } from '../../../fakes/holdings';

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

const ADDRESS = '0xa03400e098f4421b34a3a44a1b4e571419517687';
const USDC = '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48';
const LINK = '0x514910771af9ca656af840dff83e8264ecf986ca';
/** A token that no list knows. */
const unknown = (place: number) => `0x${String(place).padStart(4, '0')}${'5'.repeat(36)}`;

const eth = (amount: string | number) => sentRow('ETH', '', amount, '2650');
const usdc = (amount: string | number) => sentRow('USDC', USDC, amount, '1');
const E = eth(8);
const U = usdc(5000);

const kinds = (entries: readonly Entry[]) => entries.map(({ kind }) => kind);
const addressed = (change: Partial<WalletOf<'v6-address'>>): WalletOf<'v6-address'> => ({
  id: 'a1',
  name: 'Address',
  keyId: walletOf().keyId,
  source: 'v6-address',
  address: ADDRESS,
  chains: ['1'],
  ...change
});

/** One wallet, answered a minute after the last time with each list of rows; the totals after each answer. */
function totals(...answers: readonly (readonly SentRow[])[]) {
  const profile = new AnsweredProfile([walletOf()]);
  return { profile, shown: answers.map(rows => profile.wait(MINUTE_S).answer({ w1: rows })) };
}

describe('what an answer lacks', () => {
  it('once, and is in the next answer, changes no total and is not told', () => {
    const link = sentRow('LINK', LINK, 500, '14');
    const whole = [eth(2), usdc(80000), link];
    const { profile, shown } = totals(whole, [eth(2), link], whole);
    expect(shown).toEqual(['92300', '92300', '92300']);
    expect(profile.told).toEqual([]);
    expect(profile.portfolio.doubts).toEqual([]);
  });

  it('for an hour counts ten minutes, is told as missing, then as sent, and is told as back', () => {
    const profile = new AnsweredProfile([walletOf()]);
    expect(profile.answer({ w1: [E, U] })).toBe('26200');
    const told: string[] = [];
    for (let minute = 1; minute <= 60; minute++) {
      const before = profile.told.length;
      expect(profile.wait(MINUTE_S).answer({ w1: [E] })).toBe(minute <= 10 ? '26200' : '21200');
      for (const kind of kinds(profile.told.slice(before))) told.push(`${kind} after ${minute}`);
    }
    expect(told).toEqual(['doubt after 3', 'left after 11']);
    expect(profile.wait(MINUTE_S).answer({ w1: [E, U] })).toBe('26200');
    expect(kinds(profile.told)).toEqual(['doubt', 'left', 'doubt']);
    expect(profile.told.at(-1)).toMatchObject({
      phase: 'returned',
      tokens: [{ symbol: 'USDC', amount: '5000' }]
    });
  });

  it('before a sleep of three days and after it is gone five minutes after waking', () => {
    const profile = new AnsweredProfile([walletOf()]);
    profile.answer({ w1: [E, U] });
    expect(profile.wait(MINUTE_S).answer({ w1: [E] })).toBe('26200');
    expect(profile.wait(3 * DAY_S).answer({ w1: [E] })).toBe('26200');
    for (let waited = 20; waited < 5 * MINUTE_S; waited += 20)
      expect(profile.wait(20).answer({ w1: [E] })).toBe('26200');
    expect(profile.wait(20).answer({ w1: [E] })).toBe('21200');
  });

  it('beside an amount of the same digits in billions changes nothing', () => {
    const { profile, shown } = totals([E, U], [E, usdc(5_000_000_000)], [E, U]);
    expect(shown).toEqual(['26200', '26200', '26200']);
    expect(profile.told).toEqual([]);
  });
});

describe('an unknown token', () => {
  it('that gets its price one answer after it came waits', () => {
    const S = (price: string) => sentRow('S', unknown(1), 1_000_000, price);
    const { profile, shown } = totals([E, U], [E, U, S('0')], [E, U, S('1000')]);
    expect(shown).toEqual(['26200', '26200', '26200']);
    expect(profile.portfolio.waiting).toEqual({ count: 1, worth: '1000000000' });
    expect(profile.portfolio.isStale).toBe(false);
  });

  it('counts with its like up to half of what is established, however many come and when', () => {
    const spam = (from: number) =>
      Array.from({ length: 20 }, (_, place) => sentRow('SPAM', unknown(from + place), 12_000, '1'));
    const profile = new AnsweredProfile([walletOf()]);
    profile.answer({ w1: [E, U] });
    expect(profile.wait(MINUTE_S).answer({ w1: [E, U, ...spam(0)] })).toBe('38200');
    const first = profile.told.length;
    expect(profile.portfolio.waiting.count).toBe(19);
    expect(profile.wait(DAY_S).answer({ w1: [E, U, ...spam(0), ...spam(20)] })).toBe('38200');
    expect(profile.portfolio.waiting.count).toBe(39);
    expect(kinds(profile.told)).not.toContain('total');
    expect(profile.told.slice(first).filter(({ kind }) => kind === 'unverified').length).toBeLessThanOrEqual(
      1
    );
  });
});

describe('a swap', () => {
  it('in one answer changes no total, and is told as what it is', () => {
    const { profile, shown } = totals([eth(10)], [eth(2), usdc(21_200)], [eth(2), usdc(21_200)]);
    expect(shown).toEqual(['26500', '26500', '26500']);
    expect(kinds(profile.told)).not.toContain('total');
    expect(kinds(profile.told).sort()).toEqual(['arrived', 'left']);
  });

  it('for a token that is listed five minutes later counts in full', () => {
    const profile = new AnsweredProfile([walletOf()]);
    expect(profile.answer({ w1: [eth(10)] })).toBe('26500');
    expect(profile.wait(MINUTE_S).answer({ w1: [eth(2)] })).toBe('5300');
    const m = sentRow('M', unknown(1), 21_000, '1');
    expect(profile.wait(5 * MINUTE_S).answer({ w1: [eth(2), m] })).toBe('26300');
    expect(profile.portfolio.waiting.count).toBe(0);
  });
});

describe('a move between two own wallets', () => {
  const hot = walletOf({ id: 'hot', name: 'Hot', accountId: '0e0e0e0e-0000-4000-8000-000000000001' });
  const cold = walletOf({ id: 'cold', name: 'Cold', accountId: '0e0e0e0e-0000-4000-8000-000000000002' });
  const at = (address: string, rows: readonly SentRow[]) => rows.map(one => ({ ...one, address }));
  const HOT = '0x1000000000000000000000000000000000000001';
  const COLD = '0x2000000000000000000000000000000000000002';
  const begun = () => {
    const profile = new AnsweredProfile([hot, cold]);
    const before = { hot: at(HOT, [eth(1), usdc(5000)]), cold: at(COLD, [eth(1)]) };
    expect(profile.answer(before)).toBe('10300');
    return profile.wait(MINUTE_S);
  };
  const sent = at(HOT, [eth(1)]);
  const received = at(COLD, [eth(1), usdc(5000)]);

  it.each([
    ['both are due, the sending one first', [{ hot: sent, cold: received }]],
    ['both are due, the receiving one first', [{ cold: received, hot: sent }]],
    ['the sending one is due first', [{ hot: sent }, { cold: received, hot: sent }]]
  ] as [string, Record<string, SentRow[]>[]][])('changes no total when %s', (_, rounds) => {
    const profile = begun();
    for (const round of rounds) expect(profile.wait(MINUTE_S).answer(round)).toBe('10300');
    for (let looks = 0; looks < 3; looks++)
      expect(profile.wait(20).answer({ hot: sent, cold: received })).toBe('10300');
    expect(kinds(profile.told)).not.toContain('total');
    expect(kinds(profile.told).sort()).toEqual(['arrived', 'left']);
    expect(profile.portfolio.doubts).toEqual([]);
  });
});

it('a coin listed under several addresses of its chain counts once', () => {
  const on = (chainIndex: string, tokens: readonly string[], symbol: string, amount: number, price: string) =>
    tokens.map(token => ({ ...sentRow(symbol, token, amount, price), chainIndex }));
  const { shown } = totals([
    ...on('137', ['', '0x0000000000000000000000000000000000001010'], 'POL', 10_000, '0.5'),
    ...on('42220', ['', '0x471EcE3750Da237f93B8E339c536989b8978a438'], 'CELO', 2000, '0.4'),
    ...on('1', ['', '0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE'], 'ETH', 1, '2650')
  ]);
  expect(shown).toEqual(['8450']);
});

it('rows that cannot be read harm none that can', () => {
  const strange = { ...sentRow('S', unknown(1), 5, 'NaN'), isRiskToken: true };
  const nowhere = { ...sentRow('T', unknown(2), 5, '1'), chainIndex: undefined };
  const profile = new AnsweredProfile([walletOf()]);
  const shown = [
    [E, U],
    [eth(9), U, strange],
    [eth(10), U, strange],
    [eth(11), U, strange, nowhere]
  ].map(rows => {
    const total = profile.wait(MINUTE_S).answer({ w1: rows });
    const { isStale, partsAnswered, partsExpected } = profile.portfolio;
    expect([isStale, partsAnswered]).toEqual([false, partsExpected]);
    return total;
  });
  expect(shown).toEqual(['26200', '28850', '31500', '34150']);
});

it('the same address watched three times counts once', () => {
  const capitals = addressed({ id: 'a2', address: ADDRESS.toUpperCase() });
  const profile = new AnsweredProfile([walletOf(), addressed({}), capitals]);
  expect(profile.answer({ w1: [E, U], a1: [E, U], a2: [E, U] })).toBe('26200');
  expect(profile.wait(MINUTE_S).answer({ a2: [E, U], a1: [E, U], w1: [E, U] })).toBe('26200');
  expect(profile.told).toEqual([]);
});

it('a large arrival that stays is confirmed within 30 s, and told once as received', () => {
  const profile = new AnsweredProfile([walletOf()]);
  expect(profile.answer({ w1: [eth('0.02')] })).toBe('53');
  expect(profile.wait(MINUTE_S).answer({ w1: [eth('40.02')] })).toBe('53');
  expect(profile.wait(20).answer({ w1: [eth('40.02')] })).toBe('106053');
  profile.wait(MINUTE_S).answer({ w1: [eth('40.02')] });
  expect(kinds(profile.told).filter(kind => kind === 'arrived')).toEqual(['arrived']);
});

it('what leaves of a token that did not count is not told as money, though its price is known now', () => {
  const { profile, shown } = totals(
    [E, sentRow('GEM', unknown(7), 12000, '0')],
    [E, sentRow('GEM', unknown(7), 120, '1')]
  );
  expect(shown).toEqual(['21200', '21320']);
  expect(kinds(profile.told)).toEqual([]);
  expect(profile.entries).toMatchObject([{ kind: 'left', worth: null, silence: 'not-counted' }]);
});
