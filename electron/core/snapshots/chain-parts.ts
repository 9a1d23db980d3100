// Chain parts of a wallet: which parts are expected, how old each one is, and when a part is stale.
import { DEFI } from '../../../shared/domain/defi';
import type { Part, WalletSnapshot } from '../../../shared/schema/snapshot';
import type { Wallet } from '../../../shared/schema/wallet';

/** Stands for all chains of a wallet whose source answers them in one reply. */
export const EVERY_CHAIN = '*';

/** The account or the address whose holdings are requested from OKX. */
export function ownerOfWallet(wallet: Wallet): string {
  return wallet.source === 'v5-account' ? wallet.accountId : wallet.address;
}

/** What is requested for a wallet, as one text; when the text changes, a new baseline begins. */
export function queryFingerprintOf(wallet: Wallet): string {
  return [wallet.source, ownerOfWallet(wallet), [...new Set(wallet.chains)].sort().join(',')].join('|');
}

/** The source and owner part of a fingerprint, without the chains. */
export function ownerOfFingerprint(fingerprint: string): string {
  return fingerprint.slice(0, fingerprint.lastIndexOf('|'));
}

/** Whether some chains that were requested before are no longer requested. */
export function isNarrowed(fingerprint: string, { chains }: Wallet): boolean {
  const before = fingerprint.slice(fingerprint.lastIndexOf('|') + 1).split(',');
  return chains.length > 0 && before.some(chain => !chains.includes(chain));
}

export function expectedChains(wallet: Wallet): readonly string[] {
  return wallet.chains.length === 0 ? [EVERY_CHAIN] : [...new Set(wallet.chains)];
}

/** The part of a chain. No balance answer contains DeFi, not even one for every chain. */
export function partOf(parts: readonly Part[], chainIndex: string): Part | undefined {
  const own = parts.find(part => part.chainIndex === chainIndex);
  return own || chainIndex === DEFI ? own : parts.find(part => part.chainIndex === EVERY_CHAIN);
}

/** False for a chain that OKX does not support: the total is complete without it. */
export function isExpected(part: Part): boolean {
  return part.unsupportedAt === undefined;
}

/** Whether the last poll did not answer the part, or its answer is older than `staleAfterMs`. */
export function isStalePart(part: Part | undefined, now: number, staleAfterMs: number): boolean {
  if (!part || part.answeredAt === null || part.failure !== null) return true;
  return now - part.answeredAt > staleAfterMs;
}

/** The stale parts among the expected ones, as `walletId/chainIndex`. */
export function staleParts(
  snapshots: readonly WalletSnapshot[],
  now: number,
  staleAfterMs: number
): string[] {
  return snapshots.flatMap(({ walletId, parts }) =>
    parts
      .filter(part => isExpected(part) && isStalePart(part, now, staleAfterMs))
      .map(({ chainIndex }) => `${walletId}/${chainIndex}`)
  );
}

/** When the next fresh part becomes stale, ms; null when all parts are stale already. */
export function nextStaleAt(
  snapshots: readonly WalletSnapshot[],
  now: number,
  staleAfterMs: number
): number | null {
  const moments = snapshots
    .flatMap(snapshot => snapshot.parts)
    .filter(part => isExpected(part) && !isStalePart(part, now, staleAfterMs))
    .map(part => (part.answeredAt ?? 0) + staleAfterMs + 1);
  return moments.length === 0 ? null : Math.min(...moments);
}
