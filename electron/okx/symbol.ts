// Cleans token names, which are written by strangers: short, one line, nothing invisible.

const MOST_CHARACTERS = 32;
/** Bounds the work that a name of megabytes can cause. */
const MOST_READ = 512;

const PLAIN = /^[\x21-\x7e]{1,32}$/;

/** Bidirectional marks, zero-width and other characters without a shape, lone surrogates, private use, controls. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\p{Co}]|(?!\s)\p{Cc}/gu;

/** At most 32 code points, "…" included; "?" when nothing is left to see. */
export function cleanSymbol(name: string): string {
  if (PLAIN.test(name)) return name;
  const seen = name.slice(0, MOST_READ).replace(UNSEEN, '').normalize('NFC').replace(/\s+/g, ' ').trim();
  const characters = [...seen];
  if (characters.length <= MOST_CHARACTERS) return seen || '?';
  return (
    characters
      .slice(0, MOST_CHARACTERS - 1)
      .join('')
      .trimEnd() + '…'
  );
}
