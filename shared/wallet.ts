// A wallet: what is watched, by which source, with which key.
import { z } from 'zod';

/** Opaque: OKX's chainIndex is an EIP-155 id, a BIP-44 coin type or a number of its own. */
export const ChainIndex = z.string().regex(/^\d{1,12}$/);

/** Printable, one line, short enough for a menu row. */
export const WalletName = z.string().trim().min(1).max(40);

export const Wallet = z.object({
  id: z.string().min(1).max(64),
  name: WalletName,
  keyId: z.string().min(1).max(64),
  source: z.literal('v5-account'),
  accountId: z.string().trim().min(1).max(128),
  /** Empty: all chains of the account. */
  chains: z.array(ChainIndex).max(500)
});
export type Wallet = z.infer<typeof Wallet>;

export type SourceId = Wallet['source'];
