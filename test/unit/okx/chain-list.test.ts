import { describe, expect, it } from 'vitest';
import { createChainList, StoredChains } from '../../../electron/okx/chain-list';
import type { Loaded } from '../../../electron/core/ports/storage';

const AT = Date.UTC(2026, 10, 22, 9);
const listed = (chainIndex: string, name: string, shortName = '') => ({ chainIndex, name, shortName });

/** A chain list on a file that stays in memory. */
function chainListOn(content: StoredChains | null = null) {
  const file: Loaded<StoredChains>[] = [{ content, setAsideAs: null }];
  const written: StoredChains[] = [];
  const chainList = createChainList({
    read: () => Promise.resolve(file[0]!),
    write: async chains => void written.push(chains)
  });
  return { chainList, written };
}

describe('the chain list', () => {
  it('contains the built-in table before anything was read', () => {
    const { chainList } = chainListOn();
    expect(chainList.facts('1')).toMatchObject({ name: 'Ethereum', family: 'evm', isTestnet: false });
    expect(chainList.facts('501')).toMatchObject({ name: 'Solana', family: 'solana' });
    expect(chainList.facts('11155111').isTestnet).toBe(true);
    expect(chainList.entries()).toHaveLength(74);
    expect(chainList.readAt()).toBe(null);
  });

  it('names an unknown chain by its number, as a text', () => {
    expect(chainListOn().chainList.facts('007')).toMatchObject({
      chainIndex: '007',
      name: 'Chain 007',
      family: 'evm'
    });
  });

  it('takes short names, and the names of new chains, and keeps the facts that its list does not contain', async () => {
    const { chainList } = chainListOn();
    await chainList.storeList(
      [listed('501', 'Solana Mainnet', 'SOL'), listed('1', 'Ether'), listed('4242', 'New', 'N')],
      AT
    );
    expect(chainList.facts('501')).toMatchObject({
      name: 'Solana',
      shortName: 'SOL',
      family: 'solana'
    });
    expect(chainList.facts('1')).toMatchObject({ name: 'Ethereum', shortName: 'ETH' });
    expect(chainList.facts('4242')).toMatchObject({
      name: 'New',
      shortName: 'N',
      family: 'evm',
      isTestnet: false
    });
    expect(chainList.entries()).toHaveLength(75);
    expect(chainList.readAt()).toBe(AT);
  });

  it('never counts a testnet, whatever its name, nor a new chain whose name says testnet', async () => {
    const { chainList } = chainListOn();
    await chainList.storeList([listed('1952', 'X Layer'), listed('84532', 'Base Sepolia')], AT);
    expect([chainList.facts('1952').isTestnet, chainList.facts('84532').isTestnet]).toEqual([true, true]);
  });

  it('forgets what the last list had and the new one lacks, except for the built-in table', async () => {
    const { chainList } = chainListOn();
    await chainList.storeList([listed('4242', 'New')], AT);
    await chainList.storeList([listed('1', 'Ether')], AT + 1);
    expect(chainList.facts('4242').name).toBe('Chain 4242');
    expect(chainList.facts('56').name).toBe('BNB Chain');
  });

  it('reads the list again after a restart, with its age', async () => {
    const first = chainListOn();
    await first.chainList.storeList([listed('4242', 'New', 'N')], AT);
    const stored = StoredChains.parse(JSON.parse(JSON.stringify(first.written[0])));
    const second = chainListOn(stored).chainList;
    await second.load();
    expect([second.facts('4242').name, second.readAt()]).toEqual(['New', AT]);
  });

  it('starts without a file, or after the file was set aside', async () => {
    const { chainList } = chainListOn(null);
    await chainList.load();
    expect([chainList.facts('1').name, chainList.readAt()]).toEqual(['Ethereum', null]);
  });
});
