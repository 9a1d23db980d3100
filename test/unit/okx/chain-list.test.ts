import { describe, expect, it } from 'vitest';
import { createChainList, StoredChains } from '../../../electron/okx/chain-list';
import type { Loaded } from '../../../electron/core/ports/storage';

const AT = Date.UTC(2026, 10, 22, 9);
const listed = (chainIndex: string, name: string, shortName = '') => ({ chainIndex, name, shortName });

/** A chain list on a file that stays in memory. */
function bookOn(content: StoredChains | null = null) {
  const file: Loaded<StoredChains>[] = [{ content, setAsideAs: null }];
  const written: StoredChains[] = [];
  const book = createChainList({
    read: () => Promise.resolve(file[0]!),
    write: async chains => void written.push(chains)
  });
  return { book, written };
}

describe('the chain list', () => {
  it('contains the built-in table before anything was read', () => {
    const { book } = bookOn();
    expect(book.facts('1')).toMatchObject({ name: 'Ethereum', family: 'evm', isTestnet: false });
    expect(book.facts('501')).toMatchObject({ name: 'Solana', family: 'solana' });
    expect(book.facts('11155111').isTestnet).toBe(true);
    expect(book.entries()).toHaveLength(74);
    expect(book.readAt()).toBe(null);
  });

  it('names an unknown chain by its number, as a text', () => {
    expect(bookOn().book.facts('007')).toMatchObject({ chainIndex: '007', name: 'Chain 007', family: 'evm' });
  });

  it('takes names and short names of the service, and keeps the facts that its list does not contain', async () => {
    const { book } = bookOn();
    await book.storeList(
      [listed('501', 'Solana Mainnet', 'SOL'), listed('1', 'Ether'), listed('4242', 'New', 'N')],
      AT
    );
    expect(book.facts('501')).toMatchObject({ name: 'Solana Mainnet', shortName: 'SOL', family: 'solana' });
    expect(book.facts('1')).toMatchObject({ name: 'Ether', shortName: 'ETH' });
    expect(book.facts('4242')).toMatchObject({
      name: 'New',
      shortName: 'N',
      family: 'evm',
      isTestnet: false
    });
    expect(book.entries()).toHaveLength(75);
    expect(book.readAt()).toBe(AT);
  });

  it('never counts a testnet, whatever its name, nor a new chain whose name says testnet', async () => {
    const { book } = bookOn();
    await book.storeList([listed('1952', 'X Layer'), listed('84532', 'Base Sepolia')], AT);
    expect([book.facts('1952').isTestnet, book.facts('84532').isTestnet]).toEqual([true, true]);
  });

  it('forgets what the last list had and the new one lacks, except for the built-in table', async () => {
    const { book } = bookOn();
    await book.storeList([listed('4242', 'New')], AT);
    await book.storeList([listed('1', 'Ether')], AT + 1);
    expect(book.facts('4242').name).toBe('Chain 4242');
    expect(book.facts('56').name).toBe('BNB Chain');
  });

  it('reads the list again after a restart, with its age', async () => {
    const first = bookOn();
    await first.book.storeList([listed('4242', 'New', 'N')], AT);
    const kept = StoredChains.parse(JSON.parse(JSON.stringify(first.written[0])));
    const second = bookOn(kept).book;
    await second.load();
    expect([second.facts('4242').name, second.readAt()]).toEqual(['New', AT]);
  });

  it('starts without a file, or after the file was set aside', async () => {
    const { book } = bookOn(null);
    await book.load();
    expect([book.facts('1').name, book.readAt()]).toEqual(['Ethereum', null]);
  });
});
