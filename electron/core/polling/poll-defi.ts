// Polls the value of the DeFi positions of a wallet, after its balances.
// A failure here is never a failure of the balances.
import { DEFI } from '../../../shared/domain/defi';
import { decimal, sum, toText, type Decimal } from '../../../shared/domain/decimal';
import { Failure } from '../../../shared/domain/failure';
import type { RequestPriority } from '../../../shared/domain/limits';
import type { Key } from '../../../shared/schema/key';
import type { Part } from '../../../shared/schema/snapshot';
import type { Wallet } from '../../../shared/schema/wallet';
import { defiHoldings } from '../snapshots/defi';
import { planPoll, isRetryDue, type ChainsBeforePoll, type PollPlan } from './poll-plan';
import { sendSigned } from './signed-request';
import { nextGroup, answered, unpolledChains } from './chain-bisection';
import { EVERY_CHAIN } from '../snapshots/chain-parts';
import { isCommonFailure, isSingleChainFailure, type PollPorts } from './poll-wallet';
import type { ChainIndexes, Outcome } from '../snapshots/poll-outcome';

/** A chain that the total-value endpoint refuses although the balances know it. */
export type WithoutDefi = Pick<Part, 'chainIndex' | 'unsupportedAt'>;

export interface DefiInput {
  /** Before this poll. */
  readonly known: ChainsBeforePoll;
  readonly withoutDefi: readonly WithoutDefi[];
  readonly priority: RequestPriority;
  /** At most so many requests; absent: as many as the plan allows. */
  readonly maxRequests?: number;
}

/**
 * The poll's outcome with an answer or a refusal of the DeFi part. An answer without holdings says that there are no
 * positions. Never throws.
 */
export async function pollDefi(
  wallet: Wallet,
  key: Key,
  ports: PollPorts,
  input: DefiInput,
  balances: Outcome
): Promise<Outcome> {
  const failure = reasonToSkip(balances);
  if (failure) return refused({ ...balances, withoutDefi: input.withoutDefi }, failure);
  const now = ports.clock.now();
  const doubted = doubtedChains(input.known, balances);
  const plan = planDefiPoll(wallet, input, doubted, balances, now);
  const polled = await pollGroups(wallet, key, ports, plan, balances);
  const found = polled.refused.filter(chain => !doubted.includes(chain));
  const outcome: Outcome = {
    ...balances,
    requests: balances.requests + polled.requests,
    clockOffsetMs: polled.clockOffsetMs,
    withoutDefi: [
      ...input.withoutDefi.filter(({ unsupportedAt }) => !isRetryDue(unsupportedAt, now)),
      ...found.map(chainIndex => ({ chainIndex, unsupportedAt: now }))
    ]
  };
  const isDoubtedRefused = found.length < polled.refused.length;
  const refusal = polled.failure ?? (isDoubtedRefused ? new Failure('chain-unsupported') : null);
  if (refusal) return refused(outcome, refusal);
  const reading = {
    holdings: defiHoldings(wallet.id, toText(sum(polled.values))),
    unreadable: [],
    takenAt: null
  };
  const answeredAt = polled.answeredAt ?? now;
  const answer = { chains: [DEFI], reading, answeredAt, serviceTime: answeredAt - polled.clockOffsetMs };
  return { ...outcome, answers: [...outcome.answers, answer] };
}

/**
 * A failure common to all requests of the balances would hit this request too. And while the bisection still searches
 * an unsupported chain, or all chains are refused, that would make this request fail as well.
 */
function reasonToSkip({ refusals, remaining }: Outcome): Failure | null {
  const ofAll = refusals.find(({ failure }) => isCommonFailure(failure) || isSingleChainFailure(failure));
  return ofAll?.failure ?? (remaining ? new Failure('chain-unsupported') : null);
}

/**
 * Chains that the balances refuse although they were answered before. A sum without them would look like a loss, so
 * each is asked alone, and if this endpoint refuses it as well, the DeFi part is not answered.
 */
function doubtedChains(
  { parts, refused }: ChainsBeforePoll,
  { answers, unsupported }: Outcome
): ChainIndexes {
  const answered = new Set(answers.flatMap(({ chains }) => chains ?? []));
  const doubted = parts.filter(
    part =>
      part.answeredAt != null &&
      part.unsupportedAt === undefined &&
      (unsupported.includes(part.chainIndex) || refused.includes(part.chainIndex)) &&
      !answered.has(part.chainIndex)
  );
  return doubted.map(({ chainIndex }) => chainIndex);
}

function refused(outcome: Outcome, failure: Failure): Outcome {
  return { ...outcome, refusals: [...outcome.refusals, { chains: [DEFI], failure }] };
}

/** The chains of the wallet, without those that one of the two endpoints does not support. */
function planDefiPoll(
  wallet: Wallet,
  { known, withoutDefi, priority, maxRequests }: DefiInput,
  doubted: ChainIndexes,
  balances: Outcome,
  now: number
): PollPlan {
  const answered = new Set(balances.answers.flatMap(({ chains }) => chains ?? []));
  const unsupported = known.parts
    .filter(part => part.unsupportedAt !== undefined && !answered.has(part.chainIndex))
    .map(part => part.chainIndex);
  const excluded = [...balances.unsupported, ...unsupported]
    .filter(chain => !doubted.includes(chain))
    .map(chain => ({ chainIndex: chain, unsupportedAt: now }));
  const parts = [...withoutDefi, ...excluded];
  const plan = planPoll(wallet, { ...known, parts, refused: doubted }, { priority }, now);
  return { ...plan, maxRequests: Math.min(plan.maxRequests, maxRequests ?? Infinity) };
}

/** Every group must be answered: a sum over some of the groups would look like a loss. */
async function pollGroups(wallet: Wallet, key: Key, ports: PollPorts, plan: PollPlan, balances: Outcome) {
  const driver = ports.drivers[wallet.source];
  const values: Decimal[] = [];
  let { bisection } = plan;
  let { clockOffsetMs } = balances;
  let answeredAt: number | null = null;
  let failure: Failure | null = null;
  let requests = 0;
  for (let group = nextGroup(bisection); group && requests < plan.maxRequests; group = nextGroup(bisection)) {
    const chains = group[0] === EVERY_CHAIN ? null : group;
    const planned = () => driver.planDefi(wallet, chains);
    const result = await sendSigned(
      { key, plan: planned, priority: plan.priority, sign: driver.sign, read: driver.readDefi },
      ports,
      clockOffsetMs
    );
    requests++;
    clockOffsetMs = result.clockOffsetMs;
    if (result.failure === null) {
      values.push(decimal(result.content));
      answeredAt ??= result.receivedAt;
    } else if (!chains || !isSingleChainFailure(result.failure)) {
      failure = result.failure;
      break;
    }
    bisection = answered(bisection, result.failure === null);
  }
  if (unpolledChains(bisection).length > 0) failure ??= new Failure('chain-unsupported');
  return { values, answeredAt, failure, requests, clockOffsetMs, refused: bisection.refused };
}
