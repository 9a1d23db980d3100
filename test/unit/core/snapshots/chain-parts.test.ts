import { describe, expect, it } from 'vitest';
import {
  queryFingerprintOf,
  expectedChains,
  ownerOfFingerprint,
  partOf
} from '../../../../electron/core/snapshots/chain-parts';
import { isStalePart, nextStaleAt } from '../../../../electron/core/snapshots/staleness';
import type { Part } from '../../../../shared/schema/snapshot';
import { NOW, walletOf } from '../../../fakes/holdings';

const STALE_MS = 660_000;
const part = (change: Partial<Part> = {}): Part => ({
  chainIndex: '1',
  answeredAt: NOW,
  failure: null,
  ...change
});

describe('the query fingerprint of a wallet', () => {
  it('is the same for any order of the chains and for chains named twice', () => {
    const asked = queryFingerprintOf(walletOf({ chains: ['1', '56'] }));
    expect(queryFingerprintOf(walletOf({ chains: ['56', '1', '56'] }))).toBe(asked);
    expect(queryFingerprintOf(walletOf({ chains: ['1', '56'], name: 'Other', keyId: 'k2' }))).toBe(asked);
  });

  it('differs for other chains or another account, and only another account changes the owner', () => {
    const all = queryFingerprintOf(walletOf());
    const some = queryFingerprintOf(walletOf({ chains: ['1'] }));
    const other = queryFingerprintOf(walletOf({ accountId: 'a|b' }));
    expect(new Set([all, some, other]).size).toBe(3);
    expect(ownerOfFingerprint(all)).toBe(ownerOfFingerprint(some));
    expect(ownerOfFingerprint(all)).not.toBe(ownerOfFingerprint(other));
    expect(ownerOfFingerprint(queryFingerprintOf(walletOf({ accountId: 'a|b', chains: ['1'] })))).toBe(
      ownerOfFingerprint(other)
    );
  });

  it('gives one part for every chain, or one part for each named chain', () => {
    expect(expectedChains(walletOf())).toEqual(['*']);
    expect(expectedChains(walletOf({ chains: ['1', '56', '1'] }))).toEqual(['1', '56']);
  });
});

describe('the part of a chain', () => {
  it('is its own part, else the part of every chain, else none', () => {
    const every = part({ chainIndex: '*' });
    const own = part({ chainIndex: '56' });
    expect(partOf([every, own], '56')).toBe(own);
    expect(partOf([every, own], '1')).toBe(every);
    expect(partOf([own], '1')).toBe(undefined);
  });
});

describe('a part is stale', () => {
  it.each([
    ['just answered', part(), false],
    ['as old as can be', part({ answeredAt: NOW - STALE_MS }), false],
    ['older', part({ answeredAt: NOW - STALE_MS - 1 }), true],
    ['not answered by the last poll', part({ failure: 'timeout' }), true],
    ['never answered', part({ answeredAt: null }), true],
    ['answered a minute ahead, as clocks differ', part({ answeredAt: NOW + 60_000 }), false],
    ['answered ahead of a clock that was set back', part({ answeredAt: NOW + 60_001 }), true]
  ])('%s: %#', (_, one, isStale) => expect(isStalePart(one, NOW, STALE_MS)).toBe(isStale));

  it('when there is none', () => expect(isStalePart(undefined, NOW, STALE_MS)).toBe(true));

  it('next at the moment when the oldest of the fresh parts becomes stale', () => {
    const parts = [part({ answeredAt: NOW - 60_000 }), part(), part({ answeredAt: null })];
    const snapshot = { walletId: 'w1', asked: '', parts, holdings: [], failure: null };
    const at = nextStaleAt([snapshot], NOW, STALE_MS)!;
    expect(isStalePart(parts[0], at - 1, STALE_MS)).toBe(false);
    expect(isStalePart(parts[0], at, STALE_MS)).toBe(true);
    expect(nextStaleAt([snapshot], at + STALE_MS, STALE_MS)).toBe(null);
  });
});
