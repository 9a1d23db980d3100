// Tests leaps that come together with other doubts, with flags, and with what waits for the person's OK.
import { expect, it } from 'vitest';
import { AnsweredProfile, sentRow, type SentRow } from '../../../fakes/answered-profile';
import { walletOf } from '../../../fakes/holdings';

const UNKNOWN = '0x5555555555555555555555555555555555555555';

const eth = (price: string) => sentRow('ETH', '', '40', price);
const USDC = sentRow('USDC', '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48', '300', '1');
const spam = (price: string, change: SentRow = {}) => ({
  ...sentRow('SPAM', UNKNOWN, '12000', price),
  ...change
});

it('an arrival in doubt is not confirmed by an answer with another price', () => {
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: [USDC] });
  expect(profile.wait(60).answer({ w1: [USDC, eth('2650')] })).toBe('300');
  expect(profile.wait(20).answer({ w1: [USDC, eth('0.00000000265')] })).toBe('300');
  expect(profile.wait(20).answer({ w1: [USDC, eth('2650')] })).toBe('300');
  expect(profile.wait(20).answer({ w1: [USDC, eth('2650')] })).toBe('106300');
});

it('a token that was flagged has no price to protect when its flag is lifted', () => {
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: [USDC] });
  profile.wait(60).answer({ w1: [USDC, spam('1000', { isRiskToken: true })] });
  expect(profile.wait(60).answer({ w1: [USDC, spam('0.000001')] })).toBe('300.012');
  expect(profile.portfolio.doubts).toEqual([]);
});

it('a price that waits is not doubted again', () => {
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: [USDC, spam('0.000001')] });
  for (let minutes = 0; minutes <= 10; minutes += 5) profile.wait(300).answer({ w1: [USDC, spam('4000')] });
  expect(profile.portfolio.doubts).toEqual([]);
  expect(profile.portfolio.waiting).toEqual({ count: 1, worth: '48000000' });
  expect(profile.wait(60).answer({ w1: [USDC, spam('4100')] })).toBe('300.012');
  expect(profile.portfolio.doubts).toEqual([]);
  expect(profile.portfolio.waiting).toEqual({ count: 1, worth: '49200000' });
});

it('an amount that waits is not doubted again', () => {
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: [USDC, spam('1', { balance: '0.0012' })] });
  const grown = spam('1', { balance: '12000' });
  for (let minutes = 0; minutes <= 15; minutes += 5) profile.wait(300).answer({ w1: [USDC, grown] });
  expect(profile.portfolio.doubts).toEqual([]);
  expect(profile.portfolio.waiting).toEqual({ count: 1, worth: '12000' });
});

it('a price that waits is forgotten when an answer gives the believed one', () => {
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: [USDC, spam('0.000001')] });
  for (let minutes = 0; minutes <= 10; minutes += 5) profile.wait(300).answer({ w1: [USDC, spam('4000')] });
  expect(profile.portfolio.waiting.count).toBe(1);
  profile.wait(60).answer({ w1: [USDC, spam('0.000001')] });
  expect(profile.portfolio.waiting).toEqual({ count: 0, worth: '0' });
  expect(profile.wait(60).answer({ w1: [{ ...USDC, balance: '200000000' }, spam('0.000001')] })).toBe(
    '300.012'
  );
  const rich = { ...USDC, balance: '200000000' };
  expect(profile.wait(20).answer({ w1: [rich, spam('0.000001')] })).toBe('200000000.012');
});

it('what arrives or comes back is the same in an answer that names no address', () => {
  const unnamed = { ...eth('2650'), address: undefined };
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: [USDC] });
  profile.wait(60).answer({ w1: [USDC, eth('2650')] });
  expect(profile.wait(20).answer({ w1: [USDC, unnamed] })).toBe('106300');
  for (let minutes = 0; minutes <= 10; minutes += 5) profile.wait(300).answer({ w1: [USDC] });
  expect(profile.total).toBe('300');
  expect(profile.wait(60).answer({ w1: [USDC, unnamed] })).toBe('106300');
});

it('an arrival of a token whose price was known is not believed at another price', () => {
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: [USDC, eth('2650')] });
  for (let minutes = 0; minutes <= 10; minutes += 5) profile.wait(300).answer({ w1: [USDC] });
  expect(profile.total).toBe('300');
  for (let answers = 0; answers < 4; answers++)
    expect(profile.wait(60).answer({ w1: [USDC, sentRow('ETH', '', '39', '2650000000')] })).toBe('300');
  expect(profile.wait(60).answer({ w1: [USDC, sentRow('ETH', '', '39', '2650')] })).toBe('103650');
  expect(profile.portfolio.doubts).toEqual([]);
});

it('an arrival at another price that stays is confirmed after ten minutes', () => {
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: [USDC, eth('2650')] });
  for (let minutes = 0; minutes <= 10; minutes += 5) profile.wait(300).answer({ w1: [USDC] });
  const dearer = sentRow('ETH', '', '1', '53000');
  for (let minutes = 0; minutes <= 5; minutes += 5) profile.wait(300).answer({ w1: [USDC, dearer] });
  expect(profile.total).toBe('300');
  expect(profile.wait(300).answer({ w1: [USDC, dearer] })).toBe('53300');
});

it('what was gone is not back at once at another price', () => {
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: [USDC, eth('2650')] });
  for (let minutes = 0; minutes <= 10; minutes += 5) profile.wait(300).answer({ w1: [USDC] });
  expect(profile.wait(60).answer({ w1: [USDC, eth('2650000000')] })).toBe('300');
});

it('a price in doubt stays so when more of the token comes from an own wallet', () => {
  const cold = walletOf({ id: 'w2', name: 'Cold', accountId: '0e0e0e0e-0000-4000-8000-000000000002' });
  const profile = new AnsweredProfile([walletOf(), cold]);
  const other = { address: '0xb03400e098f4421b34a3a44a1b4e571419517687' };
  profile.answer({ w1: [USDC, eth('2650')], w2: [{ ...sentRow('ETH', '', '10', '2650'), ...other }] });
  profile.wait(60).answer({ w1: [USDC, eth('100')] });
  profile.wait(60).answer({ w1: [USDC, sentRow('ETH', '', '50', '100')], w2: [] });
  expect(profile.total).toBe('132800');
  expect(profile.portfolio.doubts.map(({ kind }) => kind)).toEqual(['leap-of-price']);
});

it('a token whose flag is in doubt does not lose its price with it', () => {
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: [USDC, spam('0.01')] });
  expect(profile.wait(60).answer({ w1: [USDC, spam('0.0000001', { isRiskToken: true })] })).toBe('420');
});

it('a flag on what is exchanged for more of itself is doubted', () => {
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: [USDC, spam('0.01')] });
  const flagged = spam('0.004', { isRiskToken: true, balance: '30000' });
  expect(profile.wait(60).answer({ w1: [USDC, flagged] })).toBe('420');
});

it('an amount that leaps against a price in doubt is doubted with it', () => {
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: [sentRow('ETH', '', '0.001', '2650')] });
  profile.wait(60).answer({ w1: [sentRow('ETH', '', '0.001', '0.000265')] });
  for (let minutes = 0; minutes <= 10; minutes += 5) {
    expect(profile.total).toBe('2.65');
    profile.wait(300).answer({ w1: [sentRow('ETH', '', '10000', '0.000265')] });
  }
  expect(profile.total).toBe('2.65');
  expect(profile.portfolio.holdings.map(({ balance, price }) => [balance, price])).toEqual([
    ['10000', '0.000265']
  ]);
  expect(profile.portfolio.doubts).toEqual([]);
});

it('rows that cannot be read end no doubt of what is missing', () => {
  const profile = new AnsweredProfile([walletOf()]);
  const nowhere = { ...sentRow('T', UNKNOWN, '5', '1'), chainIndex: undefined };
  profile.answer({ w1: [USDC, eth('2650')] });
  profile.wait(60).answer({ w1: [USDC] });
  for (let answers = 0; answers < 3; answers++) {
    expect(profile.wait(60).answer({ w1: [USDC, nowhere] })).toBe('106300');
    expect(profile.portfolio.doubts.map(({ kind }) => kind)).toEqual(['missing']);
  }
});

it('rows that cannot be read end no doubt of what arrives', () => {
  const profile = new AnsweredProfile([walletOf()]);
  const nowhere = { ...sentRow('T', UNKNOWN, '5', '1'), chainIndex: undefined };
  profile.answer({ w1: [USDC] });
  profile.wait(60).answer({ w1: [USDC, eth('2650')] });
  expect(profile.wait(60).answer({ w1: [USDC, nowhere] })).toBe('300');
  expect(profile.portfolio.doubts.map(({ kind }) => kind)).toEqual(['leap-of-amount']);
  profile.wait(60).answer({ w1: [USDC, sentRow('ETH', '', '4x', '2650')] });
  expect(profile.portfolio.doubts.map(({ kind }) => kind)).toEqual(['leap-of-amount']);
  expect(profile.wait(60).answer({ w1: [USDC, eth('2650')] })).toBe('106300');
});

it('a chain with a row that is in doubt and another one is silent without both', () => {
  const pol = { ...sentRow('POL', '', '6000', '0.5'), chainIndex: '137' };
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: [USDC, pol] });
  profile.wait(60).answer({ w1: [USDC, eth('2650'), pol] });
  for (let answers = 0; answers < 3; answers++) {
    profile.wait(60).answer({ w1: [pol] });
    expect(profile.portfolio.doubts.map(({ kind }) => kind)).toEqual(['silent-chain']);
  }
});

it('a swap is paired with what is missing in its own wallet', () => {
  const cold = walletOf({ id: 'w2', name: 'Cold', accountId: '0e0e0e0e-0000-4000-8000-000000000002' });
  const profile = new AnsweredProfile([walletOf(), cold]);
  const pol = { ...sentRow('POL', '', '6000', '0.5'), chainIndex: '137' };
  const other = (one: SentRow) => ({ ...one, address: '0xb03400e098f4421b34a3a44a1b4e571419517687' });
  const swapped = other(sentRow('ETH', '', '1.11', '2650'));
  profile.answer({ w1: [sentRow('ETH', '', '1.132', '2650')], w2: [other(pol)] });
  profile.wait(60).answer({ w1: [] });
  profile.wait(60).answer({ w2: [swapped] });
  expect(profile.wait(20).answer({ w2: [swapped], w1: [] })).toBe('5941.3');
  expect(profile.portfolio.doubts.map(({ symbols }) => symbols)).toEqual([['ETH']]);
});

it.each([{ tokenPrice: '500000000' }, { isRiskToken: true }])(
  'what comes for something missing with %j takes ten minutes',
  change => {
    const profile = new AnsweredProfile([walletOf()]);
    const gem = (balance: string) => spam('1', { balance });
    profile.answer({ w1: [USDC, eth('25'), gem('100')] });
    profile.wait(60).answer({ w1: [USDC, gem('1100')] });
    const changed = { ...gem('1100'), ...change };
    for (let answers = 0; answers < 4; answers++) {
      expect(profile.wait(60).answer({ w1: [USDC, changed] })).toBe('1400');
      expect(profile.portfolio.doubts).toHaveLength(1);
    }
  }
);

it('what an answer names again has paid for nothing', () => {
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: [eth('500')] });
  profile.wait(60).answer({ w1: [] });
  expect(profile.wait(60).answer({ w1: [eth('500'), spam('1')] })).toBe('20000');
});

it('a price in doubt that nobody gives any more is unknown after a day', () => {
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: [USDC, eth('2650')] });
  profile.wait(60).answer({ w1: [USDC, eth('0.000001')] });
  for (let hours = 0; hours < 23; hours++) profile.wait(3600).answer({ w1: [USDC, eth('0')] });
  expect(profile.total).toBe('106300');
  for (let hours = 0; hours < 3; hours++) profile.wait(3600).answer({ w1: [USDC, eth('0')] });
  expect(profile.total).toBe('300');
  expect(profile.portfolio.doubts).toEqual([]);
});

it('an amount is confirmed while no answer gives the price that is in doubt, which stays so', () => {
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: [USDC, sentRow('ETH', '', '0.1', '2650')] });
  profile.wait(60).answer({ w1: [USDC, sentRow('ETH', '', '0.1', '100')] });
  for (let minutes = 0; minutes <= 10; minutes += 5)
    profile.wait(300).answer({ w1: [USDC, sentRow('ETH', '', '40', '0')] });
  expect(profile.total).toBe('106300');
  expect(profile.portfolio.doubts).toMatchObject([{ kind: 'leap-of-price', symbols: ['ETH'] }]);
  for (const waitS of [60, 300])
    expect(profile.wait(waitS).answer({ w1: [USDC, sentRow('ETH', '', '40', '100')] })).toBe('106300');
  expect(profile.wait(300).answer({ w1: [USDC, sentRow('ETH', '', '40', '100')] })).toBe('4300');
});

it('what stands for a missing token is paid for up to its worth, whatever its price becomes', () => {
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: [USDC, sentRow('ETH', '', '0.34', '2650')] });
  profile.wait(60).answer({ w1: [USDC, spam('1', { balance: '700' })] });
  for (let answers = 0; answers < 4; answers++)
    profile.wait(60).answer({ w1: [USDC, spam('1000000000', { balance: '700' })] });
  expect(Number(profile.total)).toBeLessThan(3000);
});

it('what is missing pays once for what comes, however long it is in doubt', () => {
  const profile = new AnsweredProfile([walletOf()]);
  const rich = { ...USDC, balance: '300000' };
  const large = spam('1', { balance: '230000' });
  const other = { ...large, tokenAddress: `${UNKNOWN.slice(0, -1)}6` };
  profile.answer({ w1: [rich, eth('2650')] });
  profile.wait(60).answer({ w1: [rich] });
  expect(profile.wait(60).answer({ w1: [rich, large] })).toBe('636000');
  expect(profile.wait(60).answer({ w1: [rich, large, other] })).toBe('636000');
});

it('an amount that is held is as exact as it was, though the answer gives no exact one', () => {
  const profile = new AnsweredProfile([walletOf()]);
  const sent = (balance: string, rawBalance: string) => ({ ...eth('2650'), balance, rawBalance });
  profile.answer({ w1: [USDC, sent('0.12170524654211874', '121705246542118738')] });
  profile.wait(60).answer({ w1: [USDC, sent('121705246542.11874', '')] });
  expect(profile.portfolio.doubts).toMatchObject([{ kind: 'moved-point' }]);
  const held = profile.model.snapshots[0]?.holdings.find(({ symbol }) => symbol === 'ETH');
  expect(held).toMatchObject({ balance: '0.121705246542118738', decimals: 18 });
});
