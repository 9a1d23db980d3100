// Leaves fields out of a report and of its schema: those with addresses, which only --addresses gives to an assistant.
import type { JsonSchema } from '../json-schema/schema-parts';

/** `value`: plain JSON. */
export function valueWithout(value: unknown, names: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map(each => valueWithout(each, names));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !names.has(name));
  return Object.fromEntries(kept.map(([name, each]) => [name, valueWithout(each, names)]));
}

/** The schema of such a value. */
export function schemaWithout(schema: JsonSchema, names: ReadonlySet<string>): JsonSchema {
  const { properties, required, items, anyOf } = schema as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly required?: readonly string[];
    readonly items?: JsonSchema;
    readonly anyOf?: readonly JsonSchema[];
  };
  const kept = Object.entries(properties ?? {}).filter(([name]) => !names.has(name));
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(kept.map(([name, each]) => [name, schemaWithout(each, names)]))
    }),
    ...(required && { required: required.filter(name => !names.has(name)) }),
    ...(items && { items: schemaWithout(items, names) }),
    ...(anyOf && { anyOf: anyOf.map(each => schemaWithout(each, names)) })
  };
}
