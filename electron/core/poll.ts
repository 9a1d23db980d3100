// THE LINE: one poll of one wallet, from planned requests to what was answered and what was not.
import { asFailure, byReaction, Failure, reactionTo } from '../../shared/failure';
import type { Key } from '../../shared/key';
import type { Wallet } from '../../shared/wallet';
import { learnOffset } from './clock-offset';
import type { Clock, Drivers, Http, HttpReply, Keychain, Pace, PlannedRequest, Reading } from './ports';

export interface PollPorts {
  readonly drivers: Drivers;
  readonly http: Http;
  readonly keychain: Keychain;
  readonly pace: Pace;
  readonly clock: Clock;
}

export interface Answer {
  readonly chains: readonly string[] | null;
  readonly reading: Reading;
  /** By this computer's clock, ms: the service's own time of the data when it is older, else the time of receipt. */
  readonly answeredAt: number;
}

export interface Refusal {
  readonly chains: readonly string[] | null;
  readonly failure: Failure;
}

/** What one poll of one wallet brought. A wallet of many chains may have answers and refusals. */
export interface Outcome {
  readonly answers: readonly Answer[];
  readonly refusals: readonly Refusal[];
  /** This computer's clock minus the service's, ms, as learnt last. */
  readonly clockOffsetMs: number;
}

/** The failure that decides how polling goes on, and that is shown; null when everything was answered. */
export function worstFailureOf({ refusals }: Outcome): Failure | null {
  const failures = refusals.map(({ failure }) => failure);
  return failures.sort((a, b) => byReaction(a.code, b.code))[0] ?? null;
}

/** Never throws: everything that went wrong is a refusal with its Failure. */
export async function pollWallet(
  wallet: Wallet,
  key: Key,
  ports: PollPorts,
  knownOffsetMs: number
): Promise<Outcome> {
  const { http, keychain, pace, clock } = ports;
  const driver = ports.drivers[wallet.source];
  const answers: Answer[] = [];
  const refusals: Refusal[] = [];
  let clockOffsetMs = knownOffsetMs;
  const open: PlannedRequest[] = [...driver.plan(wallet)];
  for (let request = open.shift(), isSecondTry = false; request;) {
    try {
      const credentials = await keychain.read(key.id);
      await pace.turn(key.id);
      const sentAt = clock.now();
      const reply: HttpReply = await http.send(
        driver.sign(request, key, credentials, sentAt - clockOffsetMs)
      );
      const receivedAt = clock.now();
      clockOffsetMs = learnOffset(reply.headers['date'], sentAt, receivedAt) ?? clockOffsetMs;
      const reading = driver.read(reply, wallet, receivedAt);
      const takenAt = reading.takenAt === null ? receivedAt : reading.takenAt + clockOffsetMs;
      answers.push({ chains: request.chains, reading, answeredAt: Math.min(takenAt, receivedAt) });
    } catch (thrown) {
      const failure = detailed(asFailure(thrown), key.host, clockOffsetMs);
      if (failure.code === 'clock-wrong' && !isSecondTry) {
        isSecondTry = true;
        continue;
      }
      refusals.push({ chains: request.chains, failure });
      if (reactionTo(failure.code) !== 'back-off' || isOfTheNetwork(failure)) {
        refusals.push(...open.splice(0).map(({ chains }) => ({ chains, failure })));
      }
    }
    isSecondTry = false;
    request = open.shift();
  }
  return { answers, refusals, clockOffsetMs };
}

/** The rest of the round would fail in the same way: asking on only costs the service and the user time. */
function isOfTheNetwork({ code }: Failure): boolean {
  return ![
    'reply-damaged',
    'chain-unsupported',
    'chain-mismatch',
    'service-caching',
    'token-unknown'
  ].includes(code);
}

function detailed(failure: Failure, origin: string, clockOffsetMs: number): Failure {
  const host = origin.replace(/^https?:\/\//, '');
  return new Failure(failure.code, { clockOffsetMs, host, ...failure.facts });
}
