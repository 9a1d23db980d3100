// A failure as the answer to a form: its code, the field to look at, and the facts for its sentence.
import type { Connected, FormField } from '../../../shared/ipc/contract';
import type { Failure, FailureCode } from '../../../shared/domain/failure';
import type { Refused } from '../../../shared/ipc/wallet-calls';

/** Without a field: for calls that no form stands behind. */
export function refusalOf({ code, facts }: Failure): Refused {
  const { serviceCode, host, clockOffsetMs, bugId } = facts;
  return {
    outcome: 'failed',
    code,
    serviceCode: serviceCode ?? null,
    host: host ?? null,
    clockOffsetMs: clockOffsetMs ?? null,
    ...(bugId ? { bugId } : {})
  };
}

export function refusedBy(failure: Failure, now: number): Connected {
  return { ...refusalOf(failure), field: FIELD_OF[failure.code] ?? null, at: now };
}

/** The field that a person should look at first. */
const FIELD_OF: Partial<Record<FailureCode, FormField>> = {
  'key-unknown': 'apiKey',
  'key-frozen': 'apiKey',
  'key-wrong-environment': 'apiKey',
  'key-lacks-permission': 'apiKey',
  'secret-wrong': 'secretKey',
  'passphrase-wrong': 'passphrase',
  'account-unknown': 'accountId',
  'wallet-refused': 'accountId',
  'request-refused': 'accountId',
  'name-not-found': 'host',
  refused: 'host',
  unreachable: 'host',
  timeout: 'host',
  'certificate-not-trusted': 'host',
  'certificate-wrong-host': 'host',
  redirected: 'host',
  'not-okx': 'host',
  'source-retired': 'host'
};
