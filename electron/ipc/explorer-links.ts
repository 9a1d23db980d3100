// Builds the explorer URL of an address or a token.
// Returns null if the address is not valid for its chain.
import { explorerOf, type ExplorerKind } from '../../shared/domain/explorers';
import { recognise } from '../addresses/recognise';
import type { KnownChain } from '../addresses/reading';

export interface ExplorerRequest {
  readonly chainIndex: string;
  readonly kind: ExplorerKind;
  readonly address: string;
}

export interface ExplorerPage {
  readonly host: string;
  readonly url: string;
}

/** Sui names a coin by package, module and type. */
const SUI_COIN_PATTERN = /^0x[0-9a-f]{1,64}::[A-Za-z_]\w{0,63}::[A-Za-z_]\w{0,63}$/;
/** What a path may contain for every chain family; percent signs, slashes, dots and question marks are not allowed. */
const HARMLESS_PATTERN = /^[\w:-]{1,260}$/;

/** Every character must be allowed in the chain's family, and the checksum must be right where the family has one. */
function isValidAddress({ kind, address }: ExplorerRequest, { chainIndex, family }: KnownChain): boolean {
  if (kind === 'token' && family === 'sui' && SUI_COIN_PATTERN.test(address)) return true;
  return recognise(address).some(
    reading =>
      reading.family === family &&
      reading.problem === undefined &&
      (reading.chains?.includes(chainIndex) ?? true)
  );
}

/** The URL is built only here: `https`, a host of the list, its path, and the checked address. */
export function explorerPageOf(request: ExplorerRequest, chains: readonly KnownChain[]): ExplorerPage | null {
  const explorer = explorerOf(request.chainIndex, request.kind);
  const chain = chains.find(({ chainIndex }) => chainIndex === request.chainIndex);
  const path = explorer?.[request.kind];
  if (!explorer || path == null || !chain || chain.isTestnet) return null;
  if (!HARMLESS_PATTERN.test(request.address) || !isValidAddress(request, chain)) return null;
  const url = `https://${explorer.host}${path}${request.address}`;
  // The URL as the browser will parse it: if the browser would change it, it is not the intended URL, and null is
  // given.
  return new URL(url).href === url ? { host: explorer.host, url } : null;
}
