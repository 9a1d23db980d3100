import { describe, expect, it } from 'vitest';
import { MAX_MESSAGE_BYTES, readMessage, withoutCancelled } from '../../../../electron/core/mcp/messages';
import {
  answerTo,
  NEW_CONNECTION,
  type Connection,
  type ToolServer
} from '../../../../electron/core/mcp/protocol';

const INFO = { name: 'tokentray', title: 'Tokentray', version: '1.2.3' };
const META = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': {},
  'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' }
};
const called: unknown[] = [];
const server: ToolServer = {
  info: INFO,
  instructions: 'Read only.',
  tools: [{ name: 'total' }, { name: 'chains' }],
  call: (name, given) => {
    called.push([name, given]);
    return { content: [{ type: 'text', text: name }], structuredContent: { name }, isError: false };
  }
};

type Reply = {
  readonly id?: unknown;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
};

/** Undefined: silence. */
function replyTo(message: unknown, connection: Connection = NEW_CONNECTION): Reply | undefined {
  const text = typeof message === 'string' ? message : JSON.stringify(message);
  const read = readMessage({ text });
  const line = read && answerTo(read, connection, server).line;
  if (line === null) return undefined;
  expect(line.endsWith('\n')).toBe(true);
  expect(line.trimEnd()).not.toMatch(/[\n\r\u0085\u2028\u2029]/);
  const reply = JSON.parse(line) as Reply & { jsonrpc: string };
  expect(reply.jsonrpc).toBe('2.0');
  expect('result' in reply).not.toBe('error' in reply);
  return reply;
}

const request = (method: string, params: object = { _meta: META }, id: unknown = 1) => ({
  jsonrpc: '2.0',
  id,
  method,
  params
});
const codeOf = (message: unknown, connection?: Connection) => replyTo(message, connection)?.error?.code;
const AFTER_HANDSHAKE: Connection = { hasHandshake: true };

describe('a request of 2026-07-28', () => {
  it('is answered without a handshake, with the server, the type of the result, and how long a list may be kept', () => {
    expect(replyTo(request('server/discover'))?.result).toEqual({
      resultType: 'complete',
      supportedVersions: ['2026-07-28'],
      capabilities: { tools: {} },
      instructions: 'Read only.',
      ttlMs: 3_600_000,
      cacheScope: 'private',
      _meta: { 'io.modelcontextprotocol/serverInfo': INFO }
    });
    expect(replyTo(request('tools/list'))?.result).toMatchObject({
      resultType: 'complete',
      tools: server.tools,
      ttlMs: 3_600_000,
      cacheScope: 'private'
    });
    const { result } =
      replyTo(request('tools/call', { _meta: META, name: 'total', arguments: { a: 1 } })) ?? {};
    expect(result).toMatchObject({
      resultType: 'complete',
      structuredContent: { name: 'total' },
      isError: false
    });
    expect(result).not.toHaveProperty('ttlMs');
    expect(called).toEqual([['total', { a: 1 }]]);
  });

  it('of another version is refused with the versions that there are', () => {
    for (const requested of ['1900-01-01', '2025-11-25', ''])
      expect(
        replyTo(
          request('tools/list', { _meta: { ...META, 'io.modelcontextprotocol/protocolVersion': requested } })
        )?.error
      ).toEqual({
        code: -32022,
        message: 'Unsupported protocol version',
        data: { supported: ['2026-07-28'], requested }
      });
  });

  it.each([
    ['no version', { 'io.modelcontextprotocol/protocolVersion': undefined }],
    ['a version that is no text', { 'io.modelcontextprotocol/protocolVersion': 7 }],
    ['no capabilities', { 'io.modelcontextprotocol/clientCapabilities': undefined }],
    ['capabilities that are a list', { 'io.modelcontextprotocol/clientCapabilities': [] }],
    ['a client without a version', { 'io.modelcontextprotocol/clientInfo': { name: 'x' } }]
  ])('with %s is refused as malformed', (_, change) => {
    for (const connection of [NEW_CONNECTION, AFTER_HANDSHAKE])
      expect(codeOf(request('tools/list', { _meta: { ...META, ...change } }), connection)).toBe(-32602);
  });

  it('for what that revision does not have is not found', () => {
    for (const method of ['ping', 'initialize', 'prompts/list', 'subscriptions/listen', '__proto__', ''])
      expect(codeOf(request(method)), method).toBe(-32601);
  });
});

describe('a client of 2025-11-25', () => {
  const hello = request('initialize', {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'test', version: '1' }
  });

  it('shakes hands first, and then gets results without the fields of the newer revision', () => {
    const message = readMessage({ text: JSON.stringify(hello) })!;
    const { line, connection } = answerTo(message, NEW_CONNECTION, server);
    expect(JSON.parse(line!)).toEqual({
      jsonrpc: '2.0',
      id: 1,
      result: {
        protocolVersion: '2025-11-25',
        capabilities: { tools: {} },
        serverInfo: INFO,
        instructions: 'Read only.'
      }
    });
    expect(connection).toEqual(AFTER_HANDSHAKE);
    expect(replyTo({ jsonrpc: '2.0', method: 'notifications/initialized' }, connection)).toBe(undefined);
    expect(replyTo(request('tools/list', {}), connection)?.result).toEqual({ tools: server.tools });
    expect(replyTo(request('ping', {}), connection)?.result).toEqual({});
    expect(codeOf(request('server/discover', {}), connection)).toBe(-32601);
  });

  it('that asks for another version is offered this one', () => {
    const params = { ...hello.params, protocolVersion: '2024-11-05' };
    expect(replyTo(request('initialize', params))?.result).toMatchObject({ protocolVersion: '2025-11-25' });
    expect(codeOf(request('initialize', {}))).toBe(-32602);
  });

  it('is told what is missing when it does not, but may ping', () => {
    for (const method of ['tools/list', 'tools/call', 'server/discover', 'nothing'])
      expect(replyTo(request(method, {}))?.error?.message).toContain('initialize');
    expect(replyTo(request('ping', {}))?.result).toEqual({});
  });
});

describe('a call of a tool', () => {
  it.each([
    ['without a name', {}],
    ['whose name is no text', { name: 5 }],
    ['that is not there', { name: 'buy' }],
    ['that every object has', { name: 'constructor' }],
    ['with a list of arguments', { name: 'total', arguments: [] }]
  ])('%s is refused', (_, params) => {
    expect(codeOf(request('tools/call', params), AFTER_HANDSHAKE)).toBe(-32602);
  });

  it('says a long name in short', () => {
    const { message = '' } =
      replyTo(request('tools/call', { name: 'x'.repeat(5000) }), AFTER_HANDSHAKE)?.error ?? {};
    expect(message.length).toBeLessThan(200);
  });

  it('has no second page', () => {
    expect(codeOf(request('tools/list', { cursor: 'x' }), AFTER_HANDSHAKE)).toBe(-32602);
  });
});

describe('a message', () => {
  it.each(['a', '', 0, -7, 9_007_199_254_740_991, '\u2028"}\n', '__proto__'])(
    'is answered under its id %j',
    id => {
      expect(replyTo(request('ping', {}, id))?.id).toBe(id);
    }
  );

  it.each(['null', 'true', '1.5', '1e400', '9007199254740993', '{}', '[1]'])(
    'with the id %s is refused without one, because none may be answered',
    id => {
      const reply = replyTo(`{"jsonrpc":"2.0","id":${id},"method":"ping"}`);
      expect(reply?.error?.code).toBe(-32600);
      expect(reply).not.toHaveProperty('id');
    }
  );

  it.each([
    ['no JSON', '{"jsonrpc":', -32700],
    ['a torn line', 'pc":"2.0","id":1,"method":"ping"}', -32700],
    ['two on a line', '{"jsonrpc":"2.0","id":1,"method":"ping"}{}', -32700],
    ['a batch', '[{"jsonrpc":"2.0","id":1,"method":"ping"}]', -32600],
    ['an empty batch', '[]', -32600],
    ['a text', '"ping"', -32600],
    ['null', 'null', -32600],
    ['no version', '{"id":1,"method":"ping"}', -32600],
    ['another version', '{"jsonrpc":"1.0","id":1,"method":"ping"}', -32600],
    ['no method', '{"jsonrpc":"2.0","id":1}', -32600],
    ['a method that is no text', '{"jsonrpc":"2.0","id":1,"method":{}}', -32600],
    ['params by place', '{"jsonrpc":"2.0","id":1,"method":"ping","params":[1]}', -32602],
    ['deep nesting', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, -32600],
    [
      'deep params',
      `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}}`,
      -32602
    ]
  ])('of %s gets the right error', (_, text, code) => {
    expect(codeOf(text)).toBe(code);
    expect(codeOf('{"jsonrpc":"2.0","id":1,"method":"nothing"}', AFTER_HANDSHAKE)).toBe(-32601);
  });

  it.each([
    ['an empty line', ' \r'],
    ['a response', '{"jsonrpc":"2.0","id":1,"result":{}}'],
    ['an error that answers nothing', '{"jsonrpc":"2.0","error":{"code":1,"message":""}}'],
    ['a notification', '{"jsonrpc":"2.0","method":"notifications/initialized"}'],
    ['an unknown notification', '{"jsonrpc":"2.0","method":"tools/call","params":{"name":"total"}}'],
    ['a notification with wrong params', '{"jsonrpc":"2.0","method":"notifications/cancelled","params":[]}']
  ])('that is %s gets silence', (_, text) => {
    expect(replyTo(text)).toBe(undefined);
  });

  it('that is no UTF-8, or too long, gets an error without an id', () => {
    const lineOf = (problem: 'not-utf8' | 'too-long') =>
      JSON.parse(answerTo(readMessage({ problem })!, NEW_CONNECTION, server).line!) as Reply;
    expect(lineOf('not-utf8')).toEqual({
      jsonrpc: '2.0',
      error: { code: -32700, message: 'The message is not UTF-8.' }
    });
    expect(lineOf('too-long').error).toMatchObject({ code: -32600 });
    expect(MAX_MESSAGE_BYTES).toBe(1024 * 1024);
  });
});

it('a request that is cancelled before its turn gets no answer, and no other one with an id like it', () => {
  const read = (message: object) => readMessage({ text: JSON.stringify(message) })!;
  const cancel = (requestId: unknown) => ({
    jsonrpc: '2.0',
    method: 'notifications/cancelled',
    params: { requestId }
  });
  const messages = [
    request('ping', {}, 1),
    request('ping', {}, '1'),
    cancel('1'),
    request('initialize', {}, 2),
    cancel(2),
    cancel(3),
    request('ping', {}, 3)
  ].map(read);
  const kept = withoutCancelled(messages).flatMap(message => (message.kind === 'request' ? message.id : []));
  expect(kept).toEqual([1, 2, 3]);
});
