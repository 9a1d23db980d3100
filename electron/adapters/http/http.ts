// Sends one request with undici, through the proxies that apply, and turns every error into a Failure.
// Limits: 10 s for each step and 30 s in all. Redirects are not followed.
import { Failure, type FailureCode } from '../../../shared/domain/failure';
import type { NetworkFacts } from '../../core/ports/network-facts';
import type { Http, HttpReply, SignedRequest } from '../../core/ports/ports';
import { createTrustReader, readCaFile, type Trust } from './ca-file';
import { wasNeverSent } from './connector';
import { createDispatchers, type Dispatchers } from './connection-pool';
import {
  createProxyCandidates,
  type ProxyCandidate,
  type Environment,
  type SystemProxy,
  type ProxyCandidates
} from './proxy-choice';
import { sendRequest, rejectOnAbort } from './send-request';
import { networkFailure, preferOffline } from './network-errors';
import { createConnectionRecorder, type ConnectionRecorder } from './connection-facts';

export { readCaFile };

/** OKX tells its own agents to use 10 s. */
const LIMIT_MS = 10_000;
/** Ends replies that send one byte a second, which the limit for silence never ends. */
const TOTAL_MS = 30_000;

export interface HttpOptions {
  readonly userAgent: string;
  /** Whether the system reports a network connection. */
  readonly isOnline: () => boolean;
  /** Limit for connecting, for the headers, and for each silence within the body. */
  readonly limitMs?: number;
  readonly totalMs?: number;
  /** Default: this process's environment. */
  readonly env?: Environment;
  /** Called for every request for which the environment names no proxy. Default: a direct connection. */
  readonly systemProxy?: SystemProxy;
  /** Called for every request: the path of a file of certificates to trust besides the built-in roots, or null. */
  readonly caFile?: () => string | null;
}

export interface HttpClient extends Http {
  facts(): Promise<NetworkFacts>;
}

export function createHttp(options: HttpOptions): HttpClient {
  const { userAgent, isOnline, limitMs = LIMIT_MS, totalMs = TOTAL_MS, env = process.env } = options;
  const { systemProxy = () => Promise.resolve('DIRECT'), caFile = () => null } = options;
  const recorder = createConnectionRecorder();
  const readTrust = createTrustReader(caFile);
  const dispatchers = createDispatchers(limitMs, recorder.certificate);
  const context = {
    userAgent,
    isOnline,
    recorder,
    readTrust,
    dispatchers,
    proxyCandidates: createProxyCandidates(env, systemProxy)
  };
  return {
    async send(request) {
      const signal = AbortSignal.timeout(totalMs);
      try {
        return await rejectOnAbort(signal, sendByCandidates(request, context, signal));
      } catch (thrown) {
        throw networkFailure(thrown);
      }
    },
    facts: async () => recorder.facts(await readTrust(), caFile())
  };
}

interface HttpContext {
  readonly userAgent: string;
  readonly isOnline: () => boolean;
  readonly recorder: ConnectionRecorder;
  readonly readTrust: () => Promise<Trust>;
  readonly dispatchers: Dispatchers;
  readonly proxyCandidates: ProxyCandidates;
}

/**
 * When a request could not be sent over one proxy candidate, the next one is tried; once it was sent, its result is
 * final.
 */
async function sendByCandidates(
  request: SignedRequest,
  context: HttpContext,
  signal: AbortSignal
): Promise<HttpReply> {
  const { recorder, proxyCandidates } = context;
  const trust = await context.readTrust();
  let firstFailure: Failure | null = null;
  for (const candidate of await proxyCandidatesFor(request.origin, context)) {
    try {
      if (candidate === 'unusable')
        throw new Failure('proxy-unusable', { cause: 'SOCKS4, or nothing that is known' });
      const dispatcher = context.dispatchers.get(candidate === 'direct' ? null : candidate, trust);
      const reply = await sendRequest(request, dispatcher, context.userAgent, signal);
      recorder.way(candidate, null);
      return reply;
    } catch (thrown) {
      const failure = explainFailure(networkFailure(thrown), trust, context.isOnline());
      recorder.way(candidate, failure.code);
      if (failure.code === 'proxy-unreachable') proxyCandidates.avoid(candidate);
      if (signal.aborted || !mayTryNextCandidate(thrown, failure)) throw failure;
      firstFailure ??= failure;
    }
  }
  throw firstFailure ?? new Failure('proxy-unusable');
}

async function proxyCandidatesFor(
  origin: string,
  { proxyCandidates, recorder }: HttpContext
): Promise<readonly ProxyCandidate[]> {
  try {
    return await proxyCandidates.listFor(origin);
  } catch (thrown) {
    recorder.way(null, 'proxy-unusable');
    throw thrown;
  }
}

/** The certificate may be untrusted only because the chosen CA file could not be used. */
function explainFailure(failure: Failure, trust: Trust, isOnline: boolean): Failure {
  if (failure.code === 'certificate-not-trusted' && trust.problem)
    return new Failure('ca-file-unusable', failure.facts);
  return preferOffline(failure, isOnline);
}

/**
 * The codes after which the next candidate is tried. Problems with certificates and passwords are left to the person,
 * so no other candidate is tried.
 */
const NEXT_CANDIDATE_CODES: readonly FailureCode[] = [
  ...(['proxy-unusable', 'proxy-unreachable', 'proxy-failed', 'name-not-found', 'refused'] as const),
  ...(['unreachable', 'timeout', 'connection-lost', 'offline'] as const)
];

/** A request that was sent once is never sent again, over any candidate. */
function mayTryNextCandidate(thrown: unknown, { code }: Failure): boolean {
  return NEXT_CANDIDATE_CODES.includes(code) && (code === 'proxy-unusable' || wasNeverSent(thrown));
}
