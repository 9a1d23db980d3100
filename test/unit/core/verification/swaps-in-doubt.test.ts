// Tests swaps of which one side is in doubt: what may stand for what is missing, and when the old side stops counting.
import { expect, it } from 'vitest';
import { AnsweredProfile, sentRow, type SentRow } from '../../../fakes/answered-profile';
import { walletOf } from '../../../fakes/holdings';

const COLD = walletOf({ id: 'w2', name: 'Cold', accountId: '0e0e0e0e-0000-4000-8000-000000000002' });

const eth = (amount: string, change: SentRow = {}) => sentRow('ETH', '', amount, '2500', change);
const onBase = { chainIndex: '8453' };
const usdc = (amount: string) => sentRow('USDC', '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48', amount, '1');
const link = (amount: string) =>
  sentRow('LINK', '0x514910771af9ca656af840dff83e8264ecf986ca', amount, '14', { address: '' });
const spam = (digit: string) => sentRow('SPAM', `0x${digit.repeat(40)}`, '600', '1');

it('a row that cannot be read is not missing: what arrives beside it is no swap', () => {
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: [usdc('1000'), eth('8', onBase)] });
  profile.wait(60).answer({ w1: [usdc('1000')] });
  const arrived = { w1: [usdc('20000'), eth('12x', onBase)] };
  expect(profile.wait(60).answer(arrived)).toBe('21000');
  expect(profile.wait(60).answer(arrived)).toBe('40000');
});

it('a swap is not confirmed by an answer in which a row of its old side cannot be read', () => {
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: [usdc('1000'), eth('8', onBase)] });
  profile.wait(60).answer({ w1: [usdc('1000')] });
  expect(profile.wait(60).answer({ w1: [usdc('20000')] })).toBe('21000');
  expect(profile.wait(60).answer({ w1: [usdc('20000'), eth('12x', onBase)] })).toBe('21000');
  expect(profile.wait(60).answer({ w1: [usdc('20000')] })).toBe('20000');
});

it('a wallet that fails loses nothing to what arrives in another one', () => {
  const profile = new AnsweredProfile([walletOf(), COLD]);
  profile.answer({ w1: [usdc('5000')], w2: [link('1000')] });
  for (let answers = 0; answers < 3; answers++) profile.wait(45).answer({ w2: [] });
  profile.wait(60).fail('w2');
  for (let answers = 0; answers < 3; answers++)
    expect(profile.wait(60).answer({ w1: [usdc('5000'), eth('5')] })).toBe('19000');
  expect(profile.wait(60).answer({ w1: [usdc('5000'), eth('5')], w2: [] })).toBe('17500');
});

it('what a stranger sends beside what he takes back is as quiet, and what it was sold for is not', () => {
  const doubtsAfter = (...rows: readonly SentRow[]) => {
    const profile = new AnsweredProfile([walletOf()]);
    profile.answer({ w1: [eth('4')] });
    profile.wait(60).answer({ w1: [eth('4'), spam('5')] });
    profile.wait(60).answer({ w1: [eth('4'), ...rows] });
    return Object.values(profile.model.verification.doubts).map(({ isPaired, isQuiet }) => [
      isPaired,
      isQuiet
    ]);
  };
  expect(doubtsAfter(spam('6'))).toEqual([[true, true]]);
  expect(doubtsAfter(usdc('600'))).toEqual([[true, false]]);
});
