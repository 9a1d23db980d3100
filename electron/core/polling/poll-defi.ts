// Asks for the worth of a wallet's DeFi positions after its balances. A failure of it never is one of the balances.
import { DEFI } from '../../../shared/domain/defi';
import { decimal, sum, toText, type Decimal } from '../../../shared/domain/decimal';
import { Failure } from '../../../shared/domain/failure';
import type { Key } from '../../../shared/schema/key';
import type { Part } from '../../../shared/schema/snapshot';
import type { Wallet } from '../../../shared/schema/wallet';
import type { ChainFacts } from '../ports/chain-facts';
import { defiHoldings } from '../snapshots/defi';
import { errandFor, isDueAgain, type Errand } from './poll-plan';
import { exchange } from './signed-request';
import { nextGroup, told, unasked } from './chain-bisection';
import { EVERY_CHAIN } from '../snapshots/chain-parts';
import { isOfAll, isOfOneChain, type PollPorts } from './poll-wallet';
import type { Outcome } from '../snapshots/poll-outcome';

/** A chain that the total-value endpoint refuses although the balances know it. */
export type WithoutDefi = Pick<Part, 'chainIndex' | 'unsupportedAt'>;

export interface DefiInput {
  /** As they were before this poll. */
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
  const failure = reasonNotToAsk(balances);
  if (failure) return refused({ ...balances, withoutDefi: input.withoutDefi }, failure);
  const now = ports.clock.now();
  const got = await askGroups(wallet, key, ports, errandOf(wallet, input, balances, now), balances);
  const known = input.withoutDefi.filter(({ unsupportedAt }) => !isDueAgain(unsupportedAt, now));
  const found = got.refused.map(chainIndex => ({ chainIndex, unsupportedAt: now }));
  const outcome: Outcome = {
    ...balances,
    requests: balances.requests + got.requests,
    clockOffsetMs: got.clockOffsetMs,
    withoutDefi: [...known, ...found]
  };
  if (got.failure) return refused(outcome, got.failure);
  const holdings = defiHoldings(wallet.id, toText(sum(got.values)));
  const reading = { holdings, damagedChains: [], takenAt: null };
  const answer = { chains: [DEFI], reading, answeredAt: got.answeredAt ?? now };
  return { ...outcome, answers: [...outcome.answers, answer] };
}

/** What befell the balances would befall this too; and while a bad chain is hunted, it would spoil this request as well. */
function reasonNotToAsk({ refusals, left }: Outcome): Failure | null {
  const ofAll = refusals.find(({ failure }) => isOfAll(failure));
  return ofAll?.failure ?? (left ? new Failure('chain-unsupported') : null);
}

function refused(outcome: Outcome, failure: Failure): Outcome {
  return { ...outcome, refusals: [...outcome.refusals, { chains: [DEFI], failure }] };
}

/** The chains of the wallet, less those that either endpoint refuses. */
function errandOf(
  wallet: Wallet,
  { parts, withoutDefi, familyOf }: DefiInput,
  balances: Outcome,
  now: number
): Errand {
  const answered = new Set(balances.answers.flatMap(({ chains }) => chains ?? []));
  const unsupported = parts
    .filter(part => part.unsupportedAt !== undefined && !answered.has(part.chainIndex))
    .map(part => part.chainIndex);
  const left = [...balances.unsupported, ...unsupported].map(chain => ({
    chainIndex: chain,
    unsupportedAt: now
  }));
  return errandFor(wallet, [...withoutDefi, ...left], null, familyOf, now);
}

/** Every group must be answered: a sum over some of them would only look like a loss. */
async function askGroups(wallet: Wallet, key: Key, ports: PollPorts, errand: Errand, balances: Outcome) {
  const driver = ports.drivers[wallet.source];
  const values: Decimal[] = [];
  let { hunt } = errand;
  let { clockOffsetMs } = balances;
  let answeredAt: number | null = null;
  let failure: Failure | null = null;
  let requests = 0;
  for (let group = nextGroup(hunt); group && requests < errand.mostRequests; group = nextGroup(hunt)) {
    const chains = group[0] === EVERY_CHAIN ? null : group;
    const request = driver.planDefi(wallet, chains);
    const asked = await exchange(
      { key, request, sign: driver.sign, read: driver.readDefi },
      ports,
      clockOffsetMs
    );
    requests++;
    clockOffsetMs = asked.clockOffsetMs;
    if (asked.failure === null) {
      values.push(decimal(asked.content));
      answeredAt ??= asked.receivedAt;
    } else if (!chains || !isOfOneChain(asked.failure)) {
      failure = asked.failure;
      break;
    }
    hunt = told(hunt, asked.failure === null);
  }
  if (unasked(hunt).length > 0) failure ??= new Failure('chain-unsupported');
  return { values, answeredAt, failure, requests, clockOffsetMs, refused: hunt.refused };
}
