// The colours of chains and tokens outlast a restart, and every window has the same.
import { describe, expect, it } from 'vitest';
import { coloursOf } from '../../../../renderer/portfolio/colours';
import { DEFAULT_CHOICES } from '../../../../shared/domain/default-settings';
import type { AppState } from '../../../../shared/schema/app-state';
import { Choices, Settings, type ColourSlots } from '../../../../shared/schema/settings';
import { fresh } from '../../../fakes/states';

const NOW = Date.UTC(2026, 10, 22, 10, 32);
const NONE: ColourSlots = DEFAULT_CHOICES.colourSlots;

/** Chains of these values, in this order. */
function chainsOf(values: Readonly<Record<string, number>>, colourSlots = NONE): AppState {
  const state = fresh(NOW);
  const [chain] = state.portfolio.chains;
  const chains = Object.entries(values).map(([chainIndex, value]) => ({
    ...chain!,
    ...{ chainIndex, name: chainIndex, value: String(value) }
  }));
  return {
    ...state,
    choices: { ...state.choices, colourSlots },
    portfolio: { ...state.portfolio, chains }
  };
}

/** What is stored after a window has shown this state. */
const storedAfter = (state: AppState): ColourSlots => coloursOf(state).unsaved ?? state.choices.colourSlots;

describe('the stored colours', () => {
  it('a restart swaps no colours when another chain has become the largest', () => {
    const stored = storedAfter(chainsOf({ a: 3, b: 2, c: 1 }));
    const restarted = coloursOf(chainsOf({ b: 9, a: 3, c: 1 }, stored));
    expect(restarted.of('chain')).toEqual(coloursOf(chainsOf({ a: 3, b: 2, c: 1 })).of('chain'));
    expect(restarted.unsaved).toBeNull();
  });

  it('no two of the six share a colour, whatever comes and goes, and none changes while its chain stays', () => {
    let stored = NONE;
    let before = new Map<string, number>();
    for (let turn = 0; turn < 200; turn++) {
      const values = Object.fromEntries(
        Array.from({ length: 9 }, (_, i) => [`c${i}`, 1 + ((turn * 31 + i * 17 + turn * i * 7) % 97)])
      );
      const state = chainsOf(values, stored);
      const slots = coloursOf(state).of('chain');
      expect(slots.size).toBe(6);
      expect(new Set(slots.values()).size).toBe(6);
      for (const [key, slot] of slots) expect(before.get(key) ?? slot).toBe(slot);
      before = new Map(slots);
      stored = storedAfter(state);
      expect(coloursOf({ ...state, choices: { ...state.choices, colourSlots: stored } }).unsaved).toBeNull();
    }
  });

  it('nothing is forgotten before the first answer', () => {
    const stored = storedAfter(chainsOf({ a: 3, b: 2 }));
    const state = chainsOf({}, stored);
    for (const phase of ['loading', 'refused', 'first-run'] as const)
      expect(coloursOf({ ...state, phase }).unsaved).toBeNull();
    const unanswered = { ...state, portfolio: { ...state.portfolio, takenAt: null } };
    expect(coloursOf(unanswered).unsaved).toBeNull();
  });

  it('a token of any id keeps its colour in the file', () => {
    const state = fresh(NOW);
    const [row] = state.portfolio.holdings;
    const holdings = [{ ...row!, asset: '__proto__' }];
    const choices = { ...state.choices, colourSlots: NONE };
    const stored = storedAfter({ ...state, choices, portfolio: { ...state.portfolio, holdings } });
    expect(stored.tokens).toEqual([['__proto__', 1]]);
    expect(Choices.shape.colourSlots.parse(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
  });

  it.each([
    ['none, as in an older file', undefined],
    ['damaged', { chains: 'x' }],
    ['too many', { ...NONE, chains: Array.from({ length: 7 }, (_, i) => [`c${i}`, 1]) }],
    ['a colour that does not exist', { ...NONE, tokens: [['ETH', 7]] }]
  ])('colours that are %s leave the other settings as they are', (_, colourSlots) => {
    const choices = { ...DEFAULT_CHOICES, isHidden: true, colourSlots };
    const read = Settings.parse({ version: 1, keys: [], wallets: [], choices });
    expect(read.choices).toEqual({ ...DEFAULT_CHOICES, isHidden: true });
  });
});
