// The exact facts of a chain or a wallet, for its drawer: what is shown, and what copying takes.
import { percentText } from '../../shared/text/money';
import type { AppState, ChainRow, WalletRow } from '../../shared/schema/app-state';
import { explorerOf } from '../../shared/domain/explorers';
import { shownExact } from '../portfolio/masked-amounts';
import { DETAIL } from '../text/details';
import { pageOf, type Fact } from './holding-facts';
import { chainNames } from '../portfolio/names';
import { isIn } from './place';
import type { Place } from '../state/navigation.svelte';
import { whole } from '../text/phrases';

const plain = (name: string, text: string, copy: string | null = null): Fact => ({
  name,
  text,
  copy,
  isCode: false
});

function valueFact(value: string, isHidden: boolean): Fact {
  return plain(DETAIL.value, (isHidden ? '' : '$') + shownExact(value, isHidden), isHidden ? null : value);
}

function commonFacts(app: AppState, place: Place, row: ChainRow | WalletRow): Fact[] {
  const count = app.portfolio.holdings.filter(holding => isIn(place, holding)).length;
  const share = row.share === null ? [] : [plain(DETAIL.share, percentText(row.share, 2, false))];
  const facts = [valueFact(row.value, app.choices.isHidden), ...share];
  return [...facts, plain(DETAIL.holdings, whole(count))];
}

/** The first of its chains whose explorer has pages of addresses. */
function explorerChain(chains: readonly string[]): string | null {
  return chains.find(chainIndex => explorerOf(chainIndex, 'address') !== null) ?? null;
}

function walletFacts(app: AppState, { wallet }: WalletRow): Fact[] {
  const names = chainNames(app);
  const key = app.keys.find(({ id }) => id === wallet.keyId);
  const isAccount = wallet.source === 'v5-account';
  const watched = isAccount ? wallet.accountId : wallet.address;
  const chainIndex = isAccount ? null : explorerChain(wallet.chains);
  const chains = wallet.chains.map(chain => names.get(chain) ?? chain).join(', ');
  return [
    plain(DETAIL.source, DETAIL.sources[wallet.source]),
    {
      ...plain(isAccount ? DETAIL.accountId : DETAIL.address, watched, watched),
      isCode: true,
      page: chainIndex === null ? null : pageOf(chainIndex, 'address', watched)
    },
    plain(DETAIL.chains, chains === '' ? DETAIL.everyChain : chains),
    plain(DETAIL.key, key ? `${key.name} · ${new URL(key.host).host}` : DETAIL.keyForgotten)
  ];
}

/** Empty when the chain or the wallet is gone. */
export function placeFacts(app: AppState, place: Place): Fact[] {
  if (place.kind === 'chain') {
    const chain = app.portfolio.chains.find(({ chainIndex }) => chainIndex === place.id);
    return chain ? commonFacts(app, place, chain) : [];
  }
  const row = app.portfolio.wallets.find(({ wallet }) => wallet.id === place.id);
  return row ? [...commonFacts(app, place, row), ...walletFacts(app, row)] : [];
}
