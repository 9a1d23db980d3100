// Schemas of a wallet snapshot and of the file that stores all of them: holdings, parts, last failure.
import { z } from 'zod';
import { AlertMemory } from './alert-memory';
import { FAILURE_CODES } from '../domain/failure';
import { Holding } from './holding';

/** One wallet on one chain (or on every chain): the unit of age and completeness. */
export const Part = z.object({
  /** `*`: every chain of a wallet whose source answers them in one reply. */
  chainIndex: z.string(),
  /** When its holdings were last answered, ms; null: never. */
  answeredAt: z.number().nullable(),
  /** Why the last poll did not answer it; null: it did. */
  failure: z.enum(FAILURE_CODES).nullable(),
  /** When OKX last said that it does not support the chain, ms: the part is then not expected, and asked again once a day. */
  unsupportedAt: z.number().optional()
});
export type Part = z.infer<typeof Part>;

/** What is known of a wallet's last failure. */
export const WalletFailure = z.object({
  code: z.enum(FAILURE_CODES),
  /** First of an unbroken row of failures, ms. */
  since: z.number(),
  at: z.number(),
  serviceCode: z.string().nullable(),
  host: z.string().nullable(),
  clockOffsetMs: z.number().nullable(),
  /** Of a fault of ours: what it is called in the log. */
  bugId: z.string().optional()
});
export type WalletFailure = z.infer<typeof WalletFailure>;

export const WalletSnapshot = z.object({
  walletId: z.string(),
  /** What was asked: source, account, chains. Another fingerprint is another baseline. */
  asked: z.string(),
  parts: z.array(Part),
  holdings: z.array(Holding),
  failure: WalletFailure.nullable()
});
export type WalletSnapshot = z.infer<typeof WalletSnapshot>;

/** The file that brings the last total back at once after a start, and that the command line reads. */
export const StoredSnapshots = z.object({
  version: z.literal(1),
  savedAt: z.number(),
  wallets: z.array(WalletSnapshot),
  /** A part older than this is stale: the interval in force when it was saved decides. */
  staleAfterMs: z.number(),
  /** What the alerts remember, written with the snapshots they were decided on; a damaged one begins anew. */
  alerts: AlertMemory.optional().catch(undefined)
});
export type StoredSnapshots = z.infer<typeof StoredSnapshots>;
