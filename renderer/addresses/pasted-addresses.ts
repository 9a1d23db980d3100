// Pasted addresses: makes new wallets of them, with the names and chains that the person chose for each.
import type { AddressReview, AddressRow, AddressVerdict } from '../../shared/schema/address-review';
import type { NewWallet } from '../../shared/ipc/wallet-calls';
import { proposedChains } from './chain-choice';
import { groupBy } from '../ui/list/group-by';
import type { IconName } from '../ui/display/icons';
import { VERDICT_COUNT_TEXT, ADDRESS_REVIEW_TEXT } from '../text/addresses';

/** What the person chose for one address. */
export interface Wish {
  readonly name: string;
  readonly chains: readonly string[];
  /** The person has read the caution and checked the box. */
  readonly isConfirmed: boolean;
}
export interface PastedEntry extends Wish {
  readonly row: AddressRow;
}

export const VERDICT_ICONS: Record<AddressVerdict, IconName> = {
  good: 'good',
  'wrong-checksum': 'stop',
  'not-an-address': 'question',
  testnet: 'question',
  duplicate: 'twice',
  'already-watched': 'twice',
  'private-key': 'warning',
  'extended-public-key': 'question',
  'domain-name': 'question',
  'other-coin': 'question',
  transaction: 'question',
  'token-page': 'question'
};

/** Review rows with the earlier choices for each address; a new address gets a name and the most used chains. */
export function pastedEntriesOf(
  review: AddressReview,
  wishes: ReadonlyMap<string, Partial<Wish>>,
  walletsBefore: number
): PastedEntry[] {
  const isOnlyOne = review.rows.filter(isGood).length === 1 && walletsBefore === 0;
  let count = walletsBefore;
  return review.rows.map(row => {
    if (isGood(row)) count += 1;
    const name =
      row.suggestedName ?? (isOnlyOne ? ADDRESS_REVIEW_TEXT.firstName : ADDRESS_REVIEW_TEXT.nextName(count));
    const wish = isGood(row) ? wishes.get(row.address) : undefined;
    return { row, name, chains: proposedChains(row), isConfirmed: false, ...wish };
  });
}

/** The same review for a form where a wallet may already watch an address. */
export function acceptWatched({ rows, unread }: AddressReview): AddressReview {
  const accepted = (row: AddressRow): AddressRow =>
    row.verdict === 'already-watched' ? { ...row, verdict: 'good' } : row;
  return { rows: rows.map(accepted), unread };
}

export function isGood({ verdict }: AddressRow): boolean {
  return verdict === 'good';
}

/** True when the address is good, its caution is confirmed, and at least one chain is chosen. */
export function isReady({ row, chains, isConfirmed }: PastedEntry): boolean {
  return isGood(row) && (row.caution === null || isConfirmed) && chains.length > 0;
}

/** New wallets from the entries that are ready. An empty name is replaced by a generated one. */
export function newWalletsOf(entries: readonly PastedEntry[], walletsBefore: number): NewWallet[] {
  return entries.filter(isReady).map(({ row, name, chains }, i) => ({
    name: name.trim() === '' ? ADDRESS_REVIEW_TEXT.nextName(walletsBefore + i + 1) : name.trim(),
    address: row.address,
    chains: [...chains]
  }));
}

/** "3 addresses can be watched · 2 duplicates · 1 wrong checksum". */
export function summaryText(entries: readonly PastedEntry[]): string {
  const ready = entries.filter(isReady).length;
  const waiting = entries.filter(({ row, isConfirmed }) => isGood(row) && row.caution && !isConfirmed).length;
  const kinds = groupBy(
    entries.filter(({ row }) => !isGood(row)),
    ({ row }) => row.verdict
  );
  return [
    ready > 0 ? ADDRESS_REVIEW_TEXT.good(ready) : ADDRESS_REVIEW_TEXT.noneGood,
    ...(waiting > 0 ? [ADDRESS_REVIEW_TEXT.unconfirmed(waiting)] : []),
    ...[...kinds].map(([verdict, members]) =>
      VERDICT_COUNT_TEXT[verdict as keyof typeof VERDICT_COUNT_TEXT](members.length)
    )
  ].join(' · ');
}

/** `0xa03400e0…519687`: both ends of the address, because people compare these. */
export function shortAddress(address: string): string {
  return address.length <= 24 ? address : `${address.slice(0, 12)}…${address.slice(-8)}`;
}

/** The text without one of its lines; line 1 is the first. */
export function withoutLine(text: string, line: number): string {
  return text
    .split('\n')
    .filter((_, i) => i !== line - 1)
    .join('\n');
}
