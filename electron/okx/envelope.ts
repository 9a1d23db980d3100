// Unpacks the JSON envelope of an OKX reply: returns the data of a success, throws a Failure otherwise.
import { z } from 'zod';
import { Failure } from '../../shared/domain/failure';
import type { HttpReply } from '../core/ports/ports';
import { failureOf } from './errors';

/** `code` comes as text or as a number, depending on the endpoint. */
const Envelope = z.object({
  code: z.union([z.string(), z.number()]).transform(String),
  msg: z.string().catch(''),
  data: z.unknown().optional()
});

/** A text that begins as JSON, whole or cut off, or an empty text. Anything else was written by a server in between. */
const JSON_START = /^\s*(?:[{[]|$)/;

/** Success is code 0 with a 2xx status: at OKX a status 200 alone does not mean success. `receivedAt`: ms. */
export function dataOf(reply: HttpReply, receivedAt: number): unknown {
  const isOk = reply.status >= 200 && reply.status < 300;
  const envelope = Envelope.safeParse(parseJson(reply.body));
  if (!envelope.success) {
    if (isOk && JSON_START.test(reply.body)) {
      throw new Failure('reply-damaged', { httpStatus: reply.status });
    }
    throw failureOf(null, '', reply, receivedAt);
  }
  const { code, msg, data } = envelope.data;
  if (isOk && code === '0') return data;
  throw failureOf(code, msg, reply, receivedAt);
}

/**
 * Undefined for a text that is not JSON. The parser's own message is dropped, because it quotes the body with its
 * amounts.
 */
function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** JSON with the numbers of these fields quoted. The text is known to be JSON. */
export function withExactNumbers(json: string, fields: readonly string[]): unknown {
  const numberPattern = new RegExp(`"(${fields.join('|')})"(\\s*:\\s*)(-?\\d[\\d.eE+-]*)`, 'g');
  return JSON.parse(json.replace(numberPattern, '"$1"$2"$3"'));
}

/** The data of a success, with the numbers of these fields as text. Throws Failure for anything else. */
export function exactDataOf(reply: HttpReply, receivedAt: number, fields: readonly string[]): unknown {
  dataOf(reply, receivedAt);
  return (withExactNumbers(reply.body, fields) as { readonly data?: unknown }).data;
}
