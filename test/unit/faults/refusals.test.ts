import { afterEach, describe, it } from 'vitest';
import { faultTitle } from '../../faults/table';
import { openStage, type Stage } from './fault-stage';
import { REFUSAL_ROWS } from './refusal-rows';
import { survive } from './survive';

let stage: Stage;
afterEach(() => stage.close());

const rows = Object.entries(REFUSAL_ROWS).map(([id, row]) => [faultTitle(id), row] as const);

describe('a refusal of the service', () => {
  it.each(rows)('%s', async (_title, row) => {
    const own = (stage = await openStage());
    await survive(own, () => own.server.injectFault(row.fault), row);
  });
});
