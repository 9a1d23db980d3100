// Makes the exact facts of one holding for its drawer, with the text that copying takes.
import { explorerOf, type ExplorerKind } from '../../shared/domain/explorers';
import type { AppState, HoldingRow } from '../../shared/schema/app-state';
import { durationText } from '../../shared/text/time';
import { fittedPrice, maskedExact } from '../portfolio/masked-amounts';
import { DEFI, walletNames } from '../portfolio/names';
import { OVERLAP_TEXT } from '../text/phrases';
import { holdingStatusOf, needsOk } from '../portfolio/holding-status';
import { DRAWER_TEXT } from '../text/banners';

export interface Fact {
  readonly name: string;
  readonly text: string;
  /** The text to copy; null when there is nothing to copy or the amount is hidden. */
  readonly copy: string | null;
  /** True for addresses: they have a fixed-width font and are broken in the middle. */
  readonly isCode: boolean;
  /** The page of the address at an explorer; null or absent when there is none. */
  readonly page?: ExplorerLink | null;
}

/** What the main process is asked to open; the main process makes the URL of the page itself. */
export interface ExplorerLink {
  readonly chainIndex: string;
  readonly kind: ExplorerKind;
  readonly address: string;
}

export function explorerPageOf(chainIndex: string, kind: ExplorerKind, address: string): ExplorerLink | null {
  return explorerOf(chainIndex, kind) ? { chainIndex, kind, address } : null;
}

function plainFact(name: string, text: string, copy: string | null = null): Fact {
  return { name, text, copy, isCode: false };
}

/** A contract or an address in full, with its explorer page. */
function addressFact({ chainIndex }: HoldingRow, kind: ExplorerKind, text: string): Fact {
  const name = kind === 'token' ? DRAWER_TEXT.contract : DRAWER_TEXT.address;
  return { ...plainFact(name, text, text), isCode: true, page: explorerPageOf(chainIndex, kind, text) };
}

function countingText(app: AppState, row: HoldingRow, now: number): string {
  // Of a holding in doubt the last answer says something else than what counts.
  if (row.countingStatus !== 'counted' || row.doubtId !== undefined || needsOk(row))
    return holdingStatusOf(row, now)?.text ?? '';
  if (row.alsoIn !== undefined) return OVERLAP_TEXT.countsIn(walletNames(app).get(row.alsoIn) ?? '');
  const chain = app.portfolio.chains.find(({ chainIndex }) => chainIndex === row.chainIndex);
  const takenAt = chain?.takenAt ?? app.portfolio.takenAt ?? now;
  return (row.isStale ? DRAWER_TEXT.yesStale : DRAWER_TEXT.yesFresh)(durationText(now - takenAt));
}

export function factsOf(app: AppState, row: HoldingRow, now: number): Fact[] {
  const { isHidden } = app.choices;
  const amount = plainFact(
    DRAWER_TEXT.amount,
    maskedExact(row.balance, isHidden),
    isHidden ? null : row.balance
  );
  const price =
    row.price === null
      ? plainFact(DRAWER_TEXT.price, DRAWER_TEXT.unknown)
      : plainFact(DRAWER_TEXT.price, fittedPrice(row.price).whole ?? fittedPrice(row.price).text, row.price);
  const value =
    row.value === null
      ? []
      : [
          plainFact(
            DRAWER_TEXT.value,
            (isHidden ? '' : '$') + maskedExact(row.value, isHidden),
            isHidden ? null : row.value
          )
        ];
  const contract =
    row.tokenAddress === ''
      ? plainFact(DRAWER_TEXT.contract, DRAWER_TEXT.native)
      : addressFact(row, 'token', row.tokenAddress);
  if (row.chainIndex === DEFI)
    return [
      ...value,
      plainFact(DRAWER_TEXT.source, DRAWER_TEXT.defi),
      plainFact(DRAWER_TEXT.counted, countingText(app, row, now))
    ];
  const address = addressFact(row, 'address', row.address);
  const countingFact = plainFact(DRAWER_TEXT.counted, countingText(app, row, now));
  return [amount, price, ...value, contract, ...(row.address === '' ? [] : [address]), countingFact];
}
