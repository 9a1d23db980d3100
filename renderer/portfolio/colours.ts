// Assigns series colours and avatar letters, and keeps them from one poll to the next.
import type { AppState } from '../../shared/schema/app-state';
import { nameLetters } from '../ui/display/avatar-letters';
import type { Grouping } from '../state/holding-filters';
import { portions } from './allocation';
import { nextSlots, type Slot } from '../ui/display/series-colours';

export interface Colours {
  of(by: Grouping): ReadonlyMap<string, Slot>;
  /** Avatar letters by the name of a chain or wallet. */
  readonly letters: ReadonlyMap<string, string>;
}

/** Returns a function that assigns the colours of a state and remembers earlier assignments. */
export function rememberColours(): (app: AppState) => Colours {
  let chains: ReadonlyMap<string, Slot> = new Map();
  let tokens: ReadonlyMap<string, Slot> = new Map();
  let wallets: ReadonlyMap<string, Slot> = new Map();
  return app => {
    const keys = (by: 'chains' | 'tokens' | 'wallets'): string[] => portions(app, by).map(({ key }) => key);
    chains = nextSlots(chains, keys('chains'));
    tokens = nextSlots(tokens, keys('tokens'));
    wallets = nextSlots(wallets, keys('wallets'));
    const chosen = app.portfolio.wallets.flatMap(({ wallet: { id, colour } }) =>
      colour === undefined ? [] : [[id, colour as Slot] as const]
    );
    const slots = {
      chain: chains,
      token: tokens,
      wallet: new Map([...wallets, ...chosen]),
      nothing: tokens
    };
    const names = [
      ...nameLetters(app.portfolio.chains.map(({ name }) => name)),
      ...nameLetters(app.portfolio.wallets.map(({ wallet }) => wallet.name))
    ];
    return { of: by => slots[by], letters: new Map(names) };
  };
}
