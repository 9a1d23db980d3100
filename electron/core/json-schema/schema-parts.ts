// Builds JSON Schemas (draft 2020-12) of plain JSON: objects without other fields, lists, texts, amounts and times.
import { SCHEMA_VERSION } from '../export/json-output';

/** Only keywords that older drafts have too: assistants check tools with any of them. */
export type JsonSchema = Readonly<Record<string, unknown>>;

type Fields = Readonly<Record<string, JsonSchema>>;

/** No other field is allowed. `optional`: fields that may be missing. */
export function objectOf(fields: Fields, optional: Fields = {}): JsonSchema {
  return {
    type: 'object',
    properties: { ...fields, ...optional },
    required: Object.keys(fields),
    additionalProperties: false
  };
}

export function listOf(items: JsonSchema, description?: string): JsonSchema {
  return { type: 'array', items, ...(description !== undefined && { description }) };
}

export function described(schema: JsonSchema, description: string): JsonSchema {
  return { ...schema, description };
}

/** Or null. */
export function orNull(schema: JsonSchema): JsonSchema {
  if (Array.isArray(schema['enum'])) return { ...schema, enum: [...(schema['enum'] as unknown[]), null] };
  return { ...schema, type: [schema['type'], 'null'] };
}

export function oneWordOf(words: readonly string[]): JsonSchema {
  return { enum: [...words] };
}

export const TEXT: JsonSchema = { type: 'string' };
export const FLAG: JsonSchema = { type: 'boolean' };
export const COUNT: JsonSchema = { type: 'integer', minimum: 0 };

const DECIMAL = '-?\\d+(\\.\\d+)?';
/** Exact decimal text; in USD unless it is said otherwise. */
export const AMOUNT: JsonSchema = { type: 'string', pattern: `^${DECIMAL}$` };
/** Null while balances are hidden. */
export const HIDEABLE = orNull(AMOUNT);
/** Null: nothing to compare with. */
export const PERCENT = orNull(AMOUNT);
/** UTC. */
export const TIME: JsonSchema = {
  type: 'string',
  pattern: '^[+-]?\\d{4,6}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$'
};
/** Of every JSON output, and of each row of a list. */
export const VERSION = { schemaVersion: { const: SCHEMA_VERSION } };
export const USD: JsonSchema = { const: 'USD' };

/** The words of a union type, each once: the compiler refuses a list that lacks one. */
export function wordsOf<Word extends string>(words: Readonly<Record<Word, true>>): Word[] {
  return Object.keys(words) as Word[];
}
