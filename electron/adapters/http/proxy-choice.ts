// Chooses the proxies for a request, from the environment variables or from the system's settings.
import { isIP, BlockList } from 'node:net';
import { MINUTE_MS } from '../../../shared/domain/durations';
import { Failure } from '../../../shared/domain/failure';
import { classifyHost } from '../../../shared/domain/host';

export interface Proxy {
  readonly kind: 'http' | 'https' | 'socks5';
  /** Without brackets. */
  readonly host: string;
  readonly port: number;
  /** Null: no user and password were given. Neither is ever logged or shown. */
  readonly login: { readonly user: string; readonly password: string } | null;
  readonly from: 'environment' | 'system';
}

/** A proxy candidate, one route to the host: through a proxy, directly, or one that cannot be used. */
export type ProxyCandidate = Proxy | 'direct' | 'unusable';

const KINDS: Readonly<Record<string, readonly [Proxy['kind'], port: number]>> = {
  'http:': ['http', 80],
  'https:': ['https', 443],
  'socks5:': ['socks5', 1080],
  /**
   * In curl, this scheme means that the proxy resolves names. Here every SOCKS proxy does: DNS queries must not bypass
   * a proxy.
   */
  'socks5h:': ['socks5', 1080],
  'socks:': ['socks5', 1080]
};

/** For display: host and port, never the user name or password. */
export function proxyName({ host, port }: Pick<Proxy, 'host' | 'port'>): string {
  return `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}

/** `text`: as in the environment; `proxy:8080` means http, as it does to curl. Throws Failure: proxy-unusable. */
export function parseProxy(text: string): Proxy {
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
    // The error of the URL parser quotes the address, and with it a password.
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
 * Parses the system's answer, such as `PROXY a:8080; SOCKS5 b:1080; DIRECT`, into candidates in the same order. SOCKS
 * means SOCKS4, which is unusable, as is an entry that cannot be parsed. Chromium returns an empty answer when a
 * mandatory script failed: then there is no candidate.
 */
export function parsePacAnswer(pacAnswer: string): ProxyCandidate[] {
  const entries = pacAnswer.split(';').map(entry => entry.trim());
  return entries.filter(entry => entry !== '').map(parsePacEntry);
}

function parsePacEntry(entry: string): ProxyCandidate {
  if (/^DIRECT$/i.test(entry)) return 'direct';
  const [, keyword = '', host = '', port = ''] = PAC_ENTRY.exec(entry) ?? [];
  const kind = PAC_KINDS[keyword.toUpperCase()];
  const number = Number(port);
  if (!kind || number < 1 || number > 65_535) return 'unusable';
  return { kind, host: host.replace(/^\[|\]$/g, ''), port: number, login: null, from: 'system' };
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Lower case is read first; HTTP_PROXY is read last, for people who set nothing else. */
const VARIABLE_NAMES = ['https_proxy', 'all_proxy', 'http_proxy'];

/** Null: the environment configures nothing, and the system is asked. Throws Failure: proxy-unusable. */
export function candidateOfEnvironment(env: Environment, origin: string): ProxyCandidate | null {
  const readVariable = (name: string) => (env[name] || env[name.toUpperCase()] || '').trim();
  if (isExempt(new URL(origin), readVariable('no_proxy'))) return 'direct';
  const address = VARIABLE_NAMES.map(readVariable).find(text => text !== '');
  return address === undefined ? null : parseProxy(address);
}

/**
 * `list`: names with or without a leading dot, which include their subdomains; addresses, blocks of addresses, `*`;
 * each with an optional port.
 */
function isExempt({ hostname, port, protocol }: URL, list: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const requestedPort = port || (protocol === 'https:' ? '443' : '80');
  return list
    .toLowerCase()
    .split(/[,\s]+/)
    .filter(entry => entry !== '')
    .some(entry => {
      const [, name = '', entryPort] = /^(\[[^\]]*\]|[^:]+|.*:.*:.*?)(?::(\d+))?$/.exec(entry) ?? [];
      if (entryPort !== undefined && entryPort !== requestedPort) return false;
      return name === '*' || matchesHost(host, name.replace(/^\[|\]$/g, ''));
    });
}

function matchesHost(host: string, name: string): boolean {
  const version = isIP(host);
  if (version === 0) {
    const bare = name.replace(/^\*?\./, '');
    return host === bare || (bare !== '' && host.endsWith(`.${bare}`));
  }
  const [address = '', bits] = name.split('/');
  if (isIP(address) !== version) return false;
  const family = version === 6 ? 'ipv6' : 'ipv4';
  const maxBits = version === 6 ? 128 : 32;
  const size = bits === undefined ? maxBits : Number(bits);
  if (!(Number.isInteger(size) && size >= 0 && size <= maxBits)) return false;
  const block = new BlockList();
  block.addSubnet(address, size, family);
  return block.check(host, family);
}

/** A function such as Electron's `session.resolveProxy`; it resolves with a PAC answer. */
export type SystemProxy = (url: string) => Promise<string>;

export interface ProxyCandidates {
  /** At least one. Throws Failure: proxy-unusable. */
  listFor(origin: string): Promise<readonly ProxyCandidate[]>;
  /** Marks a proxy that cannot be reached: for a while it is listed after the others. */
  avoid(candidate: ProxyCandidate): void;
}

/** The same time as in browsers. */
const AVOIDED_MS = 5 * MINUTE_MS;

export function createProxyCandidates(
  env: Environment,
  systemProxy: SystemProxy,
  now = () => performance.now()
): ProxyCandidates {
  const avoidedUntil = new Map<string, number>();
  const isAvoided = (candidate: ProxyCandidate) =>
    typeof candidate === 'object' && (avoidedUntil.get(proxyName(candidate)) ?? 0) > now();
  return {
    async listFor(origin) {
      if (classifyHost(origin) === 'loopback') return ['direct'];
      const candidates = [
        candidateOfEnvironment(env, origin) ?? (await candidatesOfSystem(systemProxy, origin))
      ].flat();
      if (candidates.length === 0)
        throw new Failure('proxy-unusable', { cause: 'the system names no way at all' });
      return [...candidates.filter(candidate => !isAvoided(candidate)), ...candidates.filter(isAvoided)];
    },
    avoid(candidate) {
      if (typeof candidate === 'object') avoidedUntil.set(proxyName(candidate), now() + AVOIDED_MS);
    }
  };
}

/** Passes only the origin and no path: a PAC script of the network can read the URL that it is given. */
async function candidatesOfSystem(systemProxy: SystemProxy, origin: string): Promise<ProxyCandidate[]> {
  try {
    return parsePacAnswer(await systemProxy(`${origin}/`));
  } catch (cause) {
    throw new Failure('proxy-unusable', { cause });
  }
}
