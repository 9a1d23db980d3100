import { describe, expect, it } from 'vitest';
import { readUnknownChains, refreshChainList } from '../../../../electron/core/polling/daily-updates';
import type { Outcome } from '../../../../electron/core/snapshots/poll-outcome';
import type { ChainList } from '../../../../electron/core/ports/ports';
import { createChainList, type StoredChains } from '../../../../electron/okx/chain-list';
import { answered, DAY_MS, failed, holdingOf, HOUR_MS, KEY, NOW, walletOf } from '../../../fakes/holdings';
import { fakeWorld, modelOf, refuse, type FakeWorld, type Script } from '../../../fakes/world';

const LIST: Script = () => {
  const data = [{ chainIndex: '4242', name: 'Brand New', shortName: 'NEW', logoUrl: '' }];
  return { status: 200, headers: {}, body: JSON.stringify({ code: '0', msg: '', data }) };
};

function worldWith(script: Script, write: (chains: StoredChains) => Promise<void>) {
  const chainList: ChainList = createChainList({
    read: () => Promise.resolve({ content: null, setAsideAs: null }),
    write
  });
  return Object.assign(fakeWorld(), { script, chainList });
}
const refresh = (world: FakeWorld, outcome: Outcome = answered([]), wallets = [walletOf()]) =>
  refreshChainList(
    modelOf(wallets),
    wallets.map(wallet => ({ wallet, key: { id: wallet.keyId }, outcome })),
    world
  );

describe('the chain list', () => {
  it('is read after an answered round, with the key and the source of that wallet, and stored', async () => {
    const written: StoredChains[] = [];
    const world = worldWith(LIST, async chains => void written.push(chains));
    await refresh(world);
    expect(world.requests.map(({ target }) => target)).toEqual(['/api/v5/wallet/chain/supported-chains']);
    expect(world.acquiredKeyIds).toEqual([KEY.id]);
    expect(world.chainList.facts('4242').name).toBe('Brand New');
    expect(written).toMatchObject([{ readAt: NOW, chains: [{ chainIndex: '4242' }] }]);
  });

  it('is read once a day, and also when the clock was set back', async () => {
    const world = worldWith(LIST, () => Promise.resolve());
    const counts: number[] = [];
    for (const move of [0, DAY_MS - 1, 1, -2 * DAY_MS]) {
      world.at += move;
      await refresh(world);
      counts.push(world.requests.length);
    }
    expect(counts).toEqual([1, 1, 2, 3]);
  });

  it('is not requested with a key that was not answered', async () => {
    const world = worldWith(LIST, () => Promise.resolve());
    await refresh(world, failed('key-unknown'));
    await refresh(world, answered([]), [walletOf({ keyId: 'gone' })]);
    expect(world.requests).toEqual([]);
  });

  it('that cannot be read leaves the last one in use and a line in the log, and is not requested again at once', async () => {
    const world = worldWith(
      () => refuse('50001'),
      () => Promise.resolve()
    );
    await refresh(world);
    expect(world.logged.join()).toContain('chain list: service-busy');
    expect(world.chainList.facts('1').name).toBe('Ethereum');
    await refresh(world);
    expect(world.requests).toHaveLength(1);
  });

  it('that cannot be written is used nevertheless, and does not end the round', async () => {
    const world = worldWith(LIST, () => Promise.reject(new Error('ENOSPC')));
    await expect(refresh(world)).resolves.toBe(undefined);
    expect(world.chainList.facts('4242').name).toBe('Brand New');
    expect(world.logged.join()).toContain('cannot write the chain list');
  });
});

describe('before a round is applied, the chain list', () => {
  const wallet = walletOf();
  const on = (chainIndex: string) => answered([holdingOf({ chainIndex })]);
  const readFor = (world: FakeWorld, outcome: Outcome) =>
    readUnknownChains(modelOf([wallet]), [{ wallet, key: { id: wallet.keyId }, outcome }], world);

  it('is read when it knows a chain of the answers that nobody knew', async () => {
    const world = worldWith(LIST, () => Promise.resolve());
    await readFor(world, on('1'));
    await readFor(world, failed('timeout'));
    expect(world.requests).toEqual([]);
    await readFor(world, on('4242'));
    expect(world.chainList.facts('4242').name).toBe('Brand New');
    expect(world.requests).toHaveLength(1);
  });

  it('is read for a chain that it lacks once an hour', async () => {
    const world = worldWith(LIST, () => Promise.resolve());
    for (const [waitMs, count] of [
      [0, 1],
      [HOUR_MS - 1, 1],
      [1, 2]
    ] as const) {
      world.at += waitMs;
      await readFor(world, on('4243'));
      expect(world.requests).toHaveLength(count);
    }
  });
});
