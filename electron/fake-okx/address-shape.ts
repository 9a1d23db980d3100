// Dresses a balances answer as v6 gives it: another name for the token's id, no type, no time, EVM in lower case.
import { isEvm } from './chain-judge';
import type { Envelope } from './http-message';

/** The envelope may be bent out of shape already: what is not a row stays as it is. */
export function asOfAddress(envelope: Envelope): Envelope {
  return Array.isArray(envelope.data) ? { ...envelope, data: envelope.data.map(dressElement) } : envelope;
}

function dressElement(element: unknown): unknown {
  if (!isRecord(element) || !Array.isArray(element['tokenAssets'])) return dressRow(element);
  return { tokenAssets: element['tokenAssets'].map(dressRow) };
}

function dressRow(row: unknown): unknown {
  if (!isRecord(row)) return row;
  const fields = Object.entries(row).filter(([name]) => name !== 'tokenType');
  return Object.fromEntries(
    fields.map(([name, value]) => {
      if (name === 'tokenAddress') return ['tokenContractAddress', value];
      const isLowered = name === 'address' && typeof value === 'string' && isEvm(value);
      return [name, isLowered ? value.toLowerCase() : value];
    })
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
