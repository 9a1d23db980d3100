// Keeps the process small: no graphics driver that nothing draws with, and no garbage of the last poll until the next one.
import { Session } from 'node:inspector';

const NAME = 'GDK_GL';

/**
 * GTK 3 loads OpenGL only to look for visuals that suit it, and with it the driver: 30 MiB with Mesa's in software.
 * Nothing of ours draws through GTK's OpenGL; Chromium's own drawing is not touched. To be called before the app is
 * ready. Gives back a function that takes the wish out of the environment, so that no program started later inherits it.
 */
export function spareGraphics(): () => void {
  if (process.platform !== 'linux' || process.env[NAME] !== undefined) return () => undefined;
  process.env[NAME] = 'disable';
  return () => void delete process.env[NAME];
}

/**
 * Polls are minutes apart, and what one left would lie there until the next: 15 MiB of 30. V8 does this by itself only
 * when memory is short. About 25 ms; a runtime that cannot do it goes on as it is.
 */
export function giveMemoryBack(): void {
  const session = new Session();
  try {
    session.connect();
    session.post('HeapProfiler.collectGarbage');
    session.disconnect();
  } catch {
    // Only larger than it had to be.
  }
}
