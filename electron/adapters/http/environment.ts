// The proxy that the environment names for a host, as curl reads it; and the hosts that go without one.
import { BlockList, isIP } from 'node:net';
import { proxyOf, type Way } from './proxy-choice';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Lower case first; HTTP_PROXY last, for those who set nothing else. */
const NAMES = ['https_proxy', 'all_proxy', 'http_proxy'];

/** Null: the environment says nothing, and the system is asked. Throws Failure: proxy-unusable. */
export function wayOfEnvironment(env: Environment, origin: string): Way | null {
  const read = (name: string) => (env[name] || env[name.toUpperCase()] || '').trim();
  if (isExempt(new URL(origin), read('no_proxy'))) return 'direct';
  const address = NAMES.map(read).find(text => text !== '');
  return address === undefined ? null : proxyOf(address);
}

/** `list`: names with or without a leading dot, which mean their subdomains too; addresses, blocks of them, `*`; each maybe with a port. */
function isExempt({ hostname, port, protocol }: URL, list: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const asked = port || (protocol === 'https:' ? '443' : '80');
  return list
    .toLowerCase()
    .split(/[,\s]+/)
    .filter(entry => entry !== '')
    .some(entry => {
      const [, name = '', only] = /^(\[[^\]]*\]|[^:]+|.*:.*:.*?)(?::(\d+))?$/.exec(entry) ?? [];
      if (only !== undefined && only !== asked) return false;
      return name === '*' || isWithin(host, name.replace(/^\[|\]$/g, ''));
    });
}

function isWithin(host: string, name: string): boolean {
  const version = isIP(host);
  if (version === 0) {
    const bare = name.replace(/^\*?\./, '');
    return host === bare || (bare !== '' && host.endsWith(`.${bare}`));
  }
  const [address = '', bits] = name.split('/');
  if (isIP(address) !== version) return false;
  const family = version === 6 ? 'ipv6' : 'ipv4';
  const most = version === 6 ? 128 : 32;
  const size = bits === undefined ? most : Number(bits);
  if (!(Number.isInteger(size) && size >= 0 && size <= most)) return false;
  const block = new BlockList();
  block.addSubnet(address, size, family);
  return block.check(host, family);
}
