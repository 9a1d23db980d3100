// Drops the colour slots of chains, tokens and wallets that are no longer held, so that nothing of them stays on disk.
import { assetKeyOf } from '../../../shared/holdings/asset-key';
import type { ColourSlots, Settings } from '../../../shared/schema/settings';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import { assetLookup } from '../assets/assets';

/** For a removed wallet: `settings` and `snapshots` are those without it. */
export function withHeldColours(settings: Settings, snapshots: readonly WalletSnapshot[]): Settings {
  const holdings = snapshots.flatMap(snapshot => snapshot.holdings);
  const chains = new Set(holdings.map(({ chainIndex }) => chainIndex));
  const assetOf = assetLookup(settings.choices.joinWrapped);
  const tokens = new Set(holdings.map(holding => assetKeyOf({ ...holding, asset: assetOf(holding) })));
  const wallets = new Set(settings.wallets.map(({ id }) => id));
  const { colourSlots } = settings.choices;
  const heldOf = (slots: ColourSlots['chains'], held: ReadonlySet<string>) =>
    slots.filter(([key]) => held.has(key));
  const held = {
    chains: heldOf(colourSlots.chains, chains),
    tokens: heldOf(colourSlots.tokens, tokens),
    wallets: heldOf(colourSlots.wallets, wallets)
  };
  return { ...settings, choices: { ...settings.choices, colourSlots: held } };
}
