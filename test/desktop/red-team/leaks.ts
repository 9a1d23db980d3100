// Looks for a secret in bytes, in every form in which a program might have written it.
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Base64 of a text inside other text depends on its position: three alignments, without the ends that neighbouring
 * bytes change.
 */
function base64Forms(text: Buffer): string[] {
  return [0, 1, 2].map(shift => {
    const coded = Buffer.concat([Buffer.alloc(shift), text])
      .toString('base64')
      .replace(/=+$/, '');
    const from = [0, 2, 3][shift] ?? 0;
    return coded.slice(from, (text.length + shift) % 3 === 0 ? undefined : -1);
  });
}

/** Plain, UTF-16, hexadecimal, percent-encoded and base64 (both alphabets, standard and URL-safe). */
export function formsOf(secret: string): Buffer[] {
  const plain = Buffer.from(secret, 'utf8');
  const wide = Buffer.from(secret, 'utf16le');
  const coded = [...base64Forms(plain), ...base64Forms(wide)];
  const texts = [
    plain.toString('hex'),
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    ...coded,
    ...coded.map(text => text.replaceAll('+', '-').replaceAll('/', '_'))
  ];
  return [plain, wide, Buffer.from(secret, 'utf16le').swap16(), ...texts.map(text => Buffer.from(text))];
}

/** Gives the names of the files or texts that contain any of the secrets in any form. */
export function placesWith(
  secrets: readonly string[],
  places: readonly { name: string; bytes: Buffer }[]
): string[] {
  const forms = secrets.flatMap(formsOf);
  return places.filter(({ bytes }) => forms.some(form => bytes.includes(form))).map(({ name }) => name);
}

/** The arguments and the environment of every process of this worker's session that may be read. */
export function processTexts(folder: string): { name: string; bytes: Buffer }[] {
  const isOwn = (id: string) => {
    try {
      return readFileSync(`/proc/${id}/environ`).includes(folder);
    } catch {
      return false;
    }
  };
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && isOwn(name))
    .flatMap(id =>
      ['cmdline', 'environ'].flatMap(what => {
        try {
          return [{ name: `${what} of ${id}`, bytes: readFileSync(`/proc/${id}/${what}`) }];
        } catch {
          return [];
        }
      })
    );
}
