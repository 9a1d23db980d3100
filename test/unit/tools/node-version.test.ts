// Which Node versions the tools accept, and the sentence for the others.
import { expect, test } from 'vitest';
import { isNodeSupported, requireNode } from '../../../electron/tools/lib/node-version.mjs';

test.each(['20.19.0', '20.20.2', '22.12.0', '23.0.0', '24.1.0', '26.0.0'])('Node %s is accepted', version => {
  expect(isNodeSupported(version)).toBe(true);
});

test.each(['18.20.0', '20.18.3', '21.7.0', '22.11.0'])(
  'Node %s is refused with both versions named',
  version => {
    expect(() => requireNode(version)).toThrow(new RegExp(`needs Node 20\\.19.*this is Node ${version}`));
  }
);
