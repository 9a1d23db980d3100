// A proxy in one shape, whoever named it: a person in the environment, or the system.
import { isIP } from 'node:net';
import { Failure } from '../../../shared/domain/failure';

export interface Proxy {
  readonly kind: 'http' | 'https' | 'socks5';
  /** Without brackets. */
  readonly host: string;
  readonly port: number;
  /** Null: none was given. Neither is ever logged or shown. */
  readonly login: { readonly user: string; readonly password: string } | null;
  readonly from: 'environment' | 'system';
}

/** A way to the host: through a proxy, straight, or one that cannot be gone. */
export type Way = Proxy | 'direct' | 'unusable';

const KINDS: Readonly<Record<string, readonly [Proxy['kind'], port: number]>> = {
  'http:': ['http', 80],
  'https:': ['https', 443],
  'socks5:': ['socks5', 1080],
  /** curl's word for names that the proxy looks up. Ours always do: names must not leak past a proxy. */
  'socks5h:': ['socks5', 1080],
  'socks:': ['socks5', 1080]
};

/** For people: host and port, never who logs in. */
export function proxyName({ host, port }: Pick<Proxy, 'host' | 'port'>): string {
  return `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}

/** `text`: as in the environment; `proxy:8080` means http, as it does to curl. Throws Failure: proxy-unusable. */
export function proxyOf(text: string): Proxy {
  try {
    const url = new URL(text.includes('://') ? text : `http://${text}`);
    const [kind, port] = KINDS[url.protocol]!;
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (host === '') throw new RangeError('no host');
    const login =
      url.username === '' && url.password === ''
        ? null
        : { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
    return { kind, host, port: Number(url.port || port), login, from: 'environment' };
  } catch {
    // The error quotes the address, and with it a password.
    throw new Failure('proxy-unusable', { cause: 'the address of the proxy cannot be read' });
  }
}

const PAC_KINDS: Readonly<Record<string, Proxy['kind']>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS5: 'socks5'
};
const PAC_ENTRY = /^([A-Z0-9]+)\s+(\[[0-9a-f:.]+\]|[\w.-]+):(\d{1,5})$/i;

/**
 * The system's answer, such as `PROXY a:8080; SOCKS5 b:1080; DIRECT`: the ways in its order. SOCKS is SOCKS4, which is
 * unusable, as is what cannot be read. Chromium answers nothing at all when a prescribed script failed: no way then.
 */
export function waysOf(pacAnswer: string): Way[] {
  const entries = pacAnswer.split(';').map(entry => entry.trim());
  return entries.filter(entry => entry !== '').map(wayOf);
}

function wayOf(entry: string): Way {
  if (/^DIRECT$/i.test(entry)) return 'direct';
  const [, word = '', host = '', port = ''] = PAC_ENTRY.exec(entry) ?? [];
  const kind = PAC_KINDS[word.toUpperCase()];
  const number = Number(port);
  if (!kind || number < 1 || number > 65_535) return 'unusable';
  return { kind, host: host.replace(/^\[|\]$/g, ''), port: number, login: null, from: 'system' };
}
