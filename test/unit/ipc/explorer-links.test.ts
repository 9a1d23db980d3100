import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explorerPageOf } from '../../../electron/ipc/explorer';
import { chainFacts, CHAIN_TABLE } from '../../../electron/okx/chains';
import { EXPLORER_HOSTS, explorerOf } from '../../../shared/domain/explorers';

const CHAINS = CHAIN_TABLE.map(([chainIndex, , , , family]) => ({
  chainIndex,
  name: chainFacts(chainIndex).name,
  family,
  isTestnet: chainFacts(chainIndex).isTestnet
}));
const EVM = '0xdAC17F958D2ee523a2206206994597C13D831ec7';
const SOLANA = 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v';
const TRON = 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';
const BITCOIN = 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq';
const SUI = '0x5d4b302506645c37ff133b98c4b50a5ae14841659738d6d733d59d0d217a93bf';

const page = (chainIndex: string, kind: 'token' | 'address', address: string): string | null =>
  explorerPageOf({ chainIndex, kind, address }, CHAINS)?.url ?? null;

describe('the explorer page of an address', () => {
  it.each<[string, 'token' | 'address', string, string]>([
    ['1', 'token', EVM, `https://etherscan.io/token/${EVM}`],
    ['1', 'address', EVM.toLowerCase(), `https://etherscan.io/address/${EVM.toLowerCase()}`],
    ['8453', 'address', EVM, `https://basescan.org/address/${EVM}`],
    ['501', 'token', SOLANA, `https://solscan.io/token/${SOLANA}`],
    ['501', 'address', SOLANA, `https://solscan.io/account/${SOLANA}`],
    ['195', 'token', TRON, `https://tronscan.org/#/token20/${TRON}`],
    ['0', 'address', BITCOIN, `https://mempool.space/address/${BITCOIN}`],
    ['784', 'address', SUI, `https://suiscan.xyz/mainnet/account/${SUI}`],
    ['784', 'token', `${SUI}::coin::COIN`, `https://suiscan.xyz/mainnet/coin/${SUI}::coin::COIN`]
  ])('on chain %s, as a %s, is its explorer’s', (chainIndex, kind, address, url) => {
    expect(page(chainIndex, kind, address)).toBe(url);
  });

  it.each([
    ['a page in place of an address', 'https://evil.example'],
    ['a path that climbs', '../../login'],
    ['an address with a path', `${EVM}/../x`],
    ['an address with a query', `${EVM}?next=//evil.example`],
    ['an address with a fragment', `${EVM}#x`],
    ['an encoded slash', `${EVM}%2f`],
    ['another host in front', `@evil.example/${EVM}`],
    ['a script', 'javascript:alert(1)'],
    ['a line break', `${EVM}\n`],
    ['a space before', ` ${EVM}`],
    ['a letter that looks alike', EVM.replace('a', 'а')],
    ['a direction mark', `\u202e${EVM}`],
    ['a wrong checksum', EVM.replace('dAC', 'DAC')],
    ['a digit too few', EVM.slice(0, -1)],
    ['nothing', ''],
    ['an address of another family', SOLANA],
    ['a name', 'vitalik.eth']
  ])('is none for %s', (_, address) => {
    expect(page('1', 'address', address)).toBeNull();
    expect(page('1', 'token', address)).toBeNull();
  });

  it.each([
    ['a module path that climbs', `${SUI}::../x::COIN`],
    ['a slash in a type', `${SUI}::coin::a/b`],
    ['a type that goes on', `${SUI}::coin::COIN<0x2::sui::SUI>`]
  ])('is none for a coin with %s', (_, address) => {
    expect(page('784', 'token', address)).toBeNull();
  });

  it.each([
    ['a chain that is not listed', '999999'],
    ['a test network', '11155111'],
    ['a property of every object', 'constructor'],
    ['DeFi', 'defi']
  ])('is none on %s', (_, chainIndex) => {
    expect(page(chainIndex, 'address', EVM)).toBeNull();
  });

  it('is null for a token when the explorer has no token pages', () => {
    expect(explorerOf('0', 'token')).toBeNull();
    expect(page('0', 'token', BITCOIN)).toBeNull();
  });
});

describe('the list of explorers', () => {
  it('contains plain host names', () => {
    for (const host of EXPLORER_HOSTS) expect(new URL(`https://${host}/`).host).toBe(host);
    expect(EXPLORER_HOSTS.length).toBeGreaterThan(20);
  });

  it('contains only chains that OKX names', () => {
    const known = CHAIN_TABLE.map(([chainIndex]) => chainIndex);
    const listed = known.filter(chainIndex => explorerOf(chainIndex, 'address'));
    expect(new Set(listed.map(chainIndex => explorerOf(chainIndex, 'address')?.host))).toEqual(
      new Set(EXPLORER_HOSTS)
    );
  });
});

describe('the opening of pages outside the app', () => {
  it('is one call in one file', () => {
    const files = readdirSync('electron', { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.(ts|mjs|cjs)$/.test(entry.name))
      .map(entry => `${entry.parentPath}/${entry.name}`);
    const callers = files.filter(file => /openExternal|openPath/.test(readFileSync(file, 'utf8')));
    expect(callers).toEqual(['electron/adapters/system/browser.ts']);
    expect(readFileSync(callers[0] ?? '', 'utf8').match(/openExternal/g)).toHaveLength(1);
  });
});
