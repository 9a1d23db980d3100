// Parses tokentray:// links and finds the wallet or holding that a link names.
// A link can only open a view.
import { canonicalId } from '../../../shared/domain/holding-id';

/** `wallet`: its name or its id; `holding`: its id. The text may come from anybody: compare it, never show it. */
export type DeepLink =
  | { readonly kind: 'open' }
  | { readonly kind: 'wallet'; readonly wallet: string }
  | { readonly kind: 'holding'; readonly holdingId: string };

/** Longer than any holding id, even with every character encoded. */
const MAX_LINK_LENGTH = 4000;
const MAX_NAME_LENGTH = 1000;
const OPEN_LINK: DeepLink = { kind: 'open' };

/** A link has no port, no user, no query and no fragment: they have no meaning here. */
const LINK_PATTERN = /^tokentray:\/\/([a-z]+)(?:\/([^?#\\]*))?$/i;
/** Control characters, line ends, lone surrogates and marks of text direction: no name and no id contains them. */
const FORBIDDEN_CHARACTERS = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Null: the text is not a valid link. Percent-encoding is decoded once. */
export function parseDeepLink(text: string): DeepLink | null {
  if (text.length > MAX_LINK_LENGTH || FORBIDDEN_CHARACTERS.test(text)) return null;
  const [, host = '', path = ''] = LINK_PATTERN.exec(text) ?? [];
  switch (host.toLowerCase()) {
    case 'open':
      return path === '' ? OPEN_LINK : null;
    case 'wallet': {
      // A browser may add a slash at the end; a slash that belongs to the name is encoded.
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

/** Null: the text is not valid percent-encoding, or cannot be a name. */
function decodeOnce(path: string): string | null {
  try {
    const text = decodeURIComponent(path);
    return text.length > MAX_NAME_LENGTH || FORBIDDEN_CHARACTERS.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** The wallets and holdings that a link can name. */
export interface LinkCandidates {
  readonly wallets: readonly { readonly id: string; readonly name: string }[];
  readonly holdingIds: readonly string[];
}

/** What a link opens; null: what it names does not exist here, so the window opens unchanged. */
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
      // The id of a native coin ends with a slash, which other programs may remove.
      const wanted = [link.holdingId, `${link.holdingId}/`].map(canonicalId);
      const holdingId = holdingIds.find(id => wanted.includes(id));
      return holdingId === undefined ? null : { walletId: null, holdingId };
    }
  }
}

/** Finds a wallet by id, by name, or by a name in another letter case if only one wallet has it. */
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
