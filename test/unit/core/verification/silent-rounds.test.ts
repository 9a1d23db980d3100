// Tests what a round may not do that heard nothing of a wallet, and what ends a doubt about something missing.
import { expect, it } from 'vitest';
import { AnsweredProfile, sentRow, type SentRow } from '../../../fakes/answered-profile';
import { walletOf } from '../../../fakes/holdings';

const COLD = walletOf({ id: 'w2', name: 'Cold', accountId: '0e0e0e0e-0000-4000-8000-000000000002' });

/** Wallets without an address share none. */
const row = (...[symbol, id, balance, price]: Parameters<typeof sentRow>) =>
  sentRow(symbol, id, balance, price, { address: '' });
const eth = (balance: string) => row('ETH', '', balance, '2500');
const usdc = (balance: string) => row('USDC', '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48', balance, '1');
const gem = (balance: string) => row('GEM', `0x${'5'.repeat(40)}`, balance, '1');
const dup = (balance: string) => row('DUP', `0x${'6'.repeat(40)}`, balance, '1');

it('a doubt is told by an answer of its own wallet only', () => {
  const profile = new AnsweredProfile([walletOf(), COLD]);
  profile.answer({ w1: [eth('0.2'), usdc('1')], w2: [usdc('12000')] });
  for (const waitS of [60, 60, 60]) profile.wait(waitS).answer({ w1: [usdc('1')] });
  // 500 are 4 % of 12,501, and most of 601.
  const told = () => profile.told.filter(({ kind }) => kind === 'doubt');
  profile.wait(10).answer({ w2: [usdc('100')] });
  expect(told()).toEqual([]);
  profile.wait(10).fail('w1');
  expect(told()).toEqual([]);
  profile.wait(10).answer({ w1: [usdc('1')] });
  expect(told()).toHaveLength(1);
});

it('a round that fails as a whole lets nothing in that waits', () => {
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: [eth('4'), gem('5000')] });
  profile.wait(60).answer({ w1: [eth('4'), gem('5000'), dup('4000')] });
  expect(profile.wait(60).answer({ w1: [eth('4'), gem('1000'), dup('4000')] })).toBe('11000');
  expect(profile.wait(3700).fail('w1')).toBe('11000');
  expect(profile.wait(60).answer({ w1: [eth('4'), gem('1000'), dup('4000')] })).toBe('15000');
});

it('what was missing and is named with far more is no longer missing, but a leap', () => {
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: [eth('1'), usdc('100')] });
  profile.wait(60).answer({ w1: [usdc('100')] });
  profile.wait(60).answer({ w1: [eth('200'), usdc('100')] });
  expect(profile.portfolio.doubts.map(({ kind }) => kind)).toEqual(['leap-of-amount']);
  expect(profile.wait(20).answer({ w1: [eth('200'), usdc('100')] })).toBe('500100');
});

it('what waits does not begin to count while it is missing, or while it cannot be read', () => {
  const onBase = (one: SentRow) => ({ ...one, chainIndex: '8453' });
  const base = [onBase(eth('0.2')), onBase(gem('5000'))];
  const totals = (...lacking: readonly SentRow[]) => {
    const profile = new AnsweredProfile([walletOf()]);
    const first = profile.answer({ w1: [usdc('2000'), ...base] });
    const missing = profile.wait(60).answer({ w1: [usdc('12000'), ...lacking] });
    return [first, missing, profile.wait(60).answer({ w1: [usdc('12000'), ...base] })];
  };
  expect(totals()).toEqual(['2500', '12500', '17500']);
  expect(totals(onBase(eth('0.2')), onBase(gem('12x')))).toEqual(['2500', '12500', '17500']);
});
