// The filters that are on, as chips that take them away again.
import type { AppState } from '../../../shared/schema/app-state';
import { chainNames, walletNames } from '../../portfolio/names';
import type { Looking } from '../../state/holding-filters';
import { FILTERS } from '../../text/holdings';
import { TABLE } from '../../text/overview';

export interface Chip {
  readonly filter: 'chain' | 'wallet' | 'type' | 'only' | 'risky';
  readonly text: string;
  /** What pressing it does. */
  readonly label: string;
}

const alone = (filter: Chip['filter'], text: string): Chip => ({ filter, text, label: TABLE.remove(text) });

export function chipsOf(app: AppState, { chain, wallet, type, only, showsRisky }: Looking): Chip[] {
  const chips: Chip[] = [];
  if (chain !== null) chips.push(alone('chain', chainNames(app).get(chain) ?? chain));
  if (wallet !== null) chips.push(alone('wallet', walletNames(app).get(wallet) ?? ''));
  if (type !== null) chips.push(alone('type', FILTERS.types[type]));
  if (only !== null && only !== 'counted') chips.push(alone('only', FILTERS.onlyKinds[only]));
  if (showsRisky)
    chips.push({ filter: 'risky', text: FILTERS.riskyShown, label: FILTERS.remove(FILTERS.riskyShown) });
  return chips;
}
