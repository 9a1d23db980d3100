// Makes short ids that a person can type, of ids that are too long for it.

const LENGTH = 8;

/** Eight small letters and digits, always the same for the same text. Two texts may have the same one, if rarely. */
export function shortIdOf(text: string): string {
  const digits = hash(text, 0x811c9dc5).toString(36) + hash(text, 0x9e3779b9).toString(36);
  return digits.padStart(LENGTH, '0').slice(-LENGTH);
}

/** FNV-1a, 32 bits. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}
