// What one poll of a wallet came to, for the alerts: answered or not, and why not.
import { isDefi } from '../../../shared/domain/defi';
import type { FailureCode } from '../../../shared/domain/failure';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import { isExpected } from '../snapshots/chain-parts';
import { worstFailureOf, type Polled } from '../snapshots/poll-outcome';

/** What one poll of a wallet came to. */
export interface Asked {
  readonly walletId: string;
  readonly keyId: string;
  /** At least one part of its balances was answered. */
  readonly isAnswered: boolean;
  /** The worst failure; null: there was none. */
  readonly code: FailureCode | null;
  /** When it was to be asked, ms; null: not by itself. */
  readonly dueAt: number | null;
}

/** `after`: the wallet's snapshot with this poll in it. */
export function resultOf(
  { wallet, key, outcome }: Polled,
  after: WalletSnapshot | undefined,
  dueAt: number | null
): Asked {
  const parts = (after?.parts ?? []).filter(part => isExpected(part) && !isDefi(part));
  const isAnswered = parts.length === 0 || parts.some(({ failure }) => failure === null);
  const code = worstFailureOf(outcome)?.code ?? after?.failure?.code ?? null;
  return { walletId: wallet.id, keyId: key.id, isAnswered, code, dueAt };
}
