// Decides on the stored files of a profile that no app is using. Nothing is requested, and no secret is read.
import { systemClock } from '../adapters/system/clock';
import { Engine } from '../core/engine/engine';
import type { SurfacesPort } from '../core/ports/world';
import { liveWorld } from '../profile/live-world';
import { decideAndSave, type Decision } from './decision';
import type { DecisionAnswer } from './running-app';
import { storedFiles } from './stored-files';

const NO_SURFACES: SurfacesPort = {
  draw: () => undefined,
  notify: () => Promise.resolve(null),
  attention: () => 'hidden'
};

/** Throws for files that cannot be read: here nobody would be told that a damaged one was set aside. */
export async function decideOnFiles(
  folder: string,
  version: string,
  decision: Decision
): Promise<DecisionAnswer> {
  const files = storedFiles(folder);
  void files.settings;
  void files.snapshots;
  const engine = new Engine(
    liveWorld({
      folder,
      version,
      isOnline: () => false,
      systemProxy: () => Promise.resolve('DIRECT'),
      caFile: () => null,
      networkFingerprint: () => '',
      preferredLanguages: [],
      clock: systemClock,
      surfaces: NO_SURFACES,
      scheduleTick: () => undefined,
      fixedIntervalMs: null
    })
  );
  await engine.load();
  // A stopped engine saves what is decided, and polls nothing.
  await engine.stop();
  return await decideAndSave(engine, decision);
}
