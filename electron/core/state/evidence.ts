// Evidence of a holding: by which rule it counts, and what the answers said of it.
import { decimal, isZero, toText } from '../../../shared/domain/decimal';
import { tokenOf } from '../../../shared/domain/holding-id';
import type { Evidence } from '../../../shared/ipc/verification-calls';
import type { CountingStatus } from '../../../shared/schema/app-state';
import type { Holding } from '../../../shared/schema/holding';
import type { VerificationMemory } from '../../../shared/schema/verification';
import { countingRuleOf, countingStatusOf } from '../portfolio/counting-rule';
import type { ChainLookup } from '../ports/chain-facts';
import { partOf } from '../snapshots/chain-parts';
import { neededFor } from '../doubts/doubt-book';
import { costOf, establishedBy } from '../established/established';
import { statementOf } from '../doubts/statement';
import type { Model } from './model';

type Ground = Evidence['ground'];

const NOT_COUNTED: Readonly<Record<Exclude<CountingStatus, 'counted'>, Ground>> = {
  testnet: 'testnet',
  'kept-out': 'excluded',
  risky: 'risky',
  unverified: 'waits',
  unpriced: 'unpriced'
};

/** Null: there is no such holding. */
export function evidenceOf(model: Model, chains: ChainLookup, holdingId: string): Evidence | null {
  const { verification: memory, settings, snapshots } = model;
  const snapshot = snapshots.find(({ walletId }) => holdingId.startsWith(`${walletId}/`));
  const holding = snapshot?.holdings.find(({ id }) => id === holdingId);
  if (!snapshot || !holding) return null;
  const rule = countingRuleOf(settings, chains);
  const status = countingStatusOf(holding, rule);
  const isKnownChain = (chain: string): boolean => rule.chains(chain).isUnknown !== true;
  const isIncluded = settings.verdicts?.[holdingId] === 'count';
  const doubt = doubtOf(memory, holdingId);
  const waiting = status === 'counted' || status === 'unpriced' ? (memory.waiting[holdingId] ?? null) : null;
  // What counts is then not what the last answer said.
  const isOlder = doubt !== null || waiting !== null || holding.isStale === true;
  return {
    ground: status === 'counted' ? groundOf(holding, memory, isKnownChain, isIncluded) : NOT_COUNTED[status],
    answeredAt: isOlder ? null : (partOf(snapshot.parts, holding.chainIndex)?.answeredAt ?? null),
    counted: statementOf(holding),
    cost: paidFor(holding, memory),
    doubt,
    waiting
  };
}

/** Of a holding that counts. */
function groundOf(
  holding: Holding,
  { tokens, asked }: VerificationMemory,
  isKnownChain: (chainIndex: string) => boolean,
  isIncluded: boolean
): Ground {
  const established = establishedBy(holding, isKnownChain);
  if (established) return established;
  const past = tokens[tokenOf(holding)];
  if (isIncluded || past?.includedWorth !== undefined) return 'included';
  if (asked.includes(holding.id)) return 'earlier';
  return past && !isZero(costOf(past, decimal(holding.balance))) ? 'paid' : 'limit';
}

/** USD that was paid for what is there; null: nothing is known of it. */
function paidFor(holding: Holding, { tokens }: VerificationMemory): Evidence['cost'] {
  const past = tokens[tokenOf(holding)];
  const cost = past && costOf(past, decimal(holding.balance));
  return cost && !isZero(cost) ? toText(cost) : null;
}

function doubtOf({ doubts, doubted }: VerificationMemory, holdingId: string): Evidence['doubt'] {
  const record = doubted[holdingId];
  const doubt = record && doubts[record.doubtId];
  if (!doubt) return null;
  const { doubtId, kind, first, last, answeredAt, answers, agreedMs } = record;
  const neededMs = neededFor(record, doubt.isPaired).agreedMs;
  return { id: doubtId, kind, since: doubt.since, first, last, answeredAt, answers, agreedMs, neededMs };
}
