// Tests that a port is known to be free before screenshots show it.
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { isFree } from '../../../electron/tools/session/fixed-surroundings.mjs';

test('a port on which a program listens is not free', async () => {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  expect(await isFree(port)).toBe(false);
  await new Promise(resolve => server.close(resolve));
  expect(await isFree(port)).toBe(true);
});
