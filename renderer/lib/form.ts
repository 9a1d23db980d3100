// The form of a key: what it starts with and what can be judged here, before anything is sent.
import type { ConnectForm, FormField } from '../../shared/contract';
import { DEFAULT_HOST, HOSTS, judgeHost } from '../../shared/host';
import type { AppState } from '../../shared/state';
import { CONNECT } from './page-words';

/** Order on the page, which is the order in which wrong fields get the focus. */
export const TEXT_FIELDS = ['apiKey', 'secretKey', 'passphrase', 'projectId', 'accountId'] as const;
export const FORM_FIELDS = [...TEXT_FIELDS, 'host'] as const;
export type Problem = 'missing' | 'not-printable' | 'not-a-host' | 'not-https';

/** The same printable ASCII that a key may consist of in the keychain. */
const PRINTABLE = /^[\x20-\x7e]*$/;

/** What is wrong with a field as typed; null when nothing is. Spaces around are cut when it is saved, so they are fine. */
export function problemOf(field: FormField, typed: string): Problem | null {
  const text = typed.trim();
  if (text === '') return field === 'projectId' ? null : 'missing';
  if (field === 'host') {
    const verdict = judgeHost(text);
    return verdict === 'not-a-host' || verdict === 'not-https' ? verdict : null;
  }
  return PRINTABLE.test(text) ? null : 'not-printable';
}

/** An empty form for a new wallet, or for a new key of the wallet named `renewing`. */
export function emptyForm(app: AppState, renewing: string | null): ConnectForm {
  const { wallets } = app.portfolio;
  const wallet = wallets.find(row => row.wallet.name === renewing)?.wallet;
  const key = app.keys.find(({ id }) => id === wallet?.keyId);
  return {
    name: wallet?.name ?? (wallets.length === 0 ? CONNECT.firstName : CONNECT.nextName(wallets.length + 1)),
    apiKey: '',
    secretKey: '',
    passphrase: '',
    projectId: '',
    accountId: wallet?.source === 'v5-account' ? wallet.accountId : '',
    host: key?.host ?? DEFAULT_HOST,
    chains: wallet?.chains ?? [],
    thisSessionOnly: false
  };
}

export function isPreset(host: string): boolean {
  return (HOSTS as readonly string[]).includes(host);
}

export function problemText(field: FormField, problem: Problem): string {
  return problem === 'missing' ? CONNECT.problems.missing(field) : CONNECT.problems[problem];
}
