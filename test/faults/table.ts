// The faults that the app survives: one row each, told apart by id; every row has a test of that title.
import files from './files.json';
import machine from './machine.json';
import network from './network.json';
import service from './service.json';

export interface FaultRow {
  readonly id: string;
  /** What goes wrong, as a sentence. */
  readonly fault: string;
  /** What the person sees of it. */
  readonly shows: string;
  /** What is not lost. */
  readonly kept: string;
  /** What ends it, and how soon the app is well again. */
  readonly heals: string;
  /** Which runner has its test. */
  readonly runner: string;
}

export const FAULTS: readonly FaultRow[] = [...network, ...service, ...machine, ...files];

/** The title of the one test of a row; `npm test` looks for it in the reports. */
export function faultTitle(id: string): string {
  const row = FAULTS.find(fault => fault.id === id);
  if (!row) throw new Error(`The table of faults has no row "${id}".`);
  return `fault ${row.id}: ${row.fault}`;
}
