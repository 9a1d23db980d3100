// Polls the value of the DeFi positions of a wallet, after its balances.
// A failure here is never a failure of the balances.
import { DEFI } from '../../../shared/domain/defi';
import { decimal, sum, toText, type Decimal } from '../../../shared/domain/decimal';
import { Failure } from '../../../shared/domain/failure';
import type { Key } from '../../../shared/schema/key';
import type { Part } from '../../../shared/schema/snapshot';
import type { Wallet } from '../../../shared/schema/wallet';
import type { ChainFacts } from '../ports/chain-facts';
import { defiHoldings } from '../snapshots/defi';
import { planPoll, isRetryDue, type PollPlan } from './poll-plan';
import { sendSigned } from './signed-request';
import { nextGroup, answered, unpolledChains } from './chain-bisection';
import { EVERY_CHAIN } from '../snapshots/chain-parts';
import { isCommonFailure, isSingleChainFailure, type PollPorts } from './poll-wallet';
import type { Outcome } from '../snapshots/poll-outcome';

/** A chain that the total-value endpoint refuses although the balances know it. */
export type WithoutDefi = Pick<Part, 'chainIndex' | 'unsupportedAt'>;

export interface DefiInput {
  /** The parts before this poll. */
  readonly parts: readonly Part[];
  readonly withoutDefi: readonly WithoutDefi[];
  readonly familyOf: (chainIndex: string) => ChainFacts['family'];
}

/** The poll's outcome with an answer or a refusal of the DeFi part. Never throws. */
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
  const polled = await pollGroups(wallet, key, ports, planDefiPoll(wallet, input, balances, now), balances);
  const known = input.withoutDefi.filter(({ unsupportedAt }) => !isRetryDue(unsupportedAt, now));
  const found = polled.refused.map(chainIndex => ({ chainIndex, unsupportedAt: now }));
  const outcome: Outcome = {
    ...balances,
    requests: balances.requests + polled.requests,
    clockOffsetMs: polled.clockOffsetMs,
    withoutDefi: [...known, ...found]
  };
  if (polled.failure) return refused(outcome, polled.failure);
  const holdings = defiHoldings(wallet.id, toText(sum(polled.values)));
  const reading = { holdings, damagedChains: [], takenAt: null };
  const answer = { chains: [DEFI], reading, answeredAt: polled.answeredAt ?? now };
  return { ...outcome, answers: [...outcome.answers, answer] };
}

/**
 * A failure common to all requests of the balances would hit this request too. And while the bisection still searches
 * an unsupported chain, that chain would make this request fail as well.
 */
function reasonToSkip({ refusals, remaining }: Outcome): Failure | null {
  const ofAll = refusals.find(({ failure }) => isCommonFailure(failure));
  return ofAll?.failure ?? (remaining ? new Failure('chain-unsupported') : null);
}

function refused(outcome: Outcome, failure: Failure): Outcome {
  return { ...outcome, refusals: [...outcome.refusals, { chains: [DEFI], failure }] };
}

/** The chains of the wallet, without those that one of the two endpoints refuses. */
function planDefiPoll(
  wallet: Wallet,
  { parts, withoutDefi, familyOf }: DefiInput,
  balances: Outcome,
  now: number
): PollPlan {
  const answered = new Set(balances.answers.flatMap(({ chains }) => chains ?? []));
  const unsupported = parts
    .filter(part => part.unsupportedAt !== undefined && !answered.has(part.chainIndex))
    .map(part => part.chainIndex);
  const excluded = [...balances.unsupported, ...unsupported].map(chain => ({
    chainIndex: chain,
    unsupportedAt: now
  }));
  return planPoll(wallet, [...withoutDefi, ...excluded], null, familyOf, now);
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
    const request = driver.planDefi(wallet, chains);
    const result = await sendSigned(
      { key, request, sign: driver.sign, read: driver.readDefi },
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
