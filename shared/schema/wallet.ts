// Schema of a wallet: what is watched, from which source, with which key.
import { z } from 'zod';
import { MAX_CHAINS } from '../domain/limits';
import type { SourceId } from '../domain/sources';

/** Opaque: OKX's chainIndex is an EIP-155 id, a BIP-44 coin type or a number of its own. */
export const ChainIndex = z.string().regex(/^\d{1,12}$/);

/** Printable, one line, short enough for a menu row. */
export const WalletName = z.string().trim().min(1).max(40);

const common = {
  id: z.string().min(1).max(64),
  name: WalletName,
  keyId: z.string().min(1).max(64),
  /** Slot of the series colour; absent: chosen by the wallet's index. */
  colour: z.number().int().min(1).max(6).optional(),
  /** The wallet is not polled; its last values stay and still count. */
  isPaused: z.boolean().optional()
};

export const AccountId = z.string().trim().min(1).max(128);
export const Address = z.string().trim().min(1).max(256);

export const Wallet = z.discriminatedUnion('source', [
  z.object({
    ...common,
    source: z.literal('v5-account'),
    accountId: AccountId,
    /** Empty: all chains of the account. */
    chains: z.array(ChainIndex).max(MAX_CHAINS)
  }),
  z.object({
    ...common,
    source: z.literal('v6-address'),
    address: Address,
    chains: z.array(ChainIndex).min(1).max(MAX_CHAINS)
  })
]);
export type Wallet = z.infer<typeof Wallet>;

/** The wallet of one source. */
export type WalletOf<Source extends SourceId> = Extract<Wallet, { source: Source }>;
