// Schemas of an API key: the secret credentials, and the open part that the settings hold.
import { z } from 'zod';

const CredentialText = z
  .string()
  .trim()
  .min(1)
  .max(256)
  .regex(/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/);

/** The secret half. Enters once from the window or from `setup`; no call ever returns it. */
export const Credentials = z.object({
  apiKey: CredentialText,
  secretKey: CredentialText,
  passphrase: CredentialText,
  projectId: CredentialText.nullable()
});
export type Credentials = z.infer<typeof Credentials>;

/** The open half, kept in the settings. */
export const Key = z.object({
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(40),
  /** Origin such as `https://www.okx.com`: no path, no user, no trailing slash. */
  host: z.string().max(200),
  /** `session`: held in memory only, gone at quit. */
  keptIn: z.enum(['keychain', 'session']),
  /** Imported: its credentials have to be entered, and nothing was ever sent to its host. */
  isWaiting: z.boolean().optional()
});
export type Key = z.infer<typeof Key>;
