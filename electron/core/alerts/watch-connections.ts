// Wallets that are not answered: told once when it lasts, or at once when polling stopped, and again only after an answer.
import { MINUTE_MS } from '../../../shared/domain/durations';
import { reactionTo, type FailureCode } from '../../../shared/domain/failure';
import type { AlertRule } from '../../../shared/schema/alert';
import type { AlertMemory } from '../../../shared/schema/alert-memory';
import { ruleFor } from './rules';
import type { Asked } from './asked';
import { entryAt, entryOfWallet, type Happening, type Names } from './alert-event';
import { isOfKey } from './watch-keys';

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
