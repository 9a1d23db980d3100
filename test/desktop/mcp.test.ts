// Tests the server for assistants with two independent clients, in both revisions of the protocol, beside the running app.
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as EarlierClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as EarlierTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { until } from './app/deadline';
import { read, readTotal } from './app/command';
import { EXACT_TOTAL } from './app/okx';
import { appArguments, appEnvironment, electronPath, isSandboxed, Program } from './app/program';
import { expect, test } from './app/desktop-fixture';

const TOOLS = ['total', 'chains', 'holdings', 'wallets', 'changes', 'history', 'activity', 'doubts'];
const WHO = { name: 'test', version: '1' };
const NO_DISPLAY = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined, DBUS_SESSION_BUS_ADDRESS: undefined };

/** How a client starts the server: without a display, as an assistant in a terminal does. */
function serverOf(profile: string, ...options: string[]) {
  return {
    command: electronPath(),
    args: [...(isSandboxed ? [] : ['--no-sandbox']), ...appArguments(profile, ['mcp', ...options])],
    env: appEnvironment(NO_DISPLAY),
    stderr: 'ignore' as const
  };
}

interface Total {
  readonly about: { readonly hidden: boolean };
  readonly total: { readonly total: string | null };
}

/** What both clients have. They check each answer against the schema of its tool. */
interface AnyClient {
  listTools(): Promise<{ tools: { name: string; annotations?: { readOnlyHint?: boolean } | undefined }[] }>;
  callTool(call: { name: string; arguments?: Record<string, unknown> }): Promise<object>;
  getServerVersion(): { name: string } | undefined;
  close(): Promise<void>;
}

const CLIENTS: [string, (profile: string) => Promise<{ client: AnyClient; version: string | undefined }>][] =
  [
    [
      'client 2.3 without a handshake',
      async profile => {
        const client = new Client(WHO, { versionNegotiation: { mode: 'auto' } });
        await client.connect(new StdioClientTransport(serverOf(profile)));
        return { client: client as unknown as AnyClient, version: client.getNegotiatedProtocolVersion() };
      }
    ],
    [
      'client 2.3 with a handshake',
      async profile => {
        const client = new Client(WHO);
        await client.connect(new StdioClientTransport(serverOf(profile)));
        return { client: client as unknown as AnyClient, version: client.getNegotiatedProtocolVersion() };
      }
    ],
    [
      'sdk 1.32',
      async profile => {
        const client = new EarlierClient(WHO);
        await client.connect(new EarlierTransport(serverOf(profile)));
        return { client: client as unknown as AnyClient, version: undefined };
      }
    ]
  ];

test('an assistant reads what the commands print, in both revisions, beside the running app, and no amount once hidden', async ({
  desktop,
  launch,
  profile,
  provide
}) => {
  await provide();
  await launch({ options: ['--hidden'] });
  await desktop.row(/^\$21,203\.46/);
  const totalOf = async (client: AnyClient) => {
    const { structuredContent } = (await client.callTool({ name: 'total' })) as { structuredContent: Total };
    return structuredContent;
  };
  for (const [name, connect] of CLIENTS) {
    const { client, version } = await connect(profile);
    if (version !== undefined) expect(version).toBe(name.includes('without') ? '2026-07-28' : '2025-11-25');
    expect(client.getServerVersion()?.name).toBe('tokentray');
    const { tools } = await client.listTools();
    expect(tools.map(tool => tool.name)).toEqual(TOOLS);
    expect(tools.map(({ annotations }) => annotations?.readOnlyHint)).toEqual(TOOLS.map(() => true));
    for (const tool of TOOLS)
      expect(await client.callTool({ name: tool, arguments: {} })).toMatchObject({ isError: false });
    expect((await totalOf(client)).total.total).toBe((await readTotal(profile)).total);
    expect((await totalOf(client)).total.total).toBe(EXACT_TOTAL);
    expect(await client.callTool({ name: 'history', arguments: { range: 'ever' } })).toMatchObject({
      isError: true
    });
    await expect(client.callTool({ name: 'send' })).rejects.toMatchObject({ code: -32602 });
    await read(profile, 'hide');
    await until('hidden amounts', async () => (await totalOf(client)).about.hidden);
    expect((await totalOf(client)).total.total).toBe(null);
    await read(profile, 'show');
    await client.close();
  }
});

test('nothing but the protocol is on standard output, whatever comes in, and the server ends with its input', async ({
  profile
}) => {
  const input = [
    'junk',
    '[]',
    '{"jsonrpc":"2.0","id":1,"method":"ping"}',
    `{"jsonrpc":"2.0","id":2,"method":"${'x'.repeat(2_000_000)}"}`,
    '{"jsonrpc":"2.0","method":"notifications/initialized"}',
    '{"jsonrpc":"2.0","id":3,"method":"ping"'
  ].join('\n');
  const program = new Program(appArguments(profile, ['mcp']), NO_DISPLAY, input);
  const { status, stdout } = await program.finish();
  const replies = stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as { jsonrpc: string; id?: number; error?: { code: number } });
  expect(replies.map(({ jsonrpc, id, error }) => [jsonrpc, id, error?.code])).toEqual([
    ['2.0', undefined, -32700],
    ['2.0', undefined, -32600],
    ['2.0', 1, undefined],
    ['2.0', undefined, -32600],
    ['2.0', undefined, -32700]
  ]);
  expect(status).toBe(0);
});
