// The exact facts of one holding, for its drawer: what is shown, and what copying takes.
import { explorerOf, type ExplorerKind } from '../../shared/domain/explorers';
import type { AppState, HoldingRow } from '../../shared/schema/app-state';
import { durationText } from '../../shared/text/time';
import { exactText, shownExact } from '../portfolio/masked-amounts';
import { DEFI } from '../portfolio/names';
import { markOf } from '../portfolio/holding-status';
import { DRAWER } from '../text/banners';

export interface Fact {
  readonly name: string;
  readonly text: string;
  /** Null: nothing to copy, or hidden. */
  readonly copy: string | null;
  /** Addresses are set in a fixed width and broken in the middle. */
  readonly isCode: boolean;
  /** Its page at an explorer; null or absent: there is none. */
  readonly page?: Page | null;
}

/** What the main process is asked to open; it makes the page's address itself. */
export interface Page {
  readonly chainIndex: string;
  readonly kind: ExplorerKind;
  readonly address: string;
}

export function pageOf(chainIndex: string, kind: ExplorerKind, address: string): Page | null {
  return explorerOf(chainIndex, kind) ? { chainIndex, kind, address } : null;
}

function plain(name: string, text: string, copy: string | null = null): Fact {
  return { name, text, copy, isCode: false };
}

/** A contract or an address in full, with its page. */
function codeOf({ chainIndex }: HoldingRow, kind: ExplorerKind, text: string): Fact {
  const name = kind === 'token' ? DRAWER.contract : DRAWER.address;
  return { ...plain(name, text, text), isCode: true, page: pageOf(chainIndex, kind, text) };
}

function countedText(app: AppState, row: HoldingRow, now: number): string {
  if (row.countingStatus !== 'counted') return markOf(row, now)?.text ?? '';
  const chain = app.portfolio.chains.find(({ chainIndex }) => chainIndex === row.chainIndex);
  const takenAt = chain?.takenAt ?? app.portfolio.takenAt ?? now;
  return (row.isStale ? DRAWER.yesStale : DRAWER.yesFresh)(durationText(now - takenAt));
}

export function factsOf(app: AppState, row: HoldingRow, now: number): Fact[] {
  const { isHidden } = app.choices;
  const amount = plain(DRAWER.amount, shownExact(row.balance, isHidden), isHidden ? null : row.balance);
  const price =
    row.price === null
      ? plain(DRAWER.price, DRAWER.unknown)
      : plain(DRAWER.price, `$${exactText(row.price)}`, row.price);
  const value =
    row.value === null
      ? []
      : [
          plain(
            DRAWER.value,
            (isHidden ? '' : '$') + shownExact(row.value, isHidden),
            isHidden ? null : row.value
          )
        ];
  const contract =
    row.tokenAddress === '' ? plain(DRAWER.contract, DRAWER.native) : codeOf(row, 'token', row.tokenAddress);
  if (row.chainIndex === DEFI)
    return [...value, plain(DRAWER.source, DRAWER.defi), plain(DRAWER.counted, countedText(app, row, now))];
  const address = codeOf(row, 'address', row.address);
  const counted = plain(DRAWER.counted, countedText(app, row, now));
  return [amount, price, ...value, contract, ...(row.address === '' ? [] : [address]), counted];
}
