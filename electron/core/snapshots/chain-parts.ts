// Chain parts of a wallet: which parts are expected, what is requested for them, and how old each one is.
import { DEFI } from '../../../shared/domain/defi';
import { ownerOf } from '../../../shared/domain/sources';
import type { Part } from '../../../shared/schema/snapshot';
import type { Wallet } from '../../../shared/schema/wallet';

/** Stands for all chains of a wallet whose source answers them in one reply. */
export const EVERY_CHAIN = '*';

/** What is requested for a wallet, as one text; when the text changes, a new baseline begins. */
export function queryFingerprintOf(wallet: Wallet): string {
  return [wallet.source, ownerOf(wallet), [...new Set(wallet.chains)].sort().join(',')].join('|');
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
