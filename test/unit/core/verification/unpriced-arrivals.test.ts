// Tests what comes while OKX gives no price of it, and what has waited for the person's OK since earlier.
import { expect, it } from 'vitest';
import { AnsweredProfile, sentRow, type SentRow } from '../../../fakes/answered-profile';
import { walletOf } from '../../../fakes/holdings';

const COLD = walletOf({ id: 'w2', name: 'Cold', accountId: '0e0e0e0e-0000-4000-8000-000000000002' });
const HOT_ADDRESS = '0xa03400e098f4421b34a3a44a1b4e571419517687';
const COLD_ADDRESS = '0xb03400e098f4421b34a3a44a1b4e571419517687';

const link = (balance: string, price: string, address = HOT_ADDRESS) => ({
  ...sentRow('LINK', '0x514910771af9ca656af840dff83e8264ecf986ca', balance, price),
  address
});
const gem = (balance: string, price: string) => sentRow('GEM', `0x${'5'.repeat(40)}`, balance, price);
const USDC = sentRow('USDC', '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48', '1000', '1');

it('a part that goes to an own wallet keeps its worth while no price is given', () => {
  const profile = new AnsweredProfile([walletOf(), COLD]);
  profile.answer({ w1: [link('30', '14')], w2: [] });
  profile.wait(60).answer({ w1: [link('30', '0')] });
  expect(profile.total).toBe('420');
  const moved = { w1: [link('20', '0')], w2: [link('10', '0', COLD_ADDRESS)] };
  expect(profile.wait(60).answer(moved)).toBe('420');
  expect(profile.wait(3600).answer(moved)).toBe('420');
  for (let hours = 0; hours < 24; hours++) profile.wait(3600).answer(moved);
  expect(profile.total).toBe('0');
});

it('what counted at a low price in one wallet does not let as much in at the high one of another', () => {
  const third = walletOf({ id: 'w3', name: 'Third', accountId: '0e0e0e0e-0000-4000-8000-000000000003' });
  const profile = new AnsweredProfile([walletOf(), COLD, third]);
  const at = (one: SentRow, digit: string) => ({
    ...one,
    address: `0xb03400e098f4421b34a3a44a1b4e57141951768${digit}`
  });
  const cold = at(gem('1000', '1'), '7');
  profile.answer({ w1: [link('1000', '14')], w2: [cold], w3: [] });
  profile.wait(60).answer({ w3: [at(gem('100', '25'), '8')] });
  expect(profile.total).toBe('17500');
  profile.wait(60).answer({ w1: [link('1000', '14'), gem('1000', '25')] });
  expect(profile.total).toBe('17500');
  const unpriced = { w2: [at(gem('1000', '0'), '7')], w3: [at(gem('100', '0'), '8')] };
  expect(profile.wait(25 * 3600).answer(unpriced)).toBe('14000');
});

it('what counted before enters first, and leaves less room to what is new', () => {
  const profile = new AnsweredProfile([walletOf()]);
  const other = { ...gem('3500', '1'), tokenAddress: `0x${'4'.repeat(40)}` };
  profile.answer({ w1: [link('1000', '14'), gem('4000', '1')] });
  profile.wait(60).answer({ w1: [link('1000', '14'), gem('4000', '0')] });
  expect(profile.wait(25 * 3600).answer({ w1: [link('1000', '14'), gem('4000', '0')] })).toBe('14000');
  const back = [link('1000', '14'), gem('4000', '1'), other];
  expect(profile.wait(60).answer({ w1: back })).toBe('18000');
  expect(profile.portfolio.waiting).toEqual({ count: 1, worth: '3500' });
});

it('what moved to where more waits arrived, and nothing left', () => {
  const profile = new AnsweredProfile([walletOf(), COLD]);
  profile.answer({
    w1: [link('1000', '14'), gem('20000', '1')],
    w2: [{ ...gem('1000', '1'), address: COLD_ADDRESS }]
  });
  profile.wait(60).answer({ w1: [link('1000', '14'), gem('21000', '1')], w2: [] });
  const moved = profile.entries.map(entry => [entry.kind, entry.walletId, 'amount' in entry && entry.amount]);
  expect(moved).toContainEqual(['left', 'w2', '-1000']);
  expect(moved).toContainEqual(['arrived', 'w1', '1000']);
});

it('what comes from an own wallet lets nothing in that waited there', () => {
  const profile = new AnsweredProfile([walletOf(), COLD]);
  const cold = { ...gem('1000', '1'), address: COLD_ADDRESS };
  profile.answer({ w1: [link('1000', '14'), gem('20000', '1')], w2: [cold] });
  expect(profile.total).toBe('15000');
  const moved = { w1: [link('1000', '14'), gem('21000', '1')], w2: [] };
  expect(profile.wait(60).answer(moved)).toBe('15000');
  expect(profile.portfolio.waiting).toEqual({ count: 1, worth: '21000' });
  expect(profile.wait(60).answer(moved)).toBe('15000');
});

it('what waits since earlier does not stand for what is missing', () => {
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: [USDC, link('1000', '14'), gem('1000', '3')] });
  profile.wait(60).answer({ w1: [USDC, link('1000', '14'), gem('6000', '3')] });
  expect(profile.portfolio.waiting.count).toBe(1);
  for (let answers = 0; answers < 4; answers++)
    expect(profile.wait(60).answer({ w1: [USDC, gem('6000', '3')] })).toBe('18000');
  expect(profile.portfolio.doubts.map(({ symbols }) => symbols)).toEqual([['LINK']]);
});

it('a price in doubt is lent to nothing that comes without one', () => {
  const profile = new AnsweredProfile([walletOf(), COLD]);
  profile.answer({ w1: [USDC], w2: [link('10', '14', COLD_ADDRESS)] });
  const crashed = { w1: [USDC, link('3000', '0.4')], w2: [link('10', '0.4', COLD_ADDRESS)] };
  expect(profile.wait(60).answer(crashed)).toBe('1140');
  for (const waitS of [60, 300, 300, 300])
    expect(profile.wait(waitS).answer({ w1: [USDC, link('3000', '0')] })).toBe('1140');
  expect(profile.wait(60).answer(crashed)).toBe('1140');
  profile.wait(300).answer(crashed);
  expect(profile.wait(300).answer(crashed)).toBe('2204');
});

it('what came with a price in doubt has none while none is given', () => {
  const profile = new AnsweredProfile([walletOf(), COLD]);
  profile.answer({ w1: [USDC], w2: [link('10', '14', COLD_ADDRESS)] });
  expect(profile.wait(60).answer({ w1: [USDC, link('3000', '0.4')] })).toBe('1140');
  for (const waitS of [60, 300, 300, 300])
    expect(profile.wait(waitS).answer({ w1: [USDC, link('3000', '0')] })).toBe('1140');
});

it('a price in doubt is not lent to what comes without one from the beginning', () => {
  const profile = new AnsweredProfile([walletOf(), COLD]);
  profile.answer({ w1: [USDC], w2: [link('10', '14', COLD_ADDRESS)] });
  profile.wait(60).answer({ w2: [link('10', '0.4', COLD_ADDRESS)] });
  for (const waitS of [60, 20, 20])
    expect(profile.wait(waitS).answer({ w1: [USDC, link('3000', '0')] })).toBe('1140');
});

it('a first price that makes an established token more than half of all waits ten minutes', () => {
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: [USDC, link('100', '0')] });
  for (const waitS of [60, 300, 200])
    expect(profile.wait(waitS).answer({ w1: [USDC, link('100', '1000000')] })).toBe('1000');
  expect(profile.portfolio.doubts.map(({ kind }) => kind)).toEqual(['leap-of-price']);
  expect(profile.wait(100).answer({ w1: [USDC, link('100', '1000000')] })).toBe('100001000');
});

it('a price that waits for the person is the last one while none is given', () => {
  const profile = new AnsweredProfile([walletOf()]);
  profile.answer({ w1: [USDC, gem('100', '1')] });
  expect(profile.wait(60).answer({ w1: [USDC, gem('200', '9')] })).toBe('1100');
  expect(profile.wait(60).answer({ w1: [USDC, gem('200', '0')] })).toBe('1100');
  expect(profile.portfolio.waiting).toEqual({ count: 1, worth: '1800' });
});

it('what comes with a price keeps it while its amount is in doubt, whatever it is elsewhere', () => {
  const profile = new AnsweredProfile([walletOf(), COLD]);
  profile.answer({ w1: [USDC], w2: [link('1', '14', COLD_ADDRESS)] });
  expect(profile.wait(60).answer({ w1: [USDC, link('100', '20')] })).toBe('1014');
  expect(profile.wait(20).answer({ w1: [USDC, link('100', '0')] })).toBe('3014');
});
