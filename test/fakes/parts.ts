// The parts behind a whole state: one for each wallet and chain with a holding, as old as the chain.
import type { PartRow } from '../../shared/ipc/detail-calls';
import type { AppState } from '../../shared/schema/app-state';

export function partsOf({ portfolio }: AppState): PartRow[] {
  const pairs = new Set(portfolio.holdings.map(row => `${row.walletId}/${row.chainIndex}`));
  return [...pairs].map(pair => {
    const [walletId = '', chainIndex = ''] = pair.split('/');
    const chain = portfolio.chains.find(row => row.chainIndex === chainIndex);
    const row = portfolio.wallets.find(({ wallet }) => wallet.id === walletId);
    const isStale = chain?.isStale ?? false;
    return {
      walletId,
      chainIndex,
      name: chain?.name ?? '',
      answeredAt: chain?.takenAt ?? null,
      failure: isStale ? (row?.failure?.code ?? 'timeout') : null,
      isUnsupported: false,
      isStale,
      unreadableRows: 0
    };
  });
}
