// Schemas of the fields in which a key and what it watches are given, and of what can be wrong with their texts.
import { z } from 'zod';

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
