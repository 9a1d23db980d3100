import { describe, expect, it } from 'vitest';
import {
  reviewDeferred,
  type DeferredReview
} from '../../../../electron/core/notifications/deferred-entries';
import { DEFAULT_ALERTS, EMPTY_SETTINGS } from '../../../../shared/domain/default-settings';
import { EMPTY_ALERT_MEMORY, EMPTY_VERIFICATION } from '../../../../electron/core/state/model';
import type { AlertEntry } from '../../../../shared/schema/activity';
import type { Doubt } from '../../../../shared/schema/verification';
import { arrived, EACH_ALERT } from '../../../fakes/entries';
import { DAY_MS, holdingOf, NOW, walletOf } from '../../../fakes/holdings';
import { settingsOf } from '../../../fakes/world';

const cooling = { silence: 'cooldown' } as const;

type Rows = DeferredReview['portfolio']['holdings'];
interface Change extends Partial<DeferredReview> {
  readonly rows?: Rows;
}

function review(deferred: readonly AlertEntry[], { rows = [], ...change }: Change = {}) {
  const memory = { ...EMPTY_ALERT_MEMORY, ...change.memory, held: [...deferred] };
  const settings = { ...EMPTY_SETTINGS, ...settingsOf([walletOf()]), ...change.settings };
  return reviewDeferred({
    portfolio: { holdings: rows, waiting: { count: 0, worth: '0' } },
    verification: EMPTY_VERIFICATION,
    watchedMoves: [],
    suppressionFor: () => null,
    now: NOW,
    ...change,
    memory,
    settings
  });
}

describe('a deferred price entry', () => {
  const [price] = EACH_ALERT.filter(({ kind }) => kind === 'price');
  const deferred = { ...price!, ...cooling, walletId: 'w1', holdingId: 'w1/1/0xa/' } as AlertEntry;
  const row = { ...holdingOf(), id: 'w1/1/0xa/', value: '1', countingStatus: 'counted', isStale: true, changePercent: null } as const; // prettier-ignore
  const markedAs = (over: 'up' | null) => ({
    ...EMPTY_ALERT_MEMORY,
    prices: { '1/': { since: NOW - 1, value: '1', over, overAt: NOW - 1 } }
  });

  it('stays deferred while its token is not answered, because its price is not known then', () => {
    const seen = review([deferred], { rows: [row], memory: markedAs('up') });
    expect(seen).toEqual({ due: [], deferred: [deferred] });
  });

  it('is dropped once the price fell back', () => {
    expect(review([deferred], { rows: [row], memory: markedAs(null) })).toEqual({ due: [], deferred: [] });
  });
});

it('quiet hours that a computer slept through forget nothing; a cooldown does after a day', () => {
  const old = (silence: AlertEntry['silence']) => arrived({ at: NOW - 3 * DAY_MS, silence });
  expect(review([old('quiet-hours'), old('cooldown')]).due).toEqual([old('quiet-hours')]);
});

describe('a token that left altogether', () => {
  it('is notified later by its own rule, although it has no row any more', () => {
    const gone = arrived({ ...cooling, kind: 'left', amount: '-250', worth: '-250', balance: '0' });
    const settings = settingsOf([walletOf()]);
    const rule = { kind: 'left', walletId: null, isOn: true, from: '0' } as const;
    const alerts = [
      { ...rule, token: null, isOn: false },
      { ...rule, token: '8453/0xc01' }
    ];
    const own = { ...settings, choices: { ...settings.choices, alerts } };
    expect(review([gone], { settings: own }).due).toEqual([gone]);
  });
});

describe('a deferred entry of each kind is notified only while it is true:', () => {
  const deferredOf = (kind: AlertEntry['kind'], change: object = {}) =>
    ({ ...EACH_ALERT.find(entry => entry.kind === kind)!, ...cooling, ...change }) as AlertEntry;
  const rowAs = (change: object) =>
    ({ ...holdingOf(), id: 'w1/1/0xa/', value: '1', countingStatus: 'counted', isStale: false, changePercent: null, ...change }) as Rows[number]; // prettier-ignore
  const ofRow = { walletId: 'w1', holdingId: 'w1/1/0xa/' };

  it.each<[string, AlertEntry, Rows, number]>([
    ['an arrival while its token counts', deferredOf('arrived', ofRow), [rowAs({})], 1],
    ['an arrival of a token found risky', deferredOf('arrived', ofRow), [rowAs({ isRisky: true })], 0],
    [
      'a departure of a token kept out',
      deferredOf('left', ofRow),
      [rowAs({ countingStatus: 'kept-out' })],
      0
    ],
    [
      'a token that still waits',
      deferredOf('unverified', ofRow),
      [rowAs({ countingStatus: 'unverified' })],
      1
    ],
    ['a token that was accepted', deferredOf('unverified', ofRow), [rowAs({})], 0],
    ['a dropped chain', deferredOf('unsupported'), [], 1]
  ])('%s', (_, entry, rows, count) => {
    const settings = settingsOf([walletOf()]);
    expect(review([{ ...entry, walletId: null }], { rows, settings }).due).toHaveLength(count);
  });

  it('a key is dropped once it works again, and a wallet once it answers', () => {
    const settings = settingsOf([walletOf()]);
    const [key] = settings.keys;
    const stopped = deferredOf('key', { key: key!.name, walletId: null });
    const unanswered = deferredOf('polls', { walletId: null });
    const polls = { w1: { since: NOW - 1, lastAt: NOW, isTold: true } };
    const failing = { ...EMPTY_ALERT_MEMORY, keys: { [key!.id]: 'key-unknown' as const }, polls };
    expect(review([stopped, unanswered], { settings, memory: failing }).due).toHaveLength(2);
    expect(review([stopped, unanswered], { settings }).due).toEqual([]);
  });
});

describe('a deferred question about tokens that need the OK', () => {
  const [question] = EACH_ALERT.filter(entry => entry.kind === 'unverified' && entry.count !== undefined);
  const asked = { ...question!, ...cooling } as AlertEntry;

  it('is notified with the numbers of now, and dropped when nothing waits any more', () => {
    const portfolio = { holdings: [], waiting: { count: 14, worth: '270000' } };
    expect(review([asked], { portfolio }).due).toMatchObject([{ id: 'e9', count: 14, worth: '270000' }]);
    expect(review([asked])).toEqual({ due: [], deferred: [] });
  });
});

describe('the beginning of a doubt', () => {
  const doubt: Doubt = {
    walletId: 'w1',
    kind: 'missing',
    since: NOW - 1,
    looks: 0,
    toldAt: null,
    isQuiet: false,
    takesLooks: true,
    isPaired: false
  };
  const begun = { ...EACH_ALERT.find(({ id }) => id === 'e10')!, silence: 'checking' } as AlertEntry;
  const remembering = (doubts: Record<string, Doubt>, change: Partial<DeferredReview> = {}) =>
    review([begun], { verification: { ...EMPTY_VERIFICATION, doubts }, ...change });

  it('stays deferred until the doubt is worth a notification', () => {
    expect(remembering({ d1: doubt })).toEqual({ due: [], deferred: [begun] });
    expect(remembering({ d1: { ...doubt, toldAt: NOW } })).toEqual({ due: [begun], deferred: [] });
  });

  it('is told after a sleep of days too, once its answers agree', () => {
    const later = NOW + 3 * DAY_MS;
    expect(remembering({ d1: { ...doubt, toldAt: later } }, { now: later })).toEqual({
      due: [begun],
      deferred: []
    });
  });

  it('stays deferred in quiet hours then, and is dropped when the doubt ends before them', () => {
    const suppressionFor = () => 'quiet-hours' as const;
    expect(remembering({ d1: { ...doubt, toldAt: NOW } }, { suppressionFor }).deferred).toEqual([begun]);
    expect(remembering({})).toEqual({ due: [], deferred: [] });
  });

  it('is dropped when its rule is switched off', () => {
    const settings = settingsOf([walletOf()], {
      alerts: DEFAULT_ALERTS.map(rule => ({ ...rule, isOn: rule.kind !== 'doubt' }))
    });
    expect(remembering({ d1: { ...doubt, toldAt: NOW } }, { settings })).toEqual({ due: [], deferred: [] });
  });
});
