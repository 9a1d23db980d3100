// Makes the chips of the active filters; a click on a chip removes its filter.
import type { AppState } from '../../../shared/schema/app-state';
import { filteredAssetName } from '../../portfolio/asset-names';
import { chainNames, groupName, walletNames } from '../../portfolio/names';
import type { HoldingFilters } from '../../state/holding-filters';
import { FILTER_TEXT } from '../../text/holdings';
import { TABLE_TEXT } from '../../text/overview';

export interface Chip {
  readonly filter: 'chain' | 'wallet' | 'group' | 'asset' | 'type' | 'only' | 'risky';
  readonly text: string;
  /** Says what a click on the chip does. */
  readonly label: string;
}

const singleFilterChip = (filter: Chip['filter'], text: string): Chip => ({
  filter,
  text,
  label: TABLE_TEXT.remove(text)
});

export function chipsOf(
  app: AppState,
  { chain, wallet, group, asset, type, only, showsRisky }: HoldingFilters
): Chip[] {
  const chips: Chip[] = [];
  if (chain !== null) chips.push(singleFilterChip('chain', chainNames(app).get(chain) ?? chain));
  if (wallet !== null) chips.push(singleFilterChip('wallet', walletNames(app).get(wallet) ?? ''));
  if (group !== null) chips.push(singleFilterChip('group', groupName(app, group) ?? ''));
  if (asset !== null) chips.push(singleFilterChip('asset', filteredAssetName(app.portfolio, asset)));
  if (type !== null) chips.push(singleFilterChip('type', FILTER_TEXT.types[type]));
  if (only !== null && only !== 'counted') chips.push(singleFilterChip('only', FILTER_TEXT.onlyKinds[only]));
  if (showsRisky)
    chips.push({
      filter: 'risky',
      text: FILTER_TEXT.riskyShown,
      label: FILTER_TEXT.remove(FILTER_TEXT.riskyShown)
    });
  return chips;
}
