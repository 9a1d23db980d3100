import { describe, expect, it } from 'vitest';
import { loadModel } from '../../../../electron/core/engine/persistence';
import { emptyModel, type Model } from '../../../../electron/core/state/model';
import { modelPortfolio, stateOf } from '../../../../electron/core/state/app-state';
import type { Outcome } from '../../../../electron/core/snapshots/poll-outcome';
import { fitSnapshot } from '../../../../electron/core/snapshots/update-snapshot';
import { applyRound, type AppliedRound } from '../../../../electron/core/polling/round';
import { REQUEST_SPACING_MS } from '../../../../shared/domain/limits';
import type { Notification } from '../../../../shared/schema/activity';
import { notificationTextOf } from '../../../../shared/text/notification-text';
import type { Wallet } from '../../../../shared/schema/wallet';
import {
  answered,
  answerOf,
  chainFacts,
  DAY_MS,
  failed,
  holdingOf,
  HOUR_MS,
  MINUTE_MS,
  NOW,
  outcomeOf,
  refusalOf,
  unreadRow,
  usdc,
  walletOf
} from '../../../fakes/holdings';
import { fakeWorld, modelOf, settingsOf } from '../../../fakes/world';

const eth = holdingOf({ balance: '20' });

/** Applies the outcome of each wallet of the model, a minute after the last round. */
function rounds(...outcomes: (Outcome | Record<string, Outcome>)[]) {
  return applied(modelOf(), ...outcomes);
}
function applied(start: Model, ...outcomes: (Outcome | Record<string, Outcome>)[]) {
  const world = fakeWorld();
  const last = start.points.at(-1);
  if (last) world.at = last.at + MINUTE_MS;
  const portfolio = modelPortfolio(start, world.chains, world.at);
  let got: AppliedRound = { model: start, portfolio, point: null, entries: [], notification: null };
  for (const outcome of outcomes) {
    const byWallet = 'answers' in outcome ? { w1: outcome as Outcome } : outcome;
    const polled = got.model.settings.wallets.flatMap(wallet => {
      const own = byWallet[wallet.id];
      if (!own) return [];
      const answers = own.answers.map(answer => ({ ...answer, serviceTime: world.at }));
      return [{ wallet, key: { id: wallet.keyId }, outcome: { ...own, answers } }];
    });
    got = applyRound(got.model, polled, world);
    world.at += MINUTE_MS;
  }
  return { ...got, world, state: stateOf(got.model, chainFacts, world.at) };
}
const titleOf = ({ notification }: { notification: Notification | null }) =>
  notification && notificationTextOf(notification, false, false).title;
const withWallets = (model: Model, wallets: Wallet[]): Model => ({
  ...model,
  settings: { ...model.settings, wallets }
});

describe('a notification is created', () => {
  it('when an amount arrives or leaves', () => {
    expect(titleOf(rounds(answered([eth]), answered([eth, usdc()])))).toBe('Received 250 USDC · $250.00');
    const less = answered([eth, usdc({ balance: '50' })]);
    expect(titleOf(rounds(answered([eth, usdc()]), less))).toBe('Sent 200 USDC · $200.00');
  });

  it('of what an answer lacks, once answers agree for ten minutes that it left', () => {
    const without = (minutes: number) => Array.from({ length: minutes + 1 }, () => answered([eth]));
    expect(titleOf(rounds(answered([eth, usdc()]), ...without(9)))).toBe(null);
    expect(titleOf(rounds(answered([eth, usdc()]), ...without(10)))).toBe('Sent 250 USDC · $250.00');
  });

  it('after a failure in between, for the changes since the last answer', () => {
    const got = rounds(answered([eth]), failed('timeout'), answered([eth, usdc()]));
    expect(titleOf(got)).toBe('Received 250 USDC · $250.00');
  });

  it('for the half of a poll that was answered', () => {
    const wallet = walletOf({ chains: ['1', '8453'] });
    const both = outcomeOf([answerOf([eth, usdc()], { chains: ['1', '8453'] })]);
    const half = outcomeOf(
      [answerOf([{ ...eth, balance: '21' }], { chains: ['1'] })],
      [refusalOf('timeout', ['8453'])]
    );
    expect(titleOf(applied(modelOf([wallet]), both, half))).toBe('Received 1 ETH · $2,000.00');
  });
});

describe('a notification is never created', () => {
  const spam = holdingOf({ tokenAddress: '0xbad', isRisky: true, symbol: 'visit', price: '99' });
  const unread = outcomeOf([answerOf([], { unreadable: [unreadRow('1'), unreadRow('8453')] })]);
  it.each([
    ['of a first snapshot', [answered([eth, usdc()])]],
    ['of a first answer after failures', [failed('timeout'), answered([eth, usdc()])]],
    ['of a failed poll', [answered([eth, usdc()]), failed('timeout')]],
    [
      'of the same again after a failed poll',
      [answered([eth, usdc()]), failed('offline'), answered([eth, usdc()])]
    ],
    ['of rows that cannot be read', [answered([eth, usdc()]), unread]],
    ['of rows that can be read again', [answered([eth, usdc()]), unread, answered([eth, usdc()])]],
    ['of a risky token', [answered([eth]), answered([eth, spam])]],
    ['of a token that is called risky', [answered([eth, usdc()]), answered([eth, usdc({ isRisky: true })])]],
    ['of a token without a price', [answered([eth]), answered([eth, usdc({ price: null })])]],
    ['of a price that moves too little', [answered([eth]), answered([{ ...eth, price: '2099' }])]],
    ['of a price that becomes known', [answered([eth, usdc({ price: null })]), answered([eth, usdc()])]],
    ['of a testnet', [answered([eth]), answered([eth, holdingOf({ chainIndex: '11155111' })])]]
  ])('%s', (_, outcomes) => expect(rounds(...outcomes).notification).toBe(null));

  it('of a wallet that was added', () => {
    const { model } = rounds(answered([eth]));
    const added = withWallets(model, [...model.settings.wallets, walletOf({ id: 'w2', accountId: 'b' })]);
    const got = applied(added, { w1: answered([eth]), w2: answered([usdc({ walletId: 'w2' })]) });
    expect(got.notification).toBe(null);
    expect(got.state.portfolio.change).toMatchObject({ prices: '0', transfers: '0' });
  });

  it.each([
    ['added', ['1'], ['1', '8453']],
    ['removed', ['1', '8453'], ['1']],
    ['widened to all', ['1'], []],
    ['narrowed', [], ['1', '8453']]
  ])('of chains that were %s, running or across a restart', async (_, before, after) => {
    const answerFor = (chains: string[]) =>
      outcomeOf([
        answerOf(
          [eth, usdc()].filter(({ chainIndex }) => chains.length === 0 || chains.includes(chainIndex)),
          { chains: chains.length > 0 ? chains : null }
        )
      ]);
    const first = applied(modelOf([walletOf({ chains: before })]), answerFor(before));
    const changed = walletOf({ chains: after });
    const running = applied(withWallets(first.model, [changed]), answerFor(after));
    expect(running.notification).toBe(null);

    const world = fakeWorld();
    const stored = {
      version: 1 as const,
      savedAt: NOW,
      staleAfterMs: HOUR_MS,
      wallets: [...first.model.snapshots]
    };
    Object.assign(world.files, { settings: settingsOf([changed]), snapshots: stored, points: [first.point] });
    const restarted = applied(await loadModel(emptyModel('live', 1), world), answerFor(after));
    expect(restarted.notification).toBe(null);
    expect(restarted.state.portfolio.total).toBe(running.state.portfolio.total);
    expect(running.point?.ledger).toMatchObject({ prices: '0', transfers: '0' });
    expect(restarted.point?.ledger).toMatchObject({ prices: '0', transfers: '0' });
  });

  it('in the poll after chains were changed, even of an amount that moved meanwhile', () => {
    const answerFor = (chains: string[], balance: string) =>
      outcomeOf([answerOf([{ ...eth, balance }], { chains })]);
    const first = applied(modelOf([walletOf({ chains: ['1'] })]), answerFor(['1'], '20'));
    const changed = withWallets(first.model, [walletOf({ chains: ['1', '8453'] })]);
    expect(applied(changed, answerFor(['1', '8453'], '25')).notification).toBe(null);
  });

  it('of a restart', async () => {
    const first = rounds(answered([eth, usdc()]));
    const world = fakeWorld();
    const stored = {
      version: 1 as const,
      savedAt: NOW,
      staleAfterMs: 1,
      wallets: [...first.model.snapshots]
    };
    Object.assign(world.files, { settings: settingsOf(), snapshots: stored, points: [first.point] });
    const again = applied(await loadModel(emptyModel('live', 1), world), answered([eth, usdc()]));
    expect(again.notification).toBe(null);
  });
});

describe('an answer that is older than the one before', () => {
  const play = (clockOffsetMs: number, first: number, second: number) => {
    const world = fakeWorld();
    const poll = (model: Model, balance: string, serviceTime: number, offset = 0) => {
      const [answer] = answered([holdingOf({ balance })]).answers;
      const outcome = { ...outcomeOf([{ ...answer!, serviceTime }]), clockOffsetMs: offset };
      const polled = model.settings.wallets.map(wallet => ({ wallet, key: { id: 'k1' }, outcome }));
      return applyRound(model, polled, world).model;
    };
    const model = poll(modelOf(), '20', first);
    world.at += MINUTE_MS;
    return poll(model, '19', second, clockOffsetMs).snapshots[0]?.holdings[0]?.balance;
  };

  it('is not believed: the service repeats it', () => expect(play(0, NOW, NOW - HOUR_MS)).toBe('20'));

  it('is believed once the clock of the service was set back', () =>
    expect(play(DAY_MS, NOW, NOW - DAY_MS + MINUTE_MS)).toBe('19'));

  it('is believed after an answer whose time the service had not reached', () =>
    expect(play(0, NOW + DAY_MS, NOW + MINUTE_MS)).toBe('19'));
});

describe('a wallet that changed during the round', () => {
  const polled = (model: Model) =>
    model.settings.wallets.map(wallet => ({ wallet, key: { id: 'k1' }, outcome: answered([usdc()]) }));

  it.each([
    ['was removed', (): Wallet[] => []],
    ['asks for other chains', () => [walletOf({ chains: ['1'] })]],
    ['got another key, or was entered anew', () => [walletOf()]]
  ])('is left out when it %s', (_, wallets) => {
    const { model } = rounds(answered([eth]));
    const changed = withWallets(model, wallets());
    const got = applyRound(changed, polled(model), fakeWorld());
    expect(got.notification).toBe(null);
    // What was known is fitted to the wallet as it is now; nothing of the answer is in it.
    expect(got.model.snapshots).toEqual(
      changed.settings.wallets.map(wallet => fitSnapshot(model.snapshots[0], wallet))
    );
    expect(JSON.stringify(got.model.verification)).not.toContain('0xc01');
    expect(got.model.pollSchedules).toEqual(changed.pollSchedules);
  });
});

describe('the schedule', () => {
  it('backs off by the number of consecutive failures, and starts again after a success', () => {
    const delayOf = (...outcomes: Outcome[]) => {
      const { model, world } = rounds(...outcomes);
      return model.pollSchedules['w1']!.dueAt! - (world.at - MINUTE_MS);
    };
    expect(delayOf(failed('timeout'))).toBe(15_000);
    expect(delayOf(failed('timeout'), failed('offline'))).toBe(30_000);
    expect(delayOf(failed('timeout'), answered([eth]))).toBe(5 * MINUTE_MS);
    expect(delayOf(failed('timeout'), answered([eth]), failed('timeout'))).toBe(15_000);
  });

  it('follows the worst of several failures, and the longest Retry-After', () => {
    const several = outcomeOf(
      [],
      [refusalOf('chain-unsupported', ['1'], 90_000), refusalOf('timeout', ['56'], 10)]
    );
    expect(rounds(several).model.pollSchedules['w1']?.dueAt).toBe(NOW + 90_000);
    const stopped = outcomeOf([], [refusalOf('chain-unsupported', ['1']), refusalOf('key-unknown', ['56'])]);
    expect(rounds(stopped).model.pollSchedules['w1']).toMatchObject({ dueAt: null, appliedAt: NOW });
  });

  it('makes the interval as long as the requests of all wallets of a key need', () => {
    const wallets = Array.from({ length: 400 }, (_, i) => walletOf({ id: `w${i}`, accountId: `${i}` }));
    const outcomes = Object.fromEntries(wallets.map(({ id }) => [id, answered([])]));
    expect(applied(modelOf(wallets), outcomes).model.pollSchedules['w0']?.dueAt).toBe(
      NOW + 400 * REQUEST_SPACING_MS
    );
  });
});

describe('the history', () => {
  it('begins with the first answer, and its points name the stale parts', () => {
    expect(rounds(failed('timeout')).point).toBe(null);
    expect(rounds(answered([eth])).point).toMatchObject({ total: '40000', stale: [] });
    expect(rounds(answered([eth]), failed('timeout')).point).toMatchObject({
      total: '40000',
      stale: ['w1/*']
    });
  });

  it('in memory has no points older than a day, except the point to compare with', () => {
    const { model } = rounds(answered([]));
    const past = Array.from({ length: 1500 }, (_, i) => ({
      ...model.points[0]!,
      at: NOW - (1499 - i) * MINUTE_MS
    }));
    const { points } = applied({ ...model, points: past }, answered([])).model;
    expect(points).toHaveLength(DAY_MS / MINUTE_MS + 2);
    expect(points[0]!.at).toBe(points.at(-2)!.at - DAY_MS);
  });

  it('has as recounted a reused price that came back, and a holding that is no longer counted', () => {
    const known = answered([eth]);
    const unknown = answered([{ ...eth, price: null }]);
    const back = rounds(known, unknown, answered([{ ...eth, price: '2100' }]));
    expect(back.state.portfolio.change).toMatchObject({
      amount: '2000',
      prices: '0',
      transfers: '0',
      recounted: '2000'
    });

    const first = rounds(known).model;
    const world = fakeWorld();
    world.at = NOW + DAY_MS + MINUTE_MS;
    const polled = first.settings.wallets.map(wallet => ({ wallet, key: { id: 'k1' }, outcome: unknown }));
    const later = applyRound(first, polled, world);
    expect(later.notification).toBe(null);
    expect(later.point?.total).toBe('0');
    expect(later.point?.ledger).toEqual({ prices: '0', transfers: '0', recounted: '0' });
  });
});
