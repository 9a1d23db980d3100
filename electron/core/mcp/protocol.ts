// Answers the requests of the Model Context Protocol, revisions 2026-07-28 (each request says its version) and 2025-11-25
// (a handshake first). Both are served on one line of input: which one a request means is in its metadata.
// https://modelcontextprotocol.io/specification/2026-07-28/basic/versioning
import { HOUR_MS } from '../../../shared/domain/durations';
import {
  ERROR_CODES,
  errorLine,
  isObject,
  resultLine,
  type RpcMessage,
  type Params,
  type RpcError
} from './messages';

export const WITHOUT_HANDSHAKE = '2026-07-28';
export const WITH_HANDSHAKE = '2025-11-25';

const META = {
  version: 'io.modelcontextprotocol/protocolVersion',
  capabilities: 'io.modelcontextprotocol/clientCapabilities',
  client: 'io.modelcontextprotocol/clientInfo',
  server: 'io.modelcontextprotocol/serverInfo'
} as const;

/** What is there to be called. */
export interface ToolServer {
  readonly info: { readonly name: string; readonly title: string; readonly version: string };
  readonly instructions: string;
  /** As they are listed. */
  readonly tools: readonly { readonly name: string }[];
  /** `name`: of one of the tools. */
  readonly call: (name: string, given: Params) => ToolResult;
}

export interface ToolResult {
  readonly content: readonly { readonly type: 'text'; readonly text: string }[];
  readonly structuredContent?: Params;
  readonly isError: boolean;
}

/** What a connection remembers, for clients of the older revision only. */
export interface Connection {
  readonly hasHandshake: boolean;
}

export const NEW_CONNECTION: Connection = { hasHandshake: false };

export interface RpcReply {
  /** Null: nothing may be answered. */
  readonly line: string | null;
  readonly connection: Connection;
}

type Outcome = { readonly result: object } | { readonly error: RpcError };

export function answerTo(message: RpcMessage, connection: Connection, server: ToolServer): RpcReply {
  if (message.kind === 'notification') return { line: null, connection };
  if (message.kind === 'wrong') return { line: errorLine(message.id, message.error), connection };
  const { id, method, params } = message;
  const isHandshake = method === 'initialize' && claimedVersion(params) !== WITHOUT_HANDSHAKE;
  const outcome = isHandshake ? handshake(params, server) : outcomeOf(message, connection, server);
  const hasHandshake = connection.hasHandshake || (isHandshake && 'result' in outcome);
  return {
    line: 'result' in outcome ? resultLine(id, outcome.result) : errorLine(id, outcome.error),
    connection: { hasHandshake }
  };
}

type Request = Extract<RpcMessage, { kind: 'request' }>;

function outcomeOf({ method, params }: Request, { hasHandshake }: Connection, server: ToolServer): Outcome {
  const claim = claimedVersion(params);
  if (claim !== undefined) return withMetadata(method, params, claim, server);
  if (method === 'ping') return { result: {} };
  if (hasHandshake) return toolsOutcome(method, params, server) ?? notFound(method);
  return invalid(
    `Each request says "${META.version}" and "${META.capabilities}" in params._meta (${WITHOUT_HANDSHAKE}), or the first one is "initialize" (${WITH_HANDSHAKE}).`
  );
}

/** Undefined: the request says none, as those of the older revision. */
function claimedVersion({ _meta }: Params): unknown {
  if (!isObject(_meta)) return undefined;
  const isNewer = META.version in _meta || META.capabilities in _meta || META.client in _meta;
  return isNewer ? (_meta[META.version] ?? null) : undefined;
}

function handshake({ protocolVersion, capabilities, clientInfo }: Params, server: ToolServer): Outcome {
  if (typeof protocolVersion !== 'string' || !isObject(capabilities) || !isObject(clientInfo))
    return invalid('"initialize" has protocolVersion, capabilities and clientInfo.');
  return {
    result: {
      // A client that asked for another one decides whether it can go on with this.
      protocolVersion: WITH_HANDSHAKE,
      capabilities: { tools: {} },
      serverInfo: server.info,
      instructions: server.instructions
    }
  };
}

/** The lists are the same as long as the process runs; its arguments decide what they have, so nobody shares them. */
const CACHE = { ttlMs: HOUR_MS, cacheScope: 'private' } as const;

function withMetadata(method: string, params: Params, claim: unknown, server: ToolServer): Outcome {
  if (typeof claim !== 'string') return invalid(`"${META.version}" in params._meta is a text.`);
  if (claim !== WITHOUT_HANDSHAKE)
    return {
      error: {
        code: ERROR_CODES.unsupportedVersion,
        message: 'Unsupported protocol version',
        data: { supported: [WITHOUT_HANDSHAKE], requested: claim }
      }
    };
  const meta = params['_meta'] as Params;
  if (!isObject(meta[META.capabilities]))
    return invalid(`"${META.capabilities}" in params._meta is an object.`);
  const client = meta[META.client];
  if (client !== undefined && !isImplementation(client))
    return invalid(`"${META.client}" in params._meta has a name and a version.`);
  const outcome =
    method === 'server/discover'
      ? {
          result: {
            supportedVersions: [WITHOUT_HANDSHAKE],
            capabilities: { tools: {} },
            instructions: server.instructions
          }
        }
      : toolsOutcome(method, params, server);
  if (outcome === null) return notFound(method);
  if ('error' in outcome) return outcome;
  return {
    result: {
      resultType: 'complete',
      ...outcome.result,
      ...(method !== 'tools/call' && CACHE),
      _meta: { [META.server]: server.info }
    }
  };
}

function isImplementation(client: unknown): boolean {
  return isObject(client) && typeof client['name'] === 'string' && typeof client['version'] === 'string';
}

/** Null: it is no method of tools. */
function toolsOutcome(method: string, params: Params, server: ToolServer): Outcome | null {
  if (method === 'tools/list')
    return params['cursor'] === undefined
      ? { result: { tools: server.tools } }
      : invalid('All tools are on one page: there is no cursor.');
  if (method !== 'tools/call') return null;
  const { name, arguments: given = {} } = params;
  if (typeof name !== 'string') return invalid('The params of "tools/call" have a name.');
  if (!server.tools.some(tool => tool.name === name)) return invalid(`Unknown tool: ${quoted(name)}`);
  if (!isObject(given)) return invalid('The arguments of a tool are an object.');
  return { result: server.call(name, given) };
}

const MOST_QUOTED = 100;

/** A word of the other side, short enough for a sentence. */
export function quoted(word: string): string {
  return word.length <= MOST_QUOTED ? word : `${word.slice(0, MOST_QUOTED)}…`;
}

function notFound(method: string): Outcome {
  return { error: { code: ERROR_CODES.methodNotFound, message: `Method not found: ${quoted(method)}` } };
}

function invalid(message: string): Outcome {
  return { error: { code: ERROR_CODES.invalidParams, message } };
}
