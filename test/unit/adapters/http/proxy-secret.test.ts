import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { parseProxy } from '../../../../electron/adapters/http/proxy-choice';

it.each(['http://ann:hunter2@[bad', 'gopher://ann:hunter2@host', 'http://ann:hunter2%@host:1'])(
  'the failure of %s contains neither user nor password',
  address => {
    let thrown: unknown;
    try {
      parseProxy(address);
    } catch (failure) {
      thrown = failure;
    }
    expect(thrown).toMatchObject({ code: 'proxy-unusable' });
    expect(inspect(thrown, { depth: 9, showHidden: true })).not.toMatch(/hunter2|ann:/);
  }
);
