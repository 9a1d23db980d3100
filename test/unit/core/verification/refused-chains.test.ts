// Tells what is told of a chain that OKX answered before and refuses now.
import { describe, expect, it } from 'vitest';
import { applyRound } from '../../../../electron/core/polling/round';
import type { Outcome } from '../../../../electron/core/snapshots/poll-outcome';
import type { Model } from '../../../../electron/core/state/model';
import { answerOf, holdingOf, MINUTE_MS, outcomeOf, walletOf } from '../../../fakes/holdings';
import { fakeWorld, modelOf } from '../../../fakes/world';

const eth = holdingOf({ balance: '10' });
const bnb = holdingOf({ chainIndex: '56', symbol: 'BNB', balance: '4', price: '500' });

/** Answers of `rows`, a minute apart; null: BNB Chain is refused. Gives the doubts of the activity with their silence. */
function entriesOf(...answers: ((typeof eth)[] | null)[]) {
  const world = fakeWorld();
  let model: Model = modelOf([walletOf({ chains: ['1', '56'] })]);
  return answers.flatMap(rows => {
    const chains = rows ? ['1', '56'] : ['1'];
    const outcome: Outcome = {
      ...outcomeOf([answerOf(rows ?? [eth], { chains, at: world.at })]),
      unsupported: rows ? [] : ['56']
    };
    const polled = model.settings.wallets.map(wallet => ({ wallet, key: { id: 'k1' }, outcome }));
    const { model: next, notification } = applyRound(model, polled, world);
    model = next;
    world.at += MINUTE_MS;
    const entries = notification?.entries ?? [];
    return entries.map(entry => (entry.kind === 'doubt' ? `${entry.doubt} ${entry.phase}` : entry.kind));
  });
}

describe('a chain that is refused', () => {
  it('is told when answers agree for 90 s, and told again when it is answered', () => {
    expect(entriesOf([eth, bnb], null, null)).toEqual([]);
    expect(entriesOf([eth, bnb], null, null, null)).toEqual(['refused-chain checking']);
    expect(entriesOf([eth, bnb], null, null, null, null, [eth, bnb])).toEqual([
      'refused-chain checking',
      'refused-chain as-before'
    ]);
  });

  it('stays while something on it has arrived that is not believed yet', () => {
    const refused = Array.from({ length: 20 }, () => null);
    expect(entriesOf([eth], ...refused)).toContain('unsupported');
    expect(entriesOf([eth], [eth, { ...bnb, balance: '400' }], ...refused)).not.toContain('unsupported');
  });

  it('is not told where little counts on it', () =>
    expect(entriesOf([eth, { ...bnb, balance: '0.1' }], null, null, null)).toEqual([]));
});
