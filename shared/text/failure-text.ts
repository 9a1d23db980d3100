// Each failure in a sentence: first what happened, then what to do. `{host}` and `{clock}` are filled in.
import type { FailureCode } from '../domain/failure';
import { spoken } from '../domain/language';
import { FAILURE_SENTENCES_ZH } from './failure-sentences-zh';

export type FailureSentences = Record<FailureCode, string>;

const FAILURE_SENTENCES_EN: FailureSentences = {
  offline: 'This computer is offline.',
  'name-not-found': 'No server named {host} was found. Check the host and your connection.',
  refused: '{host} refused the connection. Check the host, or a firewall on the way.',
  unreachable: '{host} cannot be reached from this network.',
  timeout: '{host} did not answer in time.',
  'connection-lost': 'The connection to {host} broke off before the answer was complete.',
  'certificate-not-trusted':
    'The certificate of {host} is not trusted, so nothing was sent. If your company opens encrypted traffic, choose its CA file in Settings.',
  'certificate-wrong-host':
    'The certificate that answered is not that of {host}, so nothing was sent. It may be a login page of this network.',
  'certificate-expired':
    'The certificate of {host} is out of date, so nothing was sent. Check the date of this computer first.',
  'ca-file-unusable':
    'The CA file that you chose cannot be used, and without it the certificate of {host} is not trusted. Choose it again in Settings.',
  'proxy-unreachable':
    'The proxy cannot be reached or does not answer. Check the proxy settings; Diagnostics names it.',
  'proxy-failed': 'The proxy did not pass the request on. Check the proxy settings.',
  'proxy-wants-password':
    'The proxy asks for a user name and a password. Set HTTPS_PROXY=http://user:password@proxy:port and start Tokentray again.',
  'proxy-password-wrong': 'The proxy does not accept the user name and password in the environment.',
  'proxy-unusable':
    'The proxy that is set cannot be used: its address cannot be read, or it is none of http, https and socks5.',
  redirected: '{host} pointed to another address. Keys are never sent along; check the host.',
  'not-okx':
    'A web page answered in place of OKX: a proxy, a login page of this network, or a block. Open a page in your browser and look.',
  'reply-too-large': 'The answer was larger than any portfolio, and was dropped.',
  'reply-damaged': 'The answer of OKX could not be read.',
  'reply-empty':
    'OKX suddenly answers that this wallet is empty. Tokentray asks again for ten minutes before it believes that.',
  'service-busy': 'OKX is not available for the moment.',
  'service-caching': 'OKX is still collecting this wallet.',
  'rate-limited': 'OKX asks us to slow down.',
  'quota-used-up': 'OKX wants payment for more requests with this key. Nothing is ever paid from here.',
  'source-retired': 'OKX no longer serves this kind of request. The wallet needs another source.',
  'key-unknown': 'OKX does not know this key. It may have been deleted there.',
  'key-frozen': 'OKX has frozen this key. Its page at OKX tells why.',
  'key-wrong-environment':
    'This key was made for another environment of OKX. Make one in the developer portal.',
  'key-lacks-permission': 'This key may not read balances. Give it the Read permission at OKX.',
  'passphrase-wrong':
    'The passphrase is wrong. It is the one you chose when you made this key, not your OKX password.',
  'secret-wrong': 'The secret key does not belong to this API key. Copy it again, or make a new key.',
  'credentials-incomplete': 'OKX says that a part of the key is missing. Enter the key again.',
  'address-not-allowed':
    'This key only works from other IP addresses. Add this one at OKX, or use another key.',
  'address-blocked': 'OKX blocks the IP address of this network.',
  'region-blocked': 'OKX does not serve this key or the region of this network.',
  'clock-wrong':
    'Your clock is {clock}. Tokentray allows for it, but OKX still refused. Set the clock and try again.',
  'account-unknown':
    'OKX does not know this account ID for this key. Accounts belong to the project of the key.',
  'wallet-refused': 'OKX refused this wallet.',
  'chain-unsupported': 'OKX does not support one of the chains of this wallet.',
  'chain-mismatch': 'A chain of this wallet does not fit its address.',
  'address-format': 'OKX does not accept the form of an address of this wallet.',
  'too-many-addresses': 'The wallet holds more addresses than OKX answers at once.',
  'token-unknown': 'OKX does not know a token that was asked for.',
  'request-refused': 'OKX refused the request as wrong. Check the account ID and the chains.',
  'service-unknown-error': 'OKX answered with an error that Tokentray does not know.',
  'keychain-missing': 'No keychain answers on this computer. You can use the key for this session only.',
  'keychain-locked': 'Your keychain is locked or did not answer. Unlock it and try again.',
  'keychain-denied': 'Your keychain did not hand out the key.',
  'key-not-in-keychain':
    'Your keychain holds no such key, or is locked. Unlock it and try again, or enter the key again.',
  'storage-failed': 'The last values could not be saved to disk. Check the free space and the folder.',
  bug: 'Something went wrong inside Tokentray. The log has the details.'
};

export const FAILURE_SENTENCES = spoken(FAILURE_SENTENCES_EN, FAILURE_SENTENCES_ZH);
