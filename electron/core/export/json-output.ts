// Writes JSON output: an object, or each row of a list, with the version of its schema.
// The schemas are in electron/core/json-schema.

/** Grows when a field goes, or changes its meaning; a field that is new does not change it. */
export const SCHEMA_VERSION = 1;

export type Versioned<Output> = Output & { readonly schemaVersion: typeof SCHEMA_VERSION };

export function versioned<Output extends object>(output: Output): Versioned<Output> {
  return { ...output, schemaVersion: SCHEMA_VERSION };
}

/** On one line. */
export function jsonText(output: object | readonly object[]): string {
  return JSON.stringify(Array.isArray(output) ? (output as object[]).map(versioned) : versioned(output));
}

/** A JSON array with one row per line, so that a long list stays readable. */
export function jsonLines(rows: readonly object[]): string {
  return rows.length === 0 ? '[]' : `[\n${rows.map(row => JSON.stringify(versioned(row))).join(',\n')}\n]`;
}
