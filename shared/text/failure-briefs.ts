// Each failure in two to four words, for the badge and the tray.
import type { FailureCode } from '../domain/failure';
import { spoken } from '../domain/language';
import { FAILURE_BRIEFS_ZH } from './failure-briefs-zh';

export type FailureBriefs = Record<FailureCode, string>;

const FAILURE_BRIEFS_EN: FailureBriefs = {
  offline: 'Offline',
  'name-not-found': 'Host not found',
  refused: 'Connection refused',
  unreachable: 'OKX unreachable',
  timeout: 'No answer in time',
  'connection-lost': 'Connection lost',
  'certificate-not-trusted': 'Certificate not trusted',
  'certificate-wrong-host': 'Wrong host certificate',
  'certificate-expired': 'Certificate out of date',
  'ca-file-unusable': 'CA file unusable',
  'proxy-unreachable': 'Proxy unreachable',
  'proxy-failed': 'Proxy failed',
  'proxy-wants-password': 'Proxy wants a password',
  'proxy-password-wrong': 'Proxy password wrong',
  'proxy-unusable': 'Proxy cannot be used',
  redirected: 'Redirected',
  'not-okx': 'Not an answer of OKX',
  'reply-too-large': 'Answer too large',
  'reply-damaged': 'Answer unreadable',
  'reply-empty': 'Suddenly empty',
  'service-busy': 'OKX is busy',
  'service-caching': 'OKX is collecting',
  'rate-limited': 'Slowed by OKX',
  'quota-used-up': 'Quota used up',
  'source-retired': 'Retired by OKX',
  'key-unknown': 'Key not accepted',
  'key-frozen': 'Key frozen',
  'key-wrong-environment': 'Key of another place',
  'key-lacks-permission': 'Key lacks permission',
  'passphrase-wrong': 'Passphrase wrong',
  'secret-wrong': 'Secret key wrong',
  'credentials-incomplete': 'Key incomplete',
  'address-not-allowed': 'IP not on the list',
  'address-blocked': 'IP blocked',
  'region-blocked': 'Region not served',
  'clock-wrong': 'Clock wrong',
  'account-unknown': 'Account not found',
  'wallet-refused': 'Wallet refused',
  'chain-unsupported': 'Chain not at OKX',
  'chain-mismatch': 'Chain does not fit',
  'address-format': 'Address refused',
  'too-many-addresses': 'Too many addresses',
  'token-unknown': 'Token not known',
  'request-refused': 'Request refused',
  'service-unknown-error': 'OKX reports an error',
  'keychain-missing': 'No keychain',
  'keychain-locked': 'Keychain locked',
  'keychain-denied': 'Keychain refused',
  'key-not-in-keychain': 'Key not found',
  'storage-failed': 'Cannot save',
  bug: 'Fault in Tokentray'
};

export const FAILURE_BRIEFS = spoken(FAILURE_BRIEFS_EN, FAILURE_BRIEFS_ZH);
