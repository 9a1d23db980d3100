import { describe, expect, it } from 'vitest';
import {
  canonicalSettings,
  canonicalSnapshots,
  storedIdsOf
} from '../../../../electron/core/settings/canonical-ids';
import { emptySnapshot } from '../../../../electron/core/snapshots/update-snapshot';
import { EMPTY_ALERT_MEMORY } from '../../../../electron/core/state/model';
import type { Holding } from '../../../../shared/schema/holding';
import type { Verdict } from '../../../../shared/schema/settings';
import type { StoredSnapshots } from '../../../../shared/schema/snapshot';
import { arrived } from '../../../fakes/entries';
import { holdingOf, NOW, usdc, walletOf } from '../../../fakes/holdings';
import { settingsOf } from '../../../fakes/world';

const CONTRACT = '0x0000000000000000000000000000000000001010';
const pol = holdingOf({ chainIndex: '137', symbol: 'POL', balance: '10', price: '0.5' });
/** As an older version stored it. */
const old: Holding = {
  ...pol,
  tokenAddress: CONTRACT,
  id: `${pol.id}${CONTRACT}`,
  symbol: 'WPOL',
  price: '0.4'
};
const sui = holdingOf({
  chainIndex: '784',
  tokenAddress: '0x002::coin::COIN',
  address: `0x0${'b'.repeat(63)}`
});
const oldSui: Holding = { ...sui, id: `w1/784/${sui.address}/0x002::coin::coin` };

const stored = (...holdings: Holding[]): StoredSnapshots => ({
  version: 1,
  savedAt: NOW,
  staleAfterMs: 1,
  wallets: [{ ...emptySnapshot(walletOf()), holdings }],
  alerts: EMPTY_ALERT_MEMORY
});
const migrated = (...holdings: Holding[]) => canonicalSnapshots(stored(...holdings)).wallets[0]!.holdings;

describe('stored holdings', () => {
  it('of today stay the same objects', () => {
    const { wallets } = stored(pol, usdc());
    expect(canonicalSnapshots({ ...stored(), wallets }).wallets[0]).toBe(wallets[0]);
  });

  it('of an older version get the id of today; what was sent is kept', () => {
    expect(migrated(old, usdc())).toEqual([{ ...old, id: pol.id }, usdc()]);
    expect(migrated(oldSui)).toEqual([sui]);
  });

  it('that turn out to be one are merged, named and priced like the coin', () => {
    for (const held of [
      [pol, usdc(), old],
      [old, usdc(), pol]
    ])
      expect(migrated(...held)).toEqual([pol, usdc()]);
  });

  it('keep an id without the address that was named later', () => {
    const unnamed = { ...pol, id: holdingOf({ chainIndex: '137', address: '' }).id };
    expect(migrated(unnamed)).toEqual([unnamed]);
  });
});

describe('verdicts', () => {
  const verdicts = (given: Record<string, Verdict>, ...held: Holding[]) =>
    canonicalSettings({ ...settingsOf(), verdicts: given }, () => storedIdsOf(stored(...held))).verdicts;

  it.each<[string, Record<string, Verdict>, Holding[], Record<string, Verdict>]>([
    ['move with the id', { [old.id]: 'keep-out', x: 'count' }, [old], { [pol.id]: 'keep-out', x: 'count' }],
    ['move without a snapshot too', { [old.id]: 'keep-out' }, [], { [pol.id]: 'keep-out' }],
    ['on one of two that counted twice end', { [old.id]: 'keep-out' }, [pol, old], {}],
    ['on the coin end while its other id counts', { [pol.id]: 'keep-out' }, [pol, old], {}],
    ['on both stay', { [pol.id]: 'keep-out', [old.id]: 'keep-out' }, [pol, old], { [pol.id]: 'keep-out' }],
    ['that include one include both', { [old.id]: 'count' }, [pol, old], { [pol.id]: 'count' }],
    ['on tokens of Move chains stay', { [oldSui.id]: 'keep-out' }, [oldSui], { [sui.id]: 'keep-out' }]
  ])('%s', (_, given, held, expected) => {
    expect(verdicts(given, ...held)).toEqual(expected);
  });

  it('that were migrated are not judged again, whatever the snapshots still say', () => {
    const [first, snapshots] = [
      { ...settingsOf(), verdicts: { [oldSui.id]: 'keep-out' as const } },
      stored(oldSui)
    ];
    const once = canonicalSettings(first, () => storedIdsOf(snapshots));
    for (const held of [snapshots, canonicalSnapshots(snapshots)])
      expect(canonicalSettings(once, () => storedIdsOf(held))).toBe(once);
  });

  it('need no snapshots while there are none', () => {
    const fail = () => {
      throw new Error('read');
    };
    expect(canonicalSettings(settingsOf(), fail)).toEqual(settingsOf());
  });
});

it('rules for a token are for it however it is written', () => {
  const rule = { kind: 'price', walletId: null, isOn: true, from: '5' } as const;
  const alerts = [
    { ...rule, token: `137/${CONTRACT}` },
    { ...rule, token: '1/0xABCDEF' },
    { ...rule, token: null }
  ];
  expect(canonicalSettings(settingsOf([], { alerts }), () => []).choices.alerts).toEqual([
    { ...rule, token: '137/' },
    { ...rule, token: '1/0xabcdef' },
    { ...rule, token: null }
  ]);
});

it('what the alerts remember moves with the id, and the mark of the coin is that of both', () => {
  const mark = { since: NOW, over: null, overAt: 0, value: '0.5' };
  const entry = arrived({ holdingId: old.id });
  const alerts = {
    ...EMPTY_ALERT_MEMORY,
    prices: { '137/': mark, [`137/${CONTRACT}`]: { ...mark, value: '0.4' }, '1/0xAB': mark },
    held: [entry]
  };
  expect(canonicalSnapshots({ ...stored(), alerts }).alerts).toEqual({
    ...alerts,
    prices: { '137/': mark, '1/0xab': mark },
    held: [{ ...entry, holdingId: pol.id }]
  });
});
