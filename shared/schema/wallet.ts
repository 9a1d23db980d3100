// Schema of a wallet: what is watched, from which source, with which key.
import { z } from 'zod';
import { MAX_CHAINS, MAX_WALLETS } from '../domain/limits';
import type { SourceId } from '../domain/sources';
import { cleanName, cleanStoredName } from '../names/clean-name';

/** Opaque: OKX's chainIndex is an EIP-155 id, a BIP-44 coin type or a number of its own. */
export const ChainIndex = z.string().regex(/^\d{1,12}$/);

/** Longer text is refused before it is cleaned. */
const MAX_UNCLEAN_CHARACTERS = 1000;

/** One line without misleading characters, short enough for a menu row; from wherever it comes. */
export const WalletName = z
  .string()
  .max(MAX_UNCLEAN_CHARACTERS)
  .transform(cleanName)
  .pipe(z.string().min(1).max(40));

const StoredName = z.string().transform(cleanStoredName).pipe(WalletName);

const common = {
  id: z.string().min(1).max(64),
  name: StoredName,
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

/** A group of wallets, such as cold or family. It only shows wallets together: what counts in all is the same without it. */
export const WalletGroup = z.object({
  id: common.id,
  name: StoredName,
  /** Slot of its colour. */
  colour: z.number().int().min(1).max(6),
  /** No wallet is in two groups; an id without a wallet has no effect. */
  walletIds: z.array(common.id).max(MAX_WALLETS)
});
export type WalletGroup = z.infer<typeof WalletGroup>;

/** A wallet that was removed, and whose history is kept: a line of its own, until the person deletes it. */
export const RemovedWallet = z.object({
  id: common.id,
  name: StoredName,
  /** ms */
  removedAt: z.number()
});
export type RemovedWallet = z.infer<typeof RemovedWallet>;

/** The wallet of one source. */
export type WalletOf<Source extends SourceId> = Extract<Wallet, { source: Source }>;
