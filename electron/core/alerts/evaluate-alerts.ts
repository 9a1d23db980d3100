// The alerts of a round: what its polls did, seen against the rules and the memory, becomes entries and at most one notice.
import type { Entry } from '../../../shared/schema/activity';
import type { AlertMemory } from '../../../shared/schema/alert-memory';
import type { Portfolio } from '../../../shared/schema/app-state';
import { watchPolls, resultOf, watchKeys } from './watch-connections';
import type { Happening, Names } from './alert-event';
import { reviewed } from './deferred-entries';
import { baselineOf, type Compared } from '../history/history-point';
import type { HistoryPoint } from '../ports/history-point';
import { judge, hushOf, type Judgement } from './notification-policy';
import { NOT_OVER, crossings, type Sight } from './thresholds';
import type { Model } from '../state/model';
import { recalled } from './alert-memory';
import type { Polled } from '../snapshots/poll-outcome';
import { watchMoves } from './watch-holdings';
import { watchPrices } from './watch-prices';
import { watchTotals } from './watch-totals';
import type { World } from '../ports/world';

export interface RoundFacts {
  /** Before the round. */
  readonly before: Model;
  /** With the answers of the round booked. */
  readonly after: Model;
  readonly polled: readonly Polled[];
  readonly compared: readonly Compared[];
  readonly portfolio: Portfolio;
  /** Null before the first answer. */
  readonly point: HistoryPoint | null;
  /** What the wallets brought beside amounts. */
  readonly announced: readonly Happening[];
  readonly names: Names;
  readonly now: number;
}

export function alertsOf(facts: RoundFacts, world: World): Judgement {
  const { after, portfolio, compared, names, announced, now } = facts;
  const { settings } = after;
  const { choices } = settings;
  const start = recalled(after.alerts, now);
  const troubles = watchTroubles(facts, start);
  const moves = compared.flatMap(({ comparison }) => comparison.moves);
  const values = watchValues(facts, start);
  const memory = { ...start, ...troubles.memory, ...values.memory };
  const hush = hushOf(choices, memory, { now, minute: world.clock.minuteOfDay(now) });
  const { sights } = values;
  const judged = judge({
    happenings: [
      ...troubles.happenings,
      ...announced,
      ...watchMoves(moves, choices.alerts, names, now),
      ...crossings(sights ?? [])
    ],
    ...reviewed({ settings, rows: portfolio.holdings, sights, memory, hush, now }),
    memory,
    hush,
    alertsADay: choices.alertsADay,
    now,
    newId: () => world.clock.newId()
  });
  const told = judged.notice?.isLastToday === false ? judged.notice.entries : [];
  return { ...judged, memory: measuredAnew(judged.memory, told, sights ?? [], now) };
}

/** Decides on what happened outside of a round. */
export function announcedNow(model: Model, happenings: readonly Happening[], world: World): Judgement {
  const now = world.clock.now();
  const { choices } = model.settings;
  const memory = recalled(model.alerts, now);
  return judge({
    happenings,
    due: [],
    kept: memory.held,
    memory,
    hush: hushOf(choices, memory, { now, minute: world.clock.minuteOfDay(now) }),
    alertsADay: choices.alertsADay,
    now,
    newId: () => world.clock.newId()
  });
}

/** Keys that stopped and wallets that are not answered. */
function watchTroubles({ before, after, polled, names, now }: RoundFacts, memory: AlertMemory) {
  const { keys, wallets, choices } = after.settings;
  const rules = choices.alerts;
  const snapshotOf = (id: string) => after.snapshots.find(({ walletId }) => walletId === id);
  const asked = polled.map(one =>
    resultOf(one, snapshotOf(one.wallet.id), before.runs[one.wallet.id]?.dueAt ?? null)
  );
  const stopped = watchKeys({ asked, keys, stopped: memory.keys, rules, now });
  const failing = wallets.map(({ id, keyId }) => {
    return { walletId: id, keyId, code: snapshotOf(id)?.failure?.code ?? null };
  });
  const silent = watchPolls({ asked, wallets: failing, polls: memory.polls, rules, names, now });
  return {
    memory: { keys: stopped.stopped, polls: silent.polls },
    happenings: [...stopped.happenings, ...silent.happenings]
  };
}

/** Totals and prices; null when this round answered nothing: what moves then is the day that is compared with. */
function watchValues(
  { before, after, polled, compared, portfolio, point, names, now }: RoundFacts,
  memory: AlertMemory
) {
  const isAnswered = polled.some(({ outcome }) => outcome.answers.length > 0);
  if (!point || !isAnswered) return { memory: {}, sights: null };
  const rules = after.settings.choices.alerts;
  const { points } = before;
  const totals = watchTotals({ point, points, compared, marks: memory.totals, rules, names, now });
  const baseline = baselineOf(points, now);
  const prices = watchPrices({ portfolio, baseline, marks: memory.prices, rules, names, now });
  return {
    memory: { totals: totals.marks, prices: prices.marks },
    sights: [...totals.sights, ...prices.sights]
  };
}

/** What was told is what the next move is measured from. */
function measuredAnew(
  memory: AlertMemory,
  told: readonly Entry[],
  sights: readonly Sight[],
  now: number
): AlertMemory {
  const prices = { ...memory.prices };
  const totals = { ...memory.totals };
  const mark = { since: now, ...NOT_OVER };
  for (const entry of told) {
    if (entry.kind === 'total')
      totals[entry.walletId ?? ''] = { ...mark, total: entry.to, prices: '0', transfers: '0' };
    if (entry.kind !== 'price') continue;
    const sight = sights.find(({ happening }) => happening.entry.holdingId === entry.holdingId);
    if (sight) prices[sight.key] = { ...mark, value: entry.to };
  }
  return { ...memory, prices, totals };
}
