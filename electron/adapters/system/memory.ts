// Reduces the memory of the process: no OpenGL driver in GTK, a small young generation, and garbage collection after polls.

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
 * poll, polls would take half as long again, so V8 is left unchanged there. These flags only decide when memory is
 * collected and whether it is given back, so they may change while the program runs.
 */
export function setMemorySaving(isSaving: boolean): void {
  const { setFlagsFromString } = v8();
  setFlagsFromString(isSaving ? '--optimize-for-size' : '--no-optimize-for-size');
  setFlagsFromString(isSaving ? '--decommit-pooled-pages' : '--no-decommit-pooled-pages');
  setFlagsFromString(`--semi-space-growth-factor=${isSaving ? 1 : 2}`);
}

/** V8's own function for it. */
type Collect = (options?: typeof THOROUGH) => void;

/** Several times, with all code that can be compiled again. */
const THOROUGH = { type: 'major', execution: 'sync', flavor: 'last-resort' } as const;

/** A program has it only while the flag is set, and only in a global scope that is made then. */
function collector(): Collect {
  const { setFlagsFromString } = v8();
  setFlagsFromString('--expose-gc');
  try {
    return builtin('node:vm').runInNewContext('gc') as Collect;
  } finally {
    setFlagsFromString('--no-expose-gc');
  }
}

/** Below this it is not worth a collection, which takes some 15 ms: a poll of ten holdings leaves 1 MB. */
const GARBAGE_BYTES = 4_000_000;
/** The first is thorough, because the code of the start is not needed again, and so is one about every hour. */
const THOROUGH_EVERY = 60;

let collect: Collect | undefined;
let collections = 0;
let usedBytes = 0;

/**
 * Polls are minutes apart, and the garbage of one would stay until the next: 15 MiB of 30. V8 collects it by itself
 * only when memory is short. Does nothing on a runtime without this function.
 */
export function collectGarbage(): void {
  const { getHeapStatistics } = v8();
  if (getHeapStatistics().used_heap_size - usedBytes < GARBAGE_BYTES) return;
  try {
    collect ??= collector();
    const isThorough = collections++ % THOROUGH_EVERY === 0 && usedBytes < LARGE_HEAP_BYTES;
    if (isThorough) collect(THOROUGH);
    else collect();
    usedBytes = getHeapStatistics().used_heap_size;
    setMemorySaving(usedBytes < LARGE_HEAP_BYTES);
  } catch {
    // The heap is only larger than necessary.
  }
}
