// Which hosts a key may be sent to: https anywhere the user chose, plain http to this computer only.

export const HOSTS = ['https://www.okx.com', 'https://web3.okx.com'] as const;
export const DEFAULT_HOST: string = HOSTS[0];

/** OKX documents accounts on the one and addresses on the other; a key for both goes where accounts are. */
export function defaultHostFor(sources: readonly ('v5-account' | 'v6-address')[]): string {
  return sources.every(source => source === 'v6-address') ? HOSTS[1] : HOSTS[0];
}

export type HostVerdict = 'preset' | 'custom' | 'loopback' | 'not-a-host' | 'not-https';

/** As the URL standard writes them: 2130706433 and 0x7f.1 have become 127.0.0.1 by then. */
export const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** As a browser reads what a person typed; null: not at all. */
export function addressOf(typed: string): URL | null {
  const text = typed.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(address) ? new URL(address) : null;
}

/** The origin of what a person typed ("www.okx.com" means https), or null when it names no host alone. */
export function originOf(typed: string): string | null {
  const url = addressOf(typed);
  if (!url || url.hostname === '' || url.username || url.password || url.search || url.hash) return null;
  return url.pathname === '/' && /^https?:$/.test(url.protocol) ? url.origin : null;
}

export function judgeHost(typed: string): HostVerdict {
  const origin = originOf(typed);
  if (!origin) return 'not-a-host';
  if ((HOSTS as readonly string[]).includes(origin)) return 'preset';
  const url = new URL(origin);
  if (LOOPBACK.test(url.hostname)) return 'loopback';
  return url.protocol === 'https:' ? 'custom' : 'not-https';
}
