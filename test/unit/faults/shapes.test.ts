import { afterEach, describe, it } from 'vitest';
import { faultTitle } from '../../faults/table';
import { accept, acceptHalf } from './accept';
import { openStage, type Stage } from './fault-stage';
import { ACCEPTED_ROWS, HALF_ROWS } from './shape-rows';

let stage: Stage;
afterEach(() => stage.close());

function titled<Row>(rows: Readonly<Record<string, Row>>): (readonly [string, Row])[] {
  return Object.entries(rows).map(([id, row]) => [faultTitle(id), row] as const);
}

describe('an odd answer of the service', () => {
  it.each(titled(ACCEPTED_ROWS))('%s', async (_title, row) => {
    await accept((stage = await openStage()), row);
  });
});

describe('an answer with a row that cannot be read', () => {
  it.each(titled(HALF_ROWS))('%s', async (_title, row) => {
    await acceptHalf((stage = await openStage()), row);
  });
});
