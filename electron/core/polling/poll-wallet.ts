// Polls the balances of one wallet: sends the requests of its plan and collects answers and failures.
import { Failure } from '../../../shared/domain/failure';
import type { Key } from '../../../shared/schema/key';
import type { Wallet } from '../../../shared/schema/wallet';
import type { PollPlan } from './poll-plan';
import { MIN_OFFSET_MS, sendSigned, type SignedRequestPorts } from './signed-request';
import {
  remainingOf,
  nextGroup,
  skipped,
  answered,
  unpolledChains,
  type ChainBisection
} from './chain-bisection';
import type { Drivers, HttpReply, KnownBefore, Reading } from '../ports/ports';
import { EVERY_CHAIN } from '../snapshots/chain-parts';
import type { Answer, Refusal, Outcome } from '../snapshots/poll-outcome';

export interface PollPorts extends SignedRequestPorts {
  readonly drivers: Drivers;
}

/** Never throws: every error becomes a refusal with its Failure. `last`: what was known before this poll. */
export async function pollWallet(
  wallet: Wallet,
  key: Key,
  ports: PollPorts,
  plan: PollPlan,
  knownOffsetMs: number,
  last?: KnownBefore
): Promise<Outcome> {
  const driver = ports.drivers[wallet.source];
  const answers: Answer[] = [];
  const refusals: Refusal[] = [];
  let { bisection } = plan;
  let clockOffsetMs = knownOffsetMs;
  let requests = 0;
  let failureOfRest = new Failure('chain-unsupported');
  let chainFailure: Failure | null = null;
  for (let group = nextGroup(bisection); group && requests < plan.maxRequests; group = nextGroup(bisection)) {
    const chains = group[0] === EVERY_CHAIN ? null : group;
    const task = {
      key,
      plan: () => driver.request(wallet, chains),
      priority: plan.priority,
      sign: driver.sign,
      read: (reply: HttpReply, receivedAt: number) => driver.read(reply, wallet, receivedAt, last)
    };
    const result = await sendSigned(task, ports, clockOffsetMs);
    requests++;
    clockOffsetMs = result.clockOffsetMs;
    if (result.failure === null) {
      answers.push(answerOf(chains, result.content, result.receivedAt, clockOffsetMs));
      bisection = answered(bisection, true);
    } else if (chains && isSingleChainFailure(result.failure)) {
      chainFailure = result.failure;
      bisection = answered(bisection, false);
    } else {
      refusals.push({ chains: bisection.failingGroup ?? chains, failure: result.failure });
      bisection = skipped(bisection);
      if (isCommonFailure(result.failure)) {
        failureOfRest = result.failure;
        break;
      }
    }
  }
  const rest = unpolledChains(bisection);
  if (rest.length > 0) refusals.push({ chains: rest, failure: failureOfRest });
  if (chainFailure && isAllRefused(plan, bisection, answers, refusals)) {
    refusals.push({ chains: plan.wholeWallet, failure: chainFailure });
    const unsupported = bisection.refused.filter(chain => !plan.wholeWallet.includes(chain));
    return { answers, refusals, unsupported, remaining: null, requests, clockOffsetMs };
  }
  const found = { unsupported: bisection.refused, remaining: remainingOf(bisection) };
  return { answers, refusals, ...found, requests, clockOffsetMs };
}

function answerOf(
  chains: Answer['chains'],
  reading: Reading,
  receivedAt: number,
  clockOffsetMs: number
): Answer {
  const takenAt = reading.takenAt === null ? receivedAt : reading.takenAt + clockOffsetMs;
  const answeredAt = Math.min(takenAt, receivedAt);
  const serviceTime = serviceTimeOf(reading.takenAt, receivedAt, clockOffsetMs);
  return { chains, reading, answeredAt, serviceTime };
}

/**
 * `takenAt` as it was given, so that the same answer has the same time each time it comes; a time after the receipt is
 * none. The clock offset is known to within `MIN_OFFSET_MS`.
 */
function serviceTimeOf(takenAt: number | null, receivedAt: number, clockOffsetMs: number): number {
  const received = receivedAt - clockOffsetMs;
  return takenAt === null || takenAt > received + MIN_OFFSET_MS ? received : takenAt;
}

/** Each chain of the wallet for itself, and nothing else failed. */
function isAllRefused(
  { wholeWallet }: PollPlan,
  { refused }: ChainBisection,
  answers: readonly Answer[],
  refusals: readonly Refusal[]
): boolean {
  const isNothingElse = answers.length === 0 && refusals.length === 0;
  return isNothingElse && wholeWallet.length > 0 && wholeWallet.every(chain => refused.includes(chain));
}

/** The service does not name the chain that fails, so the bisection has to find it. */
export function isSingleChainFailure({ code }: Failure): boolean {
  return code === 'chain-unsupported' || code === 'chain-mismatch';
}

/** The other requests of the poll would fail in the same way: to send them only costs the service and the user time. */
export function isCommonFailure({ code }: Failure): boolean {
  return ![
    'reply-damaged',
    'chain-unsupported',
    'chain-mismatch',
    'service-caching',
    'token-unknown'
  ].includes(code);
}
