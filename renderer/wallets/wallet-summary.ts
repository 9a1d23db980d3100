// What is said about one wallet in its row: what it is read by, and how it stands.
import type { AppState, WalletRow } from '../../shared/schema/app-state';
import type { Wallet } from '../../shared/schema/wallet';
import { failureSentence } from '../../shared/text/failure-text';
import { durationText } from '../../shared/text/time';
import { shortAddress } from '../addresses/pasted-addresses';
import { SHELL } from '../text/overview';
import { WALLETS } from '../text/wallets';

/** The account ID or the address. */
export function watchedBy(wallet: Wallet): string {
  return wallet.source === 'v5-account' ? wallet.accountId : wallet.address;
}

/** "Address · OKX read · 6 chains". */
export function sourceText({ source, keyId, chains }: Wallet, app: AppState): string {
  const key = app.keys.find(({ id }) => id === keyId)?.name;
  const count = chains.length === 0 ? WALLETS.allChains : WALLETS.chainCount(chains.length);
  return [WALLETS.sources[source], key, count].filter(Boolean).join(' · ');
}

export interface Standing {
  readonly tone: 'late' | 'quiet';
  readonly icon: 'stop' | 'clock' | 'pause' | null;
  /** Beside the value. */
  readonly brief: string;
  /** A sentence below; "" when there is nothing more to say. */
  readonly sentence: string;
}

export function standingOf({ wallet, failure, takenAt, isStale }: WalletRow, now: number): Standing {
  const age = takenAt === null ? null : durationText(now - takenAt);
  const old = age === null ? SHELL.noAnswerYet : SHELL.old(age);
  if (wallet.isPaused) {
    return { tone: 'quiet', icon: 'pause', brief: WALLETS.paused, sentence: WALLETS.pausedHint };
  }
  if (failure) return { tone: 'late', icon: 'stop', brief: old, sentence: failureSentence(failure) };
  if (age === null) return { tone: 'quiet', icon: null, brief: old, sentence: '' };
  return isStale
    ? { tone: 'late', icon: 'clock', brief: old, sentence: '' }
    : { tone: 'quiet', icon: null, brief: SHELL.ago(age), sentence: '' };
}

export function shortWatched(wallet: Wallet): string {
  return shortAddress(watchedBy(wallet));
}

/** Null when it stands at that end already. */
export function reordered(ids: readonly string[], place: number, by: -1 | 1): string[] | null {
  const id = ids[place];
  const to = place + by;
  if (id === undefined || to < 0 || to >= ids.length) return null;
  const others = ids.filter((_, i) => i !== place);
  return [...others.slice(0, to), id, ...others.slice(to)];
}
