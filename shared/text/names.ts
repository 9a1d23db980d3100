// Makes the display name of a mover and the title of a profile.
import type { Change, Portfolio } from '../schema/app-state';

type Mover = Change['movers'][number];

/** `ETH`, or `ETH · Base` if another mover is an ETH on another chain. */
export function moverName(
  mover: Mover,
  { movers }: Pick<Change, 'movers'>,
  chains: Portfolio['chains']
): string {
  const isUnique = movers.filter(({ symbol }) => symbol === mover.symbol).length < 2;
  if (isUnique) return mover.symbol;
  const [, chainIndex = ''] = mover.holdingId.split('/');
  return `${mover.symbol} · ${chains.find(chain => chain.chainIndex === chainIndex)?.name ?? chainIndex}`;
}

export function profileTitle(profileName: string | null | undefined): string {
  return profileName ? `Tokentray · ${profileName}` : 'Tokentray';
}
