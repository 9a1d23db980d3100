// Handles the window's calls about parts of wallets and about explorer pages: lists the parts, opens a page.
import type { Request, Response } from '../../shared/ipc/contract';
import type { PartRow } from '../../shared/ipc/detail-calls';
import type { ExplorerKind } from '../../shared/domain/explorers';
import type { Engine } from '../core/engine/engine';
import { EVERY_CHAIN, isExpected } from '../core/snapshots/chain-parts';
import { isStalePart } from '../core/snapshots/staleness';
import { explorerPageOf } from './explorer-links';

/** Opens explorer pages: asks the person, then opens the page in the system's browser. */
export interface Browser {
  /** Asks before a host is opened for the first time. */
  confirm(host: string, kind: ExplorerKind): Promise<{ isConfirmed: boolean; isRemembered: boolean }>;
  open(url: string): Promise<void>;
}

export function partRows({ model, world }: Engine): PartRow[] {
  const now = world.clock.now();
  const { wallets } = model.settings;
  return model.snapshots
    .filter(({ walletId }) => wallets.some(({ id }) => id === walletId))
    .flatMap(({ walletId, parts }) =>
      parts.map(part => ({
        walletId,
        chainIndex: part.chainIndex,
        name: part.chainIndex === EVERY_CHAIN ? '' : world.chains(part.chainIndex).name,
        answeredAt: part.answeredAt,
        failure: part.failure,
        isUnsupported: !isExpected(part),
        isStale: isStalePart(part, now, model.staleAfterMs)
      }))
    );
}

/** A compromised window must not send text of its own choice to a website. */
function isStoredAddress(
  { model }: Engine,
  { chainIndex, kind, address }: Request<'explorer:open'>
): boolean {
  const isHoldingAddress = model.snapshots.some(({ holdings }) =>
    holdings.some(
      row => row.chainIndex === chainIndex && (kind === 'token' ? row.tokenAddress : row.address) === address
    )
  );
  const { wallets } = model.settings;
  return (
    isHoldingAddress ||
    (kind === 'address' &&
      wallets.some(wallet => wallet.source === 'v6-address' && wallet.address === address))
  );
}

export async function openExplorer(
  engine: Engine,
  request: Request<'explorer:open'>,
  browser: Browser
): Promise<Response<'explorer:open'>> {
  const page = isStoredAddress(engine, request)
    ? explorerPageOf(request, engine.world.chainList.entries())
    : null;
  if (!page) return { outcome: 'unknown' };
  const trustedHosts = engine.model.settings.choices.explorerHosts;
  if (!trustedHosts.includes(page.host)) {
    const { isConfirmed, isRemembered } = await browser.confirm(page.host, request.kind);
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
