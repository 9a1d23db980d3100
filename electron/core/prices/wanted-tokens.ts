// Wanted tokens: those that count, the most valuable first, each with a wallet's key to ask with.
import { isDefi } from '../../../shared/domain/defi';
import { tokenOf } from '../../../shared/domain/holding-id';
import type { HoldingRow } from '../../../shared/schema/app-state';
import type { Wallet } from '../../../shared/schema/wallet';
import type { WantedToken } from './price-plan';

/** `wallets`: those that may be asked now. A token of several wallets is asked with the one that has most of it. */
export function wantedTokens(rows: readonly HoldingRow[], wallets: readonly Wallet[]): WantedToken[] {
  const byId = new Map(wallets.map(wallet => [wallet.id, wallet]));
  const found = new Map<string, { worth: number; largest: number; wanted: WantedToken }>();
  for (const row of rows) {
    const wallet = byId.get(row.walletId);
    if (!wallet || row.countingStatus !== 'counted' || row.price === null || isDefi(row)) continue;
    const token = tokenOf(row);
    const value = row.alsoIn === undefined ? Number(row.value ?? 0) : 0;
    const known = found.get(token);
    const { chainIndex, tokenAddress } = row;
    const own = { token, chainIndex, tokenAddress, source: wallet.source, keyId: wallet.keyId };
    if (!known) found.set(token, { worth: value, largest: value, wanted: own });
    else
      found.set(token, {
        worth: known.worth + value,
        largest: Math.max(known.largest, value),
        wanted: value > known.largest ? own : known.wanted
      });
  }
  return [...found.values()].sort((a, b) => b.worth - a.worth).map(({ wanted }) => wanted);
}
