// Wallets that are not answered: told once when it lasts, or at once when polling stopped, and again only after an answer.
import { isDefi } from '../../../shared/domain/defi';
import { MINUTE_MS } from '../../../shared/domain/durations';
import { reactionTo, OF_THE_KEY, type FailureCode } from '../../../shared/domain/failure';
import type { AlertRule } from '../../../shared/schema/alert';
import type { AlertMemory } from '../../../shared/schema/alert-memory';
import type { Key } from '../../../shared/schema/key';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import { isExpected } from '../snapshots/chain-parts';
import { worstFailureOf, type Polled } from '../snapshots/poll-outcome';
import { entryAt, entryOfWallet, type Happening, type Names } from './alert-event';
import { ruleFor } from './rules';

/** Nobody asked for so long: asleep, offline or not running. Backing off takes no more than 16.5 min. */
const PAUSE_MS = 35 * MINUTE_MS;

/** A wallet's state besides this round: its key, and its failure as the last snapshot has it. */
export interface Failing {
  readonly walletId: string;
  readonly keyId: string;
  readonly code: FailureCode | null;
}

type Polls = AlertMemory['polls'];

export interface PollWatch {
  readonly asked: readonly Asked[];
  /** Every wallet there is. */
  readonly wallets: readonly Failing[];
  readonly polls: Polls;
  readonly rules: readonly AlertRule[];
  readonly names: Names;
  readonly now: number;
}

/** A key that stopped is told by itself, not by its wallets. */
export function watchPolls(watch: PollWatch): { polls: Polls; happenings: Happening[] } {
  const { asked, wallets, now } = watch;
  const isThere = (id: string) => wallets.some(({ walletId }) => walletId === id);
  const polls = Object.fromEntries(Object.entries(watch.polls).filter(([id]) => isThere(id)));
  for (const one of asked) {
    const known = polls[one.walletId];
    const isOver = one.code === 'offline' && known && !known.isTold && now - known.lastAt > PAUSE_MS;
    if (one.isAnswered || one.code === null || isOver) delete polls[one.walletId];
    // Nobody fails to answer while this computer is offline.
    else if (one.code !== 'offline') polls[one.walletId] = tried(known, one.dueAt, now);
  }
  const happenings: Happening[] = [];
  for (const one of asked) {
    if (one.code === 'offline' || isOfKey(one.code) || !isDue(one, polls, watch)) continue;
    happenings.push(happeningOf(one, polls, watch));
  }
  return { polls, happenings };
}

function tried(known: Polls[string] | undefined, dueAt: number | null, now: number): Polls[string] {
  if (!known) return { since: now, lastAt: now, isTold: false };
  const awaitedAt = Math.max(known.lastAt, dueAt ?? 0);
  const isUnbroken = known.lastAt <= now && now - awaitedAt <= PAUSE_MS;
  return { ...known, since: isUnbroken ? known.since : now, lastAt: now };
}

function isDue({ walletId, code }: Asked, polls: Polls, { rules, now }: PollWatch): boolean {
  const known = polls[walletId];
  if (!known || known.isTold || code === null) return false;
  if (reactionTo(code) === 'stop') return true;
  const rule = ruleFor(rules, 'polls', { walletIds: [walletId], token: null });
  return rule !== null && now - known.since >= minutes(rule.from);
}

function minutes(from: string): number {
  return Number(from) * MINUTE_MS;
}

/** Takes the other wallets of the key along that fail in the same way: it is one failure. */
function happeningOf(one: Asked, polls: Polls, { wallets, rules, names, now }: PollWatch): Happening {
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
    silence: rule?.isOn ? null : 'switched-off'
  };
}

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

export function isOfKey(code: FailureCode | null): boolean {
  return code !== null && OF_THE_KEY.has(code);
}

export interface KeyWatch {
  readonly asked: readonly Asked[];
  readonly keys: readonly Key[];
  readonly stopped: AlertMemory['keys'];
  readonly rules: readonly AlertRule[];
  readonly now: number;
}

export function watchKeys({ asked, keys, stopped, rules, now }: KeyWatch): {
  readonly stopped: AlertMemory['keys'];
  readonly happenings: readonly Happening[];
} {
  const next: AlertMemory['keys'] = {};
  const happenings: Happening[] = [];
  for (const { id, name } of keys) {
    const own = asked.filter(({ keyId }) => keyId === id);
    const code = own.map(one => one.code).find(isOfKey) ?? null;
    const known = stopped[id];
    const isWorking = code === null && own.some(({ isAnswered }) => isAnswered);
    if (known !== undefined && !isWorking) next[id] = known;
    if (code === null || known !== undefined) continue;
    next[id] = code;
    const isOn = ruleFor(rules, 'key')?.isOn ?? false;
    happenings.push({
      entry: { ...entryAt(now), kind: 'key', key: name, code },
      silence: isOn ? null : 'switched-off'
    });
  }
  return { stopped: next, happenings };
}
