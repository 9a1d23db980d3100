// Answers of a main process about wallets, chains and accounts: the review is the real one, and changes are applied to
// the state.
import { review } from '../../electron/addresses/review';
import { CHAINS } from '../../electron/okx/chains';
import type { CallName } from '../../shared/ipc/channels';
import type { Request, Response } from '../../shared/ipc/contract';
import type { AppState, WalletRow } from '../../shared/schema/app-state';
import type { ChainEntry } from '../../shared/ipc/wallet-calls';

/** The state that the answers use, and the way to change it. */
export interface StateHolder {
  readonly state: AppState;
  push(state: AppState): void;
}

export type Answers = {
  [Name in CallName]: (request: Request<Name>) => Response<Name> | Promise<Response<Name>>;
};
type WalletAnswers = Pick<
  Answers,
  | 'wallet:change'
  | 'wallets:add'
  | 'wallets:order'
  | 'groups:change'
  | 'addresses:review'
  | 'chains:read'
  | 'accounts:list'
  | 'accounts:detail'
  | 'accounts:create'
  | 'accounts:change'
  | 'accounts:delete'
>;

const DONE = { done: true };
export const ACCOUNT = '13886e05-1265-4b79-8ac3-b7ab46211001';

export const KNOWN_CHAINS: ChainEntry[] = [...CHAINS.values()].map(chain => ({
  chainIndex: chain.chainIndex,
  name: chain.name,
  shortName: chain.shortName,
  family: chain.family,
  isTestnet: chain.isTestnet
}));

function withWallets(holder: StateHolder, wallets: WalletRow[]): void {
  holder.push({ ...holder.state, portfolio: { ...holder.state.portfolio, wallets } });
}

function changeWallet(
  holder: StateHolder,
  { walletId, colour, ...given }: Request<'wallet:change'>
): typeof DONE {
  const rows = holder.state.portfolio.wallets.map(row => {
    if (row.wallet.id !== walletId) return row;
    const { colour: old, ...rest } = row.wallet;
    const slot = colour === undefined ? old : colour;
    const known = Object.entries({ ...given, colour: slot ?? undefined });
    const changed = Object.fromEntries(known.filter(([, value]) => value !== undefined));
    return { ...row, wallet: { ...rest, ...changed } };
  });
  withWallets(holder, rows);
  return DONE;
}

function orderWallets(holder: StateHolder, { walletIds }: Request<'wallets:order'>): typeof DONE {
  const indexOf = ({ wallet }: WalletRow): number => walletIds.indexOf(wallet.id);
  withWallets(
    holder,
    [...holder.state.portfolio.wallets].sort((a, b) => indexOf(a) - indexOf(b))
  );
  return DONE;
}

function changeGroups(holder: StateHolder, { groups }: Request<'groups:change'>): Response<'groups:change'> {
  const known = holder.state.portfolio.groups ?? [];
  const rows = groups.map((group, index) => ({
    ...{ value: '0', countedOnce: '0', share: null, changePercent: null, isStale: false, takenAt: null },
    ...known.find(row => row.group.id === group.id),
    group: { ...group, id: group.id || `group-${index + 1}` }
  }));
  holder.push({ ...holder.state, portfolio: { ...holder.state.portfolio, groups: rows } });
  return { ids: rows.map(({ group }) => group.id) };
}

function watched({ state }: StateHolder): string[] {
  return state.portfolio.wallets.flatMap(({ wallet }) =>
    wallet.source === 'v6-address' ? [wallet.address] : []
  );
}

export function walletAnswers(holder: StateHolder): WalletAnswers {
  return {
    'wallet:change': change => changeWallet(holder, change),
    'wallets:add': ({ wallets }) => ({
      added: wallets.map(({ address }, i) => ({ address, walletId: `new-${i}`, problem: null }))
    }),
    'wallets:order': order => orderWallets(holder, order),
    'groups:change': request => changeGroups(holder, request),
    'addresses:review': ({ text }) => review(text, { watched: watched(holder), chains: KNOWN_CHAINS }),
    'chains:read': () => ({ chains: KNOWN_CHAINS }),
    'accounts:list': () => ({
      outcome: 'answered',
      accounts: [{ accountId: ACCOUNT, isWatchOnly: true }]
    }),
    'accounts:detail': () => ({ outcome: 'answered', addresses: [] }),
    'accounts:create': () => ({ outcome: 'answered', accountId: 'made-1' }),
    'accounts:change': () => ({ outcome: 'answered' }),
    'accounts:delete': () => ({ outcome: 'answered' })
  };
}
