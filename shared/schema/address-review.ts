// Schemas of the review of pasted addresses: one row for each pasted entry, with its verdict.
import { z } from 'zod';
import { ChainIndex, WalletName } from './wallet';

export const MAX_ENTRIES = 1000;
export const MAX_CHARACTERS = 100_000;
export const MAX_TYPED = 120;

/** The families of chains that can use an address; one address can fit several. */
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

/**
 * `private-key`: a private key, a recovery phrase, or text like them: the app neither stores nor shows it.
 * `extended-public-key` to `token-page`: it is known what it is, and that it is no address that can be watched.
 */
export const AddressVerdict = z.enum([
  'good',
  'wrong-checksum',
  'not-an-address',
  'testnet',
  'duplicate',
  'already-watched',
  'private-key',
  'extended-public-key',
  'domain-name',
  'other-coin',
  'transaction',
  'token-page'
]);
export type AddressVerdict = z.infer<typeof AddressVerdict>;

/**
 * What to ask before a good address is added.
 * `could-be-private-key`: 0x and 64 hex digits are an address of Sui or Aptos, and a private key of Ethereum as well.
 * `zeros-added`: shorter than usual for its family; right if zeros were left out, wrong if a digit was lost.
 */
export const AddressCaution = z.enum(['could-be-private-key', 'zeros-added']);
export type AddressCaution = z.infer<typeof AddressCaution>;

export const AddressRow = z.object({
  /** 1 is the first line of the paste. */
  line: z.number().int().min(1),
  /** The typed text, cut, without control characters; "" if it is, or is next to, what looks like a private key. */
  typed: z.string().max(MAX_TYPED),
  verdict: AddressVerdict,
  /** The address as it is stored and shown; "" if there is none, and for testnets. */
  address: z.string().max(256),
  /** The families of the address; with a wrong checksum or for a testnet, the intended ones. */
  families: z.array(AddressFamily),
  /** Mainnet chains on which the address can be polled, most used first; none without an address. */
  chains: z.array(ChainIndex),
  /** The one of `chains` that was named with the address, as in `base:0x…`; absent: none. */
  namedChain: ChainIndex.optional(),
  /** Of `other-coin`: its name; null: it is not known which coin. */
  coin: z.string().max(40).nullable().optional(),
  suggestedName: WalletName.nullable(),
  caution: AddressCaution.nullable(),
  /** The names of wallets that watch the address already; absent: none. */
  watchedBy: z.array(z.string()).optional()
});
export type AddressRow = z.infer<typeof AddressRow>;

export const AddressReview = z.object({
  /** In the order of the paste. */
  rows: z.array(AddressRow).max(MAX_ENTRIES),
  /** What was over the limits and not reviewed: entries after the last row, and characters after those. */
  unread: z.object({
    entries: z.number().int().nonnegative(),
    characters: z.number().int().nonnegative()
  })
});
export type AddressReview = z.infer<typeof AddressReview>;
