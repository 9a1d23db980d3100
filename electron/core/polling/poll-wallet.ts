// THE LINE: one poll of one wallet, from what is to be asked to what was answered and what was not.
import { Failure } from '../../../shared/domain/failure';
import type { Holding } from '../../../shared/schema/holding';
import type { Key } from '../../../shared/schema/key';
import type { Wallet } from '../../../shared/schema/wallet';
import type { Errand } from './poll-plan';
import { exchange, type ExchangePorts } from './signed-request';
import { leftOf, nextGroup, skipped, told, unasked } from './chain-bisection';
import type { Drivers, HttpReply, Reading } from '../ports/ports';
import { EVERY_CHAIN } from '../snapshots/chain-parts';
import type { Answer, Refusal, Outcome } from '../snapshots/poll-outcome';

export interface PollPorts extends ExchangePorts {
  readonly drivers: Drivers;
}

/** Never throws: everything that went wrong is a refusal with its Failure. `last`: the holdings of before. */
export async function pollWallet(
  wallet: Wallet,
  key: Key,
  ports: PollPorts,
  errand: Errand,
  knownOffsetMs: number,
  last: readonly Holding[] = []
): Promise<Outcome> {
  const driver = ports.drivers[wallet.source];
  const answers: Answer[] = [];
  const refusals: Refusal[] = [];
  let { hunt } = errand;
  let clockOffsetMs = knownOffsetMs;
  let requests = 0;
  let failureOfRest = new Failure('chain-unsupported');
  for (let group = nextGroup(hunt); group && requests < errand.mostRequests; group = nextGroup(hunt)) {
    const chains = group[0] === EVERY_CHAIN ? null : group;
    const question = {
      key,
      request: driver.request(wallet, chains),
      sign: driver.sign,
      read: (reply: HttpReply, receivedAt: number) => driver.read(reply, wallet, receivedAt, last)
    };
    const asked = await exchange(question, ports, clockOffsetMs);
    requests++;
    clockOffsetMs = asked.clockOffsetMs;
    if (asked.failure === null) {
      answers.push(answerOf(chains, asked.content, asked.receivedAt, clockOffsetMs));
      hunt = told(hunt, true);
    } else if (chains && isOfOneChain(asked.failure)) {
      hunt = told(hunt, false);
    } else {
      refusals.push({ chains: hunt.suspect ?? chains, failure: asked.failure });
      hunt = skipped(hunt);
      if (isOfAll(asked.failure)) {
        failureOfRest = asked.failure;
        break;
      }
    }
  }
  const rest = unasked(hunt);
  if (rest.length > 0) refusals.push({ chains: rest, failure: failureOfRest });
  const found = { unsupported: hunt.refused, left: leftOf(hunt) };
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

/** The service names no chain, so the hunt has to find it. */
export function isOfOneChain({ code }: Failure): boolean {
  return code === 'chain-unsupported' || code === 'chain-mismatch';
}

/** The rest of the round would fail in the same way: asking on only costs the service and the user time. */
export function isOfAll({ code }: Failure): boolean {
  return ![
    'reply-damaged',
    'chain-unsupported',
    'chain-mismatch',
    'service-caching',
    'token-unknown'
  ].includes(code);
}
