// Names the fields of a JSON input that are not known, and the known ones that they may mean.
import { nearestWord } from '../cli/nearest-word';
import { UNKNOWN_FIELD_TEXT } from './unknown-fields-text';

/** The known fields of each object, by its path without numbers, such as `wallets`; "" is the whole input. */
export type KnownFields = Readonly<Record<string, readonly string[]>>;

/** What other programs call the same. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  key: 'apiKey',
  secret: 'secretKey',
  password: 'passphrase',
  project: 'projectId',
  label: 'name',
  type: 'source',
  account: 'accountId',
  id: 'accountId'
};

/**
 * A name of letters alone may be repeated: it is no key of OKX, and no passphrase, which needs digits and signs. Any
 * other may be a secret that was put in the wrong place.
 */
export function isNameable(field: string): boolean {
  return /^[A-Za-z][A-Za-z_-]{0,31}$/.test(field);
}

/** `path`: of the object that has the field. */
export function unknownFieldText(
  path: readonly (string | number)[],
  field: string,
  known: KnownFields
): string {
  const fields = known[path.filter(part => typeof part === 'string').join('.')] ?? [];
  const other = OTHER_WORDS[field.toLowerCase()];
  const meant = other !== undefined && fields.includes(other) ? other : nearestWord(field, fields);
  if (meant !== null) return UNKNOWN_FIELD_TEXT.meant(meant);
  return fields.length > 0 ? UNKNOWN_FIELD_TEXT.known(fields) : UNKNOWN_FIELD_TEXT.unknown;
}
