// Reduces the memory of the process: no OpenGL driver in GTK, and garbage collection after each poll.

// Looked up when used: read commands load this module and need neither of them.
// eslint-disable-next-line n/no-unsupported-features/node-builtins -- experimental, and there since Node 20.16
const builtin = process.getBuiltinModule;
const v8 = () => builtin('node:v8');

const GTK_OPENGL_VARIABLE = 'GDK_GL';

/**
 * GTK 3 loads OpenGL only to look for visuals that suit it, and with it the driver: 30 MiB with Mesa's software
 * driver. The app draws nothing through GTK's OpenGL; Chromium's own drawing is not affected. Must be called before
 * the app is ready. Gives back a function that removes the variable from the environment, so that no program started
 * later inherits it.
 */
export function disableGtkOpenGl(): () => void {
  if (process.platform !== 'linux' || process.env[GTK_OPENGL_VARIABLE] !== undefined) return () => undefined;
  process.env[GTK_OPENGL_VARIABLE] = 'disable';
  return () => void delete process.env[GTK_OPENGL_VARIABLE];
}

/** Size of V8's heap after a garbage collection, in bytes: about 500 holdings take 15 MB. */
const LARGE_HEAP_BYTES = 30_000_000;

/**
 * V8 lets its young generation grow to 32 MB and keeps the pages that a collection emptied. A heap this small does not
 * need that: this saves 13 MiB at rest, and polls take as long as before. Where thousands of holdings come with every
 * poll, polls would take half as long again, so V8 is left unchanged there. Both flags only decide when memory is
 * collected and whether it is given back, so they may change while the program runs.
 */
export function setMemorySaving(isSaving: boolean): void {
  const { setFlagsFromString } = v8();
  setFlagsFromString(isSaving ? '--optimize-for-size' : '--no-optimize-for-size');
  setFlagsFromString(isSaving ? '--decommit-pooled-pages' : '--no-decommit-pooled-pages');
}

/**
 * Polls are minutes apart, and the garbage of one would stay until the next: 15 MiB of 30. V8 collects it by itself
 * only when memory is short. Takes about 25 ms; does nothing on a runtime without this function.
 */
export function collectGarbage(): void {
  const { Session } = builtin('node:inspector');
  const session = new Session();
  try {
    session.connect();
    session.post('HeapProfiler.collectGarbage');
    session.disconnect();
    setMemorySaving(v8().getHeapStatistics().used_heap_size < LARGE_HEAP_BYTES);
  } catch {
    // The heap is only larger than necessary.
  }
}
