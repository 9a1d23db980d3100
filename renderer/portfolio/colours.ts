// Assigns series colours and avatar letters by the stored slots, and tells which slots are to be stored next.
import type { AppState } from '../../shared/schema/app-state';
import type { ColourSlots } from '../../shared/schema/settings';
import { localChainName } from '../../shared/text/names';
import type { CallMain } from '../state/app-state.svelte';
import { nameLetters } from '../ui/display/avatar-letters';
import type { Grouping } from '../state/holding-filters';
import { assetKeyOf, type AssetFacts } from '../../shared/holdings/asset-key';
import { portions, type ShareBy } from './allocation';
import { nextSlots, slotOf, type Slot } from '../ui/display/series-colours';

export interface Colours {
  of(by: Grouping): ReadonlyMap<string, Slot>;
  /** Avatar letters by the name of a chain, a wallet or a group. */
  readonly letters: ReadonlyMap<string, string>;
  /** The slots to store, in place of those of the state; null: they are the same, or not known yet. */
  readonly unsaved: ColourSlots | null;
}

/** Every window makes the same of one state: what is stored alone decides which colour is whose. */
export function coloursOf(app: AppState): Colours {
  const stored = app.choices.colourSlots;
  const slotsOf = (by: ShareBy): Map<string, Slot> =>
    nextSlots(
      new Map(stored[by] as readonly (readonly [string, Slot])[]),
      portions(app, by).map(({ key }) => key)
    );
  const [chains, tokens, wallets] = [slotsOf('chains'), slotsOf('tokens'), slotsOf('wallets')];
  const chosen = app.portfolio.wallets.flatMap(({ wallet: { id, colour } }) =>
    colour === undefined ? [] : [[id, colour as Slot] as const]
  );
  const slots = {
    chain: chains,
    token: tokens,
    wallet: new Map([...wallets, ...chosen]),
    group: new Map((app.portfolio.groups ?? []).map(({ group }) => [group.id, group.colour as Slot])),
    nothing: tokens
  };
  const next = { chains: sorted(chains), tokens: sorted(tokens), wallets: sorted(wallets) };
  // Before the first answer nothing is among the six; that is no reason to forget who was.
  const isKnown = app.phase === 'ready' && app.portfolio.takenAt !== null;
  const isSame = JSON.stringify(next) === JSON.stringify(stored);
  const names = [
    ...nameLetters(app.portfolio.chains.map(({ name }) => localChainName(name))),
    ...nameLetters(app.portfolio.wallets.map(({ wallet }) => wallet.name)),
    ...nameLetters((app.portfolio.groups ?? []).map(({ group }) => group.name))
  ];
  return { of: by => slots[by], letters: new Map(names), unsaved: isKnown && !isSame ? next : null };
}

/** The colour of a token: one for all that are the same coin. */
export function tokenSlot(colours: Colours, token: AssetFacts): Slot {
  const key = assetKeyOf(token);
  return slotOf(colours.of('token'), key, key);
}

/** Stores the slots that have a new owner. */
export function saveColours({ unsaved }: Colours, callMain: CallMain): void {
  if (unsaved) void callMain('choices:change', { colourSlots: unsaved });
}

function sorted(slots: ReadonlyMap<string, Slot>): ColourSlots['chains'] {
  return [...slots].sort(([, a], [, b]) => a - b);
}
