// Schemas of the calls about parts of the portfolio and pages outside: the age of each part, explorers, OKX's portals.
import { z } from 'zod';
import { FAILURE_CODES } from '../domain/failure';
import { HOST_REGIONS } from '../domain/host';
import { ChainIndex } from '../schema/wallet';

/** One wallet on one chain, the unit of age and completeness. */
export const PartRow = z.object({
  walletId: z.string(),
  /** `*`: every chain of the wallet, answered in one reply. */
  chainIndex: z.string(),
  /** Name of the chain; "" for every chain. */
  name: z.string(),
  /** ms; null: never answered. */
  answeredAt: z.number().nullable(),
  /** Why the last poll did not answer the part; null: it did. */
  failure: z.enum(FAILURE_CODES).nullable(),
  /** OKX does not support the chain: the total is complete without it. */
  isUnsupported: z.boolean(),
  isStale: z.boolean(),
  /** How many rows of the last answer could not be read. */
  unreadableRows: z.number()
});
export type PartRow = z.infer<typeof PartRow>;

export const DETAIL_CALLS = {
  /** How the price of a holding moved in seven days, from past prices, in percent; null: none is known there. */
  'price:week': {
    request: z.object({ holdingId: z.string().max(1000) }).strict(),
    response: z.object({ percent: z.string().nullable() })
  },
  'parts:read': { request: z.object({}).strict(), response: z.object({ parts: z.array(PartRow) }) },
  /**
   * The request names an address of the portfolio, never a page: main builds the page's address from its own list, and
   * asks the person. `unknown`: the portfolio has no such address, or there is no website for it.
   */
  'explorer:open': {
    request: z
      .object({ chainIndex: ChainIndex, kind: z.enum(['token', 'address']), address: z.string().max(512) })
      .strict(),
    response: z.object({ outcome: z.enum(['opened', 'cancelled', 'unknown', 'failed']) })
  },
  /** OKX's page where a key is made. The request names a region alone; main has the pages, and asks the person. */
  'portal:open': {
    request: z.object({ region: z.enum(HOST_REGIONS) }).strict(),
    response: z.object({ outcome: z.enum(['opened', 'cancelled', 'failed']) })
  }
} as const;
