import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { doctorReport } from '../../../../electron/commands/doctor-report';
import { entryJson } from '../../../../electron/core/export/holding-rows';
import { versioned } from '../../../../electron/core/export/json-output';
import { lineText } from '../../../../electron/core/export/line-rows';
import { settingsExportText } from '../../../../electron/core/settings/export-settings';
import { SCHEMA_FILE, schemaFileText } from '../../../../electron/profile/import/json-schemas';
import { Entry } from '../../../../shared/schema/activity';
import { Diagnostics } from '../../../../shared/schema/diagnostics';
import type { Wallet } from '../../../../shared/schema/wallet';
import { EACH_KIND } from '../../../fakes/entries';
import { NOW, usdc, walletOf } from '../../../fakes/holdings';
import { schemaErrors, schemaFile } from '../../../fakes/json-schemas';
import { settingsOf } from '../../../fakes/world';

type Schema = Readonly<Record<string, unknown>>;
const schemas = Object.entries(schemaFile.$defs);

/** Every schema in a schema, with itself. */
function schemasIn(schema: unknown): Schema[] {
  if (Array.isArray(schema)) return schema.flatMap(schemasIn);
  if (typeof schema !== 'object' || schema === null) return [];
  return [schema as Schema, ...Object.values(schema).flatMap(schemasIn)];
}

it('the file of JSON Schemas is what `node electron/tools/manual.mjs` makes', () => {
  const file = resolve(__dirname, '../../../../electron/resources', SCHEMA_FILE);
  expect(readFileSync(file, 'utf8')).toBe(schemaFileText());
});

it('every object in a schema refuses fields that it does not name, so that a new field needs a schema', () => {
  for (const [name, schema] of schemas)
    for (const { type, additionalProperties, propertyNames } of schemasIn(schema))
      if (type === 'object' && propertyNames === undefined) expect(additionalProperties, name).toBe(false);
  expect(schemaErrors('total', { total: '1' }).join()).toContain('must have required property');
  const alive = { kind: 'alive', schemaVersion: 1 };
  expect(schemaErrors('watch', alive)).toEqual([]);
  expect(schemaErrors('watch', { ...alive, more: 1 })).not.toEqual([]);
});

it('every output has the version of its schema, and each row of a list; settings have their own', () => {
  for (const [name, schema] of schemas) {
    const rows = (schema['items'] ?? schema) as { anyOf?: Schema[] };
    for (const one of rows.anyOf ?? [rows])
      if ('properties' in one)
        expect(Object.keys(one['properties'] as object), name).toContain(
          name === 'settings' ? 'version' : 'schemaVersion'
        );
  }
});

describe('an entry of the activity', () => {
  const OF_JSON = ['time', 'what', 'schemaVersion'];

  it.each(EACH_KIND.map(entry => [entry.kind, entry] as const))(
    'of kind %s fits, also masked',
    (_, entry) => {
      for (const isMasked of [false, true])
        expect(schemaErrors('export-activity', [versioned(entryJson(entry, isMasked))])).toEqual([]);
    }
  );

  it('has the fields of the schema by which the app stores it', () => {
    const stored = z.toJSONSchema(Entry, { io: 'output' }) as unknown as {
      oneOf: { properties: Record<string, { const?: string; enum?: string[] }> }[];
    };
    const fieldsOf = new Map(
      stored.oneOf.flatMap(({ properties }) => {
        const { kind } = properties;
        const fields = Object.keys(properties).filter(name => name !== 'at');
        return (kind?.enum ?? [kind?.const ?? '']).map(
          each => [each, [...fields, ...OF_JSON].sort()] as const
        );
      })
    );
    const { items } = schemaFile.$defs['export-activity'] as unknown as {
      items: { anyOf: { properties: Record<string, { const?: string }> }[] };
    };
    const printed = items.anyOf.map(
      ({ properties }) => [properties['kind']?.const ?? '', Object.keys(properties).sort()] as const
    );
    expect(new Map(printed)).toEqual(fieldsOf);
  });
});

describe('what other tests do not print', () => {
  it('fits: exported settings with every source of a wallet, and with what a person decided', () => {
    const paused = { ...walletOf(), isPaused: true, colour: 2 };
    const address: Wallet = {
      id: 'w2',
      name: 'Daily',
      keyId: 'k1',
      source: 'v6-address',
      address: '0xabc',
      chains: ['1']
    };
    const settings = { ...settingsOf([paused, address]), verdicts: { [usdc().id]: 'count' as const } };
    expect(schemaErrors('settings', JSON.parse(settingsExportText(settings)))).toEqual([]);
  });

  it('fits: the checks of doctor, each of them in each state', () => {
    const checks = Diagnostics.shape.checks.element.shape.id.options.flatMap(id =>
      (['good', 'warn', 'bad', 'unknown'] as const).map(state => ({ id, state, text: 'Text.' }))
    );
    const lastFailures = [{ at: NOW, code: 'timeout' as const, serviceCode: null }];
    const report = { version: '1', electron: '45', system: 'linux', checks, lastFailures };
    expect(schemaErrors('doctor', JSON.parse(doctorReport(report, 'json').text))).toEqual([]);
  });

  it('fits: the line of past prices', () => {
    const points = [{ at: NOW, total: '12.50', isStale: false, isAfterGap: true }];
    const line = { points, restPercent: '1.5' } as unknown as Parameters<typeof lineText>[1];
    expect(schemaErrors('export-line', JSON.parse(lineText('json', line)))).toEqual([]);
  });
});
