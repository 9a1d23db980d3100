// The row of DeFi positions: no chain of its own, but listed as one, so that rows add up to the total.

/** In place of a chainIndex. */
export const DEFI = 'defi';
