import { describe, expect, it } from 'vitest';
import { guardEmptyAnswer } from '../../../../electron/core/snapshots/empty-answer-guard';
import { emptySnapshot } from '../../../../electron/core/snapshots/update-snapshot';
import { DEFI } from '../../../../shared/domain/defi';
import type { Holding } from '../../../../shared/schema/holding';
import {
  answerOf,
  holdingOf,
  MINUTE_MS,
  NOW,
  outcomeOf,
  refusalOf,
  usdc,
  walletOf
} from '../../../fakes/holdings';

const snapshotOf = (holdings: readonly Holding[] = [holdingOf(), usdc()]) => ({
  ...emptySnapshot(walletOf()),
  holdings: [...holdings]
});
const empty = outcomeOf([answerOf([])]);
const codesOf = (outcome: typeof empty) =>
  outcome.refusals.map(({ chains, failure }) => [chains, failure.code]);

describe('an answer without a holding', () => {
  it('is rejected when the wallet had holdings', () => {
    const outcome = guardEmptyAnswer(empty, snapshotOf(), undefined, NOW);
    expect(outcome.answers).toEqual([]);
    expect(codesOf(outcome)).toEqual([[null, 'reply-empty']]);
    expect(outcome.emptyAnswer).toEqual({ '*': { since: NOW, polls: 1 } });
  });

  it.each<[string, readonly Holding[]]>([
    ['nothing was held', []],
    ['only DeFi was counted, which is polled by itself', [holdingOf({ chainIndex: DEFI })]]
  ])('is accepted where %s', (_what, holdings) => {
    expect(guardEmptyAnswer(empty, snapshotOf(holdings), undefined, NOW)).toBe(empty);
  });

  it.each([
    [2, 60, false],
    [3, 9.9, false],
    [3, 10, true],
    [40, 10, true],
    [40, 9.9, false]
  ])('is the poll %i in a row after %d min: accepted %s', (polls, minutes, isBelieved) => {
    const before = { since: NOW - minutes * MINUTE_MS, polls: polls - 1 };
    const outcome = guardEmptyAnswer(empty, snapshotOf(), { '*': before }, NOW);
    expect(outcome === empty).toBe(isBelieved);
    if (!isBelieved) expect(outcome.emptyAnswer).toEqual({ '*': { ...before, polls } });
  });

  it('is counted from the beginning after the clock was set back', () => {
    const before = { '*': { since: NOW + MINUTE_MS, polls: 9 } };
    expect(guardEmptyAnswer(empty, snapshotOf(), before, NOW).emptyAnswer).toEqual({
      '*': { since: NOW, polls: 1 }
    });
  });

  it('leaves the answers of other chains as they are', () => {
    const sound = answerOf([usdc()], { chains: ['8453'] });
    const outcome = outcomeOf([sound, answerOf([], { chains: ['1', '10'] })], [refusalOf('timeout', ['56'])]);
    const doubted = guardEmptyAnswer(outcome, snapshotOf(), undefined, NOW);
    expect(doubted.answers).toEqual([sound]);
    expect(codesOf(doubted)).toEqual([
      [['56'], 'timeout'],
      [['1', '10'], 'reply-empty']
    ]);
    expect(guardEmptyAnswer(outcome, snapshotOf([usdc()]), undefined, NOW)).toBe(outcome);
  });

  it('is confirmed separately: other chains that are empty for long do not confirm it', () => {
    const [swept, lost] = [answerOf([], { chains: ['1'] }), answerOf([], { chains: ['8453'] })];
    const before = { '1': { since: NOW - 10 * MINUTE_MS, polls: 2 } };
    const outcome = guardEmptyAnswer(outcomeOf([swept, lost]), snapshotOf(), before, NOW);
    expect(outcome.answers).toEqual([swept]);
    expect(codesOf(outcome)).toEqual([[['8453'], 'reply-empty']]);
    expect(outcome.emptyAnswer).toEqual({ '8453': { since: NOW, polls: 1 } });
  });

  it('is not empty if it has a row that cannot be read', () => {
    const damaged = outcomeOf([answerOf([], { damaged: ['1'] })]);
    expect(guardEmptyAnswer(damaged, snapshotOf(), undefined, NOW)).toBe(damaged);
  });
});
