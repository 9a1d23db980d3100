// Handles the window's calls that open an explorer page or a portal of OKX: builds the URL, asks the person, opens the browser.
import { explorerOf, type ExplorerKind } from '../../shared/domain/explorers';
import { KEY_PORTALS } from '../../shared/domain/host';
import { ownAddressOf } from '../../shared/domain/sources';
import type { Request, Response } from '../../shared/ipc/contract';
import { recognise } from '../addresses/recognise';
import type { KnownChain } from '../addresses/reading';
import type { Engine } from '../core/engine/engine';
import type { Browser, CallContext, Calls } from './call-types';

type ExplorerRequest = Request<'explorer:open'>;

export function handlers({ engine, browser }: CallContext) {
  return {
    'explorer:open': request => openExplorer(engine, request, browser),
    'portal:open': ({ region }) => {
      const url = KEY_PORTALS[region];
      return openAfterQuestion(engine, { host: new URL(url).host, url }, 'portal', browser);
    }
  } satisfies Partial<Calls>;
}

/** A compromised window must not send text of its own choice to a website. */
function isStoredAddress({ model }: Engine, { chainIndex, kind, address }: ExplorerRequest): boolean {
  const isHoldingAddress = model.snapshots.some(({ holdings }) =>
    holdings.some(
      row => row.chainIndex === chainIndex && (kind === 'token' ? row.tokenAddress : row.address) === address
    )
  );
  const isOwnAddress = model.settings.wallets.some(wallet => ownAddressOf(wallet) === address);
  return isHoldingAddress || (kind === 'address' && isOwnAddress);
}

async function openExplorer(
  engine: Engine,
  request: ExplorerRequest,
  browser: Browser
): Promise<Response<'explorer:open'>> {
  const page = isStoredAddress(engine, request)
    ? explorerPageOf(request, engine.world.chainList.entries())
    : null;
  return page ? openAfterQuestion(engine, page, request.kind, browser) : { outcome: 'unknown' };
}

/** A site that the person trusts opens at once; any other one only after a question that names it. */
async function openAfterQuestion(
  engine: Engine,
  page: OutsidePage,
  kind: ExplorerKind | 'portal',
  browser: Browser
): Promise<Response<'portal:open'>> {
  const trustedHosts = engine.model.settings.choices.explorerHosts;
  if (!trustedHosts.includes(page.host)) {
    const { isConfirmed, isRemembered } = await browser.confirm(page.host, kind);
    if (!isConfirmed) return { outcome: 'cancelled' };
    if (isRemembered) await engine.choose({ explorerHosts: [...trustedHosts, page.host] });
  }
  try {
    await browser.open(page.url);
    return { outcome: 'opened' };
  } catch (thrown) {
    engine.world.log('error', 'the browser could not be opened', thrown);
    return { outcome: 'failed' };
  }
}

interface OutsidePage {
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

/**
 * Null: the address is not valid for its chain. The URL is built only here: `https`, a host of the list, its path, and
 * the checked address.
 */
export function explorerPageOf(request: ExplorerRequest, chains: readonly KnownChain[]): OutsidePage | null {
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
