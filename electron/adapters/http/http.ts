// One request over undici: its way through proxies, 10 s limits, no redirects, every trouble a Failure.
import { Failure, type FailureCode } from '../../../shared/domain/failure';
import type { NetworkFacts } from '../../core/ports/network-facts';
import type { Http, HttpReply, SignedRequest } from '../../core/ports/ports';
import { createTrust, readCaFile, type Trust } from './ca-file';
import { wasNeverSent } from './connector';
import { createDispatchers, type Dispatchers } from './connection-pool';
import { createWays, type Way, type Environment, type SystemProxy, type Ways } from './proxy-choice';
import { exchange, withinTime } from './send-request';
import { networkFailure, offlineOr } from './network-errors';
import { createObserved, type Observed } from './connection-facts';

export { readCaFile };

/** OKX tells its own agents to use 10 s. */
const LIMIT_MS = 10_000;
/** Ends replies that drip a byte a second, which no silence limit catches. */
const WHOLE_MS = 30_000;

export interface HttpOptions {
  readonly userAgent: string;
  /** Whether the system believes to have a network at all. */
  readonly isOnline: () => boolean;
  /** For connecting, for the headers, and for each silence of the body. */
  readonly limitMs?: number;
  readonly wholeMs?: number;
  /** Default: this process's environment. */
  readonly env?: Environment;
  /** Asked for every request that the environment names no proxy for. Default: straight. */
  readonly systemProxy?: SystemProxy;
  /** Asked for every request: the path of a file of certificates to trust besides the built-in roots, or null. */
  readonly caFile?: () => string | null;
}

export interface HttpClient extends Http {
  facts(): Promise<NetworkFacts>;
}

export function createHttp(options: HttpOptions): HttpClient {
  const { userAgent, isOnline, limitMs = LIMIT_MS, wholeMs = WHOLE_MS, env = process.env } = options;
  const { systemProxy = () => Promise.resolve('DIRECT'), caFile = () => null } = options;
  const observed = createObserved();
  const trusted = createTrust(caFile);
  const dispatchers = createDispatchers(limitMs, observed.certificate);
  const gear = { userAgent, isOnline, observed, trusted, dispatchers, ways: createWays(env, systemProxy) };
  return {
    async send(request) {
      const signal = AbortSignal.timeout(wholeMs);
      try {
        return await withinTime(signal, travel(request, gear, signal));
      } catch (thrown) {
        throw networkFailure(thrown);
      }
    },
    facts: async () => observed.facts(await trusted(), caFile())
  };
}

interface Gear {
  readonly userAgent: string;
  readonly isOnline: () => boolean;
  readonly observed: Observed;
  readonly trusted: () => Promise<Trust>;
  readonly dispatchers: Dispatchers;
  readonly ways: Ways;
}

/** A way that leads nowhere is followed by the next; one that led somewhere is the answer. */
async function travel(request: SignedRequest, gear: Gear, signal: AbortSignal): Promise<HttpReply> {
  const { observed, ways } = gear;
  const trust = await gear.trusted();
  let first: Failure | null = null;
  for (const way of await waysTo(request.origin, gear)) {
    try {
      if (way === 'unusable')
        throw new Failure('proxy-unusable', { cause: 'SOCKS4, or nothing that is known' });
      const dispatcher = gear.dispatchers.of(way === 'direct' ? null : way, trust);
      const reply = await exchange(request, dispatcher, gear.userAgent, signal);
      observed.way(way, null);
      return reply;
    } catch (thrown) {
      const failure = explained(networkFailure(thrown), trust, gear.isOnline());
      observed.way(way, failure.code);
      if (failure.code === 'proxy-unreachable') ways.shun(way);
      if (signal.aborted || !leadsNowhere(thrown, failure)) throw failure;
      first ??= failure;
    }
  }
  throw first ?? new Failure('proxy-unusable');
}

async function waysTo(origin: string, { ways, observed }: Gear): Promise<readonly Way[]> {
  try {
    return await ways.to(origin);
  } catch (thrown) {
    observed.way(null, 'proxy-unusable');
    throw thrown;
  }
}

/** The file that was chosen may be all that is missing. */
function explained(failure: Failure, trust: Trust, isOnline: boolean): Failure {
  if (failure.code === 'certificate-not-trusted' && trust.problem)
    return new Failure('ca-file-unusable', failure.facts);
  return offlineOr(failure, isOnline);
}

/** Certificates and passwords are for a person to judge: no other way goes around them. */
const LEADS_NOWHERE: readonly FailureCode[] = [
  ...(['proxy-unusable', 'proxy-unreachable', 'proxy-failed', 'name-not-found', 'refused'] as const),
  ...(['unreachable', 'timeout', 'connection-lost', 'offline'] as const)
];

/** What was sent once is not sent again, over whatever way. */
function leadsNowhere(thrown: unknown, { code }: Failure): boolean {
  return LEADS_NOWHERE.includes(code) && (code === 'proxy-unusable' || wasNeverSent(thrown));
}
