import { afterEach, describe, it } from 'vitest';
import { faultTitle } from '../../faults/table';
import { openFaultSetup, type FaultSetup } from './fault-setup';
import { NETWORK_ROWS } from './network-rows';
import { SECURE_ROWS } from './secure-rows';
import { survive } from './survive';

let setup: FaultSetup;
afterEach(() => setup.close());

describe('a fault of the network', () => {
  const rows = Object.entries({ ...NETWORK_ROWS, ...SECURE_ROWS });
  it.each(rows.map(([id, row]) => [faultTitle(id), row] as const))('%s', async (_title, row) => {
    const own = (setup = await openFaultSetup(row.limits));
    await row.prepare?.(own);
    if (row.prepare) await own.poll();
    await survive(own, row.begin, row);
  });
});
