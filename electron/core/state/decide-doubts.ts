// The person's decisions: ends a doubt as the answers say or by excluding it, and includes or excludes tokens that wait.
import { add, decimal, largerOf, toText, ZERO, type Decimal } from '../../../shared/domain/decimal';
import { tokenOf } from '../../../shared/domain/holding-id';
import type { Holding } from '../../../shared/schema/holding';
import type { Verdict } from '../../../shared/schema/settings';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import type { DoubtedHolding, VerificationMemory } from '../../../shared/schema/verification';
import { holdingValueOf } from '../snapshots/holding-values';
import { withoutChain } from '../snapshots/update-snapshot';
import type { VerificationEvent } from '../doubts/events';
import { withStatement } from '../doubts/statement';
import type { Model } from './model';

export type DoubtDeed = 'accept' | 'exclude';

/**
 * `accept`: what the answers say is believed now: "Include", or "It is gone". `exclude`: what counts of it does not
 * count any more. The model as it is for a doubt that ended already.
 */
export function decideDoubt(model: Model, doubtId: string, deed: DoubtDeed, now: number): Model {
  const { verification } = model;
  if (!verification.doubts[doubtId]) return model;
  const records = Object.entries(verification.doubted).filter(([, record]) => record.doubtId === doubtId);
  const chains = Object.entries(verification.refusedChains).filter(
    ([, record]) => record.doubtId === doubtId
  );
  const decided = { ...model, verification: withoutDoubt(verification, doubtId) };
  if (deed === 'exclude') {
    const onChains = model.snapshots
      .flatMap(({ holdings }) => holdings)
      .filter(({ walletId, chainIndex }) => chains.some(([key]) => key === `${walletId}/${chainIndex}`));
    return withVerdicts(decided, [...records.map(([id]) => id), ...onChains.map(({ id }) => id)], 'keep-out');
  }
  const believed = decided.snapshots.map(snapshot => acceptIn(snapshot, new Map(records)));
  const snapshots = chains.reduce(
    (next, [key]) =>
      next.map(snapshot =>
        key.startsWith(`${snapshot.walletId}/`)
          ? withoutChain(snapshot, key.slice(snapshot.walletId.length + 1), now)
          : snapshot
      ),
    believed
  );
  return { ...decided, snapshots };
}

/** The event of the decision, made before it is carried out; null: there is no such doubt. */
export function decidedEventOf({ verification }: Model, doubtId: string): VerificationEvent | null {
  const doubt = verification.doubts[doubtId];
  if (!doubt) return null;
  const holdings = Object.entries(verification.doubted)
    .filter(([, record]) => record.doubtId === doubtId)
    .map(([id, record]) => ({ ...record, id }));
  const refused = Object.values(verification.refusedChains).filter(record => record.doubtId === doubtId);
  const worth = [...holdings, ...refused].reduce((all, record) => add(all, decimal(record.worth)), ZERO);
  return { type: 'decided', doubtId, doubt, holdings, worth: toText(worth) };
}

/** Counts tokens that wait, as the answers say, up to ten times their worth of now. */
export function includeHoldings(model: Model, ids: readonly string[], now: number): Model {
  const wanted = new Set(ids);
  const { verification } = model;
  const tokens = { ...verification.tokens };
  const included = new Map<string, Decimal>();
  const snapshots = model.snapshots.map(snapshot => {
    if (!snapshot.holdings.some(({ id }) => wanted.has(id))) return snapshot;
    const holdings = snapshot.holdings.map(holding => {
      if (!wanted.has(holding.id)) return holding;
      const said = verification.waiting[holding.id];
      const counted = { ...(said ? withStatement(holding, said) : holding), isUnverified: false };
      const token = tokenOf(counted);
      included.set(token, add(included.get(token) ?? ZERO, holdingValueOf(counted).value ?? ZERO));
      return counted;
    });
    return { ...snapshot, holdings };
  });
  for (const [token, worth] of included) {
    const past = tokens[token] ?? { amount: '0', price: null, at: now };
    const known = past.includedWorth === undefined ? ZERO : decimal(past.includedWorth);
    tokens[token] = { ...past, includedWorth: toText(largerOf(worth, known)), isUninvited: false };
  }
  const next = { ...model, snapshots, verification: { ...withoutQuestion(verification, wanted), tokens } };
  return withVerdicts(next, ids, 'count');
}

/** Takes tokens out of the count, and out of the question. */
export function excludeHoldings(model: Model, ids: readonly string[]): Model {
  const verification = withoutQuestion(model.verification, new Set(ids));
  return withVerdicts({ ...model, verification }, ids, 'keep-out');
}

/** `null` takes a verdict back. */
export function withVerdicts(model: Model, ids: readonly string[], verdict: Verdict | null): Model {
  const verdicts = { ...model.settings.verdicts };
  for (const id of ids) {
    if (verdict === null) delete verdicts[id];
    else verdicts[id] = verdict;
  }
  return { ...model, settings: { ...model.settings, verdicts } };
}

function withoutDoubt(memory: VerificationMemory, doubtId: string): VerificationMemory {
  const isOther = ([, record]: readonly [string, { readonly doubtId: string }]) => record.doubtId !== doubtId;
  return {
    ...memory,
    doubts: Object.fromEntries(Object.entries(memory.doubts).filter(([id]) => id !== doubtId)),
    doubted: Object.fromEntries(Object.entries(memory.doubted).filter(isOther)),
    refusedChains: Object.fromEntries(Object.entries(memory.refusedChains).filter(isOther))
  };
}

function withoutQuestion(memory: VerificationMemory, ids: ReadonlySet<string>): VerificationMemory {
  return {
    ...memory,
    waiting: Object.fromEntries(Object.entries(memory.waiting).filter(([id]) => !ids.has(id))),
    asked: memory.asked.filter(id => !ids.has(id))
  };
}

/** The holdings with what the last answers said of those in doubt. */
function acceptIn(snapshot: WalletSnapshot, records: ReadonlyMap<string, DoubtedHolding>): WalletSnapshot {
  const known = new Set(snapshot.holdings.map(({ id }) => id));
  const arrived = [...records].flatMap(([id, record]): Holding[] =>
    record.arrived?.walletId === snapshot.walletId && !known.has(id) ? [record.arrived] : []
  );
  if (arrived.length === 0 && !snapshot.holdings.some(({ id }) => records.has(id))) return snapshot;
  const holdings = snapshot.holdings.flatMap(holding => {
    const record = records.get(holding.id);
    if (!record) return [holding];
    return record.last.balance === '0' ? [] : [withStatement(holding, record.last)];
  });
  return { ...snapshot, holdings: [...holdings, ...arrived] };
}
