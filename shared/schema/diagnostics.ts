// Schema of the Diagnostics page: checks with one sentence each, and the last failures.
// No sentence holds an address, an amount or a secret.
import { z } from 'zod';
import { FAILURE_CODES } from '../domain/failure';

const Check = z.object({
  id: z.enum([
    'runtime',
    'key',
    'clock',
    'host',
    'proxy',
    'ca-file',
    'budget',
    'past-prices',
    'keychain',
    'tray',
    'lock',
    'notifications',
    'files'
  ]),
  state: z.enum(['good', 'warn', 'bad', 'unknown']),
  /** A plain sentence without an address, an amount or a secret. */
  text: z.string()
});

export const Diagnostics = z.object({
  version: z.string(),
  electron: z.string(),
  system: z.string(),
  checks: z.array(Check),
  lastFailures: z.array(
    z.object({ at: z.number(), code: z.enum(FAILURE_CODES), serviceCode: z.string().nullable() })
  )
});
export type Diagnostics = z.infer<typeof Diagnostics>;
