// Signed request: waits for the rate limiter, signs, sends and reads one request to OKX.
// Repeats it once when only the clock of this computer was wrong.
import { asFailure, Failure } from '../../../shared/domain/failure';
import type { RequestPriority } from '../../../shared/domain/limits';
import type { Credentials, Key } from '../../../shared/schema/key';
import type {
  Clock,
  Http,
  HttpReply,
  Keychain,
  RateLimiter,
  PlannedRequest,
  SignedRequest
} from '../ports/ports';

export interface SignedRequestPorts {
  readonly http: Http;
  readonly keychain: Keychain;
  readonly rateLimiter: RateLimiter;
  readonly clock: Clock;
}

export interface RequestTask<Content> {
  readonly key: Key;
  /** Throws Failure for what must not be sent. */
  plan(): PlannedRequest;
  readonly priority: RequestPriority;
  sign(request: PlannedRequest, key: Key, credentials: Credentials, at: number): SignedRequest;
  /** Throws Failure for every reply that is not an understood success. */
  read(reply: HttpReply, receivedAt: number): Content;
}

/** `clockOffsetMs`: this computer's clock minus the service's, as last measured. */
export type RequestResult<Content> =
  | {
      readonly content: Content;
      readonly receivedAt: number;
      readonly failure: null;
      readonly clockOffsetMs: number;
    }
  | { readonly failure: Failure; readonly clockOffsetMs: number };

/** Never throws. The only try/catch between here and the network. */
export async function sendSigned<Content>(
  { key, plan, priority, sign, read }: RequestTask<Content>,
  { http, keychain, rateLimiter, clock }: SignedRequestPorts,
  knownOffsetMs: number
): Promise<RequestResult<Content>> {
  let clockOffsetMs = knownOffsetMs;
  for (let isSecondTry = false; ; isSecondTry = true) {
    try {
      const request = plan();
      const credentials = await keychain.read(key.id);
      await rateLimiter.acquire(key.id, priority);
      const sentAt = clock.now();
      const reply = await http.send(sign(request, key, credentials, sentAt - clockOffsetMs));
      const receivedAt = clock.now();
      clockOffsetMs = learnOffset(reply.headers['date'], sentAt, receivedAt) ?? clockOffsetMs;
      return { content: read(reply, receivedAt), receivedAt, failure: null, clockOffsetMs };
    } catch (thrown) {
      const failure = withRequestFacts(asFailure(thrown), key.host, clockOffsetMs);
      // A look has its requests counted beforehand, and the next one uses the measured clock.
      const isLastTry = isSecondTry || priority === 'look';
      if (failure.code !== 'clock-wrong' || isLastTry) return { failure, clockOffsetMs };
    }
  }
}

function withRequestFacts(failure: Failure, origin: string, clockOffsetMs: number): Failure {
  const host = origin.replace(/^https?:\/\//, '');
  return new Failure(failure.code, { clockOffsetMs, host, ...failure.facts });
}

/** The header has whole seconds, and the transfer takes time: a difference below this is treated as no offset. */
export const MIN_OFFSET_MS = 3000;

/**
 * This computer's clock minus the service's, in ms; 0 within three seconds.
 * Null when the header is missing or is no date: the known offset then stays.
 */
export function learnOffset(
  dateHeader: string | undefined,
  sentAt: number,
  receivedAt: number
): number | null {
  const served = dateHeader === undefined ? Number.NaN : Date.parse(dateHeader);
  if (Number.isNaN(served)) return null;
  const offsetMs = Math.round((sentAt + receivedAt) / 2 - (served + 500));
  return Math.abs(offsetMs) < MIN_OFFSET_MS ? 0 : offsetMs;
}
