// What must be so after a round in which one thing happened, and nothing false was ever said.
import { DOLLAR, isWithin, parse, parseWorth, writeWorth } from './exact';
import type { Shown } from './app';
import {
  isCounted,
  isMoved,
  isIdOf,
  nameOf,
  placesOf,
  rowOf,
  worthOf,
  type Invariant,
  type Moment
} from './moment';
import type { Deed } from './sequence';

const TOLD_AFTER_MS = 90_000;

/** The one deed of the step, when all before it was believed and all wallets were asked. */
function onlyDeed<Kind extends Deed['do']>(moment: Moment, kind: Kind): Extract<Deed, { do: Kind }> | null {
  const { deeds, sequence, sent, before, isHonest } = moment;
  const [deed, ...others] = deeds;
  if (!deed || others.length > 0 || deed.do !== kind || !isHonest || !before) return null;
  if (sent.length < sequence.wallets.length || before.portfolio.doubts.length > 0 || !wasTrue(moment))
    return null;
  return deed as Extract<Deed, { do: Kind }>;
}

/** Whether the round before left nothing out, so that the deed is all that is new. */
function wasTrue({ sums }: Moment): boolean {
  return sums.wasWhole;
}

/** What goes to another own wallet stays in the total. */
const keepsOwnMoves: Invariant = moment => {
  const deed = onlyDeed(moment, 'move');
  const { before, shown } = moment;
  if (!deed || !before || before.portfolio.total === shown.portfolio.total || losesPrice(moment)) return null;
  return `a move took the total from ${before.portfolio.total} to ${shown.portfolio.total}`;
};

/** What goes to another own wallet, or is paid for with what an answer shows to have left, is believed at once. */
const believesWhatIsPaidFor: Invariant = moment => {
  const moved = onlyDeed(moment, 'move');
  const swapped = onlyDeed(moment, 'swap');
  if (moved && moved.to !== moved.wallet) return heldBack(moment, moved.to, moved.token);
  // All of a token for another one is missing beside what came: one doubt of two answers.
  if (!swapped || swapped.steps > 0 || swapped.share === 100 || swapped.token === swapped.to) return null;
  // What did not count pays for nothing.
  if (!isCounted(rowOf(moment.before!, swapped.wallet, swapped.token, moment.truth))) return null;
  return heldBack(moment, swapped.wallet, swapped.to);
};

function heldBack({ truth, oracle, shown }: Moment, wallet: number, place: number): string | null {
  const { isEstablished } = truth.tokens[place]!;
  const price = truth.priceOf(place);
  if (!isEstablished || price === null) return null;
  // At ten times a price that was believed it is doubted, whatever paid for it.
  const known = [...oracle.of(wallet, place).price.ever];
  if (known.some(one => one !== null && !isWithin(10n, one, price))) return null;
  const [amount, row] = [truth.amountOf(wallet, place), rowOf(shown, wallet, place, truth)];
  return parse(row?.balance ?? '0') === amount
    ? null
    : `${nameOf(wallet, place, truth)} is ${row?.balance ?? 'not there'}, and was paid for`;
}

/** Whether a price that was kept for a day is given up now. */
function losesPrice({ before, shown, truth }: Moment): boolean {
  return [...placesOf({ truth })].some(([wallet, place]) => {
    const [old, now] = [before && rowOf(before, wallet, place, truth), rowOf(shown, wallet, place, truth)];
    return old?.price != null && now?.price === null;
  });
}

/** A swap counts its old or its new side, never both and never none. */
const countsSwapsOnce: Invariant = moment => {
  const deed = onlyDeed(moment, 'swap');
  const { before, shown, truth } = moment;
  if (!deed || !before || deed.steps > 0 || !truth.tokens[deed.token]!.isEstablished) return null;
  const [old, now] = [parseWorth(before.portfolio.total), parseWorth(shown.portfolio.total)];
  const row = rowOf(shown, deed.wallet, deed.to, truth);
  if (truth.priceOf(deed.to) === null || truth.priceOf(deed.token) === null) return null;
  const isNear = truth.tokens[deed.to]!.chain === truth.tokens[deed.token]!.chain;
  if (!isNear && !truth.tokens[deed.to]!.isEstablished) return null;
  if (now > old + old / 50n) return `a swap took the total from ${writeWorth(old)} to ${writeWorth(now)}`;
  if (!row || row.countingStatus === 'counted' || row.doubtId) return null;
  if (rowOf(before, deed.wallet, deed.to, truth)) return null;
  return `${nameOf(deed.wallet, deed.to, truth)} was paid for, and is ${row.countingStatus}`;
};

/** An established token that comes for nothing and is more than half of all needs a second answer. */
const doubtsLeaps: Invariant = moment => {
  const deed = onlyDeed(moment, 'receive');
  const { before, shown, truth, sums, at } = moment;
  if (!deed || !before || !truth.tokens[deed.token]!.isEstablished) return null;
  if (at - sums.leftAt < 2 * 60 * 60_000 || truth.amounts.length > 1 || sums.left > 0n) return null;
  const [old, now] = [parseWorth(before.portfolio.total), parseWorth(shown.portfolio.total)];
  if (rowOf(before, deed.wallet, deed.token, truth) || now - old < 100n * DOLLAR) return null;
  return now - old > old
    ? `${nameOf(deed.wallet, deed.token, truth)} doubled all with its first answer`
    : null;
};

/** What answers had called gone and comes back as it was is counted and told as back, not as received. */
const countsReturns: Invariant = ({ truth, before, shown }) => {
  for (const [wallet, place] of placesOf({ truth })) {
    const gone = before && goneOf(before, wallet, place, truth);
    const row = rowOf(shown, wallet, place, truth);
    if (!gone || row?.id !== gone[0] || row.balance !== gone[1].balance || row.price !== gone[1].price)
      continue;
    if (rowOf(before, wallet, place, truth) || !truth.tokens[place]!.isEstablished) continue;
    const entries = shown.entries.filter(isMoved).filter(one => isIdOf(one.holdingId, wallet, place, truth));
    if (entries.some(({ kind }) => kind === 'arrived'))
      return `${nameOf(wallet, place, truth)} is back, told as received`;
  }
  return null;
};

function goneOf({ model }: Shown, wallet: number, place: number, truth: Moment['truth']) {
  const { gone } = model.verification;
  return Object.entries(gone).find(([id]) => isIdOf(id, wallet, place, truth));
}

/** What is worth it and missing is told as a doubt after 90 s of answers that agree, and each doubt once. */
const tellsDoubtsOnce: Invariant = ({ truth, oracle, shown, sums, isHonest }) => {
  const toldNow = new Set<string>();
  for (const entry of shown.told) {
    if (entry.kind !== 'doubt' || entry.phase !== 'checking') continue;
    const { doubtId = null } = entry;
    if (doubtId === null) continue;
    if (sums.toldDoubts.has(doubtId)) return `the doubt ${doubtId} is told twice`;
    sums.toldDoubts.add(doubtId);
    toldNow.add(doubtId);
  }
  for (const [wallet, place] of placesOf({ truth })) {
    const { amount } = oracle.of(wallet, place);
    const row = rowOf(shown, wallet, place, truth);
    if (!isHonest || !truth.tokens[place]!.isEstablished || truth.amountOf(wallet, place) > 0n) continue;
    // No answer may have said yet that it is gone.
    if (!row?.doubtId || worthOf(row) < 1000n * DOLLAR || amount.said !== 0n) continue;
    // With what arrived for it, it is told when both are sure.
    const isAlone = shown.portfolio.doubts.some(
      ({ id, holdingIds }) => id === row.doubtId && holdingIds.length === 1
    );
    if (!isAlone) continue;
    if (!sums.toldDoubts.has(row.doubtId) && amount.cleanMs >= TOLD_AFTER_MS)
      return `${nameOf(wallet, place, truth)} is missing for 90 s, and not told`;
    if (toldNow.has(row.doubtId) && amount.cleanMs < TOLD_AFTER_MS && !paidFee(shown, wallet, truth))
      return `${nameOf(wallet, place, truth)} is told as missing after ${amount.cleanMs} ms`;
  }
  return null;
};

/** Whether the coin of any chain left the wallet: who pays a fee has sent something, which is told at once. */
function paidFee(shown: Shown, wallet: number, truth: Moment['truth']): boolean {
  return shown.entries.some(
    one =>
      isMoved(one) &&
      one.kind === 'left' &&
      [...truth.tokens.keys()].some(
        place => truth.tokens[place]!.contract === '' && isIdOf(one.holdingId, wallet, place, truth)
      )
  );
}

/** What prices did is prices, what came and went is transfers: nothing else moves them. */
const splitsMoves: Invariant = ({ truth, oracle, before, shown }) => {
  if (!before?.point || !shown.point) return null;
  // Books go on from the latest point by the clock, which after a clock that was set back is an older one.
  if (oracle.hasClockJumped) return null;
  let [prices, transfers] = [0n, 0n];
  for (const [wallet, place] of placesOf({ truth })) {
    const [old, now] = [rowOf(before, wallet, place, truth), rowOf(shown, wallet, place, truth)];
    if (old && now && isCounted(old) && isCounted(now)) {
      // What nobody invited is recounted.
      if (!truth.tokens[place]!.isEstablished && (old.balance !== now.balance || old.price !== now.price))
        return null;
      if (old.priceKeptSince === null || now.priceKeptSince !== null)
        prices += parse(old.balance) * (parse(now.price ?? '0') - parse(old.price ?? '0'));
      transfers += (parse(now.balance) - parse(old.balance)) * parse(now.price ?? '0');
    } else if ((old && isCounted(old)) !== (now && isCounted(now))) return null;
  }
  const moved = (kind: 'prices' | 'transfers') =>
    parseWorth(shown.point!.ledger[kind]) - parseWorth(before.point!.ledger[kind]);
  if (moved('transfers') !== transfers)
    return `transfers of ${writeWorth(moved('transfers'))}, truly ${writeWorth(transfers)}`;
  return moved('prices') === prices
    ? null
    : `prices of ${writeWorth(moved('prices'))}, truly ${writeWorth(prices)}`;
};

export const STEP_INVARIANTS: Readonly<Record<string, Invariant>> = {
  keepsOwnMoves,
  believesWhatIsPaidFor,
  countsSwapsOnce,
  doubtsLeaps,
  countsReturns,
  tellsDoubtsOnce,
  splitsMoves
};
