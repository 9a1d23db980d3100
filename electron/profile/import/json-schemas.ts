// The file of JSON Schemas for all that the commands print as JSON: made by electron/tools/manual.mjs, and in the packages.
// The schema of exported settings is made from the one by which they are read.
import { z } from 'zod';
import { NOT_EXPORTED_CHOICES } from '../../../shared/domain/not-exported';
import { Key } from '../../../shared/schema/key';
import { Choices, Verdict } from '../../../shared/schema/settings';
import { Wallet, WalletGroup } from '../../../shared/schema/wallet';
import { BALANCE_SCHEMAS } from '../../core/json-schema/balance-schemas';
import { CHANGE_SCHEMAS } from '../../core/json-schema/change-schemas';
import type { JsonSchema } from '../../core/json-schema/schema-parts';

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';
export const SCHEMA_FILE = 'tokentray.schema.json';

/** What each schema is of, as it is typed. */
const TITLES = {
  total: 'tokentray total --format json',
  'total-at': 'tokentray total --at DATE --format json; chains --at DATE prints the same',
  chains: 'tokentray chains --format json',
  tokens: 'tokentray tokens --format json',
  'tokens-at': 'tokentray tokens --at DATE --format json',
  changes: 'tokentray changes --format json',
  history: 'tokentray history --format json',
  doubts: 'tokentray doubts --format json',
  watch: 'a line of tokentray watch --format jsonl',
  waybar: 'any command with --format waybar',
  'export-history': 'tokentray export history --format json',
  'export-holdings': 'tokentray export holdings --format json',
  'export-holdings-at': 'tokentray export holdings --at DATE --format json',
  'export-activity': 'tokentray export activity --format json',
  'export-line': 'the line of past prices that the window saves as JSON',
  settings: 'tokentray settings export FILE',
  doctor: 'tokentray doctor --format json',
  wallets: 'what the tool "wallets" of tokentray mcp reports',
  activity: 'what the tool "activity" of tokentray mcp reports'
} as const;

export type SchemaName = keyof typeof TITLES;

/** Settings have a version of their own, which the import reads. */
function settingsSchema(): JsonSchema {
  const notExported = Object.fromEntries(NOT_EXPORTED_CHOICES.map(name => [name, true as const])) as Record<
    (typeof NOT_EXPORTED_CHOICES)[number],
    true
  >;
  const exported = z.object({
    kind: z.literal('tokentray-settings'),
    version: z.literal(1),
    keys: z.array(Key.omit({ isWaiting: true })),
    wallets: z.array(Wallet),
    groups: z.array(WalletGroup).optional(),
    verdicts: z.record(z.string(), Verdict).optional(),
    choices: Choices.omit(notExported)
  });
  const schema = Object.entries(z.toJSONSchema(exported, { io: 'output' }));
  return Object.fromEntries(schema.filter(([keyword]) => keyword !== '$schema'));
}

function outputSchemas(): [SchemaName, JsonSchema][] {
  const schemas: Record<SchemaName, JsonSchema> = {
    ...BALANCE_SCHEMAS,
    ...CHANGE_SCHEMAS,
    settings: settingsSchema()
  };
  const names = Object.keys(TITLES) as SchemaName[];
  return names.map(name => [name, { title: TITLES[name], ...schemas[name] }]);
}

/** One file with a schema on each line: `tokentray.schema.json#/$defs/total` is that of `total`. */
export function schemaFileText(): string {
  const title = 'What Tokentray prints as JSON';
  const head = JSON.stringify({ $schema: DRAFT, $id: `urn:tokentray:${SCHEMA_FILE}`, title });
  const schemas = outputSchemas().map(([name, schema]) => `"${name}":${JSON.stringify(schema)}`);
  return `${head.slice(0, -1)},"$defs":{\n${schemas.join(',\n')}\n}}\n`;
}
