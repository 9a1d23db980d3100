// Doubts, returns and uninvited tokens through whole rounds: what is an entry, what is notified, and when.
import { describe, expect, it } from 'vitest';
import { decideRound, decideVerified } from '../../../../electron/core/notifications/round-notification';
import { recordAlerts } from '../../../../electron/core/notifications/record-alerts';
import { compareHoldings } from '../../../../electron/core/snapshots/compare-holdings';
import { countingStatusOf } from '../../../../electron/core/portfolio/counting-rule';
import { pointOf } from '../../../../electron/core/history/history-point';
import { modelPortfolio } from '../../../../electron/core/state/app-state';
import type { Model } from '../../../../electron/core/state/model';
import type { VerificationEvent } from '../../../../electron/core/doubts/events';
import { tokenOf } from '../../../../shared/domain/holding-id';
import type { Entry } from '../../../../shared/schema/activity';
import type { Holding } from '../../../../shared/schema/holding';
import type { Choices } from '../../../../shared/schema/settings';
import type { VerificationMemory } from '../../../../shared/schema/verification';
import { entryTitle } from '../../../../shared/text/notification-text';
import { NAMES } from '../../../fakes/alert-events';
import { doubtEventOf, doubtOf as doubtRecordOf } from '../../../fakes/doubts';
import { answered, chainFacts, holdingOf, MINUTE_MS, NOW, RULE, usdc } from '../../../fakes/holdings';
import { fakeWorld, modelOf } from '../../../fakes/world';

const ETH = holdingOf({ balance: '10' });
const USDC = usdc({ balance: '80000' });
const FREE = usdc({ tokenAddress: '0xf1ee', symbol: 'FREE', balance: '1000', price: '1' });

interface Step {
  /** What is believed after the round; absent: as before. */
  readonly holdings?: readonly Holding[];
  readonly events?: readonly VerificationEvent[];
  readonly memory?: Partial<VerificationMemory>;
  readonly choices?: Partial<Choices>;
  readonly minutes?: number;
}

/** Plays rounds of one wallet that begin with `start`; gives the entries, and the titles of each notification. */
function play(start: readonly Holding[], ...steps: readonly Step[]) {
  const world = fakeWorld();
  let ids = 0;
  world.clock.newId = () => `e${++ids}`;
  let model: Model = modelOf();
  const entries: Entry[] = [];
  const told: string[][] = [];
  for (const step of [{ holdings: start }, ...steps]) {
    world.at += (step.minutes ?? 1) * MINUTE_MS;
    const applied = round(model, step, world);
    model = applied.model;
    entries.push(...applied.entries);
    if (applied.notification) told.push(applied.notification.entries.map(entry => entryTitle(entry, false)));
  }
  return { model, entries, told, kinds: entries.map(({ kind }) => kind) };
}

function round(before: Model, step: Step, world: ReturnType<typeof fakeWorld>) {
  const now = world.at;
  const [wallet] = before.settings.wallets;
  const [snapshot] = before.snapshots;
  const holdings = [...(step.holdings ?? snapshot?.holdings ?? [])];
  const part = { chainIndex: '*', answeredAt: now, failure: null };
  const asked = `v5-account|${'accountId' in wallet! ? wallet.accountId : ''}|`;
  const settings = { ...before.settings, choices: { ...before.settings.choices, ...step.choices } };
  const after: Model = {
    ...before,
    settings,
    snapshots: [{ walletId: 'w1', asked, parts: [part], holdings, failure: null }],
    verification: { ...before.verification, ...step.memory }
  };
  const returned = new Set(
    (step.events ?? []).flatMap(event => (event.type === 'returned' ? event.holdingId : []))
  );
  const comparison = compareHoldings(
    snapshot?.holdings ?? [],
    holdings,
    holding => countingStatusOf(holding, RULE),
    () => snapshot !== undefined,
    {
      isUninvited: holding => after.verification.tokens[tokenOf(holding)]?.isUninvited === true,
      isReturned: ({ id }) => returned.has(id)
    }
  );
  const comparisons = [{ walletId: 'w1', comparison }];
  const portfolio = modelPortfolio(after, chainFacts, now);
  const last = before.points.at(-1) ?? null;
  const point = pointOf({ portfolio, last, comparisons, stale: [], intervalMs: MINUTE_MS }, now);
  const decision = decideRound(
    {
      before,
      after,
      polled: [{ wallet: wallet!, key: { id: 'k1' }, outcome: answered(holdings, now) }],
      comparisons,
      portfolio,
      point,
      announced: [],
      verificationEvents: step.events ?? [],
      names: NAMES,
      now
    },
    world
  );
  return recordAlerts({ ...after, points: [...after.points, point] }, decision, now);
}

const doubts = (toldAt: number | null) => ({ doubts: { d1: doubtRecordOf({ toldAt }) } });
const BEGAN: Step = { events: [doubtEventOf('began')], memory: doubts(null) };
const TOLD: Step = { events: [doubtEventOf('told')], memory: doubts(NOW) };
const CONFIRMED: Step = { events: [doubtEventOf('confirmed')], memory: { doubts: {} }, holdings: [ETH] };
const BACK: Step = { events: [doubtEventOf('as-before')], memory: { doubts: {} } };
const LACKS = "OKX's answer lacks 80,000 USDC on Base";

describe('an answer that leaves out a token', () => {
  it('is an entry at once, and notified when several answers agree, with one entry', () => {
    const { told, entries, model } = play([ETH, USDC], BEGAN, {}, TOLD, {});
    expect(told).toEqual([[LACKS]]);
    expect(entries.map(({ silence }) => silence)).toEqual(['checking']);
    expect(model.notifications[0]?.entries[0]?.id).toBe(entries[0]?.id);
    expect(model.alerts.held).toEqual([]);
  });

  it('is never notified when the token is there again before', () => {
    const { told, entries, model } = play([ETH, USDC], BEGAN, BACK, {});
    expect(told).toEqual([]);
    expect(entries.map(({ silence }) => silence)).toEqual(['checking', 'beginning-not-notified']);
    expect(model.alerts.held).toEqual([]);
  });

  it('is notified as back when it was notified as missing, within the cooldown too', () => {
    const { told } = play([ETH, USDC], BEGAN, TOLD, BACK, {});
    expect(told).toEqual([[LACKS], ['80,000 USDC on Base are back']]);
  });

  it('is notified as sent once when it is confirmed, and not as gone beside that', () => {
    const { told, entries } = play([ETH, USDC], BEGAN, TOLD, CONFIRMED, {});
    expect(told).toEqual([[LACKS], ['Sent 80,000 USDC']]);
    expect(entries.map(({ kind, silence }) => [kind, silence])).toEqual([
      ['doubt', 'checking'],
      ['doubt', 'notified-otherwise'],
      ['left', null]
    ]);
  });

  it('is notified as gone by its own entry when departures are switched off', () => {
    const alerts = modelOf().settings.choices.alerts.map(rule =>
      ['left', 'total'].includes(rule.kind) ? { ...rule, isOn: false } : rule
    );
    const { told } = play([ETH, USDC], { choices: { alerts } }, BEGAN, TOLD, CONFIRMED);
    expect(told).toEqual([[LACKS], ['80,000 USDC on Base are gone']]);
  });

  it('in quiet hours is notified in the morning if it is still missing, and else not at all', () => {
    const night = { quietHours: { isOn: true, from: 0, to: 1439, letsKeysPass: true } };
    const day = { quietHours: { ...night.quietHours, isOn: false } };
    expect(play([ETH, USDC], { choices: night }, BEGAN, TOLD, { choices: day }).told).toEqual([[LACKS]]);
    expect(play([ETH, USDC], { choices: night }, BEGAN, TOLD, BACK, { choices: day }).told).toEqual([]);
  });

  it('does not make anything else wait: another departure of the same round is notified', () => {
    const { told } = play([ETH, USDC], { ...BEGAN, holdings: [{ ...ETH, balance: '9.9' }, USDC] });
    expect(told).toEqual([['Sent 0.1 ETH']]);
  });
});

describe('a doubt that the person ended', () => {
  it('is an entry at once, without a notification', () => {
    const { model } = play([ETH, USDC], BEGAN, TOLD);
    const after = { ...model, verification: { ...model.verification, doubts: {} } };
    const { entries, notification } = decideVerified(
      model,
      after,
      [doubtEventOf('decided')],
      NAMES,
      fakeWorld()
    );
    expect(entries).toMatchObject([
      { kind: 'doubt', phase: 'decided', silence: 'your-decision', tokens: [{ amount: '-80000' }] }
    ]);
    expect(notification).toBe(null);
  });
});

describe('what was gone and comes back', () => {
  const returned = (wasTold: boolean): Step => ({
    holdings: [ETH, USDC],
    events: [
      {
        type: 'returned',
        holdingId: USDC.id,
        walletId: 'w1',
        symbol: 'USDC',
        amount: '80000',
        worth: '80000',
        wasTold
      }
    ]
  });

  it('is notified as back if its going was, never as received, and moves no total', () => {
    const { told, kinds, model } = play([ETH], returned(true));
    expect(told).toEqual([['80,000 USDC on Base are back']]);
    expect(kinds).toEqual(['doubt']);
    expect(model.points.at(-1)?.ledger).toEqual({ prices: '0', transfers: '0', recounted: '100000' });
    expect(play([ETH], returned(false)).told).toEqual([]);
  });
});

describe('an uninvited token', () => {
  const tokens = { [tokenOf(FREE)]: { amount: '0', price: null, at: NOW, isUninvited: true } };
  const arrive: Step = { holdings: [ETH, FREE], memory: { tokens } };

  it('is notified as received once, and moves neither the total nor a price', () => {
    const { told, kinds, model } = play(
      [ETH],
      arrive,
      { holdings: [ETH, { ...FREE, price: '9' }], minutes: 20 },
      { holdings: [ETH, { ...FREE, price: '9', balance: '2000' }], minutes: 20 },
      { holdings: [ETH], minutes: 20 }
    );
    expect(told).toEqual([['Received 1,000 FREE']]);
    expect(kinds).toEqual(['arrived', 'arrived', 'left']);
    expect(model.points.at(-1)?.ledger).toEqual({ prices: '0', transfers: '0', recounted: '20000' });
    expect(model.alerts.prices).not.toHaveProperty([tokenOf(FREE)]);
  });

  it('is an ordinary token as soon as the person wanted it', () => {
    const wanted = { tokens: { [tokenOf(FREE)]: { amount: '1000', price: '1', at: NOW } } };
    const { told } = play([ETH], arrive, {
      holdings: [ETH, { ...FREE, balance: '1500' }],
      memory: wanted,
      minutes: 20
    });
    expect(told.at(-1)).toEqual(['Received 500 FREE']);
  });
});

describe('a swap', () => {
  it('is notified as sent and received together, and never as a move of the total', () => {
    const { told } = play([ETH], { holdings: [{ ...ETH, balance: '2' }, usdc({ balance: '16000' })] });
    expect(told).toEqual([['Sent 8 ETH', 'Received 16,000 USDC']]);
  });
});
