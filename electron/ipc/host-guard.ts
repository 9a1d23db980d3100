// No key goes to a host that none was sent to before, unless the person says so: to main, where no script of the page can answer.
import type { Connected } from '../../shared/ipc/contract';
import { judgeHost, originOf } from '../../shared/domain/host';
import type { Key } from '../../shared/schema/key';
import { hostWarning } from '../../shared/text/host-warning';
import type { Calls } from './handlers';
import { judgeCredentials, type CredentialsForm } from '../core/keys/key-draft';

/** `host`: with its port, as it would be asked. `warning`: what the person should know about it. */
export type HostQuestion = (host: string, warning: string) => Promise<boolean>;

const DECLINED: Connected = { outcome: 'invalid', field: 'host', problem: 'declined' };

/** The calls that carry a key, behind the question; all others as they are. `keys`: those that are kept by now. */
export function guardHosts(calls: Calls, keys: () => readonly Key[], isSure: HostQuestion): Calls {
  const mayGo = async (form: CredentialsForm): Promise<boolean> => {
    const origin = originOf(form.host);
    if (origin === null || judgeHost(form.host) !== 'custom' || judgeCredentials(form) !== null) return true;
    if (keys().some(({ host, isWaiting }) => host === origin && !isWaiting)) return true;
    return isSure(new URL(origin).host, hostWarning(form.host) ?? '');
  };
  return {
    ...calls,
    'wallet:connect': async form => ((await mayGo(form)) ? calls['wallet:connect'](form) : DECLINED),
    'key:rotate': async form => ((await mayGo(form)) ? calls['key:rotate'](form) : DECLINED)
  };
}
