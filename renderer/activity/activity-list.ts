// Filters the activity entries, and makes the icon, the subtitle and the value of each.
import { ENTRY_KIND_FACTS, isQuestion, isRecord, usdOfEntry } from '../../shared/alerts/alert-kinds';
import { isAboutWallet } from '../../shared/alerts/listed-wallets';
import { localChainName } from '../../shared/text/names';
import { decimal, isZero } from '../../shared/domain/decimal';
import { isolateName } from '../../shared/names/isolated-name';
import type { Entry } from '../../shared/schema/activity';
import { percentText } from '../../shared/text/money';
import { entryDetail } from '../../shared/text/notification-text';
import { momentText } from '../../shared/text/time';
import { ACTIVITY_TEXT } from '../text/activity';
import { maskedSignedUsd, maskedUsd } from '../portfolio/masked-amounts';
import type { IconName } from '../ui/display/icons';

export type Topic = keyof typeof ACTIVITY_TEXT.topics;

export interface ActivityFilters {
  readonly topic: Topic;
  readonly search: string;
  readonly isOnlyNotified: boolean;
  /** The wallets that are shown; null: all. */
  readonly wallets: ReadonlySet<string> | null;
  readonly chain: string | null;
}

function searchTextsOf(entry: Entry): string[] {
  return [entry.symbol, entry.wallet, entry.chain, localChainName(entry.chain), ...ownTextsOf(entry)];
}

function ownTextsOf(entry: Entry): string[] {
  if (entry.kind === 'key') return [entry.key];
  if (entry.kind === 'unsupported') return entry.chains;
  if (isRecord(entry)) return entry.wallets.map(({ name }) => name);
  return entry.kind === 'doubt' ? entry.tokens.map(({ symbol }) => symbol) : [];
}

export function filterEntries(entries: readonly Entry[], filters: ActivityFilters): Entry[] {
  const wanted = filters.search.trim().toLowerCase();
  return entries.filter(entry => {
    if (filters.topic !== 'all' && ENTRY_KIND_FACTS[entry.kind].topic !== filters.topic) return false;
    if (filters.isOnlyNotified && (entry.toldAt === null || entry.toldIn === null)) return false;
    if (filters.wallets && ![...filters.wallets].some(id => isAboutWallet(entry, id))) return false;
    if (filters.chain !== null && entry.chainIndex !== filters.chain) return false;
    return wanted === '' || searchTextsOf(entry).some(text => text.toLowerCase().includes(wanted));
  });
}

export function iconOf(entry: Entry): IconName {
  if (entry.kind === 'doubt' && entry.phase !== 'checking') return 'check';
  const { icon } = ENTRY_KIND_FACTS[entry.kind];
  if (icon !== 'trend') return icon;
  return decimal(usdOfEntry(entry) ?? '0').units < 0n ? 'falling' : 'rising';
}

/** Text beside the title; it leaves out the amount, which the row shows at the right. */
export function entrySubtitle(entry: Entry, now: number, isHidden: boolean): string {
  if (entry.kind === 'price') {
    const since = ACTIVITY_TEXT.since(momentText(entry.since, now));
    const share = entry.share === null ? '' : ACTIVITY_TEXT.ofTotal(percentText(entry.share, 1, false));
    return [isolateName(localChainName(entry.chain)), since, share].filter(text => text !== '').join(' · ');
  }
  if (isRecord(entry)) return '';
  if (entry.kind !== 'total') return entryDetail(entry, isHidden);
  const since = ACTIVITY_TEXT.since(momentText(entry.since, now));
  // The title names prices; an older version counted transfers too.
  if (isZero(decimal(entry.transfers))) return since;
  const { transfers, both } = ACTIVITY_TEXT.by;
  return `${since} · ${isZero(decimal(entry.prices)) ? transfers : both}`;
}

/** The value of the entry with its sign; null when the entry has no value to show. */
export function entryValueOf(entry: Entry, isHidden: boolean): { text: string; sign: number } | null {
  if (entry.kind === 'unverified' && !isQuestion(entry)) return { text: ACTIVITY_TEXT.notCounted, sign: 0 };
  const value = usdOfEntry(entry);
  if (value === null) return null;
  // Nothing moved: it says how much is at stake, or what the wallet held.
  if (entry.kind === 'doubt' || entry.kind === 'unverified' || isRecord(entry))
    return { text: maskedUsd(value, isHidden), sign: 0 };
  const { units } = decimal(value);
  return { text: maskedSignedUsd(value, isHidden), sign: units > 0n ? 1 : units < 0n ? -1 : 0 };
}
