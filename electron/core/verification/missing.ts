// Missing holdings and chains: what an answer lacks that was believed, and chains that OKX says it does not support.
import {
  compareDecimals,
  decimal,
  smallerOf,
  sum,
  toText,
  type Decimal
} from '../../../shared/domain/decimal';
import { isDefi } from '../../../shared/domain/defi';
import { CONFIRMATIONS, REFUSED_WITHOUT_WORTH } from '../../../shared/domain/doubt-kinds';
import type { VerificationMemory } from '../../../shared/schema/verification';
import { isLacking, type HoldingChange } from './changes';
import { isConfirmed, nextAgreement } from '../doubts/doubt-book';
import { shortIdOf } from '../doubts/short-id';
import { absoluteValueOf, percentOfTotal, type AnsweredWallet, type Round } from './round-facts';

/** Together worth this much, or this share of the total if that is less, what is missing is doubted. */
const DOUBTED_USD = '10';
const DOUBTED_PERCENT = 1;
/** A chain that had so many rows and has none now is silent: a person who empties it leaves crumbs. */
const ROWS_OF_SILENT_CHAIN = 2;

/** Marks what counts on although it is missing, and opens the doubts of it. */
export function findMissing(changes: readonly HoldingChange[], round: Round): void {
  for (const answered of round.answered) {
    const lacking = changes.filter(
      change =>
        change.walletId === answered.walletId && isLacking(change) && !change.isKnownMoney && !change.isFirst
    );
    for (const group of [lacking.filter(isOfDefi), lacking.filter(change => !isOfDefi(change))])
      if (group.length > 0) doubtMissing(group, silentChains(group, answered, round), round);
  }
}

function isOfDefi({ chainIndex }: HoldingChange): boolean {
  return isDefi({ chainIndex });
}

function doubtMissing(lacking: readonly HoldingChange[], silent: ReadonlySet<string>, round: Round): void {
  const counted = lacking.filter(({ before }) => round.counts(before));
  const worth = sum(counted.map(({ before }) => absoluteValueOf(before)));
  const isDoubted = compareDecimals(worth, doubtedFrom(round)) >= 0;
  for (const change of counted) {
    const record = round.book.doubted[change.id];
    if (!record && !isDoubted) continue;
    const kind = silent.has(change.chainIndex) ? 'silent-chain' : 'missing';
    change.kind = kind;
    change.holds.add('amount');
    if (record) round.book.agree(change);
    else round.book.open(change, kind, absoluteValueOf(change.before), true);
  }
  // The crumbs of a silent chain stay as well, so that it is seen to be silent still.
  for (const change of lacking) {
    if (!lacking.some(one => one.chainIndex === change.chainIndex && one.kind === 'silent-chain')) continue;
    change.kind = 'silent-chain';
    change.holds.add('amount');
  }
}

function doubtedFrom({ total }: Round): Decimal {
  return smallerOf(decimal(DOUBTED_USD), percentOfTotal(total(), DOUBTED_PERCENT));
}

function silentChains(
  lacking: readonly HoldingChange[],
  { walletId, base, proposed }: AnsweredWallet,
  { memory }: Round
): ReadonlySet<string> {
  const chains = new Set(lacking.map(({ chainIndex }) => chainIndex));
  const silent = new Set<string>();
  for (const chainIndex of chains) {
    const isOnChain = (holding: { readonly chainIndex: string }) => holding.chainIndex === chainIndex;
    if (proposed.holdings.some(isOnChain)) continue;
    const doubted = Object.entries(memory.doubted)
      .filter(([id]) => id.startsWith(`${walletId}/${chainIndex}/`))
      .map(([, record]) => record);
    // What arrived and is not believed yet was a row of the chain too.
    const rows = base.holdings.filter(isOnChain).length + doubted.filter(({ arrived }) => arrived).length;
    const isSilentStill = doubted.some(({ kind }) => kind === 'silent-chain');
    if (isSilentStill || rows >= ROWS_OF_SILENT_CHAIN) silent.add(chainIndex);
  }
  return silent;
}

/** Chains whose refusal is confirmed: `walletId/chainIndex`. They leave with what they had. */
export type ConfirmedRefusals = ReadonlySet<string>;

/** Continues, opens and ends the doubts of chains that OKX answered before and says now that it does not support. */
export function judgeRefusals(round: Round): { records: RefusalRecords; confirmed: ConfirmedRefusals } {
  const records: RefusalRecords = { ...round.memory.refusedChains };
  const confirmed = new Set<string>();
  for (const { walletId, base, refusedChains, answeredAt } of round.answered) {
    for (const key of Object.keys(records).filter(one => one.startsWith(`${walletId}/`))) {
      if (answeredAt(key.slice(walletId.length + 1)) !== null) endRefusal(records, key, 'as-before', round);
    }
    for (const chainIndex of refusedChains) {
      const key = `${walletId}/${chainIndex}`;
      const counted = base.holdings.filter(
        holding => holding.chainIndex === chainIndex && round.counts(holding)
      );
      const worth = sum(counted.map(absoluteValueOf));
      const record = records[key] ?? openRefusal(walletId, chainIndex, round);
      const next = { ...record, ...nextAgreement(record, round.now), worth: toText(worth) };
      records[key] = next;
      const hasWorth = worth.units > 0n || hasArrivals(key, round);
      const needed = hasWorth ? CONFIRMATIONS['refused-chain'] : REFUSED_WITHOUT_WORTH;
      if (!isConfirmed(next, needed)) continue;
      confirmed.add(key);
      endRefusal(records, key, 'confirmed', round);
    }
  }
  return { records, confirmed };
}

/** Whether something arrived on the chain that is not believed yet. */
function hasArrivals(key: string, { book }: Round): boolean {
  return Object.entries(book.doubted).some(([id, { arrived }]) => arrived && id.startsWith(`${key}/`));
}

type RefusalRecords = Record<string, VerificationMemory['refusedChains'][string]>;

function openRefusal(walletId: string, chainIndex: string, { book, now }: Round): RefusalRecords[string] {
  const doubtId = shortIdOf(`refused-chain|${walletId}|${now}|${chainIndex}`);
  book.doubts[doubtId] = {
    walletId,
    kind: 'refused-chain',
    since: now,
    looks: 0,
    toldAt: null,
    isQuiet: false,
    takesLooks: true,
    isPaired: false
  };
  return { doubtId, agreedMs: 0, answers: 1, answeredAt: now, worth: '0' };
}

function endRefusal(
  records: RefusalRecords,
  key: string,
  type: 'as-before' | 'confirmed',
  { book }: Round
): void {
  const record = records[key];
  if (!record) return;
  book.tell(type, record.doubtId, { holdings: [], worth: record.worth });
  delete book.doubts[record.doubtId];
  delete records[key];
}
