import { describe, expect, it } from 'vitest';
import { planChainList, readChainList } from '../../../electron/okx/chain-list';
import { dataReply, failureFrom, httpReply, RECEIVED_AT } from './sample';

const ETHEREUM = { name: 'Ethereum', logoUrl: 'https://x.example/1.png', shortName: 'ETH', chainIndex: '1' };
const READ = { chainIndex: '1', name: 'Ethereum', shortName: 'ETH' };

const list = (...entries: unknown[]) => readChainList(dataReply(entries), RECEIVED_AT);

describe('planChainList', () => {
  it.each([
    ['v5-account', '/api/v5/wallet/chain/supported-chains'],
    ['v6-address', '/api/v6/dex/balance/supported/chain']
  ] as const)('asks %s at its own path', (source, target) => {
    expect(planChainList(source)).toEqual({ method: 'GET', target, body: '', chains: null });
  });
});

describe('readChainList', () => {
  it.each<[string, object, object]>([
    ['is usual', ETHEREUM, READ],
    ['has its index as a number', { ...ETHEREUM, chainIndex: 1 }, READ],
    ['has no short name', { ...ETHEREUM, shortName: undefined }, { ...READ, shortName: '' }],
    ['has a short name that is no text', { ...ETHEREUM, shortName: 7 }, { ...READ, shortName: '' }],
    ['has a hostile name', { ...ETHEREUM, name: 'Eth\u202eer\neum' }, { ...READ, name: 'Eth·er eum' }],
    ['has an endless name', { ...ETHEREUM, name: 'x'.repeat(99) }, { ...READ, name: `${'x'.repeat(31)}…` }],
    ['has no name', { ...ETHEREUM, name: null }, READ],
    ['has a name of blanks', { ...ETHEREUM, name: ' \u200b' }, READ],
    [
      'is unknown and nameless',
      { chainIndex: '424242' },
      { chainIndex: '424242', name: 'Chain 424242', shortName: '' }
    ]
  ])('reads a chain that %s', (_, entry, expected) => {
    expect(list(entry)).toEqual([expected]);
  });

  it('drops entries that name no chain, and keeps the first of duplicates', () => {
    const bad = [
      null,
      'Ethereum',
      [],
      {},
      { ...ETHEREUM, chainIndex: 'eth' },
      { ...ETHEREUM, chainIndex: '' }
    ];
    expect(list(...bad, ETHEREUM, { ...ETHEREUM, name: 'Twin' })).toEqual([READ]);
  });

  it.each([[[]], [null], [{}], ['none'], [[{ chainId: '1' }]]])(
    'refuses a list without a chain: %j',
    data => {
      expect(failureFrom(dataReply(data), readChainList).code).toBe('reply-damaged');
    }
  );

  it('passes a refusal of OKX on', () => {
    const reply = httpReply(401, '{"code":"50111","msg":"","data":[]}');
    expect(failureFrom(reply, readChainList).code).toBe('key-unknown');
  });
});
