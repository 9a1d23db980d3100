// Runs `tokentray mcp`: reads messages from standard input and writes answers to standard output, until the input ends.
// Synchronous, so that no display is needed; nothing but messages of the protocol goes to standard output.
import { isatty } from 'node:tty';
import {
  ERROR_CODES,
  errorLine,
  readMessage,
  withoutCancelled,
  type ReceivedLine
} from '../core/mcp/messages';
import { answerTo, NEW_CONNECTION, type Connection, type ToolServer } from '../core/mcp/protocol';
import { INSTRUCTIONS, listedTools, type ToolName } from '../core/mcp/tools';
import { readChunk } from '../cli/standard-input';
import { printError, unwrittenReason, writeAll } from '../commands/read';
import { MessageLines } from './message-lines';
import { callTool } from './tool-calls';

export interface McpOptions {
  /** Of the profile. */
  readonly folder: string;
  /** Of the app. */
  readonly version: string;
  readonly hasAddresses: boolean;
}

/** Gives the exit status: 0 when the input ended, or nobody reads the answers any more. */
export function runMcp(options: McpOptions): number {
  const server = toolServer(options);
  const lines = new MessageLines();
  const chunk = Buffer.alloc(64 * 1024);
  let connection = NEW_CONNECTION;
  if (isatty(0))
    writeAll(
      2,
      'tokentray: mcp waits for messages of the Model Context Protocol, from an assistant that starts it. See "tokentray mcp --help".\n'
    );
  for (;;) {
    let size: number;
    try {
      size = readChunk(0, chunk);
    } catch (thrown) {
      return printError(
        `Standard input cannot be read (${(thrown as NodeJS.ErrnoException).code ?? '?'}).`,
        1
      );
    }
    const received = size === 0 ? lines.end() : lines.push(chunk.subarray(0, size));
    const handled = handleLines(received, connection, server);
    connection = handled.connection;
    const error = handled.text === '' ? null : writeAll(1, handled.text);
    if (error !== null) return error.code === 'EPIPE' ? 0 : printError(unwrittenReason(error), 1);
    if (size === 0) return 0;
  }
}

export function toolServer({ folder, version, hasAddresses }: McpOptions): ToolServer {
  return {
    info: { name: 'tokentray', title: 'Tokentray', version },
    instructions: INSTRUCTIONS,
    tools: listedTools(hasAddresses),
    call: (name, given) => callTool(name as ToolName, given, { folder, hasAddresses, now: Date.now() })
  };
}

/** The answers to lines that came together: a request that is cancelled in them gets none. */
export function handleLines(
  received: readonly ReceivedLine[],
  connection: Connection,
  server: ToolServer
): { readonly text: string; readonly connection: Connection } {
  const messages = received.map(readMessage).filter(message => message !== null);
  let text = '';
  let next = connection;
  for (const message of withoutCancelled(messages)) {
    try {
      const answer = answerTo(message, next, server);
      next = answer.connection;
      text += answer.line ?? '';
    } catch (thrown) {
      writeAll(2, `tokentray: mcp: internal error (${thrown instanceof Error ? thrown.name : 'unknown'})\n`);
      const id = message.kind === 'request' ? message.id : null;
      text += errorLine(id, { code: ERROR_CODES.internal, message: 'Internal error' });
    }
  }
  return { text, connection: next };
}
