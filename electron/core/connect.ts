// A typed form -> a tested key and its wallet, or the field to look at and why. Nothing is kept before OKX has answered.
import type { Connected, ConnectForm, FormField } from '../../shared/contract';
import type { Failure, FailureCode } from '../../shared/failure';
import { judgeHost, originOf } from '../../shared/host';
import type { Credentials, Key } from '../../shared/key';
import type { Settings } from '../../shared/settings';
import type { Wallet } from '../../shared/wallet';

export interface Draft {
  readonly key: Key;
  readonly wallet: Wallet;
  readonly credentials: Credentials;
}

/** ASCII without spaces inside: what HTTP headers carry and OKX hands out. A passphrase may hold spaces. */
const PRINTABLE = /^[\x21-\x7e]+$/;
const PRINTABLE_WITH_SPACES = /^[\x20-\x7e]+$/;
const REQUIRED = ['apiKey', 'secretKey', 'passphrase', 'accountId'] as const;

export function judgeForm(form: ConnectForm): Extract<Connected, { outcome: 'invalid' }> | null {
  for (const field of REQUIRED) {
    const text = form[field].trim();
    if (text === '') return { outcome: 'invalid', field, problem: 'missing' };
    const shape = field === 'passphrase' ? PRINTABLE_WITH_SPACES : PRINTABLE;
    if (!shape.test(text)) return { outcome: 'invalid', field, problem: 'not-printable' };
  }
  const project = form.projectId.trim();
  if (project !== '' && !PRINTABLE.test(project))
    return { outcome: 'invalid', field: 'projectId', problem: 'not-printable' };
  const verdict = judgeHost(form.host);
  if (verdict === 'not-a-host' || verdict === 'not-https')
    return { outcome: 'invalid', field: 'host', problem: verdict };
  return null;
}

/**
 * The judged form as a key and a wallet. An account that is already watched keeps its wallet and its key's id,
 * so that a new key takes the place of the old one.
 */
export function draftOf(form: ConnectForm, settings: Settings, newId: () => string): Draft {
  const accountId = form.accountId.trim();
  const known = settings.wallets.find(
    wallet => wallet.source === 'v5-account' && wallet.accountId === accountId
  );
  const keptIn = form.thisSessionOnly ? 'session' : 'keychain';
  const oldKey = settings.keys.find(({ id }) => id === known?.keyId);
  // A key of this session must not hide an entry of the keychain that "Forget key" would then leave behind.
  const isHiding = oldKey?.keptIn === 'keychain' && keptIn === 'session';
  const keyId = known && !isHiding ? known.keyId : newId();
  const name = settings.keys.find(({ id }) => id === keyId)?.name ?? 'OKX';
  return {
    key: { id: keyId, name, host: originOf(form.host) ?? form.host, keptIn },
    wallet: {
      id: known?.id ?? newId(),
      name: form.name,
      keyId,
      source: 'v5-account',
      accountId,
      chains: form.chains
    },
    credentials: {
      apiKey: form.apiKey.trim(),
      secretKey: form.secretKey.trim(),
      passphrase: form.passphrase.trim(),
      projectId: form.projectId.trim() || null
    }
  };
}

export function withDraft(settings: Settings, { key, wallet }: Draft): Settings {
  return {
    ...settings,
    keys: replaced(settings.keys, key),
    wallets: replaced(settings.wallets, wallet)
  };
}

/** In place when the id is known, so that order stays; at the end otherwise. */
export function replaced<Item extends { id: string }>(items: readonly Item[], item: Item): Item[] {
  const isKnown = items.some(({ id }) => id === item.id);
  return isKnown ? items.map(other => (other.id === item.id ? item : other)) : [...items, item];
}

export function refusedBy(failure: Failure, now: number): Connected {
  const { serviceCode, host, clockOffsetMs } = failure.facts;
  return {
    outcome: 'failed',
    code: failure.code,
    field: FIELD_OF[failure.code] ?? null,
    at: now,
    serviceCode: serviceCode ?? null,
    host: host ?? null,
    clockOffsetMs: clockOffsetMs ?? null
  };
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
  redirected: 'host',
  'not-okx': 'host',
  'source-retired': 'host'
};
