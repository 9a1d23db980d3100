// What the alerts remember at first: nothing. Apart from the schema, so that it is light to load.
import type { AlertMemory } from '../../../shared/schema/alert-memory';

export const NO_MEMORY: AlertMemory = {
  prices: {},
  totals: {},
  keys: {},
  polls: {},
  toldAt: {},
  notices: [],
  cappedAt: 0,
  held: []
};
