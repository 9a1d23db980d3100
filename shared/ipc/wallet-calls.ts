// Schemas of the calls about wallets, chains and OKX accounts.
import { z } from 'zod';
import { MAX_CHAINS, MAX_GROUPS } from '../domain/limits';
import { AddressFamily, AddressReview, MAX_CHARACTERS } from '../schema/address-review';
import { FAILURE_CODES } from '../domain/failure';
import { AccountId, Address, ChainIndex, RemovedWallet, WalletGroup, WalletName } from '../schema/wallet';

const Id = z.string().min(1).max(64);
const Done = z.object({ done: z.boolean() });

/** What went wrong at OKX, for the sentence of failure-text.ts. */
export const CallFailure = z.object({
  outcome: z.literal('failed'),
  code: z.enum(FAILURE_CODES),
  serviceCode: z.string().nullable(),
  host: z.string().nullable(),
  clockOffsetMs: z.number().nullable(),
  internalErrorId: z.string().optional()
});
export type CallFailure = z.infer<typeof CallFailure>;

/** An answer with the requested data, or the failure. */
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

/** An address to watch, with the chains to poll. */
export const NewWallet = z.object({
  name: WalletName,
  address: Address,
  chains: z.array(ChainIndex).max(MAX_CHAINS)
});
export type NewWallet = z.infer<typeof NewWallet>;

export const AccountAddress = z.object({ chainIndex: ChainIndex, address: Address });

/** The outcome for one address of a list: a failure does not stop the other addresses from being added. */
const AddedWallet = z.object({
  address: z.string(),
  walletId: z.string().nullable(),
  problem: z.enum(['already-watched', 'no-chains', 'key-unknown', 'too-many', 'not-an-address']).nullable()
});

export const WALLET_CALLS = {
  /** Reviews pasted text, without a request. */
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
  /** Only the given fields change. Other chains begin a new baseline, without alerts. */
  'wallet:change': {
    request: z
      .object({
        walletId: Id,
        name: WalletName.optional(),
        colour: z.number().int().min(1).max(6).nullable().optional(),
        isPaused: z.boolean().optional(),
        chains: z.array(ChainIndex).max(MAX_CHAINS).optional(),
        keyId: Id.optional()
      })
      .strict(),
    response: Done
  },
  /** Removed wallets whose history is kept, the latest first. */
  'wallets:removed': {
    request: z.object({}).strict(),
    response: z.object({ wallets: z.array(RemovedWallet) })
  },
  /** Deletes the history of a removed wallet. */
  'wallet:forget': { request: z.object({ walletId: Id }).strict(), response: Done },
  'wallets:order': { request: z.object({ walletIds: z.array(Id).max(1000) }).strict(), response: Done },
  /**
   * All groups of wallets, in their order; an empty id is a new group. Those left out are gone, with their alert rules.
   * `ids`: of these groups; null: nothing was changed, because two have the same name.
   */
  'groups:change': {
    request: z
      .object({
        groups: z
          .array(WalletGroup.extend({ id: z.string().max(64), name: WalletName }).strict())
          .max(MAX_GROUPS)
      })
      .strict(),
    response: z.object({ ids: z.array(z.string()).nullable() })
  },
  'chains:read': { request: z.object({}).strict(), response: z.object({ chains: z.array(ChainEntry) }) },
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
  /** Deletes the watch list at OKX, after the window asked the person; the wallets of it stay here until removed. */
  'accounts:delete': {
    request: z.object({ keyId: Id, accountId: AccountId }).strict(),
    response: answerSchema({})
  }
} as const;
