// The CA file is chosen in a dialog of the main process: a page never names a path, and a file is judged before it is taken.
import type { Response } from '../../shared/ipc/contract';
import { readCaFile } from '../adapters/http/http';
import type { App } from '../core/engine/engine';

/** `ask`: gives the path that the person chose, or null. What is refused changes nothing; what is taken is tried at once. */
export async function chooseCaFile(
  app: App,
  ask: () => Promise<string | null>
): Promise<Response<'ca-file:choose'>> {
  const path = await ask();
  if (path === null) return { outcome: 'cancelled' };
  const found = await readCaFile(path, app.world.clock.now());
  if (typeof found === 'string') return { outcome: 'refused', problem: found };
  await app.choose({ caFile: path });
  void app.refresh();
  return { outcome: 'chosen' };
}
