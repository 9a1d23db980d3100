// Schema of a settings import: a file written by `settings export`, or a config.json.
// It is strict, because the file may come from anybody.
import { z } from 'zod';
import { MAX_GROUPS, MAX_WALLETS } from '../domain/limits';
import { classifyHost, originOf } from '../domain/host';
import { Key } from './key';
import { NOT_EXPORTED_CHOICES } from '../domain/not-exported';
import { Choices, Verdict } from './settings';
import { Wallet, WalletGroup, WalletName } from './wallet';

const MAX_KEYS = 100;
const MAX_VERDICTS = 20_000;
const MAX_TEXT_CHARACTERS = 1000;

const Host = z
  .string()
  .max(200)
  .refine(typed => !['not-a-host', 'not-https'].includes(classifyHost(typed)), 'is no https host')
  .transform(typed => originOf(typed) ?? typed);

/** A key of the file. No field names an entry of the keychain: a file must not choose one. */
const ImportedKey = z.strictObject({
  id: Key.shape.id,
  name: WalletName,
  host: Host,
  keptIn: Key.shape.keptIn,
  isWaiting: Key.shape.isWaiting
});

const PRINTABLE = /^[\x21-\x7e]+$/;
const [AccountWallet, AddressWallet] = Wallet.options;
const ImportedWallet = z.discriminatedUnion('source', [
  z.strictObject({
    ...AccountWallet.shape,
    name: WalletName,
    accountId: AccountWallet.shape.accountId.regex(PRINTABLE)
  }),
  z.strictObject({
    ...AddressWallet.shape,
    name: WalletName
  })
]);

const notExported = Object.fromEntries(NOT_EXPORTED_CHOICES.map(name => [name, true])) as Record<
  (typeof NOT_EXPORTED_CHOICES)[number],
  true
>;
const ImportedChoices = Choices.omit(notExported).partial();

function hasUniqueIds<Item extends { id: string }>(items: readonly Item[]): boolean {
  return new Set(items.map(({ id }) => id)).size === items.length;
}

export const SettingsImport = z
  .strictObject({
    kind: z.literal('tokentray-settings').optional(),
    version: z.literal(1),
    keys: z.array(ImportedKey).max(MAX_KEYS).refine(hasUniqueIds, 'two have the same id'),
    wallets: z.array(ImportedWallet).max(MAX_WALLETS).refine(hasUniqueIds, 'two have the same id'),
    groups: z
      .array(WalletGroup.extend({ name: WalletName }).strict())
      .max(MAX_GROUPS)
      .refine(hasUniqueIds, 'two have the same id')
      .optional(),
    verdicts: z
      .record(z.string().max(MAX_TEXT_CHARACTERS), Verdict)
      .refine(verdicts => Object.keys(verdicts).length <= MAX_VERDICTS, 'has too many entries')
      .optional(),
    choices: ImportedChoices
  })
  .refine(
    ({ keys, wallets }) => wallets.every(({ keyId }) => keys.some(({ id }) => id === keyId)),
    'a wallet names a key that the file does not have'
  );
export type SettingsImport = z.infer<typeof SettingsImport>;

/** Choices of the file that this version does not know; they have no effect. */
export function unknownChoices(choices: unknown): string[] {
  if (typeof choices !== 'object' || choices === null) return [];
  return Object.keys(choices).filter(name => !Object.hasOwn(Choices.shape, name));
}
