// Schemas of an API key: the secret credentials, and the part without secrets that the settings hold.
import { z } from 'zod';

const CredentialText = z
  .string()
  .trim()
  .min(1)
  .max(256)
  .regex(/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/);

/** The secret part. It enters once from the window or from `setup`; no call ever returns it. */
export const Credentials = z.object({
  apiKey: CredentialText,
  secretKey: CredentialText,
  passphrase: CredentialText,
  projectId: CredentialText.nullable()
});
export type Credentials = z.infer<typeof Credentials>;

/** The part without secrets, stored in the settings. */
export const Key = z.object({
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(40),
  /** Origin such as `https://www.okx.com`: no path, no user, no trailing slash. */
  host: z.string().max(200),
  /** `session`: kept in memory only until the app quits. */
  keptIn: z.enum(['keychain', 'session']),
  /** The key was imported: its credentials must still be entered, and nothing was ever sent to its host. */
  isWaiting: z.boolean().optional()
});
export type Key = z.infer<typeof Key>;
