// Which ways lead to a host, in their order: this computer straight, then the environment, then the system. A dead proxy waits its time.
import { MINUTE_MS } from '../../../shared/domain/durations';
import { Failure } from '../../../shared/domain/failure';
import { judgeHost } from '../../../shared/domain/host';
import { wayOfEnvironment, type Environment } from './environment';
import { proxyName, waysOf, type Way } from './proxy-choice';

/** Such as Electron's `session.resolveProxy`: a PAC answer. */
export type SystemProxy = (url: string) => Promise<string>;

export interface Ways {
  /** At least one. Throws Failure: proxy-unusable. */
  to(origin: string): Promise<readonly Way[]>;
  /** The proxy cannot be reached: for a while it comes after the others. */
  shun(way: Way): void;
}

/** As browsers do. */
const SHUNNED_MS = 5 * MINUTE_MS;

export function createWays(env: Environment, systemProxy: SystemProxy, now = () => performance.now()): Ways {
  const shunned = new Map<string, number>();
  const isShunned = (way: Way) => typeof way === 'object' && (shunned.get(proxyName(way)) ?? 0) > now();
  return {
    async to(origin) {
      if (judgeHost(origin) === 'loopback') return ['direct'];
      const ways = [wayOfEnvironment(env, origin) ?? (await waysOfSystem(systemProxy, origin))].flat();
      if (ways.length === 0) throw new Failure('proxy-unusable', { cause: 'the system names no way at all' });
      return [...ways.filter(way => !isShunned(way)), ...ways.filter(isShunned)];
    },
    shun(way) {
      if (typeof way === 'object') shunned.set(proxyName(way), now() + SHUNNED_MS);
    }
  };
}

/** Told no more than the host: a script of the network reads what it is asked. */
async function waysOfSystem(systemProxy: SystemProxy, origin: string): Promise<Way[]> {
  try {
    return waysOf(await systemProxy(`${origin}/`));
  } catch (cause) {
    throw new Failure('proxy-unusable', { cause });
  }
}
