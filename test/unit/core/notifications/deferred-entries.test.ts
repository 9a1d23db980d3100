import { describe, expect, it } from 'vitest';
import {
  reviewDeferred,
  type DeferredReview
} from '../../../../electron/core/notifications/deferred-entries';
import { EMPTY_SETTINGS } from '../../../../shared/domain/default-settings';
import { EMPTY_ALERT_MEMORY } from '../../../../electron/core/state/model';
import type { Entry } from '../../../../shared/schema/activity';
import { arrived, EACH_KIND } from '../../../fakes/entries';
import { holdingOf, NOW, walletOf } from '../../../fakes/holdings';
import { settingsOf } from '../../../fakes/world';

const cooling = { silence: 'cooldown' } as const;

function review(deferred: readonly Entry[], change: Partial<DeferredReview> = {}) {
  const memory = { ...EMPTY_ALERT_MEMORY, ...change.memory, held: [...deferred] };
  const settings = { ...EMPTY_SETTINGS, ...settingsOf([walletOf()]), ...change.settings };
  return reviewDeferred({
    rows: [],
    watchedMoves: [],
    suppressionFor: () => null,
    now: NOW,
    ...change,
    memory,
    settings
  });
}

describe('a deferred price entry', () => {
  const [price] = EACH_KIND.filter(({ kind }) => kind === 'price');
  const deferred = { ...price!, ...cooling, walletId: 'w1', holdingId: 'w1/1/0xa/' } as Entry;
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
