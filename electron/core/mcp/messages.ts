// Reads and writes the messages of the Model Context Protocol: JSON-RPC 2.0, one message a line.
// What comes in is untrusted: a wrong message gets the error of the protocol, or silence where nothing may be answered.

/** One line of standard input. */
export type ReceivedLine =
  { readonly text: string } | { readonly problem: 'not-utf8' } | { readonly problem: 'too-long' };

/** The longest message; requests have a few hundred bytes. */
export const MAX_MESSAGE_BYTES = 1024 * 1024;

export type RequestId = string | number;
export type Params = Readonly<Record<string, unknown>>;

export interface RpcError {
  readonly code: number;
  readonly message: string;
  readonly data?: unknown;
}

export const ERROR_CODES = {
  parse: -32_700,
  invalidRequest: -32_600,
  methodNotFound: -32_601,
  invalidParams: -32_602,
  internal: -32_603,
  /** Of the protocol from 2026-07-28 on. */
  unsupportedVersion: -32_022
} as const;

export type RpcMessage =
  | { readonly kind: 'request'; readonly id: RequestId; readonly method: string; readonly params: Params }
  | { readonly kind: 'notification'; readonly method: string; readonly params: Params }
  /** `id` is null where none could be read. */
  | { readonly kind: 'wrong'; readonly id: RequestId | null; readonly error: RpcError };

export function isObject(value: unknown): value is Params {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Null: an empty line, or a response, which nobody asked for. */
export function readMessage(line: ReceivedLine): RpcMessage | null {
  if ('problem' in line)
    return line.problem === 'not-utf8'
      ? wrong(null, ERROR_CODES.parse, 'The message is not UTF-8.')
      : wrong(null, ERROR_CODES.invalidRequest, `A message has at most ${MAX_MESSAGE_BYTES} bytes.`);
  if (line.text.trim() === '') return null;
  let message: unknown;
  try {
    message = JSON.parse(line.text);
  } catch {
    return wrong(null, ERROR_CODES.parse, 'The message is not JSON.');
  }
  if (!isObject(message))
    return wrong(null, ERROR_CODES.invalidRequest, 'A message is one JSON object; there are no batches.');
  return messageOf(message);
}

function messageOf(message: Params): RpcMessage | null {
  const { jsonrpc, id, method, params } = message;
  const isResponse = method === undefined && ('result' in message || 'error' in message);
  if (isResponse) return null;
  const known = isRequestId(id) ? id : null;
  const isAnswered = 'id' in message;
  if (isAnswered && known === null)
    return wrong(null, ERROR_CODES.invalidRequest, 'The id of a request is a text or a whole number.');
  if (jsonrpc !== '2.0' || typeof method !== 'string')
    return wrong(known, ERROR_CODES.invalidRequest, 'A message has "jsonrpc": "2.0" and a "method".');
  const isRight = params === undefined || isObject(params);
  if (known === null) return { kind: 'notification', method, params: isRight ? (params ?? {}) : {} };
  if (!isRight) return wrong(known, ERROR_CODES.invalidParams, 'The params are an object.');
  return { kind: 'request', id: known, method, params: params ?? {} };
}

/** Beyond the safe integers, the id that is answered would be another one. */
function isRequestId(id: unknown): id is RequestId {
  return typeof id === 'string' || Number.isSafeInteger(id);
}

function wrong(id: RequestId | null, code: number, message: string): RpcMessage {
  return { kind: 'wrong', id, error: { code, message } };
}

/** Without requests that a later message cancels: nothing is answered to them. */
export function withoutCancelled(messages: readonly RpcMessage[]): RpcMessage[] {
  const cancelled = new Set<unknown>();
  return messages
    .toReversed()
    .filter(message => {
      if (message.kind === 'notification' && message.method === 'notifications/cancelled')
        cancelled.add(message.params['requestId']);
      return message.kind !== 'request' || message.method === 'initialize' || !cancelled.has(message.id);
    })
    .reverse();
}

export function resultLine(id: RequestId, result: object): string {
  return lineOf({ jsonrpc: '2.0', id, result });
}

/** The protocol wants no id where none could be read, instead of null. */
export function errorLine(id: RequestId | null, error: RpcError): string {
  return lineOf({ jsonrpc: '2.0', ...(id !== null && { id }), error });
}

/** Characters that some readers take for the end of a line, beside the line feed that JSON escapes by itself. */
const LINE_ENDS = /[\u0085\u2028\u2029]/g;

function lineOf(message: object): string {
  const text = JSON.stringify(message).replace(
    LINE_ENDS,
    sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  );
  return `${text}\n`;
}
