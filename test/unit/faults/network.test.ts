import { afterEach, describe, it } from 'vitest';
import { faultTitle } from '../../faults/table';
import { openStage, type Stage } from './fault-stage';
import { NETWORK_ROWS } from './network-rows';
import { SECURE_ROWS } from './secure-rows';
import { survive } from './survive';

let stage: Stage;
afterEach(() => stage.close());

describe('a fault of the network', () => {
  const rows = Object.entries({ ...NETWORK_ROWS, ...SECURE_ROWS });
  it.each(rows.map(([id, row]) => [faultTitle(id), row] as const))('%s', async (_title, row) => {
    const own = (stage = await openStage(row.limits));
    await row.prepare?.(own);
    if (row.prepare) await own.poll();
    await survive(own, row.begin, row);
  });
});
