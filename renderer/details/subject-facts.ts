// Makes the exact facts of a chain or a wallet for its drawer, with the text that copying takes.
import { ownAddressOf, ownerOf } from '../../shared/domain/sources';
import { COMMON_TEXT, OVERLAP_TEXT, SOURCE_NAMES } from '../text/phrases';
import { percentText } from '../../shared/text/money';
import type { AppState, ChainRow, WalletRow } from '../../shared/schema/app-state';
import { explorerOf } from '../../shared/domain/explorers';
import { maskedExact } from '../portfolio/masked-amounts';
import { DETAIL_TEXT } from '../text/details';
import { explorerPageOf, type Fact } from './holding-facts';
import { chainNames } from '../portfolio/names';
import { isOfSubject } from './detail-subject';
import type { DetailSubject } from '../state/navigation.svelte';
import { integerText } from '../text/phrases';

const plainFact = (name: string, text: string, copy: string | null = null): Fact => ({
  name,
  text,
  copy,
  isCode: false
});

function valueFact(name: string, value: string, isHidden: boolean): Fact {
  return plainFact(name, (isHidden ? '' : '$') + maskedExact(value, isHidden), isHidden ? null : value);
}

function commonFacts(app: AppState, subject: DetailSubject, row: ChainRow | WalletRow): Fact[] {
  const count = app.portfolio.holdings.filter(holding => isOfSubject(subject, holding)).length;
  const share = row.share === null ? [] : [plainFact(DETAIL_TEXT.share, percentText(row.share, 2, false))];
  const facts = [valueFact(DETAIL_TEXT.value, row.value, app.choices.isHidden), ...share];
  return [...facts, plainFact(DETAIL_TEXT.holdings, integerText(count))];
}

/** The first of these chains whose explorer has pages for addresses. */
function explorerChain(chains: readonly string[]): string | null {
  return chains.find(chainIndex => explorerOf(chainIndex, 'address') !== null) ?? null;
}

function walletFacts(app: AppState, row: WalletRow): Fact[] {
  const { wallet } = row;
  const names = chainNames(app);
  const key = app.keys.find(({ id }) => id === wallet.keyId);
  const watched = ownerOf(wallet);
  const isAddress = ownAddressOf(wallet) !== null;
  const chainIndex = isAddress ? explorerChain(wallet.chains) : null;
  const elsewhere =
    row.elsewhere === undefined
      ? []
      : [valueFact(OVERLAP_TEXT.elsewhere, row.elsewhere, app.choices.isHidden)];
  const chains = COMMON_TEXT.list(wallet.chains.map(chain => names.get(chain) ?? chain));
  return [
    ...elsewhere,
    plainFact(DETAIL_TEXT.source, SOURCE_NAMES[wallet.source]),
    {
      ...plainFact(isAddress ? DETAIL_TEXT.address : DETAIL_TEXT.accountId, watched, watched),
      isCode: true,
      page: chainIndex === null ? null : explorerPageOf(chainIndex, 'address', watched)
    },
    plainFact(DETAIL_TEXT.chains, chains === '' ? DETAIL_TEXT.everyChain : chains),
    plainFact(DETAIL_TEXT.key, key ? `${key.name} · ${new URL(key.host).host}` : DETAIL_TEXT.keyForgotten)
  ];
}

/** Empty when the chain or the wallet no longer exists. */
export function subjectFacts(app: AppState, subject: DetailSubject): Fact[] {
  if (subject.kind === 'chain') {
    const chain = app.portfolio.chains.find(({ chainIndex }) => chainIndex === subject.id);
    return chain ? commonFacts(app, subject, chain) : [];
  }
  const row = app.portfolio.wallets.find(({ wallet }) => wallet.id === subject.id);
  return row ? [...commonFacts(app, subject, row), ...walletFacts(app, row)] : [];
}
