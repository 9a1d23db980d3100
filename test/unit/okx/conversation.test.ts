// Requests that are planned, signed and read by the app, sent to the fake server, which checks them as OKX does.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drivers } from '../../../electron/okx/drivers';
import { planChainList, readChainList } from '../../../electron/okx/chain-list';
import { BITCOIN, ETHER, planPrices, planUsdCny, readPrices, readUsdCny } from '../../../electron/okx/rates';
import { planTotalValue, readTotalValue } from '../../../electron/okx/total-value';
import { holdingValueOf } from '../../../electron/core/snapshots/holding-values';
import type { Holding } from '../../../shared/schema/holding';
import type { Wallet } from '../../../shared/schema/wallet';
import {
  BITCOIN_ADDRESS,
  EVERY_KIND,
  EVERY_KIND_ACCOUNT_ID,
  EVM_ADDRESS,
  SOLANA_ADDRESS
} from '../../fixtures/okx/every-kind';
import { openLine, send, type Line } from './real-request';
import { ADDRESS_WALLET, failureFrom, RECEIVED_AT, WALLET } from './sample';

const ACCOUNT: Wallet = { ...WALLET, accountId: EVERY_KIND_ACCOUNT_ID };

let line: Line;
beforeEach(async () => {
  line = await openLine();
});
afterEach(() => line.server.close());

describe('a holding of every kind', () => {
  const arrived = (holdings: Holding[]) =>
    holdings.map(one => [
      one.chainIndex,
      one.tokenAddress,
      one.kind === 'inscription',
      holdingValueOf(one).valueText
    ]);
  const expected = EVERY_KIND.map(({ row, isInscription, value }) => [
    row.chainIndex,
    row.tokenAddress,
    isInscription,
    value
  ]);

  it('arrives from an account with its id, type and value', async () => {
    expect(arrived(await line.poll(ACCOUNT))).toEqual(expected);
  });

  it.each([
    [EVM_ADDRESS, ['1', '8453']],
    [BITCOIN_ADDRESS, ['0', '70000061']],
    [SOLANA_ADDRESS, ['501']]
  ])('arrives from the address %s with its id, type and value', async (address, chains) => {
    const holdings = await line.poll({ ...ADDRESS_WALLET, address, chains });
    expect(arrived(holdings)).toEqual(expected.filter(([chain]) => chains.includes(String(chain))));
    expect(new Set(holdings.map(one => one.address))).toEqual(new Set([address]));
  });
});

describe('a refusal', () => {
  const failureOf = async (wallet: Wallet, chains: string[]) => {
    const { request, read } = drivers[wallet.source];
    return line.ask(request(wallet, chains), reply =>
      failureFrom(reply, (one, receivedAt) => read(one, wallet, receivedAt))
    );
  };

  it.each([ACCOUNT, ADDRESS_WALLET])('of one chain of $source fails the whole request', async wallet => {
    line.server.unsupportedChains.add('8453');
    expect((await failureOf(wallet, ['1', '8453'])).code).toBe('chain-unsupported');
  });

  it('of a chain of another family fails the whole request', async () => {
    expect((await failureOf(ADDRESS_WALLET, ['1', '501'])).code).toBe('chain-mismatch');
  });
});

describe('the list of chains', () => {
  it.each(['v5-account', 'v6-address'] as const)('comes from %s', async source => {
    const chains = await line.ask(planChainList(source), readChainList);
    expect(chains).toHaveLength(74);
    expect(chains).toContainEqual({ chainIndex: '8453', name: 'Base', shortName: 'BASE_ETH' });
  });
});

describe('the DeFi value', () => {
  it.each([
    [ACCOUNT, EVERY_KIND_ACCOUNT_ID],
    [ADDRESS_WALLET, EVM_ADDRESS]
  ])('of $source is separate from the tokens', async (wallet, owner) => {
    line.server.defi.set(owner, () => [{ chainIndex: '1', value: '0.000000000000000000000000000000000001' }]);
    const total = (type: 'all' | 'tokens' | 'defi') =>
      line.ask(planTotalValue(wallet, type, ['1', '8453']), readTotalValue);
    expect([await total('tokens'), await total('defi'), await total('all')]).toEqual([
      '6830.5749500000000027901',
      '0.000000000000000000000000000000000001',
      '6830.574950000000002790100000000000000001'
    ]);
  });
});

describe('rates', () => {
  it('for USD/CNY need no key', async () => {
    const reply = await send(planUsdCny(line.server.origin));
    expect(readUsdCny(reply, RECEIVED_AT)).toBe('7.162');
    expect(line.server.requests.at(-1)?.headers).not.toHaveProperty('ok-access-key');
  });

  it.each(['v5-account', 'v6-address'] as const)('of Bitcoin and ether come from %s', async source => {
    expect(await line.ask(planPrices(source, [BITCOIN, ETHER]), readPrices)).toMatchObject([
      { ...BITCOIN, price: '96450.2' },
      { ...ETHER, price: '2790.1' }
    ]);
  });
});
