import { describe, expect, it } from 'vitest';
import { restoreAddresses } from '../../../../electron/core/snapshots/restore-addresses';
import { emptySnapshot } from '../../../../electron/core/snapshots/update-snapshot';
import { answerOf, holdingOf, outcomeOf, usdc, walletOf } from '../../../fakes/holdings';

const last = (...holdings: ReturnType<typeof holdingOf>[]) => ({ ...emptySnapshot(walletOf()), holdings });

describe('a row that names no address', () => {
  it('gets the only address that held the token, with its new amount', () => {
    const outcome = outcomeOf([answerOf([holdingOf({ address: '', balance: '3' })])]);
    const [answer] = restoreAddresses(outcome, last(holdingOf(), usdc())).answers;
    expect(answer?.reading.holdings).toEqual([holdingOf({ balance: '3' })]);
    expect(answer?.reading.damagedChains).toEqual([]);
  });

  it('stays without an address if the token was not held before, or only on another chain', () => {
    const outcome = outcomeOf([answerOf([holdingOf({ address: '' })])]);
    for (const before of [last(), last(holdingOf({ chainIndex: '10' })), last(holdingOf({ address: '' }))])
      expect(restoreAddresses(outcome, before).answers[0]?.reading.holdings).toEqual([
        holdingOf({ address: '' })
      ]);
  });

  it('makes its chain count as not answered if several addresses held the token', () => {
    const outcome = outcomeOf([answerOf([holdingOf({ address: '' }), usdc({ address: '' })])]);
    const before = last(holdingOf(), holdingOf({ address: '0xb' }), usdc());
    const [answer] = restoreAddresses(outcome, before).answers;
    expect(answer?.reading.damagedChains).toEqual(['1']);
    expect(answer?.reading.holdings[1]).toEqual(usdc());
  });

  it('makes its chain count as not answered if the address has a row of its own: one token would count twice', () => {
    const outcome = outcomeOf([answerOf([holdingOf(), holdingOf({ address: '' }), usdc()])]);
    const [answer] = restoreAddresses(outcome, last(holdingOf())).answers;
    expect(answer?.reading.damagedChains).toEqual(['1']);
    const ids = answer!.reading.holdings.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is not changed if the reply names an address', () => {
    const outcome = outcomeOf([answerOf([holdingOf({ address: '0xnew' })])]);
    expect(restoreAddresses(outcome, last(holdingOf()))).toBe(outcome);
  });
});
