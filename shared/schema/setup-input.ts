// Schema of the JSON input of `tokentray setup`: one key and its wallets.
import { z } from 'zod';
import { MAX_CHAINS } from '../domain/limits';
import { classifyHost, originOf } from '../domain/host';
import { defaultHostFor } from '../domain/sources';
import { Credentials } from './key';
import { AccountId, Address, ChainIndex, WalletName } from './wallet';

const Host = z
  .string()
  .refine(typed => !['not-a-host', 'not-https'].includes(classifyHost(typed)), 'is no https host')
  .transform(typed => originOf(typed) ?? typed);

const SetupWallet = z.discriminatedUnion('source', [
  z
    .object({
      name: WalletName,
      group: WalletName.optional(),
      source: z.literal('v5-account'),
      accountId: AccountId,
      chains: z.array(ChainIndex).max(MAX_CHAINS).default([])
    })
    .strict(),
  z
    .object({
      name: WalletName,
      group: WalletName.optional(),
      source: z.literal('v6-address'),
      address: Address,
      chains: z.array(ChainIndex).min(1).max(MAX_CHAINS)
    })
    .strict()
]);

export const SetupInput = z
  .object({
    apiKey: Credentials.shape.apiKey,
    secretKey: Credentials.shape.secretKey,
    passphrase: Credentials.shape.passphrase,
    projectId: Credentials.shape.projectId.default(null),
    /** Default: the host that OKX documents for the sources of the wallets. */
    host: Host.optional(),
    /** `group`: a group of wallets by name, which is made where there is none of that name. */
    wallets: z
      .array(SetupWallet)
      .min(1)
      .max(200)
      .refine(
        wallets => new Set(wallets.map(({ name }) => name)).size === wallets.length,
        'two wallets have the same name'
      )
  })
  .strict()
  .transform(given => ({
    ...given,
    isHostGiven: given.host !== undefined,
    host: given.host ?? defaultHostFor(given.wallets.map(({ source }) => source))
  }));
export type SetupInput = z.infer<typeof SetupInput>;
