import { afterEach, describe, it } from 'vitest';
import { faultTitle } from '../../faults/table';
import { openFaultSetup, type FaultSetup } from './fault-setup';
import { REFUSAL_ROWS } from './refusal-rows';
import { survive } from './survive';

let setup: FaultSetup;
afterEach(() => setup.close());

const rows = Object.entries(REFUSAL_ROWS).map(([id, row]) => [faultTitle(id), row] as const);

describe('a refusal of the service', () => {
  it.each(rows)('%s', async (_title, row) => {
    const own = (setup = await openFaultSetup());
    await survive(own, () => own.server.injectFault(row.fault), row);
  });
});
