// Polls the balances of one wallet: sends the requests of its plan and collects answers and failures.
import { Failure } from '../../../shared/domain/failure';
import type { Holding } from '../../../shared/schema/holding';
import type { Key } from '../../../shared/schema/key';
import type { Wallet } from '../../../shared/schema/wallet';
import type { PollPlan } from './poll-plan';
import { sendSigned, type SignedRequestPorts } from './signed-request';
import { remainingOf, nextGroup, skipped, answered, unpolledChains } from './chain-bisection';
import type { Drivers, HttpReply, Reading } from '../ports/ports';
import { EVERY_CHAIN } from '../snapshots/chain-parts';
import type { Answer, Refusal, Outcome } from '../snapshots/poll-outcome';

export interface PollPorts extends SignedRequestPorts {
  readonly drivers: Drivers;
}

/** Never throws: every error becomes a refusal with its Failure. `last`: the holdings before this poll. */
export async function pollWallet(
  wallet: Wallet,
  key: Key,
  ports: PollPorts,
  plan: PollPlan,
  knownOffsetMs: number,
  last: readonly Holding[] = []
): Promise<Outcome> {
  const driver = ports.drivers[wallet.source];
  const answers: Answer[] = [];
  const refusals: Refusal[] = [];
  let { bisection } = plan;
  let clockOffsetMs = knownOffsetMs;
  let requests = 0;
  let failureOfRest = new Failure('chain-unsupported');
  for (let group = nextGroup(bisection); group && requests < plan.maxRequests; group = nextGroup(bisection)) {
    const chains = group[0] === EVERY_CHAIN ? null : group;
    const task = {
      key,
      request: driver.request(wallet, chains),
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
  return { chains, reading, answeredAt: Math.min(takenAt, receivedAt) };
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
