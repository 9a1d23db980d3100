import { afterEach, describe, expect, it } from 'vitest';
import { FAILURE_TABLE } from '../../../electron/okx/errors';
import { faultTitle } from '../../faults/table';
import { openFaultSetup, type FaultSetup } from './fault-setup';
import { CODE_ROWS } from './code-rows';
import { survive } from './survive';

let setup: FaultSetup;
afterEach(() => setup.close());

describe('an error code of the service', () => {
  it.each(CODE_ROWS.map(row => [faultTitle(row.id), row] as const))('%s', async (_title, row) => {
    const own = (setup = await openFaultSetup());
    await survive(own, () => own.server.injectFault({ kind: 'refuse', code: row.serviceCode }), row);
    expect(own.server.requests.some(({ code }) => code === row.serviceCode)).toBe(true);
  });

  it('has a row above for every known code', () => {
    const tried = new Set<string>(CODE_ROWS.map(({ serviceCode }) => serviceCode));
    expect(Object.keys(FAILURE_TABLE).filter(code => !tried.has(code))).toEqual([]);
  });
});
