import { describe, expect, it } from 'vitest';
import type { Move } from '../../../electron/core/compare';
import { decide, noticeOf } from '../../../electron/core/notice';
import { DEFAULT_CHOICES } from '../../../shared/default-settings';
import { chainFacts, holdingOf, NOW, usdc } from '../../fakes/holdings';

const move = (change: Partial<Move> = {}): Move => ({
  holding: usdc(),
  standing: 'counted',
  amount: '250',
  worth: '250',
  ...change
});
const place = ({ holding }: Move) => ({ chain: chainFacts(holding.chainIndex).name, wallet: 'Cold wallet' });

function tell(moves: Move[], isHidden = false) {
  return noticeOf(
    moves.map(one => decide(one, DEFAULT_CHOICES)),
    place,
    isHidden,
    NOW
  );
}

describe('a move is silent', () => {
  it.each([
    [null, move(), {}],
    [null, move({ amount: '-250', worth: '-250' }), {}],
    [null, move({ worth: '10' }), {}],
    ['below-threshold', move({ worth: '9.999999999999999999999' }), {}],
    ['below-threshold', move({ worth: '-9.99' }), {}],
    [null, move({ worth: '0.01' }), { notifyFromUsd: '0' }],
    ['switched-off', move(), { notifyAmounts: false }],
    ['risky', move({ holding: usdc({ isRisky: true }), standing: 'risky' }), {}],
    ['risky', move({ holding: usdc({ isRisky: true }) }), { countRisky: true }],
    ['not-counted', move({ worth: null, standing: 'unpriced' }), {}],
    ['not-counted', move({ standing: 'unverified' }), {}],
    ['not-counted', move({ standing: 'testnet' }), {}]
  ] as const)('for the reason %s: %j with %j', (silence, one, choices) =>
    expect(decide(one, { ...DEFAULT_CHOICES, ...choices }).silence).toBe(silence)
  );
});

describe('a notice', () => {
  it('says what, how much and where', () => {
    expect(tell([move()])).toEqual({
      at: NOW,
      title: 'Received 250 USDC',
      body: 'Base · Cold wallet',
      holdingId: usdc().id
    });
    expect(tell([move({ amount: '-1234.5', worth: '-1234.5' })])?.title).toBe('Sent 1,234.5 USDC');
  });

  it('is none when nothing is told', () => {
    expect(tell([])).toBe(null);
    expect(tell([move({ worth: '1' }), move({ standing: 'risky' })])).toBe(null);
  });

  it('is one for all of a poll, largest first, and counts what does not fit', () => {
    const moves = ['20', '-70', '30', '40', '5', '60', '50'].map((worth, i) =>
      move({ holding: holdingOf({ symbol: `T${i}`, tokenAddress: `0x${i}` }), amount: worth, worth })
    );
    expect(tell(moves)).toMatchObject({
      title: '6 amounts changed',
      body: [
        'Sent 70 T1 · Ethereum',
        'Received 60 T5 · Ethereum',
        'Received 50 T6 · Ethereum',
        'Received 40 T3 · Ethereum',
        'and 2 more'
      ].join('\n'),
      holdingId: moves[1]!.holding.id
    });
  });

  it('names no amount while balances are hidden', () => {
    expect(tell([move()], true)?.title).toBe('Received ••• USDC');
    expect(tell([move(), move({ amount: '-7', worth: '-700' })], true)?.body).toBe(
      'Sent ••• USDC · Base\nReceived ••• USDC · Base'
    );
  });
});
