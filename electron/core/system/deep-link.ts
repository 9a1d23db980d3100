// Links that begin with tokentray://: what they may ask for, which is to look at something, and nothing else.
import { comparable } from '../../../shared/domain/holding-id';

/** `open`: the window. `wallet`: its name or its id. `holding`: its id. The text comes from anybody: compare it, never show it. */
export type Link =
  | { readonly kind: 'open' }
  | { readonly kind: 'wallet'; readonly wallet: string }
  | { readonly kind: 'holding'; readonly holdingId: string };

/** Longer than any id of a holding, also with every sign of it encoded. */
const MOST_SIGNS = 4000;
const MOST_NAMED = 1000;
const OPEN: Link = { kind: 'open' };

/** No port, no user, no query, no fragment: none of them means anything here. */
const FORM = /^tokentray:\/\/([a-z]+)(?:\/([^?#\\]*))?$/i;
/** Controls, line ends, halves of signs, and what turns the direction of text: no name and no id has one. */
const UNFIT = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Null: not understood. Percent signs are decoded once. */
export function parseLink(text: string): Link | null {
  if (text.length > MOST_SIGNS || UNFIT.test(text)) return null;
  const [, host = '', path = ''] = FORM.exec(text) ?? [];
  switch (host.toLowerCase()) {
    case 'open':
      return path === '' ? OPEN : null;
    case 'wallet': {
      // A browser may add a slash; one that is meant is encoded.
      const [segment = '', ...more] = path.replace(/\/$/, '').split('/');
      const wallet = decodedOnce(segment);
      return wallet && more.length === 0 ? { kind: 'wallet', wallet } : null;
    }
    case 'holding': {
      const holdingId = decodedOnce(path);
      return holdingId && /[^/]/.test(holdingId) ? { kind: 'holding', holdingId } : null;
    }
    default:
      return null;
  }
}

/** Null: not encoded as links are, or no name of anything. */
function decodedOnce(path: string): string | null {
  try {
    const text = decodeURIComponent(path);
    return text.length > MOST_NAMED || UNFIT.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** What a link can name. */
export interface Named {
  readonly wallets: readonly { readonly id: string; readonly name: string }[];
  readonly holdingIds: readonly string[];
}

/** Where a link leads; null: what it names is not here, so the window comes as it is. */
export interface Target {
  readonly walletId: string | null;
  readonly holdingId: string | null;
}

export function targetOf(link: Link, { wallets, holdingIds }: Named): Target | null {
  switch (link.kind) {
    case 'open':
      return null;
    case 'wallet': {
      const wallet = walletOf(link.wallet, wallets);
      return wallet ? { walletId: wallet.id, holdingId: null } : null;
    }
    case 'holding': {
      const wanted = link.holdingId.split('/').map(comparable).join('/');
      // The id of a native coin ends with a slash, which may be lost on the way.
      const holdingId = holdingIds.find(id => id === wanted || id === `${wanted}/`);
      return holdingId === undefined ? null : { walletId: null, holdingId };
    }
  }
}

/** By id, by name, or by a name in other letters that only one wallet has. */
function walletOf(wanted: string, wallets: Named['wallets']): Named['wallets'][number] | undefined {
  const fold = (text: string) => text.normalize('NFC').toLowerCase();
  const alike = wallets.filter(({ name }) => fold(name) === fold(wanted));
  return (
    wallets.find(({ id }) => id === wanted) ??
    wallets.find(({ name }) => name === wanted) ??
    (alike.length === 1 ? alike[0] : undefined)
  );
}
