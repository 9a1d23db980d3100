// Handles the window's calls about activity and history: reads them, and deletes a wrong history point.
import { isDefi } from '../../shared/domain/defi';
import { DAY_MS, HOUR_MS } from '../../shared/domain/durations';
import { tokenOf } from '../../shared/domain/holding-id';
import type { Request, Response } from '../../shared/ipc/contract';
import type { ChartLine, RangeChange, Subject } from '../../shared/ipc/history-calls';
import type { Engine } from '../core/engine/engine';
import { worldState } from '../core/engine/outputs';
import { groupById, membersOf } from '../core/groups/groups';
import { pointsOfGroup } from '../core/groups/group-points';
import { modelInGroup } from '../core/state/group-model';
import { rangeChange } from '../core/history/range-change';
import {
  askedRange,
  rangeStartOf,
  rangeReadsOf,
  chartPointsOfRange,
  type AskedRange
} from '../core/history/ranges';
import { ACTIVITY_RETENTION_MS } from '../core/history/activity-retention';
import { FINEST_FIRST } from '../core/history/period';
import { countedRows, EVERYTHING, isEverything } from '../core/history/subject';
import { comparedLineOf } from '../core/comparison/compared-line';
import { heldAt, wholePoint } from '../core/export/held-tokens';
import type { HistoryPoint } from '../core/ports/history-point';
import type { StoredPastPrices } from '../core/ports/past-prices';
import { pricePercent } from '../core/portfolio/price-move';
import { oldPriceOf } from '../core/prices/day-old-prices';
import { tokenMovesOf, transferPartsOf, type TokenMove } from '../core/portfolio/transfer-parts';
import { pastLineOf } from '../core/prices/past-line';
import type { CallContext, Calls } from './call-types';

export function handlers({ engine }: CallContext) {
  const { world } = engine;
  return {
    async 'activity:read'() {
      const { content } = await world.activity.read(world.clock.now() - ACTIVITY_RETENTION_MS);
      return { text: JSON.stringify(content ?? []) };
    },
    'history:read': request => readRange(engine, request),
    'history:lines': async request => ({ lines: await readLines(engine, request) }),
    'history:compare': request => readCompared(engine, request),
    'history:balance': request => readBalance(engine, request),
    'price:week': request => priceWeek(engine, request),
    'history:delete': ({ at }) => deletePoint(engine, at)
  } satisfies Partial<Calls>;
}

/** What a call is about: of a group, model, state and points are as if its wallets were all there are. */
function subjectIn({ model, state, world }: Engine, { groupId, ...subject }: Subject) {
  const group = groupById(model.settings, groupId);
  const everyWallet = () => true;
  if (!group)
    return {
      model,
      state,
      subject,
      isOwn: everyWallet,
      inGroup: (points: HistoryPoint[]) => points,
      latestOf: () => model.points.at(-1)
    };
  const members = membersOf(model.settings, group);
  const own = modelInGroup(model, group);
  return {
    model: own,
    state: worldState(own, world),
    subject,
    isOwn: ({ walletId }: TokenMove) => walletId !== null && members.has(walletId),
    inGroup: (points: HistoryPoint[]) => pointsOfGroup(points, members),
    // Its return can only be compared with that of points that were read with it.
    latestOf: (points: readonly HistoryPoint[]) => points.at(-1)
  };
}

/**
 * The series ends at the last point, however old it is. The points of the last day are in memory, with the point
 * before them.
 */
async function readRange(
  engine: Engine,
  { range, subject: given = EVERYTHING }: Request<'history:read'>
): Promise<Response<'history:read'>> {
  const { world } = engine;
  const { model, state, subject, isOwn, inGroup, latestOf } = subjectIn(engine, given);
  const now = world.clock.now();
  const asked = askedRange(range, model.settings.choices.lookedAt);
  const points = inGroup(await pointsOfRange(engine, asked));
  const latest = latestOf(points);
  const changeInput = {
    points,
    portfolio: state.portfolio,
    since: typeof asked === 'number' ? asked : rangeStartOf(asked, latest?.at ?? now),
    subject,
    verdicts: model.settings.verdicts
  };
  // What was shown at the last look is the latest point: since then nothing was polled.
  const isUnchanged = typeof asked === 'number' && latest !== undefined && latest.at <= asked;
  const change = latest && !isUnchanged ? rangeChange({ ...changeInput, latest }) : null;
  return {
    chartPoints: chartPointsOfRange(asked, points, now, subject, {
      portfolio: state.portfolio,
      hasDefi: model.settings.choices.countDefi
    }),
    change: change && (await withTransferParts(change, { range, subject }, { world, model, isOwn }))
  };
}

async function pointsOfRange(
  { world, model }: Pick<Engine, 'world' | 'model'>,
  range: AskedRange
): Promise<HistoryPoint[]> {
  const now = world.clock.now();
  const latest = model.points.at(-1);
  const isInMemory =
    range === '1d' || (typeof range === 'number' && (model.points[0]?.at ?? Infinity) <= range);
  if (isInMemory) return [...model.points];
  const files: (readonly HistoryPoint[])[] = [model.points.slice(-1)];
  // The range counts back from the last point: after days without a poll, the files end with that point.
  for (const { resolution, since } of rangeReadsOf(range, latest?.at ?? now))
    files.push((await world.history.read(resolution, since)).content ?? []);
  return files.flat();
}

async function readCompared(
  engine: Engine,
  { range, subject: given = EVERYTHING, comparison, from }: Request<'history:compare'>
): Promise<Response<'history:compare'>> {
  const { world } = engine;
  const { model, state, subject, inGroup } = subjectIn(engine, given);
  const asked = askedRange(range, model.settings.choices.lookedAt);
  const points = inGroup(await pointsOfRange(engine, asked));
  const { portfolio } = state;
  const shown = { portfolio, hasDefi: model.settings.choices.countDefi };
  // The day of all is drawn from the state: it begins with the base of its change.
  const chartPoints =
    range === '1d' && isEverything(subject)
      ? state.history
      : chartPointsOfRange(asked, points, world.clock.now(), subject, shown);
  const line = comparedLineOf({
    comparison,
    chartPoints: chartPoints.filter(({ at }) => at >= from),
    points,
    subject,
    rows: portfolio.holdings,
    stored: await readPastPrices({ world, model })
  });
  return { line: line.points.length === 0 ? null : { ...line, points: [...line.points] } };
}

/** The moves of the last day are in memory, older ones in the activity. Without transfers nothing is read. */
async function withTransferParts(
  change: RangeChange,
  { range, subject = EVERYTHING }: Request<'history:read'>,
  { world, model, isOwn }: Pick<Engine, 'world' | 'model'> & { readonly isOwn: (move: TokenMove) => boolean }
): Promise<RangeChange> {
  const { split, since } = change;
  if (!split || split.transfers === '0') return change;
  const moves =
    range === '1d'
      ? model.activity.moves
      : tokenMovesOf((await world.activity.read(since)).content ?? [], model.verification);
  const own = moves.filter(move => isOwn(move) && isOfSubject(move, subject));
  const transfersBy = transferPartsOf(own, { since, transfers: split.transfers });
  return transfersBy.length === 0 ? change : { ...change, transfersBy };
}

function isOfSubject({ walletId, token }: TokenMove, subject: Subject): boolean {
  if (subject.walletId !== undefined && subject.walletId !== walletId) return false;
  return subject.chainIndex === undefined || token.startsWith(`${subject.chainIndex}/`);
}

/** No file is read for a range that is recorded from its beginning. */
export async function readLines(
  engine: Engine,
  { range, subject: given = EVERYTHING, until }: Request<'history:lines'>
): Promise<ChartLine[]> {
  const { world } = engine;
  const { model, state, subject } = subjectIn(engine, given);
  const now = world.clock.now();
  const from = rangeStartOf(askedRange(range, model.settings.choices.lookedAt), now);
  const end = Math.min(until ?? now, now);
  if (end - from < HOUR_MS) return [];
  const rows = countedRows(state.portfolio.holdings, subject);
  const line = pastLineOf(rows, await readPastPrices({ world, model }), { from, until: end });
  return line.points.length === 0
    ? []
    : [{ kind: 'past-prices', points: [...line.points], restPercent: line.restPercent }];
}

async function readBalance(
  engine: Engine,
  { at, subject: { holdingId: _, ...given } = EVERYTHING }: Request<'history:balance'>
): Promise<Response<'history:balance'>> {
  const { world } = engine;
  const { model, state, subject, inGroup } = subjectIn(engine, given);
  const recorded = await recordedPoint(engine, at);
  const [point] = recorded ? inGroup([recorded]) : [];
  if (!point) return { balance: null };
  const { total, tokens, rest } = heldAt(wholePoint(point, state.portfolio), subject);
  const named = new Map(model.settings.wallets.map(({ id, name }) => [id, name]));
  return {
    balance: {
      total,
      tokens: tokens.map(({ walletId, address: _address, price: _price, ...token }) => ({
        ...token,
        chain: world.chains(token.chainIndex).name,
        wallet: named.get(walletId) ?? null
      })),
      rest,
      staleCount: point.stale.length
    }
  };
}

/** The point of just that moment; null: there is none. */
export async function recordedPoint({ world, model }: Engine, at: number): Promise<HistoryPoint | null> {
  const isIt = (point: HistoryPoint) => point.at === at;
  const kept = model.points.find(isIt);
  if (kept) return kept;
  for (const resolution of FINEST_FIRST) {
    const found = (await world.history.read(resolution, at)).content?.find(isIt);
    if (found) return found;
  }
  return null;
}

/** None while they are switched off. */
async function readPastPrices({
  world,
  model
}: Pick<Engine, 'world' | 'model'>): Promise<StoredPastPrices[]> {
  const files = model.settings.choices.pastPrices ? world.pastPrices?.files : undefined;
  if (!files) return [];
  const sources = new Set(model.settings.wallets.map(({ source }) => source));
  const stored = await Promise.all([...sources].map(source => files.read(source)));
  return stored.flatMap(({ content }) => content ?? []);
}

/** A token that is too far down the list to be asked by itself is asked when somebody looks at it. */
async function priceWeek(
  engine: Engine,
  { holdingId }: Request<'price:week'>
): Promise<Response<'price:week'>> {
  const row = engine.state.portfolio.holdings.find(({ id }) => id === holdingId);
  if (!row?.price || isDefi(row) || !engine.model.settings.choices.pastPrices) return { percent: null };
  const stored = await readPastPrices(engine);
  const token = tokenOf(row);
  if (!stored.some(({ tokens }) => token in tokens)) engine.wantPastPrices(token);
  const now = engine.model.points.at(-1)?.at ?? engine.world.clock.now();
  const before = oldPriceOf(token, stored, now - 7 * DAY_MS);
  return { percent: before === null ? null : pricePercent(before, row.price) };
}

/** A point that cannot be removed from the files stays in the series, too. */
async function deletePoint(engine: Engine, at: number): Promise<Response<'history:delete'>> {
  try {
    if (!(await engine.world.history.remove(at))) return { done: false };
  } catch (thrown) {
    engine.world.log('error', 'a point could not be deleted', thrown);
    return { done: false };
  }
  await engine.adopt({ ...engine.model, points: engine.model.points.filter(point => point.at !== at) });
  return { done: true };
}
