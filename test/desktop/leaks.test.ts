// Tests that the search for secrets finds what a careless program would leave behind; otherwise an empty result would
// prove nothing.
import { placesWith } from './red-team/leaks';
import { expect, test } from './app/desktop-fixture';

const SECRET = 'Heron-7-at-the-ferry';

const CARELESS: readonly [string, Buffer][] = [
  ['plain text', Buffer.from(`{"passphrase":"${SECRET}"}`)],
  ['UTF-16', Buffer.from(`x${SECRET}y`, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(SECRET, 'utf16le').swap16()],
  ['hexadecimal', Buffer.from(Buffer.from(SECRET).toString('hex'))],
  ...['', 'a', 'ab'].flatMap(before =>
    ['', 'z', 'zz'].flatMap(after =>
      (['utf8', 'utf16le'] as const).map((encoding): [string, Buffer] => [
        `base64 of ${encoding} between "${before}" and "${after}"`,
        Buffer.from(Buffer.from(before + SECRET + after, encoding).toString('base64'))
      ])
    )
  )
];

test('the search finds a secret in every form, and finds nothing else', () => {
  const places = CARELESS.map(([name, bytes]) => ({ name, bytes }));
  expect(placesWith([SECRET], places)).toEqual(places.map(({ name }) => name));
  expect(placesWith(['Heron-8-at-the-ferry'], places)).toEqual([]);
});
