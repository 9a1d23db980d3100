// What the keys do that work on every page.
import { tick } from 'svelte';
import type { Range } from '../../shared/record-calls';
import type { KeyAct } from '../lib/keys';
import type { History } from './history.svelte';
import type { Model } from './model.svelte';
import type { View } from './view.svelte';

export interface Reach {
  readonly model: Model;
  readonly view: View;
  readonly history: History;
  /** ms since 1970. */
  readonly now: number;
}

async function search(view: View): Promise<void> {
  if (view.screen !== 'activity') view.go('overview');
  await tick();
  document.getElementById('search')?.focus();
}

function back(view: View): void {
  if (view.screen === 'overview') view.clearFilters();
  else view.go('overview');
}

export function perform(act: KeyAct, { model, view, history, now }: Reach): void {
  const look = (range: Range): void => {
    if (view.screen === 'overview') history.pick(range, now);
  };
  const acts: Record<KeyAct, () => void> = {
    search: () => void search(view),
    refresh: () => void model.tell('poll:refresh', {}),
    hide: () => void model.tell('choices:change', { isHidden: !model.app?.choices.isHidden }),
    group: () => view.cycleGrouping(),
    settings: () => view.go('settings'),
    back: () => back(view),
    '1d': () => look('1d'),
    '1w': () => look('1w'),
    '1m': () => look('1m'),
    '1y': () => look('1y'),
    all: () => look('all')
  };
  acts[act]();
}
