// The badge beside the total: a text for each state, the worst state first, and the number unchanged.
import { screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../../../shared/schema/app-state';
import * as states from '../../fakes/states';
import { NOW, open } from '../mount-window';

describe('the badge of the total', () => {
  const kinds: [string, AppState, string, string][] = [
    ['fresh', states.fresh(NOW), '12 s ago · all answered', ''],
    ['partial', states.partial(NOW), '5 of 6 answered', 'warn'],
    ['stale', states.stale(NOW), '24 min old · 0 of 6 answered', 'warn'],
    ['failing', states.failing(NOW), 'Key not accepted · 3 h old', 'err'],
    ['paused', states.paused(NOW), 'Paused until 23 Nov 06:32', '']
  ];

  it.each(kinds)('the badge shows the state %s', async (_, state, text, tone) => {
    await open(state);
    const badge = screen.getAllByText(text).find(node => node.classList.contains('badge'));
    expect(badge?.className.split(' ').filter(name => name === 'warn' || name === 'err')).toEqual(
      tone === '' ? [] : [tone]
    );
    expect(screen.getByText('$42,070').textContent).toBe('$42,070.97');
  });
});
