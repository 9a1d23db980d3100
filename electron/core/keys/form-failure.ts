// Turns a failure into the answer to a form: its code, the field to look at, and the values that the error message names.
import type { ConnectResult } from '../../../shared/ipc/contract';
import type { FormField } from '../../../shared/schema/key';
import type { Failure, FailureCode } from '../../../shared/domain/failure';
import type { CallFailure } from '../../../shared/ipc/wallet-calls';

/** The failure without a field, for calls that do not come from a form. */
export function callFailureOf({ code, facts }: Failure): CallFailure {
  const { serviceCode, host, clockOffsetMs, internalErrorId } = facts;
  return {
    outcome: 'failed',
    code,
    serviceCode: serviceCode ?? null,
    host: host ?? null,
    clockOffsetMs: clockOffsetMs ?? null,
    ...(internalErrorId ? { internalErrorId } : {})
  };
}

export function connectFailureOf(failure: Failure, now: number): ConnectResult {
  return { ...callFailureOf(failure), field: FIELD_OF_FAILURE[failure.code] ?? null, at: now };
}

/** The field of the form that a person should check first. */
const FIELD_OF_FAILURE: Partial<Record<FailureCode, FormField>> = {
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
