import { afterEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../../electron/core/engine/engine';
import { failureSentence } from '../../../../shared/text/failure-text';
import type { Wallet } from '../../../../shared/schema/wallet';
import { startWorld, WALLET, type AppWorld } from '../../../fakes/app-world';
import {
  EVERY_KIND,
  EVERY_KIND_ACCOUNT_ID,
  EVERY_KIND_ADDRESSES,
  EVERY_KIND_ROWS
} from '../../../fixtures/okx/every-kind';

const TOTAL = '8574.8949500000000027901';

let around: AppWorld;
let app: Engine;
afterEach(async () => {
  await app.stop();
  await around.close();
});
async function poll(wallets: Wallet[]): Promise<void> {
  around = await startWorld({ wallets });
  around.server.accounts.set(EVERY_KIND_ACCOUNT_ID, () => EVERY_KIND_ROWS);
  for (const [address, rows] of EVERY_KIND_ADDRESSES) around.server.addresses.set(address, rows);
  app = new Engine(around.world);
  await app.load();
  await app.refresh();
  expect(app.state.failure && failureSentence(app.state.failure)).toBe(null);
}
const shown = (tokenAddress: string) => {
  const { holdings, chains } = app.state.portfolio;
  const rows = holdings.filter(row => row.tokenAddress === tokenAddress);
  const [row] = rows;
  const chain = chains.find(({ chainIndex }) => chainIndex === row?.chainIndex);
  return { rows, row, chainName: chain?.name };
};

describe('a wallet of every kind', () => {
  const account: Wallet = { ...WALLET, accountId: EVERY_KIND_ACCOUNT_ID };

  it.each(EVERY_KIND)('has its $kind under the right chain, with its type and value', async kind => {
    await poll([account]);
    const { rows, row, chainName } = shown(kind.row.tokenAddress);
    expect(rows).toHaveLength(1);
    expect([chainName, row?.symbol, row?.address]).toEqual([
      kind.chainName,
      kind.row.symbol,
      kind.row.address
    ]);
    expect(row).toMatchObject({
      kind: kind.isInscription ? 'inscription' : 'token',
      value: kind.value,
      balance: kind.row.balance,
      countingStatus: kind.value === null ? 'unpriced' : 'counted'
    });
  });

  it('has every id exactly as OKX wrote it, in the state and on disk', async () => {
    await poll([account]);
    const written = around.files.snapshots?.wallets.flatMap(({ holdings }) => holdings) ?? [];
    for (const rows of [app.state.portfolio.holdings, written]) {
      const ids = rows.map(({ tokenAddress }) => tokenAddress);
      expect(ids.sort()).toEqual(EVERY_KIND_ROWS.map(({ tokenAddress }) => tokenAddress).sort());
    }
    expect(shown('btc-runesMain-840000:2').row?.id).toMatch(/\/btc-runesMain-840000:2$/);
    expect(shown('EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v').row?.id).toMatch(/\/EPjFWdd5Auf.*Dt1v$/);
  });

  it('has an exact total, and names the holding without a price', async () => {
    await poll([account]);
    expect(app.state.portfolio).toMatchObject({ total: TOTAL, isStale: false });
    expect(app.state.portfolio.notCounted).toMatchObject({ unpriced: 1, risky: 0, unverified: 0 });
  });

  it('has the same total when its addresses are polled one by one', async () => {
    const wallets = EVERY_KIND_ADDRESSES.map(([address, rows], index): Wallet => {
      const chains = [...new Set(rows().map(({ chainIndex }) => chainIndex))];
      return { id: `w${index}`, name: address, keyId: 'k1', source: 'v6-address', address, chains };
    });
    await poll(wallets);
    expect(app.state.portfolio).toMatchObject({ total: TOTAL, isStale: false, partsExpected: 5 });
    for (const { row, chainName } of EVERY_KIND) {
      expect(shown(row.tokenAddress)).toMatchObject({ chainName, rows: [{ balance: row.balance }] });
    }
  });
});
