// Schemas of a wallet snapshot and of the file that stores all of them: holdings, parts, last failure.
import { z } from 'zod';
import { AlertMemory } from './alert-memory';
import { FAILURE_CODES } from '../domain/failure';
import { Holding } from './holding';
import { VerificationMemory } from './verification';

/** One wallet on one chain (or on every chain): the unit of age and completeness. */
export const Part = z.object({
  /** `*`: every chain of a wallet whose source answers them in one reply. */
  chainIndex: z.string(),
  /** When its holdings were last answered, ms; null: never. */
  answeredAt: z.number().nullable(),
  /** Why the last poll did not answer the part; null: it did. */
  failure: z.enum(FAILURE_CODES).nullable(),
  /** When OKX last said that it does not support the chain, ms: it is then not expected, and polled once a day. */
  unsupportedAt: z.number().optional(),
  /** How many rows of the last answer could not be read; absent: none. */
  unreadableRows: z.number().optional()
});
export type Part = z.infer<typeof Part>;

/** What is known about the last failure of a wallet. */
export const WalletFailure = z.object({
  code: z.enum(FAILURE_CODES),
  /** Time of the first in a row of consecutive failures, ms. */
  since: z.number(),
  at: z.number(),
  serviceCode: z.string().nullable(),
  host: z.string().nullable(),
  clockOffsetMs: z.number().nullable(),
  /** The ID of an internal error in the log. */
  bugId: z.string().optional()
});
export type WalletFailure = z.infer<typeof WalletFailure>;

export const WalletSnapshot = z.object({
  walletId: z.string(),
  /** The fingerprint of the query: source, account, chains. When it changes, a new baseline begins. */
  asked: z.string(),
  parts: z.array(Part),
  holdings: z.array(Holding),
  /**
   * Decimals of tokens (`chainIndex/canonical id`) that two different amounts gave: raw units that say otherwise are not
   * used.
   */
  decimals: z.record(z.string(), z.number()).optional(),
  failure: WalletFailure.nullable()
});
export type WalletSnapshot = z.infer<typeof WalletSnapshot>;

/** The stored file: the app shows the last total from it at once after a start, and the command line reads it. */
export const StoredSnapshots = z.object({
  version: z.literal(1),
  savedAt: z.number(),
  /** The version of the identities by which its ids were written; absent: the first. */
  identityVersion: z.number().optional(),
  wallets: z.array(WalletSnapshot),
  /** A part older than this is stale; computed from the poll interval at the time of saving. */
  staleAfterMs: z.number(),
  /** The alert memory, written with the snapshots it was computed from; a damaged one is replaced by an empty one. */
  alerts: AlertMemory.optional().catch(undefined),
  /** Absent or damaged: what counts, counts on. */
  verification: VerificationMemory.optional().catch(undefined)
});
export type StoredSnapshots = z.infer<typeof StoredSnapshots>;
