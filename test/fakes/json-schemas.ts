// Checks JSON output against the JSON Schemas of the package, as a stranger's validator reads them.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Arguments } from '../../electron/cli/arguments';
import type { SchemaName } from '../../electron/profile/import/json-schemas';

const FILE = resolve(__dirname, '../../electron/resources/tokentray.schema.json');
export const schemaFile = JSON.parse(readFileSync(FILE, 'utf8')) as {
  readonly $id: string;
  readonly $defs: Readonly<Record<SchemaName, Readonly<Record<string, unknown>>>>;
};

/** Strict: an unknown keyword or a schema that means nothing is an error. */
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
ajv.addSchema(schemaFile);

/** What does not fit, as sentences; none: it fits. */
export function schemaErrors(name: SchemaName, output: unknown): string[] {
  const check = ajv.getSchema(`${schemaFile.$id}#/$defs/${name}`);
  if (!check) throw new Error(`there is no schema "${name}"`);
  return check(output) === true
    ? []
    : (check.errors ?? []).map(
        ({ instancePath, message = '', params }) =>
          `${name}${instancePath} ${message} ${JSON.stringify(params)}`
      );
}

/** What does not fit of the output of a command. Sentences, such as that there is no data, are no JSON. */
export function outputErrors(words: Arguments, text: string): string[] {
  const schema = schemaOf(words);
  return schema === null || !/^[[{]/.test(text) ? [] : schemaErrors(schema, JSON.parse(text));
}

/** The schema of what a command prints; null: it prints no JSON. */
function schemaOf({ command, subject, at, format }: Arguments): SchemaName | null {
  if (format === 'waybar') return 'waybar';
  if (format !== 'json') return null;
  if (command === 'export') return `export-${subject}${at === null ? '' : '-at'}` as SchemaName;
  if (at === null) return command as SchemaName;
  return command === 'tokens' ? 'tokens-at' : 'total-at';
}
