import { describe, expect, it } from 'vitest';
import type { AlertEvent } from '../../../../electron/core/alerts/alert-event';
import {
  watchVerification,
  type VerificationWatch
} from '../../../../electron/core/alerts/watch-verification';
import { EMPTY_ALERT_MEMORY } from '../../../../electron/core/state/model';
import type { VerificationEvent } from '../../../../electron/core/doubts/events';
import { DEFAULT_ALERTS } from '../../../../shared/domain/default-settings';
import type { Holding } from '../../../../shared/schema/holding';
import { alertEventOf, arrivalOf, doubtOf, NAMES, priceOf } from '../../../fakes/alert-events';
import { doubtedHoldingOf, doubtEventOf, doubtOf as doubtRecordOf } from '../../../fakes/doubts';
import { holdingOf, NOW, usdc } from '../../../fakes/holdings';
import { modelOf } from '../../../fakes/world';

const USDC = usdc({ balance: '80000' });
const OFF = DEFAULT_ALERTS.map(rule => ({ ...rule, isOn: false }));

function modelWith(...holdings: Holding[]) {
  return {
    ...modelOf(),
    snapshots: [{ walletId: 'w1', asked: '', parts: [], holdings, failure: null }]
  };
}

function watch(events: readonly VerificationEvent[], change: Partial<VerificationWatch> = {}): AlertEvent[] {
  return watchVerification({
    events,
    before: modelWith(USDC),
    after: modelWith(USDC),
    memory: EMPTY_ALERT_MEMORY,
    others: [],
    rules: DEFAULT_ALERTS,
    names: NAMES,
    now: NOW,
    ...change
  });
}
const reasonsOf = (events: readonly AlertEvent[]) => events.map(one => one.suppressionReason);
const notified = { memory: { ...EMPTY_ALERT_MEMORY, toldDoubts: ['d1'] } };

describe('the beginning of a doubt', () => {
  it('is an entry with what is missing, where, and what it is worth, deferred while it is checked', () => {
    const [event] = watch([doubtEventOf('began')]);
    expect(event).toMatchObject({
      entry: {
        kind: 'doubt',
        doubt: 'missing',
        doubtId: 'd1',
        phase: 'checking',
        worth: '80000',
        tokens: [{ symbol: 'USDC', amount: '-80000' }],
        count: 1,
        wallet: 'Cold wallet',
        chain: 'Base',
        holdingId: USDC.id,
        symbol: 'USDC'
      },
      suppressionReason: 'checking'
    });
  });

  it('is notified at once when it is told at once, and makes one entry only', () => {
    expect(reasonsOf(watch([doubtEventOf('began'), doubtEventOf('told')]))).toEqual([null]);
  });

  it('is not notified when it ended in the same moment', () => {
    const events = watch([doubtEventOf('began'), doubtEventOf('told'), doubtEventOf('confirmed')]);
    expect(reasonsOf(events)).toEqual(['checking', 'beginning-not-notified']);
  });

  it('is never notified when its rule is off, or when it is about nothing that is the person’s', () => {
    expect(reasonsOf(watch([doubtEventOf('began')], { rules: OFF }))).toEqual(['switched-off']);
    const doubt = doubtRecordOf({ isQuiet: true });
    expect(reasonsOf(watch([doubtEventOf('began', { doubt })]))).toEqual(['quiet-doubt']);
    expect(watch([doubtEventOf('told', { doubt })])).toEqual([]);
  });

  it('is about the price or the mark when the amount is not in doubt', () => {
    const holdings = [doubtedHoldingOf({ kind: 'leap-of-price', holds: ['price'] })];
    const doubt = doubtRecordOf({ kind: 'leap-of-price' });
    expect(watch([doubtEventOf('began', { doubt, holdings })])[0]?.entry).toMatchObject({
      doubt: 'leap-of-price',
      tokens: [{ symbol: 'USDC', amount: '80000' }]
    });
  });

  it('names the largest of many tokens and counts all; of a swap only what is missing', () => {
    const many = Array.from({ length: 30 }, (_, at) =>
      doubtedHoldingOf({ id: `w1/8453/0xa/0x${at}`, symbol: `T${at}`, worth: `${at}` })
    );
    const { entry } = watch([doubtEventOf('began', { holdings: many })])[0]!;
    expect(entry).toMatchObject({ count: 30, holdingId: null, symbol: '', chain: 'Base' });
    expect(entry.kind === 'doubt' && entry.tokens.map(({ symbol }) => symbol).slice(0, 2)).toEqual([
      'T29',
      'T28'
    ]);
    expect(entry.kind === 'doubt' && entry.tokens).toHaveLength(20);
    const eth = holdingOf({ balance: '0' });
    const arrived = doubtedHoldingOf({ id: eth.id, symbol: 'ETH', worth: '90000', balance: '40' });
    const swap = doubtEventOf('began', {
      doubt: doubtRecordOf({ isPaired: true }),
      holdings: [doubtedHoldingOf(), arrived]
    });
    expect(watch([swap])[0]?.entry).toMatchObject({
      tokens: [{ symbol: 'USDC', amount: '-80000' }],
      count: 1
    });
  });

  it('names a refused chain on which nothing is held', () => {
    const after = modelWith();
    const refusal = { doubtId: 'd1', agreedMs: 0, answers: 1, answeredAt: NOW, worth: '0' };
    const verification = { ...after.verification, refusedChains: { 'w1/56': refusal } };
    const doubt = doubtRecordOf({ kind: 'refused-chain' });
    const [event] = watch([doubtEventOf('began', { doubt, holdings: [], worth: '0' })], {
      after: { ...after, verification }
    });
    expect(event?.entry).toMatchObject({ chainIndex: '56', chain: 'BNB Chain', tokens: [], count: 0 });
  });
});

describe('a doubt that became worth a notification', () => {
  it('makes no second entry while the first is deferred', () => {
    const held = [doubtOf({ silence: 'checking' })];
    expect(watch([doubtEventOf('told')], { memory: { ...EMPTY_ALERT_MEMORY, held } })).toEqual([]);
  });

  it('makes an entry that is notified when the first is deferred no longer, unless the rule is off', () => {
    expect(watch([doubtEventOf('told')])).toMatchObject([
      { entry: { phase: 'checking' }, suppressionReason: null }
    ]);
    expect(watch([doubtEventOf('told')], { rules: OFF })).toEqual([]);
  });
});

describe('the end of a doubt', () => {
  it('is notified only when its beginning was', () => {
    expect(reasonsOf(watch([doubtEventOf('as-before')]))).toEqual(['beginning-not-notified']);
    expect(reasonsOf(watch([doubtEventOf('as-before')], notified))).toEqual([null]);
    expect(reasonsOf(watch([doubtEventOf('as-before')], { ...notified, rules: OFF }))).toEqual([
      'switched-off'
    ]);
  });

  it('says what was in doubt, whatever the last answer says', () => {
    const back = doubtedHoldingOf({ last: { balance: '80000', price: '1', isRisky: false } });
    const [event] = watch([doubtEventOf('as-before', { holdings: [back] })], notified);
    expect(event?.entry).toMatchObject({ phase: 'as-before', tokens: [{ amount: '-80000' }] });
    const [gone] = watch([doubtEventOf('confirmed')], { ...notified, after: modelWith() });
    expect(gone?.entry).toMatchObject({ phase: 'confirmed', tokens: [{ amount: '-80000' }] });
  });

  it('is not notified when the person ended it', () =>
    expect(reasonsOf(watch([doubtEventOf('decided')], notified))).toEqual(['your-decision']));

  it('is not notified a second time when the departure says it', () => {
    const left = arrivalOf({ kind: 'left', amount: '-80000', holdingId: USDC.id });
    const confirmed = (others: readonly AlertEvent[]) =>
      reasonsOf(watch([doubtEventOf('confirmed')], { ...notified, others }));
    expect(confirmed([alertEventOf(left)])).toEqual(['notified-otherwise']);
    expect(confirmed([])).toEqual([null]);
    expect(confirmed([{ entry: left, suppressionReason: 'switched-off' }])).toEqual([null]);
    expect(confirmed([alertEventOf({ ...left, holdingId: 'w1/1/0xa/' })])).toEqual([null]);
  });

  it('is not notified a second time when the price alert of the token says it, in whichever wallet', () => {
    const doubt = doubtRecordOf({ kind: 'leap-of-price' });
    const event = doubtEventOf('confirmed', { doubt, holdings: [doubtedHoldingOf({ holds: ['price'] })] });
    const of = (holdingId: string) =>
      reasonsOf(watch([event], { ...notified, others: [alertEventOf(priceOf({ holdingId }))] }));
    expect(of('w2/8453/0xb/0xc01')).toEqual(['notified-otherwise']);
    expect(of('w2/1/0xb/0xc01')).toEqual([null]);
  });
});

describe('a return', () => {
  const returned = (wasTold: boolean) => [
    {
      type: 'returned' as const,
      holdingId: USDC.id,
      walletId: 'w1',
      symbol: 'USDC',
      amount: '80000',
      worth: '80000',
      wasTold
    }
  ];

  it('is notified only when its going was', () => {
    expect(watch(returned(true))).toMatchObject([
      {
        entry: {
          kind: 'doubt',
          phase: 'returned',
          doubtId: null,
          holdingId: USDC.id,
          chain: 'Base',
          tokens: [{ symbol: 'USDC', amount: '80000' }]
        },
        suppressionReason: null
      }
    ]);
    expect(reasonsOf(watch(returned(false)))).toEqual(['beginning-not-notified']);
  });
});

describe('the question', () => {
  const asked = (...holdingIds: string[]) => [{ type: 'question' as const, holdingIds, worth: '266200' }];

  it('is one entry for all tokens of all wallets; a single one is named', () => {
    expect(watch(asked('a', 'b', 'c'))).toMatchObject([
      {
        entry: { kind: 'unverified', count: 3, worth: '266200', walletId: null, symbol: '', holdingId: null },
        suppressionReason: null
      }
    ]);
    expect(watch(asked(USDC.id))[0]?.entry).toMatchObject({ count: 1, symbol: 'USDC', holdingId: USDC.id });
    expect(watch(asked())).toEqual([]);
  });

  it('is not notified when its rule is off', () =>
    expect(reasonsOf(watch(asked('a'), { rules: OFF }))).toEqual(['switched-off']));
});
