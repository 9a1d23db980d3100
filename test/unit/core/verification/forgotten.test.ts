// Tells what the verification forgets, so that its memory does not grow for ever.
import { expect, it } from 'vitest';
import { AnsweredProfile, sentRow } from '../../../fakes/answered-profile';
import { walletOf } from '../../../fakes/holdings';

const DAY_S = 24 * 60 * 60;
const eth = sentRow('ETH', '', '8', '2650');
const airdrop = sentRow('DROP', `0x${'5'.repeat(40)}`, '5', '1');

it('a token that came and left is forgotten after a month', () => {
  const profile = new AnsweredProfile([walletOf()]);
  const tokens = () => Object.keys(profile.model.verification.tokens);
  profile.answer({ w1: [eth] });
  profile.wait(300).answer({ w1: [eth, airdrop] });
  profile.wait(300).answer({ w1: [eth] });
  expect(tokens()).toHaveLength(1);
  profile.wait(29 * DAY_S).answer({ w1: [eth] });
  expect(tokens()).toHaveLength(1);
  profile.wait(2 * DAY_S).answer({ w1: [eth] });
  expect(tokens()).toEqual([]);
});

it('a wallet that is removed leaves neither a doubt, nor a question, nor the time of its answers', () => {
  const profile = new AnsweredProfile([walletOf(), walletOf({ id: 'w2', accountId: 'b' })]);
  // A first round with little that is known counts all of it, with the question beside it.
  const unknown = sentRow('GEM', `0x${'6'.repeat(40)}`, '100', '50');
  profile.answer({ w1: [sentRow('ETH', '', '0.01', '2650')], w2: [unknown] });
  expect(profile.model.verification.asked).toHaveLength(1);
  profile.wait(300).answer({ w1: [sentRow('ETH', '', '0.01', '2650')], w2: [] });
  expect(Object.keys(profile.model.verification.doubted)).toHaveLength(1);
  const { settings } = profile.model;
  profile.model = { ...profile.model, settings: { ...settings, wallets: settings.wallets.slice(0, 1) } };
  profile.wait(300).answer({ w1: [sentRow('ETH', '', '0.01', '2650')] });
  const { doubts, doubted, asked, newest } = profile.model.verification;
  expect([doubts, doubted, asked, Object.keys(newest)]).toEqual([{}, {}, [], ['w1/*']]);
});
