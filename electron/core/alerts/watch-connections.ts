// Watches connections: creates alert events for keys that stopped working and wallets that are not answered.
// One event per failure; the next one only after an answer.
import { isDefi } from '../../../shared/domain/defi';
import { MINUTE_MS } from '../../../shared/domain/durations';
import { reactionTo, CREDENTIAL_FAILURES, type FailureCode } from '../../../shared/domain/failure';
import type { AlertRule } from '../../../shared/schema/alert';
import type { AlertMemory } from '../../../shared/schema/alert-memory';
import type { Key } from '../../../shared/schema/key';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import { isExpected } from '../snapshots/chain-parts';
import { worstFailureOf, type Polled } from '../snapshots/poll-outcome';
import { entryAt, entryOfWallet, type AlertEvent, type Names } from './alert-event';
import { ruleFor } from '../../../shared/alerts/alert-rules';

/** A gap this long means no polling: asleep, offline or not running. Backoff takes no more than 16.5 min. */
const POLL_GAP_MS = 35 * MINUTE_MS;

/** A wallet's state besides this round: its key, and its failure as the last snapshot has it. */
export interface FailingWallet {
  readonly walletId: string;
  readonly keyId: string;
  readonly code: FailureCode | null;
}

type Polls = AlertMemory['polls'];

export interface PollWatch {
  readonly summaries: readonly PollSummary[];
  /** All wallets. */
  readonly wallets: readonly FailingWallet[];
  readonly polls: Polls;
  readonly rules: readonly AlertRule[];
  readonly names: Names;
  readonly now: number;
}

/** A key that stopped has its own alert event; its wallets get none for it. */
export function watchPolls(watch: PollWatch): { polls: Polls; alertEvents: AlertEvent[] } {
  const { summaries, wallets, now } = watch;
  const isKnownWallet = (id: string) => wallets.some(({ walletId }) => walletId === id);
  const polls = Object.fromEntries(Object.entries(watch.polls).filter(([id]) => isKnownWallet(id)));
  for (const one of summaries) {
    const known = polls[one.walletId];
    const isInterrupted =
      one.code === 'offline' && known && !known.isTold && now - known.lastAt > POLL_GAP_MS;
    if (one.isAnswered || one.code === null || isInterrupted) delete polls[one.walletId];
    // While this computer is offline, a failed poll is not a failure of the service.
    else if (one.code !== 'offline') polls[one.walletId] = recordAttempt(known, one.dueAt, now);
  }
  const alertEvents: AlertEvent[] = [];
  for (const one of summaries) {
    if (one.code === 'offline' || isKeyFailure(one.code) || !isDue(one, polls, watch)) continue;
    alertEvents.push(alertEventOf(one, polls, watch));
  }
  return { polls, alertEvents };
}

function recordAttempt(known: Polls[string] | undefined, dueAt: number | null, now: number): Polls[string] {
  if (!known) return { since: now, lastAt: now, isTold: false };
  const awaitedAt = Math.max(known.lastAt, dueAt ?? 0);
  const isUnbroken = known.lastAt <= now && now - awaitedAt <= POLL_GAP_MS;
  return { ...known, since: isUnbroken ? known.since : now, lastAt: now };
}

function isDue({ walletId, code }: PollSummary, polls: Polls, { rules, now }: PollWatch): boolean {
  const known = polls[walletId];
  if (!known || known.isTold || code === null) return false;
  if (reactionTo(code) === 'stop') return true;
  const rule = ruleFor(rules, 'polls', { walletIds: [walletId], token: null });
  return rule !== null && now - known.since >= minutes(rule.from);
}

function minutes(from: string): number {
  return Number(from) * MINUTE_MS;
}

/** Includes the other wallets of the key that fail in the same way: it is one failure. */
function alertEventOf(one: PollSummary, polls: Polls, { wallets, rules, names, now }: PollWatch): AlertEvent {
  const { walletId, keyId } = one;
  const code = one.code ?? 'service-unknown-error';
  const others = wallets.filter(
    other =>
      other.walletId !== walletId &&
      other.keyId === keyId &&
      other.code === code &&
      polls[other.walletId]?.isTold === false
  );
  const all = [walletId, ...others.map(other => other.walletId)];
  const since = Math.min(...all.map(id => polls[id]?.since ?? now));
  for (const id of all) polls[id] = { ...(polls[id] ?? { since, lastAt: now }), isTold: true };
  const rule = ruleFor(rules, 'polls', { walletIds: [walletId], token: null });
  const base = all.length > 1 ? entryAt(now) : entryOfWallet(now, walletId, names);
  return {
    entry: { ...base, kind: 'polls', code, since },
    suppressionReason: rule?.isOn ? null : 'switched-off'
  };
}

/** The result of one poll of a wallet. */
export interface PollSummary {
  readonly walletId: string;
  readonly keyId: string;
  /** At least one part of its balances was answered. */
  readonly isAnswered: boolean;
  /** The worst failure; null: there was none. */
  readonly code: FailureCode | null;
  /** When the poll was due, ms; null: no poll was planned. */
  readonly dueAt: number | null;
}

/** `after`: the wallet's snapshot that includes this poll. */
export function pollSummaryOf(
  { wallet, key, outcome }: Polled,
  after: WalletSnapshot | undefined,
  dueAt: number | null
): PollSummary {
  const parts = (after?.parts ?? []).filter(part => isExpected(part) && !isDefi(part));
  const isAnswered = parts.length === 0 || parts.some(({ failure }) => failure === null);
  const code = worstFailureOf(outcome)?.code ?? after?.failure?.code ?? null;
  return { walletId: wallet.id, keyId: key.id, isAnswered, code, dueAt };
}

function isKeyFailure(code: FailureCode | null): boolean {
  return code !== null && CREDENTIAL_FAILURES.has(code);
}

export interface KeyWatch {
  readonly summaries: readonly PollSummary[];
  readonly keys: readonly Key[];
  readonly stopped: AlertMemory['keys'];
  readonly rules: readonly AlertRule[];
  readonly now: number;
}

export function watchKeys({ summaries, keys, stopped, rules, now }: KeyWatch): {
  readonly stopped: AlertMemory['keys'];
  readonly alertEvents: readonly AlertEvent[];
} {
  const next: AlertMemory['keys'] = {};
  const alertEvents: AlertEvent[] = [];
  for (const { id, name } of keys) {
    const own = summaries.filter(({ keyId }) => keyId === id);
    const code = own.map(one => one.code).find(isKeyFailure) ?? null;
    const known = stopped[id];
    const isWorking = code === null && own.some(({ isAnswered }) => isAnswered);
    if (known !== undefined && !isWorking) next[id] = known;
    if (code === null || known !== undefined) continue;
    next[id] = code;
    const isOn = ruleFor(rules, 'key')?.isOn ?? false;
    alertEvents.push({
      entry: { ...entryAt(now), kind: 'key', key: name, code },
      suppressionReason: isOn ? null : 'switched-off'
    });
  }
  return { stopped: next, alertEvents };
}
