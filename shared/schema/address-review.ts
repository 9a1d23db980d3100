// Schemas of the review of pasted addresses: one row for each pasted entry, with its verdict.
import { z } from 'zod';
import { ChainIndex, WalletName } from './wallet';

export const MAX_ENTRIES = 1000;
export const MAX_CHARACTERS = 100_000;
export const MAX_TYPED = 120;

/** Which chains understand an address; one address can fit several. */
export const AddressFamily = z.enum([
  'evm',
  'utxo',
  'tron',
  'solana',
  'ton',
  'sui',
  'move',
  'cosmos',
  'substrate'
]);
export type AddressFamily = z.infer<typeof AddressFamily>;

/** `private-key` is also a recovery phrase, and whatever is like either: the app holds none and shows none. */
export const AddressVerdict = z.enum([
  'good',
  'wrong-checksum',
  'not-an-address',
  'testnet',
  'duplicate',
  'already-watched',
  'private-key'
]);
export type AddressVerdict = z.infer<typeof AddressVerdict>;

/**
 * What to ask before a good address is taken.
 * `could-be-private-key`: 0x and 64 hex digits are an address of Sui or Aptos, and a private key of Ethereum as well.
 * `zeros-added`: shorter than its family writes it; right when its zeros were left out, wrong when a digit was lost.
 */
export const AddressCaution = z.enum(['could-be-private-key', 'zeros-added']);
export type AddressCaution = z.infer<typeof AddressCaution>;

export const AddressRow = z.object({
  /** 1 is the first line of the paste. */
  line: z.number().int().min(1),
  /** Cut, control characters removed. "" when it was, or was beside, what looks like a private key. */
  typed: z.string().max(MAX_TYPED),
  verdict: AddressVerdict,
  /** As it is stored and shown; "" when the paste gives none, and for testnets. */
  address: z.string().max(256),
  /** Of a wrong checksum and a testnet, too: what it was meant to be. */
  families: z.array(AddressFamily),
  /** Mainnet chains on which it can be asked, most used first; none without an address. */
  chains: z.array(ChainIndex),
  suggestedName: WalletName.nullable(),
  caution: AddressCaution.nullable()
});
export type AddressRow = z.infer<typeof AddressRow>;

export const AddressReview = z.object({
  /** In the order of the paste. */
  rows: z.array(AddressRow).max(MAX_ENTRIES),
  /** What was beyond the limits and not looked at: entries after the last row, characters after those. */
  unread: z.object({
    entries: z.number().int().nonnegative(),
    characters: z.number().int().nonnegative()
  })
});
export type AddressReview = z.infer<typeof AddressReview>;
