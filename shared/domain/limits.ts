// Limits of what settings may hold: wallets, chains of a wallet, alert rules.
// A file of its own, because schemas, handlers and import check the same limit.

/** More wallets could not be polled within a quarter of an hour with one key. */
export const MAX_WALLETS = 800;
export const MAX_CHAINS = 500;
/** Settings with more rules are not read. */
export const MAX_ALERT_RULES = 500;
