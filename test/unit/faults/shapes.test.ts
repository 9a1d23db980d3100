import { afterEach, describe, it } from 'vitest';
import { faultTitle } from '../../faults/table';
import { accept, acceptUnread } from './accept';
import { openFaultSetup, type FaultSetup } from './fault-setup';
import { ACCEPTED_ROWS, UNREAD_ROWS } from './shape-rows';

let setup: FaultSetup;
afterEach(() => setup.close());

function titled<Row>(rows: Readonly<Record<string, Row>>): (readonly [string, Row])[] {
  return Object.entries(rows).map(([id, row]) => [faultTitle(id), row] as const);
}

describe('an odd answer of the service', () => {
  it.each(titled(ACCEPTED_ROWS))('%s', async (_title, row) => {
    await accept((setup = await openFaultSetup()), row);
  });
});

describe('an answer with a row that cannot be read', () => {
  it.each(titled(UNREAD_ROWS))('%s', async (_title, row) => {
    await acceptUnread((setup = await openFaultSetup()), row);
  });
});
