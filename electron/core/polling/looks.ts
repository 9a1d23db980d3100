// Looks: decides when a wallet in doubt is asked outside of its polls, and for which chains.
// A few requests a doubt, the largest doubts first, within a share of the budget of their key.
import { chunksOf } from '../../../shared/domain/chunks';
import { absolute, add, compareDecimals, decimal, ZERO, type Decimal } from '../../../shared/domain/decimal';
import { DEFI } from '../../../shared/domain/defi';
import { UNTIL_RESUMED } from '../../../shared/domain/default-settings';
import { MINUTE_MS, SECOND_MS } from '../../../shared/domain/durations';
import { LOOK_REQUESTS_A_MINUTE } from '../../../shared/domain/limits';
import type { VerificationMemory } from '../../../shared/schema/verification';
import type { Wallet } from '../../../shared/schema/wallet';
import { EVERY_CHAIN, expectedChains } from '../snapshots/chain-parts';
import type { ChainIndexes } from '../snapshots/poll-outcome';
import type { LookRequests, Model } from '../state/model';
import { MAX_CHAINS_PER_REQUEST } from './chain-bisection';

/** When looks of a doubt fall, ms after its first answer. */
const LOOKS_AFTER_MS = [20 * SECOND_MS, 90 * SECOND_MS, 5 * MINUTE_MS, 10 * MINUTE_MS] as const;

/** What one look asks: the chains in doubt of one wallet together. */
export interface Look {
  readonly wallet: Wallet;
  /** Of the balances; empty: only the DeFi part is in doubt. */
  readonly chains: ChainIndexes;
  readonly isDefiAsked: boolean;
  /** At most so many are sent. */
  readonly requests: number;
}

interface WantedLook extends Look {
  /** When it falls, ms. */
  readonly at: number;
  readonly worth: Decimal;
}

/**
 * The looks to take now, the largest doubts first. None of a wallet that is paused or backs off, or whose poll is due
 * and serves as well; none with a key whose last looks are still under way.
 */
export function dueLooks(model: Model, now: number): Look[] {
  if (model.settings.choices.pausedUntil > now) return [];
  const due = wantedLooks(model, now).filter(({ at }) => at <= now);
  const looks: Look[] = [];
  const sent = new Map<string, number>();
  for (const { wallet, chains, isDefiAsked, requests } of due.sort(byWorth)) {
    const before = sent.get(wallet.keyId) ?? 0;
    if (freeAt(model.lookRequests[wallet.keyId], before + requests, now) !== now) continue;
    sent.set(wallet.keyId, before + requests);
    looks.push({ wallet, chains, isDefiAsked, requests });
  }
  return looks;
}

/** When `dueLooks` will find one, ms; null: not before a poll, or the end of the looks under way. */
export function nextLookAt(model: Model, now: number): number | null {
  const { pausedUntil } = model.settings.choices;
  if (pausedUntil >= UNTIL_RESUMED) return null;
  const moments = wantedLooks(model, now).flatMap(({ at, wallet, requests }) => {
    const isFreeAt = freeAt(model.lookRequests[wallet.keyId], requests, now);
    return isFreeAt === null ? [] : [Math.max(at, isFreeAt, pausedUntil)];
  });
  return moments.length === 0 ? null : Math.min(...moments);
}

/** Counts the looks as taken whose time has come: these wallets are asked now, by a look or by a poll. */
export function withLooksTaken(model: Model, wallets: readonly Wallet[], now: number): Model {
  const { verification } = model;
  const isAsked = ({ walletId }: PlaceInDoubt) => wallets.some(({ id }) => id === walletId);
  const asked = new Set(
    placesInDoubt(model)
      .filter(isAsked)
      .map(({ doubtId }) => doubtId)
  );
  const late = [...asked].filter(doubtId => (nextLookOf(verification, doubtId) ?? Infinity) <= now);
  if (late.length === 0) return model;
  const doubts = Object.entries(verification.doubts).map(([id, doubt]) => {
    const taken = LOOKS_AFTER_MS.filter(afterMs => doubt.since + afterMs <= now).length;
    return [id, late.includes(id) ? { ...doubt, looks: taken } : doubt] as const;
  });
  return { ...model, verification: { ...verification, doubts: Object.fromEntries(doubts) } };
}

/** `looks`: those of one key that begin now. */
export function withLooksBegun(model: Model, keyId: string, looks: readonly Look[], now: number): Model {
  const wallets = looks.map(({ wallet }) => wallet);
  const requests = looks.reduce((all, look) => all + look.requests, 0);
  const recent = (model.lookRequests[keyId] ?? []).filter(one => isWithinMinute(one, now));
  const lookRequests = { ...model.lookRequests, [keyId]: [...recent, { endedAt: null, requests }] };
  return withLooksTaken({ ...model, lookRequests }, wallets, now);
}

export function withLooksEnded(model: Model, keyId: string, now: number): Model {
  const ended = (model.lookRequests[keyId] ?? []).map(one => ({ ...one, endedAt: one.endedAt ?? now }));
  return { ...model, lookRequests: { ...model.lookRequests, [keyId]: ended } };
}

/** The chains of the wallet that were answered before and are refused now, as yet unconfirmed. */
export function refusedChainsOf({ verification }: Model, walletId: string): ChainIndexes {
  return Object.keys(verification.refusedChains)
    .map(placeOf)
    .flatMap(place => (place.walletId === walletId ? [place.chainIndex] : []));
}

/** What is in doubt on one chain of one wallet. */
interface PlaceInDoubt {
  readonly doubtId: string;
  readonly walletId: string;
  readonly chainIndex: string;
  readonly worth: Decimal;
}

function placesInDoubt({ verification }: Model): PlaceInDoubt[] {
  const { doubted, refusedChains } = verification;
  return [...Object.entries(doubted), ...Object.entries(refusedChains)].map(([id, { doubtId, worth }]) => ({
    doubtId,
    ...placeOf(id),
    worth: absolute(decimal(worth))
  }));
}

/** Of the id of a holding or a part: `wallet/chain` and more. */
function placeOf(id: string): Pick<PlaceInDoubt, 'walletId' | 'chainIndex'> {
  const [walletId = '', chainIndex = ''] = id.split('/', 2);
  return { walletId, chainIndex };
}

/** One for each wallet in doubt: at its first look not yet taken, for all that are due by then. */
function wantedLooks(model: Model, now: number): WantedLook[] {
  const { verification, settings } = model;
  if (Object.keys(verification.doubts).length === 0) return [];
  const places = placesInDoubt(model).flatMap(place => {
    const at = nextLookOf(verification, place.doubtId);
    return at === null ? [] : [{ ...place, at }];
  });
  return settings.wallets.flatMap(wallet => {
    if (!isLookedAt(wallet, model, now)) return [];
    const isAsked = asksFor(wallet, model);
    const own = places.filter(place => place.walletId === wallet.id && isAsked(place.chainIndex));
    if (own.length === 0) return [];
    const at = Math.min(...own.map(place => place.at));
    const due = own.filter(place => place.at <= Math.max(at, now));
    return [{ ...lookAt(wallet, model, due), at }];
  });
}

/** Null: none is left, or the doubt takes none. */
function nextLookOf({ doubts }: VerificationMemory, doubtId: string): number | null {
  const doubt = doubts[doubtId];
  const afterMs = doubt && LOOKS_AFTER_MS[doubt.looks];
  return !doubt || afterMs === undefined || doubt.isQuiet || !doubt.takesLooks ? null : doubt.since + afterMs;
}

function isLookedAt({ id, keyId, isPaused }: Wallet, model: Model, now: number): boolean {
  const schedule = model.pollSchedules[id];
  if (isPaused || !schedule || schedule.failuresInRow > 0) return false;
  const isPollDue = schedule.dueAt === null || schedule.dueAt <= now;
  return !isPollDue && model.settings.keys.some(key => key.id === keyId);
}

/** Whether a poll of the wallet asks for a chain. */
function asksFor(wallet: Wallet, { snapshots, settings }: Model): (chainIndex: string) => boolean {
  const parts = snapshots.find(({ walletId }) => walletId === wallet.id)?.parts ?? [];
  const unsupported = parts.filter(part => part.unsupportedAt !== undefined).map(part => part.chainIndex);
  const expected = expectedChains(wallet).filter(chain => !unsupported.includes(chain));
  return chain =>
    chain === DEFI ? settings.choices.countDefi : expected[0] === EVERY_CHAIN || expected.includes(chain);
}

function lookAt(wallet: Wallet, model: Model, places: readonly PlaceInDoubt[]): Omit<WantedLook, 'at'> {
  const inDoubt = new Set(places.map(({ chainIndex }) => chainIndex));
  const isDefiAsked = inDoubt.delete(DEFI);
  const expected = expectedChains(wallet);
  const isEveryChain = expected[0] === EVERY_CHAIN && inDoubt.size > 0;
  const chains = isEveryChain ? expected : expected.filter(chain => inDoubt.has(chain));
  const refused = refusedChainsOf(model, wallet.id);
  const requests = requestsFor(chains, refused) + (isDefiAsked ? requestsFor(expected, refused) : 0);
  const worth = places.reduce((all, place) => add(all, place.worth), ZERO);
  return { wallet, chains, isDefiAsked, worth, requests: Math.min(requests, LOOK_REQUESTS_A_MINUTE) };
}

/** Refused chains are asked alone. */
function requestsFor(chains: ChainIndexes, refused: ChainIndexes): number {
  const others = chains.filter(chain => !refused.includes(chain));
  return chunksOf(others, MAX_CHAINS_PER_REQUEST).length + chains.length - others.length;
}

function byWorth(a: WantedLook, b: WantedLook): number {
  return compareDecimals(b.worth, a.worth);
}

/**
 * When looks may cost these requests, ms, and `now` if they may already; null: not before those under way have ended.
 * Requests count from the end of their looks, because they may have waited for more urgent ones.
 */
function freeAt(sent: readonly LookRequests[] = [], requests: number, now: number): number | null {
  if (sent.some(({ endedAt }) => endedAt === null)) return null;
  const recent = sent.filter(one => isWithinMinute(one, now));
  let used = recent.reduce((all, one) => all + one.requests, 0);
  if (used + requests <= LOOK_REQUESTS_A_MINUTE) return now;
  for (const one of recent) {
    used -= one.requests;
    if (used + requests <= LOOK_REQUESTS_A_MINUTE) return (one.endedAt ?? now) + MINUTE_MS;
  }
  return null;
}

/** A moment ahead of the clock is from before the clock was set back. */
function isWithinMinute({ endedAt }: LookRequests, now: number): boolean {
  return endedAt === null || (endedAt <= now && now - endedAt < MINUTE_MS);
}
