// What `tokentray setup` reads: one key and the wallets that it asks for, as JSON.
import { z } from 'zod';
import { DEFAULT_HOST, judgeHost, originOf } from './host';
import { Credentials } from './key';
import { ChainIndex, WalletName } from './wallet';

const Host = z
  .string()
  .refine(typed => !['not-a-host', 'not-https'].includes(judgeHost(typed)), 'is no https host')
  .transform(typed => originOf(typed) ?? typed)
  .default(DEFAULT_HOST);

export const Provision = z
  .object({
    apiKey: Credentials.shape.apiKey,
    secretKey: Credentials.shape.secretKey,
    passphrase: Credentials.shape.passphrase,
    projectId: Credentials.shape.projectId.default(null),
    host: Host,
    wallets: z
      .array(
        z
          .object({
            name: WalletName,
            source: z.literal('v5-account'),
            accountId: z.string().trim().min(1).max(128),
            chains: z.array(ChainIndex).max(500).default([])
          })
          .strict()
      )
      .min(1)
      .max(200)
      .refine(
        wallets => new Set(wallets.map(({ name }) => name)).size === wallets.length,
        'two wallets have the same name'
      )
  })
  .strict();
export type Provision = z.infer<typeof Provision>;
