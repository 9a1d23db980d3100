import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Engine } from '../../../electron/core/engine/engine';
import type { CallContext } from '../../../electron/ipc/call-types';
import { CALLS } from '../../../shared/ipc/channels';
import { startWorld } from '../../fakes/app-world';
import { callContext, callsOf } from '../../fakes/call-context';

const ROOM = join(__dirname, '../../../electron/ipc');
type Subject = { handlers?: (context: CallContext) => object };

it('every call of the window is answered by exactly one subject, and the table has all of them', async () => {
  const { world, close } = await startWorld({ isConnected: false });
  const engine = new Engine(world);
  const answered: string[] = [];
  for (const file of readdirSync(ROOM)) {
    const { handlers } = (await import(join(ROOM, file))) as Subject;
    answered.push(...Object.keys(handlers?.(callContext(engine)) ?? {}));
  }
  expect(answered.toSorted()).toEqual(CALLS.toSorted());
  expect(Object.keys(callsOf(engine)).toSorted()).toEqual(CALLS.toSorted());
  await engine.stop();
  await close();
});
