// Schemas of an API key: the secret credentials, the part without secrets that the settings hold, and the fields of its form.
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

/** The fields in which a key and what it watches are given. */
export const FormField = z.enum([
  'name',
  'apiKey',
  'secretKey',
  'passphrase',
  'projectId',
  'accountId',
  'addresses',
  'host'
]);
export type FormField = z.infer<typeof FormField>;

/**
 * `private-key`: a private key or a recovery phrase; it is neither stored nor sent. `address-for-account`: an address
 * where an account ID belongs. `declined`: the person did not want the key to go to that host.
 */
export const FormProblem = z.enum([
  'missing',
  'not-printable',
  'private-key',
  'not-an-account',
  'address-for-account',
  'not-an-address',
  'not-a-host',
  'not-https',
  'declined'
]);
export type FormProblem = z.infer<typeof FormProblem>;
