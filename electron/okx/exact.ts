// Opens a reply anew with numbers as text, since a JSON number goes through a double and loses digits.
import type { HttpReply } from '../core/ports/ports';
import { dataOf } from './envelope';

/** JSON with the numbers of these fields quoted. The text is known to be JSON. */
export function withExactNumbers(json: string, fields: readonly string[]): unknown {
  const asNumber = new RegExp(`"(${fields.join('|')})"(\\s*:\\s*)(-?\\d[\\d.eE+-]*)`, 'g');
  return JSON.parse(json.replace(asNumber, '"$1"$2"$3"'));
}

/** The data of a success, with the numbers of these fields as text. Throws Failure for anything else. */
export function exactDataOf(reply: HttpReply, receivedAt: number, fields: readonly string[]): unknown {
  dataOf(reply, receivedAt);
  return (withExactNumbers(reply.body, fields) as { readonly data?: unknown }).data;
}
