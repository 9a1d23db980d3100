// Schemas of the calls about wallets, chains, verdicts on holdings, and OKX accounts.
import { z } from 'zod';
import { AddressFamily, AddressReview, MAX_CHARACTERS } from '../schema/address-review';
import { FAILURE_CODES } from '../domain/failure';
import { AccountId, Address, ChainIndex, WalletName } from '../schema/wallet';

const Id = z.string().min(1).max(64);
const Done = z.object({ done: z.boolean() });

/** What went wrong at OKX, for the sentence of failure-words. */
export const CallFailure = z.object({
  outcome: z.literal('failed'),
  code: z.enum(FAILURE_CODES),
  serviceCode: z.string().nullable(),
  host: z.string().nullable(),
  clockOffsetMs: z.number().nullable(),
  internalErrorId: z.string().optional()
});
export type CallFailure = z.infer<typeof CallFailure>;

/** An answer with what was asked for, or the failure. */
function answerSchema<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('answered'), ...shape }),
    CallFailure
  ]);
}

export const ChainEntry = z.object({
  chainIndex: z.string(),
  name: z.string(),
  shortName: z.string(),
  family: AddressFamily,
  isTestnet: z.boolean()
});
export type ChainEntry = z.infer<typeof ChainEntry>;

/** An address to be watched, with the chains to ask. */
export const NewWallet = z.object({
  name: WalletName,
  address: Address,
  chains: z.array(ChainIndex).max(500)
});
export type NewWallet = z.infer<typeof NewWallet>;

export const AccountAddress = z.object({ chainIndex: ChainIndex, address: Address });

/** The outcome for one address of a list: what fails keeps no other one from being added. */
export const AddedWallet = z.object({
  address: z.string(),
  walletId: z.string().nullable(),
  problem: z.enum(['already-watched', 'no-chains', 'key-unknown', 'too-many']).nullable()
});

export const WALLET_CALLS = {
  /** Judges pasted text; asks nobody. */
  'addresses:review': {
    request: z.object({ text: z.string().max(4 * MAX_CHARACTERS) }).strict(),
    response: AddressReview
  },
  'wallets:add': {
    request: z
      .object({
        keyId: Id,
        wallets: z.array(NewWallet).max(1000)
      })
      .strict(),
    response: z.object({ added: z.array(AddedWallet) })
  },
  /** Only what is given changes. Other chains make a new silent baseline. */
  'wallet:change': {
    request: z
      .object({
        walletId: Id,
        name: WalletName.optional(),
        colour: z.number().int().min(1).max(6).nullable().optional(),
        isPaused: z.boolean().optional(),
        chains: z.array(ChainIndex).max(500).optional(),
        keyId: Id.optional()
      })
      .strict(),
    response: Done
  },
  'wallets:order': { request: z.object({ walletIds: z.array(Id).max(1000) }).strict(), response: Done },
  'chains:read': { request: z.object({}).strict(), response: z.object({ chains: z.array(ChainEntry) }) },
  /** The person's word on a holding; `believe-price` takes the doubted price over at once, `none` takes a verdict back. */
  'holding:judge': {
    request: z
      .object({
        holdingId: z.string().max(1000),
        verdict: z.enum(['count', 'keep-out', 'believe-price', 'none'])
      })
      .strict(),
    response: Done
  },
  'accounts:list': {
    request: z.object({ keyId: Id }).strict(),
    response: answerSchema({
      accounts: z.array(z.object({ accountId: z.string(), isWatchOnly: z.boolean() }))
    })
  },
  'accounts:detail': {
    request: z.object({ keyId: Id, accountId: AccountId }).strict(),
    response: answerSchema({ addresses: z.array(AccountAddress) })
  },
  'accounts:create': {
    request: z.object({ keyId: Id, addresses: z.array(AccountAddress).min(1).max(1000) }).strict(),
    response: answerSchema({ accountId: z.string() })
  },
  'accounts:change': {
    request: z
      .object({
        keyId: Id,
        accountId: AccountId,
        change: z.enum(['add', 'delete']),
        addresses: z.array(AccountAddress).min(1).max(1000)
      })
      .strict(),
    response: answerSchema({})
  },
  /** Deletes the watch list at OKX, after the window asked; the wallets that watch it here stay until removed. */
  'accounts:delete': {
    request: z.object({ keyId: Id, accountId: AccountId }).strict(),
    response: answerSchema({})
  }
} as const;
