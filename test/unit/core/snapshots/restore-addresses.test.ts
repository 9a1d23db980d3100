import { describe, expect, it } from 'vitest';
import { restoreAddresses } from '../../../../electron/core/snapshots/restore-addresses';
import { emptySnapshot } from '../../../../electron/core/snapshots/update-snapshot';
import type { Holding } from '../../../../shared/schema/holding';
import { answerOf, holdingOf, outcomeOf, usdc, walletOf } from '../../../fakes/holdings';

const last = (...holdings: Holding[]) => ({ ...emptySnapshot(walletOf()), holdings });
const unnamed = (change: Partial<Holding> = {}) => holdingOf({ address: '', ...change });

/** What an answer with these rows is read as after the poll that left `before`. */
function restored(rows: readonly Holding[], before: readonly Holding[]) {
  return restoreAddresses(outcomeOf([answerOf(rows)]), last(...before)).answers[0]!.reading;
}

describe('a row that names no address', () => {
  it('gets the only address that held the token, with its new amount', () => {
    const reading = restored([unnamed({ balance: '3' })], [holdingOf(), usdc()]);
    expect(reading.holdings).toEqual([holdingOf({ balance: '3' })]);
    expect(reading.unreadable).toEqual([]);
  });

  it('gets it however the token is written', () => {
    const { holdings } = restored([unnamed({ tokenAddress: `0x${'e'.repeat(40)}` })], [holdingOf()]);
    expect(holdings.map(({ id }) => id)).toEqual([holdingOf().id]);
  });

  it('stays without an address if the token was not held before, or only on another chain', () => {
    for (const before of [[], [holdingOf({ chainIndex: '10' })], [unnamed()]])
      expect(restored([unnamed()], before).holdings).toEqual([unnamed()]);
  });

  it('cannot be read if several addresses held the token; the rows of other tokens can', () => {
    const before = [holdingOf(), holdingOf({ address: '0xb' }), usdc()];
    const reading = restored([unnamed(), usdc({ address: '' })], before);
    expect(reading.unreadable).toEqual([{ chainIndex: '1', token: '', address: null }]);
    expect(reading.holdings).toEqual([usdc()]);
  });

  it('cannot be read if the address has a row of its own: one token would count twice', () => {
    const reading = restored([holdingOf(), unnamed(), usdc()], [holdingOf()]);
    expect(reading.unreadable).toEqual([{ chainIndex: '1', token: '', address: null }]);
    expect(reading.holdings).toEqual([holdingOf(), usdc()]);
  });
});

describe('a row that names an address', () => {
  const named = holdingOf();

  it('is not changed if all rows always named one, or none did', () => {
    const outcome = outcomeOf([answerOf([holdingOf({ address: '0xnew' })])]);
    expect(restoreAddresses(outcome, last(named))).toBe(outcome);
    const without = outcomeOf([answerOf([unnamed({ balance: '2' })])]);
    expect(restoreAddresses(without, last(unnamed()))).toBe(without);
  });

  it('is counted once, however often it is there, where the holding was known without one', () => {
    const known = { ...named, id: unnamed().id };
    for (const rows of [
      [known, named],
      [named, known]
    ])
      expect(restored(rows, [known]).holdings).toEqual([known]);
  });

  it('is the holding that was known without one, whose id stays', () => {
    const { holdings } = restored([named], [unnamed(), usdc()]);
    expect(holdings).toEqual([{ ...named, id: unnamed().id }]);
    // From then on by its address, and again without one.
    expect(restored([{ ...named, balance: '2' }], holdings).holdings).toEqual([
      { ...named, id: unnamed().id, balance: '2' }
    ]);
    expect(restored([unnamed({ balance: '3' })], holdings).holdings).toEqual([
      { ...named, id: unnamed().id, balance: '3' }
    ]);
    expect(restored([named, unnamed()], holdings)).toMatchObject({
      holdings: [{ id: unnamed().id, balance: '1' }],
      unreadable: [{ token: '' }]
    });
  });

  it('is the one known without, if its amount is the closest; the others are new', () => {
    const other = holdingOf({ address: '0xb', balance: '5' });
    for (const rows of [
      [named, other],
      [other, named]
    ])
      expect(restored(rows, [unnamed({ balance: '4' })]).holdings).toEqual(
        rows.map(row => (row === other ? { ...other, id: unnamed().id } : row))
      );
  });

  it('is a holding of its own while the row without an address is there too', () => {
    expect(restored([named, unnamed()], [unnamed()]).holdings).toEqual([named, unnamed()]);
  });
});
