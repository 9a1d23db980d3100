import { describe, expect, it } from 'vitest';
import { decideDoubt, excludeHoldings, includeHoldings } from '../../../../electron/core/state/decide-doubts';
import { AnsweredProfile, sentRow, type SentRow } from '../../../fakes/answered-profile';
import { walletOf } from '../../../fakes/holdings';

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;
const ADDRESS = '0xa03400e098f4421b34a3a44a1b4e571419517687';
const USDC = '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48';
const UNKNOWN = `0x${'5'.repeat(40)}`;

const eth = (amount: string, price = '2500') => sentRow('ETH', '', amount, price);
const usdc = (amount: string, price = '1') => sentRow('USDC', USDC, amount, price);
const gem = (amount: string, price: string, more: SentRow = {}) =>
  sentRow('GEM', UNKNOWN, amount, price, more);
const onBase = (one: SentRow): SentRow => ({ ...one, chainIndex: '8453' });

/** A profile whose first answer had these rows. */
function begun(...rows: SentRow[]): AnsweredProfile {
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: rows });
  return profile;
}

/** The same answer again and again, every `everyS` for `seconds`; the total at the end. */
function kept(profile: AnsweredProfile, seconds: number, everyS: number, ...rows: SentRow[]): string {
  for (let waited = 0; waited < seconds; waited += everyS) profile.wait(everyS).answer({ w1: rows });
  return profile.total;
}

const doubts = ({ portfolio }: AnsweredProfile) => portfolio.doubts.map(({ kind, worth }) => [kind, worth]);

describe('what is missing', () => {
  it('is counted below ten dollars no longer, and from there on is in doubt', () => {
    expect(
      begun(eth('4'), usdc('9'))
        .wait(60)
        .answer({ w1: [eth('4')] })
    ).toBe('10000');
    const profile = begun(eth('4'), usdc('10'));
    expect(profile.wait(60).answer({ w1: [eth('4')] })).toBe('10010');
    expect(doubts(profile)).toEqual([['missing', '10']]);
  });

  it('is doubted from one percent of a small total on', () => {
    const profile = begun(eth('0.04'), usdc('2'));
    expect(profile.wait(60).answer({ w1: [eth('0.04')] })).toBe('102');
    expect(doubts(profile)).toEqual([['missing', '2']]);
  });

  it('lasts over a restart, with the time for which answers agreed', async () => {
    const profile = begun(eth('4'), usdc('5000'));
    kept(profile, 8 * MINUTE_S, 60, eth('4'));
    await profile.restart();
    expect(kept(profile, 2 * MINUTE_S, 60, eth('4'))).toBe('15000');
    expect(kept(profile, MINUTE_S, 60, eth('4'))).toBe('10000');
  });

  it('of a whole chain with crumbs is stale and takes an hour, of a chain that leaves crumbs ten minutes', () => {
    const [onChain, crumb] = [onBase(usdc('5000')), onBase(gem('3', '0'))];
    const silent = begun(eth('4'), onChain, crumb);
    expect(kept(silent, 59 * MINUTE_S, 60, eth('4'))).toBe('15000');
    expect(doubts(silent)).toEqual([['silent-chain', '5000']]);
    expect(silent.portfolio.isStale).toBe(true);
    // The history says the same of the moment as the window.
    expect(silent.model.points.at(-1)?.stale).toHaveLength(1);
    expect(kept(silent, 2 * MINUTE_S, 60, eth('4'))).toBe('10000');
    expect(silent.portfolio.holdings).toHaveLength(1);
    const swept = begun(eth('4'), onChain, crumb);
    expect(kept(swept, 11 * MINUTE_S, 60, eth('4'), crumb)).toBe('10000');
  });

  it('is back in the count at once within 30 days, and is received if it comes later', () => {
    const profile = begun(eth('4'), usdc('5000'));
    kept(profile, 12 * MINUTE_S, 60, eth('4'));
    expect(profile.wait(20 * DAY_S).answer({ w1: [eth('4'), usdc('5010')] })).toBe('15010');
    expect(profile.entries.map(({ kind }) => kind)).not.toContain('arrived');
    kept(profile, 12 * MINUTE_S, 60, eth('4'));
    profile.wait(31 * DAY_S).answer({ w1: [eth('4'), usdc('4000')] });
    expect(profile.entries.map(({ kind }) => kind)).toContain('arrived');
  });

  it('and arrived elsewhere for its worth is a swap after two answers, and only the old side counts until then', () => {
    const profile = begun(eth('4'), usdc('5000'));
    const swapped = [eth('5.95')];
    expect(profile.wait(60).answer({ w1: swapped })).toBe('15000');
    expect(doubts(profile)).toEqual([['missing', '5000']]);
    expect(profile.wait(14).answer({ w1: swapped })).toBe('15000');
    expect(profile.wait(1).answer({ w1: swapped })).toBe('14875');
    expect(doubts(profile)).toEqual([]);
  });
});

describe('an answer of the service', () => {
  it('that is older than one before changes nothing', () => {
    const profile = begun(eth('4'));
    profile.wait(60).answer({ w1: [eth('3')] });
    expect(profile.answer({ w1: [eth('4')] }, 30)).toBe('7500');
    expect(profile.wait(60).answer({ w1: [eth('2')] })).toBe('5000');
  });

  it('that comes again with the same time confirms nothing', () => {
    const profile = begun(eth('4'), usdc('5000'));
    for (let times = 0; times < 100; times++) profile.answer({ w1: [eth('4')] });
    expect(profile.total).toBe('15000');
    expect(profile.model.verification.doubted).toMatchObject({
      [`w1/1/${ADDRESS}/${USDC}`]: { agreedMs: 0, answers: 1 }
    });
  });
});

describe('a leap', () => {
  it('of a price is used after ten minutes of answers within a factor of two, and not before', () => {
    const profile = begun(eth('4'), usdc('5000'));
    expect(kept(profile, 9 * MINUTE_S, 60, eth('4', '30000'), usdc('5000'))).toBe('15000');
    expect(profile.wait(60).answer({ w1: [eth('4', '70000'), usdc('5000')] })).toBe('15000');
    expect(kept(profile, 10 * MINUTE_S, 60, eth('4', '70000'), usdc('5000'))).toBe('285000');
  });

  it('of a price keeps the old price and takes the new amount', () => {
    const profile = begun(eth('4'), usdc('5000'));
    expect(profile.wait(60).answer({ w1: [eth('2', '0.01'), usdc('5000')] })).toBe('10000');
    expect(doubts(profile).map(([kind]) => kind)).toEqual(['leap-of-price']);
  });

  it('is none when amount and price change against each other', () => {
    const profile = begun(eth('4'), usdc('5000', '1'));
    expect(profile.wait(60).answer({ w1: [eth('4'), usdc('50', '100')] })).toBe('15000');
    expect(doubts(profile)).toEqual([]);
  });

  it('of the point six places away, up or down, keeps the amount for ten minutes', () => {
    for (const wrong of ['5000000000', '0.005']) {
      const profile = begun(eth('4'), usdc('5000'));
      expect(kept(profile, 10 * MINUTE_S, 60, eth('4'), usdc(wrong))).toBe('15000');
      expect(doubts(profile).map(([kind]) => kind)).toEqual(['moved-point']);
      expect(profile.wait(60).answer({ w1: [eth('4'), usdc('5000')] })).toBe('15000');
      expect(doubts(profile)).toEqual([]);
    }
  });

  it('of the amount is believed at the second answer, 15 s later', () => {
    const profile = begun(eth('4'), usdc('50'));
    const leapt = [eth('4'), usdc('90000')];
    expect(profile.wait(60).answer({ w1: leapt })).toBe('10050');
    expect(profile.wait(14).answer({ w1: leapt })).toBe('10050');
    expect(profile.wait(1).answer({ w1: leapt })).toBe('100000');
  });
});

describe('a token that nobody knows', () => {
  it('counts up to half of what is established, or 100 dollars, and grows no further', () => {
    const profile = begun(eth('4'));
    expect(profile.wait(60).answer({ w1: [eth('4'), gem('5000', '1')] })).toBe('15000');
    expect(profile.wait(60).answer({ w1: [eth('4'), gem('5000', '1.5')] })).toBe('15000');
    expect(profile.portfolio.waiting).toEqual({ count: 1, worth: '7500' });
    expect(profile.wait(60).answer({ w1: [eth('4'), gem('4000', '1.5')] })).toBe('14000');
    const small = begun(eth('0.01'));
    expect(small.wait(60).answer({ w1: [eth('0.01'), gem('100', '1')] })).toBe('125');
  });

  it('counts on when what is established falls', () => {
    const profile = begun(eth('4'), gem('5000', '1'));
    expect(profile.wait(60).answer({ w1: [eth('0.4'), gem('5000', '1')] })).toBe('6000');
    expect(profile.wait(60).answer({ w1: [eth('0.4'), gem('5000', '1.01')] })).toBe('6000');
  });

  it('counts like money as far as it was paid for', () => {
    const profile = begun(eth('4'));
    expect(profile.wait(60).answer({ w1: [eth('1'), gem('7400', '1')] })).toBe('9900');
    expect(profile.portfolio.waiting.count).toBe(0);
    expect(profile.wait(60).answer({ w1: [eth('1'), gem('7400', '3')] })).toBe('9900');
  });

  it('counts in the first round of a profile up to 100,000 dollars, with the question beside it', () => {
    const profile = begun(gem('60000', '1'));
    expect(profile.total).toBe('60000');
    expect(profile.portfolio.waiting).toEqual({ count: 1, worth: '60000' });
    expect(begun(gem('100001', '1')).total).toBe('0');
  });

  it('that a person includes counts up to ten times its worth then, and is asked about beyond that', () => {
    const profile = begun(eth('4'));
    const id = `w1/1/${ADDRESS}/${UNKNOWN}`;
    profile.wait(60).answer({ w1: [eth('4'), gem('20000', '1')] });
    profile.model = includeHoldings(profile.model, [id], profile.now);
    expect(profile.total).toBe('30000');
    expect(profile.wait(60).answer({ w1: [eth('4'), gem('20000', '9')] })).toBe('190000');
    kept(profile, 11 * MINUTE_S, 60, eth('4'), gem('20000', '50'));
    expect(profile.total).toBe('190000');
    expect(profile.portfolio.waiting).toEqual({ count: 1, worth: '1000000' });
    profile.model = excludeHoldings(profile.model, [id]);
    expect(profile.wait(60).answer({ w1: [eth('4'), gem('20000', '50')] })).toBe('10000');
    expect(profile.portfolio.waiting.count).toBe(0);
  });

  it('that was listed only, and begins to count when some of it leaves, is told as sent', () => {
    const profile = begun(eth('4'), gem('8000', '1'));
    expect(profile.wait(60).answer({ w1: [eth('4'), gem('3000', '1')] })).toBe('13000');
    expect(profile.entries.map(one => 'amount' in one && one.amount)).toEqual(['-5000']);
  });

  it('that is called risky keeps counting for ten minutes, and a known one for good', () => {
    const flagged = { isRiskToken: true };
    const profile = begun(eth('4'), gem('1000', '1'), usdc('500'));
    const rows = [eth('4'), gem('1000', '1', flagged), { ...usdc('500'), ...flagged }];
    expect(kept(profile, 10 * MINUTE_S, 60, ...rows)).toBe('11500');
    expect(doubts(profile)).toEqual([['risk-flag', '1000']]);
    expect(kept(profile, MINUTE_S, 60, ...rows)).toBe('10500');
  });

  it('is asked about once a day, whatever comes', () => {
    const profile = begun(eth('4'));
    for (let hours = 0; hours < 48; hours++) {
      const spam = Array.from({ length: hours + 1 }, (_, place) =>
        sentRow('SPAM', `0x${String(place).padStart(40, '7')}`, '9000', '1')
      );
      profile.wait(HOUR_S).answer({ w1: [eth('4'), ...spam] });
    }
    expect(profile.entries.filter(({ kind }) => kind === 'unverified').length).toBe(2);
  });
});

it('a price in doubt stays so while no price is given', () => {
  const profile = begun(eth('4'), usdc('500'));
  kept(profile, 5 * MINUTE_S, 60, eth('4'), usdc('500', '12'));
  kept(profile, 5 * MINUTE_S, 60, eth('4'), usdc('500', '0'));
  expect(doubts(profile)).toEqual([['leap-of-price', '5500']]);
  expect(profile.entries.filter(one => one.kind === 'doubt' && one.phase === 'as-before')).toEqual([]);
  expect(kept(profile, 5 * MINUTE_S, 60, eth('4'), usdc('500', '12'))).toBe('16000');
});

describe('the word of the person', () => {
  it('ends a doubt as the answers say, or takes it out of the count', () => {
    const missing = begun(eth('4'), usdc('5000'));
    missing.wait(60).answer({ w1: [eth('4')] });
    const [doubt] = missing.portfolio.doubts;
    missing.model = decideDoubt(missing.model, doubt!.id, 'accept', missing.now);
    expect([missing.total, doubts(missing)]).toEqual(['10000', []]);
    const leapt = begun(eth('4'), usdc('50'));
    leapt.wait(60).answer({ w1: [eth('4'), usdc('90000')] });
    const before = leapt.model;
    const id = leapt.portfolio.doubts[0]!.id;
    leapt.model = decideDoubt(before, id, 'accept', leapt.now);
    expect(leapt.total).toBe('100000');
    leapt.model = decideDoubt(before, id, 'exclude', leapt.now);
    expect(leapt.wait(60).answer({ w1: [eth('4'), usdc('90000')] })).toBe('10000');
  });
});

describe('a profile of the version before', () => {
  it('counts on what counted, asks about what is over the limit, and lets wait what waited', () => {
    const profile = begun(eth('4'), gem('3000', '1'));
    const id = `w1/1/${ADDRESS}/${UNKNOWN}`;
    const [snapshot] = profile.model.snapshots;
    const stored = snapshot!.holdings.map(one => (one.id === id ? { ...one, balance: '30000' } : one));
    const { verification } = new AnsweredProfile([walletOf()]).model;
    profile.model = { ...profile.model, verification, snapshots: [{ ...snapshot!, holdings: stored }] };
    expect(profile.wait(60).answer({ w1: [eth('4'), gem('30000', '1')] })).toBe('40000');
    expect(profile.told).toEqual([]);
    expect(profile.portfolio.waiting).toEqual({ count: 1, worth: '30000' });
  });
});
