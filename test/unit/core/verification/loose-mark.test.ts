import { describe, expect, it } from 'vitest';
import { AnsweredProfile, sentRow, type SentRow } from '../../../fakes/answered-profile';
import { walletOf } from '../../../fakes/holdings';

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

/** Wallets without an address share none. */
const row = (...[symbol, id, balance, price]: Parameters<typeof sentRow>) =>
  sentRow(symbol, id, balance, price, { address: '' });
/** Worth 10,000 in all, unless another price is given: up to 5,000 of what is loose counts beside it. */
const eth = (price = '2500') => row('ETH', '', '4', price);
const gem = (balance: string, price = '1') => row('GEM', `0x${'5'.repeat(40)}`, balance, price);
const few = (balance: string) => row('FEW', `0x${'8'.repeat(40)}`, balance, '1');
const dup = (balance: string, price = '1') => row('DUP', `0x${'6'.repeat(40)}`, balance, price);

function begun(...rows: SentRow[]): AnsweredProfile {
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: rows });
  return profile;
}

/** Two wallets, of which only the first has anything. */
function begunWithTwo(...rows: SentRow[]): AnsweredProfile {
  const profile = new AnsweredProfile([walletOf(), walletOf({ id: 'w2', name: 'Cold', accountId: 'a2' })]);
  profile.answer({ w1: rows, w2: [] });
  return profile;
}

describe('a token that counted within 30 days', () => {
  it('waits when its price is known again after another took its room', () => {
    const profile = begun(eth(), gem('5000'));
    expect(profile.wait(DAY_S + 60).answer({ w1: [eth(), gem('5000', '0')] })).toBe('10000');
    expect(profile.wait(2 * HOUR_S).answer({ w1: [eth(), gem('5000', '0'), dup('5000')] })).toBe('15000');
    expect(profile.wait(60).answer({ w1: [eth(), gem('5000'), dup('5000')] })).toBe('15000');
    expect(profile.portfolio.waiting).toEqual({ count: 1, worth: '5000' });
  });

  it('keeps its room for an hour after it left, and then no longer', () => {
    const profile = begun(eth(), gem('5000'));
    profile.wait(60).answer({ w1: [eth(), gem('5000'), dup('4000')] });
    expect(profile.wait(60).answer({ w1: [eth(), gem('1000'), dup('4000')] })).toBe('11000');
    expect(profile.wait(59 * MINUTE_S).answer({ w1: [eth(), gem('1000'), dup('4000')] })).toBe('11000');
    expect(profile.wait(MINUTE_S).answer({ w1: [eth(), gem('1000'), dup('4000')] })).toBe('15000');
    expect(profile.wait(60).answer({ w1: [eth(), gem('5000'), dup('4000')] })).toBe('15000');
  });

  it('counts again although what is established fell meanwhile, but no more than counted at once', () => {
    const profile = begun(eth(), gem('2500'), dup('2500'));
    profile.wait(60).answer({ w1: [eth('500'), gem('2500'), dup('2500')] });
    expect(profile.total).toBe('7000');
    profile.wait(DAY_S + 60).answer({ w1: [eth('500'), gem('2500', '0'), dup('2500', '0')] });
    expect(profile.total).toBe('2000');
    const restored = [eth('500'), gem('2500'), dup('2500')];
    expect(profile.wait(28 * DAY_S).answer({ w1: restored })).toBe('7000');
    expect(profile.wait(60).answer({ w1: [eth('500'), gem('2500'), dup('2500', '2')] })).toBe('7000');
  });

  it('is not held back when it went to another wallet, whatever waits for its room', () => {
    const profile = begunWithTwo(eth(), gem('5000'));
    profile.wait(60).answer({ w1: [eth(), gem('5000'), dup('3000')] });
    expect(profile.wait(60).answer({ w1: [eth(), gem('1000'), dup('3000')] })).toBe('11000');
    expect(profile.wait(60).answer({ w2: [gem('4000')] })).toBe('15000');
    expect(profile.portfolio.waiting.count).toBe(1);
  });

  const sent = { w1: [eth(), dup('3000')] };
  const received = { w2: [gem('5000', '40')] };
  it.each([
    ['in one round', [{ ...sent, ...received }]],
    ['in two', [sent, received]]
  ])('takes along the price at which it counted when it goes to another wallet %s', (_, rounds) => {
    const profile = begunWithTwo(eth(), gem('5000'));
    profile.wait(60).answer({ w1: [eth(), gem('5000'), dup('3000')] });
    for (const rows of rounds) expect(profile.wait(60).answer(rows)).toBe('15000');
    expect(profile.portfolio.waiting.count).toBe(2);
  });
});

it('that answers called gone is not told as back when it has to wait', () => {
  const profile = begun(eth(), gem('5000'));
  for (let minutes = 0; minutes < 12; minutes++) profile.wait(60).answer({ w1: [eth()] });
  expect(profile.wait(HOUR_S).answer({ w1: [eth(), dup('5000')] })).toBe('15000');
  expect(profile.wait(60).answer({ w1: [eth(), gem('5000'), dup('5000')] })).toBe('15000');
  expect(profile.entries.filter(one => one.kind === 'doubt' && one.phase === 'returned')).toEqual([]);
});

describe('a loose token', () => {
  it('that leaves and comes back within the hour did not pay for itself', () => {
    const profile = begun(eth(), gem('5000'));
    for (let times = 0; times < 3; times++) {
      expect(profile.wait(60).answer({ w1: [eth(), gem('1')] })).toBe('10001');
      expect(profile.wait(60).answer({ w1: [eth(), gem('5000')] })).toBe('15000');
    }
    expect(profile.wait(60).answer({ w1: [eth(), gem('5000'), dup('4000')] })).toBe('15000');
  });

  it('for which another one left takes its room, and no more', () => {
    const profile = begun(eth(), gem('5000'));
    profile.wait(60).answer({ w1: [eth(), gem('5000'), few('3000')] });
    profile.wait(60).answer({ w1: [eth(), gem('1'), few('3000')] });
    expect(profile.wait(60).answer({ w1: [eth(), gem('1'), few('3000'), dup('4900')] })).toBe('14901');
    expect(profile.wait(60).answer({ w1: [eth(), gem('5000'), few('3000'), dup('4900')] })).toBe('14901');
  });

  it('spends what was paid for it when it pays for another, and has it no more when it comes back', () => {
    const profile = begun(eth());
    const half = { ...eth(), balance: '2' };
    expect(profile.wait(60).answer({ w1: [half, gem('5000')] })).toBe('10000');
    profile.wait(2 * HOUR_S).answer({ w1: [half, gem('1')] });
    expect(profile.wait(60).answer({ w1: [half, gem('1'), dup('5000')] })).toBe('10001');
    expect(profile.wait(60).answer({ w1: [half, gem('5000'), dup('5000')] })).toBe('15000');
    expect(profile.wait(60).answer({ w1: [half, gem('5000'), dup('5000'), few('3')] })).toBe('15000');
  });

  it('stays uninvited that comes while a fee is paid', () => {
    const profile = begun(eth());
    const paid = { ...eth(), balance: '3.999' };
    profile.wait(60).answer({ w1: [paid, gem('3000')] });
    expect(profile.total).toBe('12997.5');
    const { tokens } = profile.model.verification;
    expect(Object.values(tokens).map(({ isUninvited }) => isUninvited)).toContain(true);
  });
});

describe('of loose tokens that do not all fit', () => {
  it('the smallest count, in whatever order they come', () => {
    const profile = begun(eth());
    expect(profile.wait(60).answer({ w1: [eth(), gem('4000'), dup('3000'), few('2000')] })).toBe('15000');
    expect(profile.portfolio.waiting).toEqual({ count: 1, worth: '4000' });
  });

  it('of the same worth that counts whose id comes first', () => {
    const profile = begun(eth());
    profile.wait(60).answer({ w1: [eth(), few('3000'), dup('3000')] });
    const counted = profile.portfolio.holdings.filter(one => one.countingStatus === 'counted');
    expect(counted.map(({ symbol }) => symbol)).toEqual(['ETH', 'DUP']);
  });

  it('those count that were paid for at their own address only', () => {
    const profile = begunWithTwo(eth());
    const half = { ...eth(), balance: '2' };
    expect(profile.wait(60).answer({ w1: [half], w2: [gem('5000')] })).toBe('5000');
    expect(profile.portfolio.waiting.count).toBe(1);
  });
});

it('another amount than the one that answers called gone has arrived, and is not back', () => {
  const profile = begun(eth(), gem('5000'));
  for (let minutes = 0; minutes < 12; minutes++) profile.wait(60).answer({ w1: [eth()] });
  profile.wait(60).answer({ w1: [eth(), gem('4000')] });
  expect(profile.entries.filter(one => one.kind === 'doubt' && one.phase === 'returned')).toEqual([]);
  expect(profile.entries.some(one => one.kind === 'arrived' && one.amount === '4000')).toBe(true);
});

describe('what is missing', () => {
  const usdc = row('USDC', '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48', '10000', '1');
  const rest = eth('250');

  it('pays for what a swap brought, and for nothing else beside it', () => {
    const profile = begun(usdc, rest);
    profile.wait(60).answer({ w1: [rest] });
    expect(profile.wait(20).answer({ w1: [rest, gem('9000')] })).toBe('11000');
    expect(profile.wait(20).answer({ w1: [rest, gem('9000'), dup('9000')] })).toBe('10000');
    expect(profile.wait(60).answer({ w1: [rest, gem('9000'), dup('9000')] })).toBe('10000');
    expect(profile.portfolio.waiting).toEqual({ count: 1, worth: '9000' });
  });

  it('pays no more in a swap than it has not paid before', () => {
    const profile = begun(usdc, rest);
    profile.wait(60).answer({ w1: [rest] });
    expect(profile.wait(20).answer({ w1: [rest, dup('6000')] })).toBe('17000');
    for (const waitS of [20, 20, 300, 300, 300])
      profile.wait(waitS).answer({ w1: [rest, dup('6000'), gem('9000')] });
    expect(profile.total).toBe('16000');
    // 1,000 and what 10,000 paid for: half of it is counted beside it, and 4,600 of GEM is.
    expect(profile.wait(60).answer({ w1: [rest, dup('6000'), gem('9000'), few('6000')] })).toBe('16000');
    expect(profile.portfolio.waiting).toEqual({ count: 1, worth: '6000' });
  });
});
