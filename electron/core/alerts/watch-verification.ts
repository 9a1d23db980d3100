// Watches the verification: creates alert events for doubts that begin or end, for returns, and for the question about
// tokens that need the person's OK. A change that was confirmed is told by the entry of the change itself.
import type { DoubtPhase } from '../../../shared/alerts/alert-kinds';
import { ruleFor } from '../../../shared/alerts/alert-rules';
import {
  absolute,
  compareDecimals,
  decimal,
  subtract,
  toText,
  type Decimal,
  type DecimalText
} from '../../../shared/domain/decimal';
import { tokenOf, tokenOfId } from '../../../shared/domain/holding-id';
import type { AlertEntry } from '../../../shared/schema/activity';
import type { AlertRule } from '../../../shared/schema/alert';
import type { AlertMemory } from '../../../shared/schema/alert-memory';
import type { Holding } from '../../../shared/schema/holding';
import type { VerificationMemory } from '../../../shared/schema/verification';
import type { Model } from '../state/model';
import type { VerificationEvent } from '../doubts/events';
import { entryAt, entryOfHolding, entryOfWallet, type AlertEvent, type Names } from './alert-event';

/** An entry names no more tokens than this, the largest ones: a doubt may be about thousands. */
const MAX_NAMED_TOKENS = 20;

type Verified = Pick<Model, 'snapshots' | 'verification'>;
type DoubtEvent = Extract<VerificationEvent, { doubtId: string }>;
type DoubtedToken = DoubtEvent['holdings'][number];
type EntryOf<Kind extends AlertEntry['kind']> = Extract<AlertEntry, { kind: Kind }>;

export interface VerificationWatch {
  /** What the verification decided just now. */
  readonly events: readonly VerificationEvent[];
  /** The model before and after that. */
  readonly before: Verified;
  readonly after: Verified;
  readonly memory: AlertMemory;
  /** The alert events of the changes that were believed with it. */
  readonly others: readonly AlertEvent[];
  readonly rules: readonly AlertRule[];
  readonly names: Names;
  readonly now: number;
}

export function watchVerification(watch: VerificationWatch): AlertEvent[] {
  return watch.events.flatMap(event => {
    switch (event.type) {
      case 'returned':
        return returnAlert(event, watch);
      case 'question':
        return questionAlert(event, watch);
      case 'told':
        return toldAlert(event, watch);
      default:
        return doubtAlert(event, watch);
    }
  });
}

const PHASES = {
  began: 'checking',
  told: 'checking',
  'as-before': 'as-before',
  confirmed: 'confirmed',
  decided: 'decided'
} as const satisfies Record<DoubtEvent['type'], DoubtPhase>;

function doubtAlert(event: DoubtEvent, watch: VerificationWatch): AlertEvent {
  return { entry: doubtEntry(event, watch), suppressionReason: suppressionReasonOf(event, watch) };
}

/** The entry of the beginning is deferred until now; one is made here only when it is deferred no longer. */
function toldAlert(event: DoubtEvent, watch: VerificationWatch): AlertEvent[] {
  const { events, memory } = watch;
  const isKnown =
    events.some(other => other !== event && 'doubtId' in other && other.doubtId === event.doubtId) ||
    memory.held.some(entry => entry.kind === 'doubt' && entry.doubtId === event.doubtId);
  const alert = doubtAlert(event, watch);
  return isKnown || alert.suppressionReason !== null ? [] : [alert];
}

function suppressionReasonOf(event: DoubtEvent, watch: VerificationWatch): AlertEvent['suppressionReason'] {
  const { type, doubt, doubtId } = event;
  if (!isOn('doubt', doubt.walletId, watch)) return 'switched-off';
  if (doubt.isQuiet) return 'quiet-doubt';
  if (type === 'told') return null;
  if (type === 'began') return isToldAtOnce(doubtId, watch) ? null : 'checking';
  if (type === 'decided') return 'your-decision';
  if (watch.memory.toldDoubts?.includes(doubtId) !== true) return 'beginning-not-notified';
  return type === 'confirmed' && isNotifiedOtherwise(event, watch) ? 'notified-otherwise' : null;
}

/** Told in the moment when it began, and not ended in the same. */
function isToldAtOnce(doubtId: string, { events }: VerificationWatch): boolean {
  const types = events.flatMap(event => ('doubtId' in event && event.doubtId === doubtId ? event.type : []));
  return types.includes('told') && types.every(type => type === 'told' || type === 'began');
}

/** An arrival, a departure, a price or a dropped chain that is about to be notified says how the doubt ended. */
function isNotifiedOtherwise({ doubt, holdings }: DoubtEvent, { others }: VerificationWatch): boolean {
  const ids = new Set(holdings.map(({ id }) => id));
  const tokens = new Set(holdings.map(({ id }) => tokenOf(tokenOfId(id))));
  return others.some(({ entry, suppressionReason }) => {
    if (suppressionReason !== null) return false;
    if (entry.kind === 'unsupported')
      return doubt.kind === 'refused-chain' && entry.walletId === doubt.walletId;
    if (entry.holdingId === null) return false;
    return entry.kind === 'price'
      ? doubt.kind === 'leap-of-price' && tokens.has(tokenOf(tokenOfId(entry.holdingId)))
      : ids.has(entry.holdingId);
  });
}

function doubtEntry(event: DoubtEvent, watch: VerificationWatch): EntryOf<'doubt'> {
  const { type, doubtId, doubt, worth } = event;
  const { names, now } = watch;
  const inDoubt = tokensInDoubt(event, watch);
  const [first] = inDoubt;
  const isSingle = inDoubt.length === 1 && first !== undefined;
  const chains = chainsOfDoubt(event, watch);
  const chainIndex = chains.size === 1 ? ([...chains][0] ?? null) : null;
  return {
    ...entryOfWallet(now, doubt.walletId, names),
    chainIndex,
    chain: chainIndex === null ? '' : names.chain(chainIndex),
    holdingId: isSingle ? first.holding.id : null,
    symbol: isSingle ? first.holding.symbol : '',
    kind: 'doubt',
    doubt: doubt.kind,
    doubtId,
    phase: PHASES[type],
    worth,
    tokens: inDoubt.slice(0, MAX_NAMED_TOKENS).map(({ holding: { symbol }, amount }) => ({ symbol, amount })),
    count: inDoubt.length
  };
}

/** The largest first. Of a swap that is checked, only what is missing: what arrived is the reason to wait. */
function tokensInDoubt(event: DoubtEvent, watch: VerificationWatch) {
  const believed = believedHoldings(event, watch);
  const all = [...event.holdings]
    .sort((a, b) => compareDecimals(sizeOf(b), sizeOf(a)))
    .map(holding => ({ holding, amount: amountInDoubt(holding, believed.get(holding.id), event.type) }));
  const missing = event.doubt.isPaired ? all.filter(({ amount }) => amount.startsWith('-')) : [];
  return missing.length > 0 ? missing : all;
}

function sizeOf({ worth }: DoubtedToken): Decimal {
  return absolute(decimal(worth));
}

/** A refused chain may hold nothing at all; the memory names it. */
function chainsOfDoubt({ doubtId, holdings }: DoubtEvent, { before, after }: VerificationWatch): Set<string> {
  const refused = [before, after].flatMap(({ verification }) =>
    Object.entries(verification.refusedChains)
      .filter(([, refusal]) => refusal.doubtId === doubtId)
      .map(([part]) => part.slice(part.lastIndexOf('/') + 1))
  );
  return new Set([...holdings.map(({ id }) => tokenOfId(id).chainIndex), ...refused]);
}

/** What counts, or counted until the doubt ended, by holding id. */
function believedHoldings(
  { type, doubt, holdings }: DoubtEvent,
  { before, after }: VerificationWatch
): Map<string, Holding> {
  const { snapshots } = type === 'confirmed' || type === 'decided' ? before : after;
  const wanted = new Set(holdings.map(({ id }) => id));
  const own = snapshots.find(({ walletId }) => walletId === doubt.walletId)?.holdings ?? [];
  return new Map(own.filter(({ id }) => wanted.has(id)).map(holding => [holding.id, holding]));
}

/** An answer that says the contrary ends the doubt; what the doubt was about, the first answer said. */
function amountInDoubt(
  { holds, first, last }: DoubtedToken,
  believed: Holding | undefined,
  type: DoubtEvent['type']
): DecimalText {
  const counted = believed?.balance ?? '0';
  if (!holds.includes('amount')) return counted;
  const said = type === 'as-before' ? first.balance : last.balance;
  return toText(subtract(decimal(said), decimal(counted)));
}

function returnAlert(
  event: Extract<VerificationEvent, { type: 'returned' }>,
  watch: VerificationWatch
): AlertEvent {
  const { holdingId, walletId, symbol, amount, worth, wasTold } = event;
  const { chainIndex } = tokenOfId(holdingId);
  const isSilent = !isOn('doubt', walletId, watch);
  return {
    entry: {
      ...entryOfHolding(watch.now, { walletId, chainIndex, id: holdingId, symbol }, watch.names),
      kind: 'doubt',
      doubt: 'missing',
      doubtId: null,
      phase: 'returned',
      worth,
      tokens: [{ symbol, amount }],
      count: 1
    },
    suppressionReason: isSilent ? 'switched-off' : wasTold ? null : 'beginning-not-notified'
  };
}

/** One entry for all that needs the person's OK, whatever wallets hold it; a single holding is named. */
function questionAlert(
  { holdingIds, worth }: Extract<VerificationEvent, { type: 'question' }>,
  watch: VerificationWatch
): AlertEvent[] {
  const [id] = holdingIds;
  if (id === undefined) return [];
  const { after, names, now } = watch;
  const single = holdingIds.length === 1 ? holdingsOf(after).find(holding => holding.id === id) : undefined;
  const base = single ? entryOfHolding(now, single, names) : entryAt(now);
  return [
    {
      entry: { ...base, kind: 'unverified', worth, count: holdingIds.length },
      suppressionReason: isOn('unverified', null, watch) ? null : 'switched-off'
    }
  ];
}

function holdingsOf({ snapshots }: Verified): Holding[] {
  return snapshots.flatMap(({ holdings }) => holdings);
}

function isOn(
  kind: 'doubt' | 'unverified',
  walletId: string | null,
  { rules }: Pick<VerificationWatch, 'rules'>
): boolean {
  return ruleFor(rules, kind, { walletIds: walletId === null ? [] : [walletId], token: null })?.isOn === true;
}

/** The tokens (`chainIndex/tokenAddress`) that arrived by themselves: of them nothing but the first arrival alerts. */
export function uninvitedTokens({ tokens }: VerificationMemory): Set<string> {
  return new Set(Object.keys(tokens).filter(token => tokens[token]?.isUninvited));
}
