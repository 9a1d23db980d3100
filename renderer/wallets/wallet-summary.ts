// Makes the source text and the status of a wallet, and reorders wallets.
import { ownerOf } from '../../shared/domain/sources';
import type { AppState, WalletRow } from '../../shared/schema/app-state';
import type { Wallet } from '../../shared/schema/wallet';
import { failureSentence } from '../../shared/text/failure-text';
import { durationText } from '../../shared/text/time';
import { shortAddress } from '../addresses/pasted-addresses';
import { SHELL_TEXT } from '../text/overview';
import { SOURCE_NAMES } from '../text/phrases';
import { WALLETS_TEXT } from '../text/wallets';

/** "Address · OKX read · 6 chains". */
export function sourceText({ source, keyId, chains }: Wallet, app: AppState): string {
  const key = app.keys.find(({ id }) => id === keyId)?.name;
  const count = chains.length === 0 ? WALLETS_TEXT.allChains : WALLETS_TEXT.chainCount(chains.length);
  return [SOURCE_NAMES[source], key, count].filter(Boolean).join(' · ');
}

export interface WalletStatus {
  readonly tone: 'late' | 'quiet';
  readonly icon: 'stop' | 'clock' | 'pause' | null;
  /** Short text beside the value. */
  readonly brief: string;
  /** Sentence below; "" when there is nothing more to say. */
  readonly sentence: string;
}

export function walletStatusOf({ wallet, failure, takenAt, isStale }: WalletRow, now: number): WalletStatus {
  const age = takenAt === null ? null : durationText(now - takenAt);
  const old = age === null ? SHELL_TEXT.noAnswerYet : SHELL_TEXT.old(age);
  if (wallet.isPaused) {
    return { tone: 'quiet', icon: 'pause', brief: WALLETS_TEXT.paused, sentence: WALLETS_TEXT.pausedHint };
  }
  if (failure) return { tone: 'late', icon: 'stop', brief: old, sentence: failureSentence(failure) };
  if (age === null) return { tone: 'quiet', icon: null, brief: old, sentence: '' };
  return isStale
    ? { tone: 'late', icon: 'clock', brief: old, sentence: '' }
    : { tone: 'quiet', icon: null, brief: SHELL_TEXT.ago(age), sentence: '' };
}

/** The account ID or the address, shortened. */
export function shortWatchedText(wallet: Wallet): string {
  return shortAddress(ownerOf(wallet));
}

/** Null when the wallet is already at that end of the list. */
export function reordered(ids: readonly string[], index: number, by: -1 | 1): string[] | null {
  const id = ids[index];
  const to = index + by;
  if (id === undefined || to < 0 || to >= ids.length) return null;
  const others = ids.filter((_, i) => i !== index);
  return [...others.slice(0, to), id, ...others.slice(to)];
}
