// A short name for a fault of ours, made of where it happened: the person reads it, and the log has the rest under it.

/** Without vowels, so that no word comes about, and without digits, so that none is taken for an amount. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
const LENGTH = 5;
const FRAMES = 4;

/** Where an error happened, without folders: they are a person's. Empty for what is no error. */
export function framesOf(thrown: unknown): string[] {
  if (!(thrown instanceof Error)) return [];
  const lines = (thrown.stack ?? '').split('\n').filter(line => /^\s+at \S/.test(line));
  return lines.map(line =>
    line
      .trim()
      .replace(/\((?:.*[\\/])?([^\\/]+)\)$/, '($1)')
      .replace(/^at [^(]*[\\/]([^\\/(]+)$/, 'at $1')
  );
}

/** A name that a program gave; whatever else stands in its place is kept out. */
export function kindOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const code = 'code' in thrown && /^[\w-]{1,40}$/.test(String(thrown.code)) ? ` ${String(thrown.code)}` : '';
  return (/^[A-Za-z_$][\w$]{0,39}$/.test(thrown.name) ? thrown.name : 'Error') + code;
}

/** Five letters, the same for the same fault at the same place of one version. Its message has no part in it. */
export function bugIdOf(thrown: unknown): string {
  const text = [kindOf(thrown), ...framesOf(thrown).slice(0, FRAMES)].join('\n');
  // FNV-1a, 32 bits.
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  let id = '';
  for (; id.length < LENGTH; hash = Math.floor(hash / LETTERS.length)) id += LETTERS[hash % LETTERS.length];
  return id;
}
