import { describe, expect, it } from 'vitest';
import { EMPTY_ALERT_MEMORY, type Model } from '../../../../electron/core/state/model';
import type { Outcome } from '../../../../electron/core/snapshots/poll-outcome';
import { applyRound } from '../../../../electron/core/polling/round';
import type { Choices } from '../../../../shared/schema/settings';
import type { Wallet } from '../../../../shared/schema/wallet';
import {
  answered,
  answerOf,
  failed,
  holdingOf,
  outcomeOf,
  refusalOf,
  unreadRow,
  usdc,
  walletOf
} from '../../../fakes/holdings';
import { DAY_MS, HOUR_MS } from '../../../fakes/holdings';
import { fakeWorld, modelOf } from '../../../fakes/world';

/** $2,000 of ETH and $250 of USDC: a move of either is large. */
const eth = holdingOf();
const both = [eth, usdc()];
const pollOf = (...holdings: (typeof eth)[]) => ({ w1: answered(holdings) });
type Step = Record<string, Outcome> | ((model: Model) => Model);

/** Polls once an hour; returns the kinds of the activity entries, and the number of notifications. */
function play(start: Model, ...steps: Step[]) {
  const world = fakeWorld();
  let model = start;
  let ids = 0;
  world.clock.newId = () => `e${++ids}`;
  const kinds: string[] = [];
  let notificationCount = 0;
  for (const step of steps) {
    if (typeof step === 'function') {
      model = step(model);
      continue;
    }
    const polled = model.settings.wallets.flatMap(wallet => {
      const outcome = step[wallet.id];
      if (!outcome) return [];
      const times = { answeredAt: world.at, serviceTime: world.at };
      const answers = outcome.answers.map(answer => ({ ...answer, ...times }));
      return [{ wallet, key: { id: wallet.keyId }, outcome: { ...outcome, answers } }];
    });
    const applied = applyRound(model, polled, world);
    model = applied.model;
    kinds.push(...applied.entries.map(({ kind }) => kind));
    if (applied.notification) notificationCount++;
    world.at += HOUR_MS;
  }
  return { kinds, notificationCount, model };
}

const choose =
  (change: Partial<Choices>) =>
  (model: Model): Model => ({
    ...model,
    settings: { ...model.settings, choices: { ...model.settings.choices, ...change } }
  });
const withWallets =
  (...wallets: Wallet[]) =>
  (model: Model): Model => ({ ...model, settings: { ...model.settings, wallets } });
const exclude =
  (id: string) =>
  (model: Model): Model => ({ ...model, settings: { ...model.settings, verdicts: { [id]: 'keep-out' } } });
const dear = pollOf(holdingOf({ price: '3000' }), usdc());

describe('no alert event is created, not even for the activity,', () => {
  const w2 = walletOf({ id: 'w2', accountId: 'b' });
  const huge = holdingOf({ walletId: 'w2', balance: '1000' });

  it.each<[string, Step[]]>([
    ['of a first snapshot', [pollOf(...both)]],
    ['of a failed poll', [pollOf(...both), { w1: failed('timeout') }, pollOf(...both)]],
    [
      'of a partial poll',
      [
        withWallets(walletOf({ chains: ['1', '8453'] })),
        { w1: outcomeOf([answerOf(both, { chains: ['1', '8453'] })]) },
        { w1: outcomeOf([answerOf([eth], { chains: ['1'] })], [refusalOf('timeout', ['8453'])]) },
        { w1: outcomeOf([answerOf([], { chains: ['1', '8453'], unreadable: [unreadRow(null)] })]) },
        { w1: outcomeOf([answerOf(both, { chains: ['1', '8453'] })]) }
      ]
    ],
    [
      'of an added wallet, nor of a small move in it that is large beside what was there before',
      [
        pollOf(...both),
        withWallets(modelOf().settings.wallets[0]!, w2),
        { ...pollOf(...both), w2: answered([huge]) },
        { ...pollOf(...both), w2: answered([{ ...huge, price: '2020' }]) }
      ]
    ],
    [
      'of chains that were changed',
      [
        withWallets(walletOf({ chains: ['1', '8453'] })),
        { w1: outcomeOf([answerOf(both, { chains: ['1', '8453'] })]) },
        withWallets(walletOf({ chains: ['8453'] })),
        { w1: outcomeOf([answerOf([usdc()], { chains: ['8453'] })]) },
        withWallets(walletOf({ chains: ['1', '8453'] })),
        { w1: outcomeOf([answerOf([holdingOf({ price: '3000' }), usdc()], { chains: ['1', '8453'] })]) }
      ]
    ],
    [
      'of a changed filter',
      [
        pollOf(eth, usdc({ isRisky: true })),
        choose({ countRisky: true }),
        pollOf(eth, usdc({ isRisky: true })),
        choose({ countRisky: false }),
        pollOf(eth, usdc({ isRisky: true }))
      ]
    ],
    [
      'of a risky token whose price leaps while it is counted',
      [
        choose({
          countRisky: true,
          alerts: modelOf().settings.choices.alerts.filter(one => one.kind !== 'total')
        }),
        pollOf(eth, usdc({ isRisky: true })),
        pollOf(eth, usdc({ isRisky: true, price: '3.5' }))
      ]
    ],
    [
      'of a token that left the count after its price rose a little',
      [
        pollOf(holdingOf({ balance: '20' }), usdc({ balance: '10000' })),
        pollOf(holdingOf({ balance: '20' }), usdc({ balance: '10000', price: '1.09' })),
        exclude(usdc().id),
        pollOf(holdingOf({ balance: '20' }), usdc({ balance: '10000', price: '1.09' }))
      ]
    ],
    [
      'of a price that went unknown and came back',
      [pollOf(...both), pollOf(holdingOf({ price: null }), usdc()), dear, dear]
    ]
  ])('%s', (_, steps) =>
    expect(play(modelOf(), ...steps)).toMatchObject({ kinds: [], notificationCount: 0 })
  );

  it('of a restart, with the alert memory from before it or without', () => {
    const before = play(modelOf(), pollOf(...both), dear);
    expect(before.notificationCount).toBe(1);
    const rebuilt = (change: Partial<Model>): Model => ({
      ...before.model,
      pollSchedules: {},
      notifications: [],
      ...change
    });
    expect(play(rebuilt({}), dear, dear).kinds).toEqual([]);
    expect(play(rebuilt({ alerts: EMPTY_ALERT_MEMORY, points: [] }), dear, dear).kinds).toEqual([]);
    // After a crash that lost the last point, or after a point was removed from the history.
    expect(play(rebuilt({ points: before.model.points.slice(0, -1) }), dear, dear).kinds).toEqual([]);
  });
});

const leap = pollOf(holdingOf({ price: '40000' }), usdc());

it('a leap of a price is told as a doubt, and as a move only once it is believed', () => {
  expect(play(modelOf(), pollOf(...both), leap, leap).kinds).toEqual(['doubt']);
  expect(play(modelOf(), pollOf(...both), leap, leap, leap).kinds).toEqual([
    'doubt',
    'doubt',
    'total',
    'price'
  ]);
});

it('a price that went unknown and came back tenfold is told as a doubt, and never as a move', () => {
  const unknown = pollOf(holdingOf({ price: null }), usdc());
  expect(play(modelOf(), pollOf(...both), unknown, leap, leap, leap, leap)).toMatchObject({
    kinds: ['doubt', 'doubt'],
    notificationCount: 2
  });
});

it('a wallet with its own rule has its own alert event', () => {
  const own = { kind: 'total' as const, walletId: 'w1', token: null, isOn: true, from: '3' };
  const rules = choose({ alerts: [...modelOf().settings.choices.alerts, own] });
  const more = pollOf(holdingOf({ price: '2080' }), usdc());
  const { kinds, model } = play(modelOf(), rules, pollOf(...both), more);
  expect(kinds).toEqual(['total']);
  expect(model.notifications[0]?.entries[0]).toMatchObject({
    walletId: 'w1',
    from: '2250',
    to: '2330',
    amount: '80'
  });
});

it('the alert memory forgets the tokens of a removed wallet', () => {
  const { model } = play(modelOf(), pollOf(...both), dear);
  expect(Object.keys(model.alerts.prices)).toEqual(['1/', '8453/0xc01']);
  const w2 = walletOf({ id: 'w2', accountId: 'b' });
  const gone = play(withWallets(w2)(model), { w2: answered([usdc({ walletId: 'w2', balance: '50' })]) });
  expect(Object.keys(gone.model.alerts.prices)).toEqual(['8453/0xc01']);
});

it('a move that stays over its threshold is notified once in a day', () => {
  const hours = DAY_MS / HOUR_MS;
  const { kinds } = play(modelOf(), pollOf(...both), ...Array.from({ length: hours }, () => dear));
  expect(kinds).toEqual(['total', 'price']);
});

it('the next move is measured from the value that was notified', () => {
  const at = (price: string) => pollOf(holdingOf({ price }), usdc());
  expect(play(modelOf(), at('2000'), at('2300'), at('2500')).kinds).toEqual(['total', 'price', 'total']);
  expect(play(modelOf(), at('2000'), at('2300'), at('2320')).kinds).toEqual(['total', 'price']);
});

it('a token that falls from a large share of the total to a small one is notified, a token with a small share never is', () => {
  const crash = [pollOf(...both), pollOf(eth, usdc({ price: '0.2' }))];
  const notified = play(modelOf(), ...crash).model.notifications.flatMap(({ entries }) => entries);
  expect(notified.map(({ kind }) => kind)).toEqual(['total', 'price']);
  const little = (price: string) => pollOf(eth, usdc({ balance: '50', price }));
  expect(play(modelOf(), little('1'), little('1.5'))).toMatchObject({
    kinds: ['price'],
    notificationCount: 0
  });
  const dust = (price: string) => pollOf(eth, usdc({ balance: '5', price }));
  expect(play(modelOf(), dust('1'), dust('1.5')).kinds).toEqual([]);
});

it('a clock that was set back suppresses no alert', () => {
  const notified = play(modelOf(), pollOf(eth), pollOf(holdingOf({ balance: '1.2' })));
  const later = Object.fromEntries(
    Object.entries(notified.model.alerts.toldAt).map(([kind]) => [kind, 9e15])
  );
  const notices = Array.from({ length: 12 }, () => 9e15);
  const alerts = { ...notified.model.alerts, toldAt: later, notices, cappedAt: 9e15 };
  const more = play({ ...notified.model, alerts }, pollOf(holdingOf({ balance: '1.4' })));
  expect(more).toMatchObject({ kinds: ['arrived'], notificationCount: 1 });
});
