// Parses tokentray:// links and finds the wallet or holding that a link names.
// A link can only open a view; it can do nothing else.
import { normalizeAddress } from '../../../shared/domain/holding-id';

/** `open`: the window. `wallet`: its name or its id. `holding`: its id. The text comes from anybody: compare it, never show it. */
export type DeepLink =
  | { readonly kind: 'open' }
  | { readonly kind: 'wallet'; readonly wallet: string }
  | { readonly kind: 'holding'; readonly holdingId: string };

/** Longer than any id of a holding, also with every sign of it encoded. */
const MAX_LINK_LENGTH = 4000;
const MAX_NAME_LENGTH = 1000;
const OPEN_LINK: DeepLink = { kind: 'open' };

/** No port, no user, no query, no fragment: none of them means anything here. */
const LINK_PATTERN = /^tokentray:\/\/([a-z]+)(?:\/([^?#\\]*))?$/i;
/** Controls, line ends, halves of signs, and what turns the direction of text: no name and no id has one. */
const FORBIDDEN_CHARACTERS = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Null: not understood. Percent signs are decoded once. */
export function parseDeepLink(text: string): DeepLink | null {
  if (text.length > MAX_LINK_LENGTH || FORBIDDEN_CHARACTERS.test(text)) return null;
  const [, host = '', path = ''] = LINK_PATTERN.exec(text) ?? [];
  switch (host.toLowerCase()) {
    case 'open':
      return path === '' ? OPEN_LINK : null;
    case 'wallet': {
      // A browser may add a slash; one that is meant is encoded.
      const [segment = '', ...more] = path.replace(/\/$/, '').split('/');
      const wallet = decodeOnce(segment);
      return wallet && more.length === 0 ? { kind: 'wallet', wallet } : null;
    }
    case 'holding': {
      const holdingId = decodeOnce(path);
      return holdingId && /[^/]/.test(holdingId) ? { kind: 'holding', holdingId } : null;
    }
    default:
      return null;
  }
}

/** Null: not encoded as links are, or no name of anything. */
function decodeOnce(path: string): string | null {
  try {
    const text = decodeURIComponent(path);
    return text.length > MAX_NAME_LENGTH || FORBIDDEN_CHARACTERS.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** What a link can name. */
export interface LinkCandidates {
  readonly wallets: readonly { readonly id: string; readonly name: string }[];
  readonly holdingIds: readonly string[];
}

/** Where a link leads; null: what it names is not here, so the window comes as it is. */
export interface LinkTarget {
  readonly walletId: string | null;
  readonly holdingId: string | null;
}

export function linkTargetOf(link: DeepLink, { wallets, holdingIds }: LinkCandidates): LinkTarget | null {
  switch (link.kind) {
    case 'open':
      return null;
    case 'wallet': {
      const wallet = walletOf(link.wallet, wallets);
      return wallet ? { walletId: wallet.id, holdingId: null } : null;
    }
    case 'holding': {
      const wanted = link.holdingId.split('/').map(normalizeAddress).join('/');
      // The id of a native coin ends with a slash, which may be lost on the way.
      const holdingId = holdingIds.find(id => id === wanted || id === `${wanted}/`);
      return holdingId === undefined ? null : { walletId: null, holdingId };
    }
  }
}

/** By id, by name, or by a name in other letters that only one wallet has. */
function walletOf(
  wanted: string,
  wallets: LinkCandidates['wallets']
): LinkCandidates['wallets'][number] | undefined {
  const normalizeName = (text: string) => text.normalize('NFC').toLowerCase();
  const alike = wallets.filter(({ name }) => normalizeName(name) === normalizeName(wanted));
  return (
    wallets.find(({ id }) => id === wanted) ??
    wallets.find(({ name }) => name === wanted) ??
    (alike.length === 1 ? alike[0] : undefined)
  );
}
