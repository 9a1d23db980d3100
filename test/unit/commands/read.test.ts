import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Engine } from '../../../electron/core/engine/engine';
import { runReadCommand } from '../../../electron/commands/read';
import { parseArguments } from '../../../electron/cli/arguments';
import type { ReadCommand } from '../../../electron/cli/commands';
import type { Choices } from '../../../shared/schema/settings';
import { EXAMPLE_ACCOUNT_ID, EXAMPLE_ASSETS } from '../../../electron/fake-okx/service/asset-rows';
import { outputErrors } from '../../fakes/json-schemas';
import { EXAMPLE_TOTAL, START, startWorld } from '../../fakes/app-world';

const MINUTE_MS = 60_000;

let folder: string;
let printed: { out: string; err: string };
vi.mock('node:fs', async load => {
  const fs = await load<typeof import('node:fs')>();
  const writeSync = (descriptor: number, text: Buffer) => {
    const at = Math.min(text.length, 7);
    printed[descriptor === 1 ? 'out' : 'err'] += text.subarray(0, at).toString('latin1');
    return at;
  };
  return { ...fs, writeSync };
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-cli-'));
  printed = { out: '', err: '' };
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

const utf8 = (bytes: string) => Buffer.from(bytes, 'latin1').toString('utf8');
/** Gives `exitCode output`, as a shell would get them `afterMs` after the poll. */
function run(words: string, afterMs = 12_000): [status: number, output: string] {
  vi.useFakeTimers({ now: START + afterMs, toFake: ['Date'] });
  printed = { out: '', err: '' };
  const flags = parseArguments(words.split(' '));
  const status = runReadCommand(flags.command as ReadCommand, flags, folder, '1.2.3');
  expect(outputErrors(flags, utf8(printed.out))).toEqual([]);
  return [status, utf8(printed.out + printed.err)];
}

type World = Awaited<ReturnType<typeof startWorld>>;

/** Writes the files that the app stores after real polls of the fake server. */
async function profile(
  choices: Partial<Choices> = {},
  prepare: (around: World, app: Engine) => unknown = () => 0
) {
  const around = await startWorld();
  const risky = { ...EXAMPLE_ASSETS[0]!, symbol: 'SPAM', tokenAddress: '0xbad', isRiskToken: true };
  const unpriced = { ...risky, symbol: 'WHAT', tokenAddress: '0xfff', isRiskToken: false, tokenPrice: '0' };
  const rows = [
    ...EXAMPLE_ASSETS,
    { ...EXAMPLE_ASSETS[1]!, chainIndex: '10', balance: '0.1' },
    risky,
    unpriced
  ];
  around.server.accounts.set(EXAMPLE_ACCOUNT_ID, () => rows);
  const app = new Engine(around.world);
  await app.load();
  await prepare(around, app);
  await app.refresh();
  await app.choose(choices);
  await app.stop();
  await around.close();
  if (around.files.snapshots)
    writeFileSync(join(folder, 'snapshot.json'), JSON.stringify(around.files.snapshots));
  writeFileSync(join(folder, 'config.json'), JSON.stringify(around.files.settings));
}
const refused =
  (code: '50111' | '50001', isFirst = false) =>
  async (around: World, app: Engine) => {
    if (!isFirst) await app.refresh();
    around.server.injectFault({ kind: 'refuse', code });
  };

const TOTAL = '21468.5077571980138270671868009097182176';
const json = (output: string) => JSON.parse(output) as Record<string, unknown>;

describe('the command total', () => {
  it('shows the exact total of OKX’s own example', async () => {
    await profile({}, around => around.server.accounts.set(EXAMPLE_ACCOUNT_ID, () => EXAMPLE_ASSETS));
    expect(run('total --format json')).toEqual([
      0,
      `{"total":"${EXAMPLE_TOTAL}","currency":"USD","takenAt":"2026-11-22T09:00:00.000Z","ageSeconds":12,"state":"fresh","complete":true,"hidden":false,"chains":[{"chainIndex":"1","name":"Ethereum","value":"${EXAMPLE_TOTAL}"}],"notCounted":{"risky":0,"unpriced":0,"unverified":0,"waiting":0},"doubts":[],"schemaVersion":1}\n`
    ]);
    expect(run('total')).toEqual([0, '$21,203.46\n']);
  });

  it('lists its chains, largest first, and counts the chains left out', async () => {
    await profile();
    const [status, output] = run('total --format json');
    expect(status).toBe(0);
    expect(json(output)).toMatchObject({
      total: TOTAL,
      state: 'fresh',
      chains: [
        { chainIndex: '1', name: 'Ethereum', value: EXAMPLE_TOTAL },
        { chainIndex: '10', name: 'Optimism', value: '265.043' }
      ],
      notCounted: { risky: 1, unpriced: 1, unverified: 0 }
    });
  });

  it("takes testnets from OKX's list as the app read it last, like tray and window", async () => {
    await profile();
    const listed = (name: unknown) =>
      writeFileSync(
        join(folder, 'chains.json'),
        JSON.stringify({ version: 1, readAt: START, chains: [{ chainIndex: '10', name, shortName: '' }] })
      );
    listed('Next Testnet');
    expect(json(run('total --format json')[1])).toMatchObject({ total: EXAMPLE_TOTAL });
    expect(run('export holdings --format csv')[1]).toContain('Next Testnet');
    listed(5);
    expect(json(run('total --format json')[1])).toMatchObject({ total: TOTAL });
    writeFileSync(join(folder, 'chains.json'), '{"version":9');
    expect(json(run('total --format json')[1])).toMatchObject({ total: TOTAL });
  });

  it('says that an old total is old, with status 3', async () => {
    await profile();
    expect(run('total', 24 * MINUTE_MS)).toEqual([3, '$21,468.51  (stale, 24 min old)\n']);
    expect(json(run('total --format json', 24 * MINUTE_MS)[1])).toMatchObject({
      total: TOTAL,
      ageSeconds: 1440,
      state: 'stale',
      complete: false
    });
  });

  it('shows a total that came before the clock was set back as stale', async () => {
    await profile();
    expect(run('total', -MINUTE_MS)).toEqual([0, '$21,468.51\n']);
    expect(run('total', -2 * MINUTE_MS)).toEqual([3, '$21,468.51  (stale, 0 s old)\n']);
  });

  it('shows a total whose last poll failed as stale at once', async () => {
    await profile({}, refused('50001'));
    expect(run('total')).toEqual([3, '$21,468.51  (stale, 12 s old)\n']);
  });

  it('shows an error with status 1 and the last total when the key is refused', async () => {
    await profile({}, refused('50111'));
    expect(run('total')).toEqual([1, '$21,468.51  (failing, 12 s old)\n']);
    expect(json(run('total --format json')[1])).toMatchObject({
      total: TOTAL,
      state: 'error',
      complete: false
    });
  });

  it.each(['total', 'total --format json'])('shows no digit while balances are hidden: %s', async words => {
    await profile({ isHidden: true });
    const [status, output] = run(words);
    expect(status).toBe(0);
    expect(output).not.toMatch(/21|468|265|0\.1/);
    if (words === 'total') expect(output).toBe('•••\n');
    else
      expect(json(output)).toMatchObject({
        total: null,
        hidden: true,
        chains: [{ value: null }, { value: null }]
      });
  });

  it('shows no number before the first answer, with status 4', async () => {
    expect(run('total')).toEqual([4, 'No data yet\n']);
    await profile({}, refused('50111', true));
    expect(run('total')).toEqual([4, 'No data yet\n']);
    expect(json(run('total --format json')[1])).toEqual({
      total: null,
      currency: 'USD',
      takenAt: null,
      ageSeconds: null,
      state: 'none',
      complete: false,
      hidden: false,
      chains: [],
      notCounted: { risky: 0, unpriced: 0, unverified: 0, waiting: 0 },
      doubts: [],
      schemaVersion: 1
    });
  });

  it('shows no negative age after a clock was set back', async () => {
    await profile();
    expect(json(run('total --format json', -5000)[1])).toMatchObject({ ageSeconds: 0 });
  });
});

it('the command watch says that the app stays for no stream, and what to do instead', () => {
  const { platform } = process;
  const refusalOn = (system: string) => {
    Object.defineProperty(process, 'platform', { value: system });
    return run('watch --format jsonl');
  };
  try {
    expect(refusalOn('linux')).toEqual([
      1,
      expect.stringContaining('by the script "tokentray" of the Debian package')
    ]);
    for (const system of ['win32', 'darwin', 'linux'])
      expect(refusalOn(system)).toEqual([
        1,
        expect.stringMatching(/run "tokentray total" every few seconds instead\.\n$/)
      ]);
  } finally {
    Object.defineProperty(process, 'platform', { value: platform });
  }
});

describe('the command chains', () => {
  it('prints lines of name, value and share', async () => {
    await profile();
    expect(run('chains')).toEqual([0, 'Ethereum\t$21,203.46\t98.8\u202f%\nOptimism\t$265.04\t1.2\u202f%\n']);
  });

  it('is exact as JSON', async () => {
    await profile();
    expect(JSON.parse(run('chains --format json')[1])).toEqual([
      { chainIndex: '1', name: 'Ethereum', value: EXAMPLE_TOTAL, schemaVersion: 1 },
      { chainIndex: '10', name: 'Optimism', value: '265.043', schemaVersion: 1 }
    ]);
  });

  it('shows names without values while balances are hidden', async () => {
    await profile({ isHidden: true });
    const [, output] = run('chains');
    expect(output).toMatch(/^Ethereum\t•••/);
    expect(output).not.toMatch(/21|265/);
    expect(JSON.parse(run('chains --format json')[1])).toMatchObject([{ value: null }, { value: null }]);
  });

  it('prints nothing without data, with status 4', () => {
    expect(run('chains')).toEqual([4, '\n']);
    expect(run('chains --format json')).toEqual([4, '[]\n']);
  });

  it('ends with the status of the state: old 3, refused 1', async () => {
    await profile({}, refused('50111'));
    expect(run('chains')[0]).toBe(1);
    await profile();
    expect(run('chains', 24 * MINUTE_MS)[0]).toBe(3);
  });
});

describe('the command tokens', () => {
  it('prints lines of symbol, chain, value or why it does not count, amount, price and wallet', async () => {
    await profile();
    const [status, output] = run('tokens');
    expect(status).toBe(0);
    expect(output.trimEnd().split('\n')).toEqual([
      'ETH\tEthereum\t$21,203.44\t8\t$2,650.43\tCold wallet',
      'ETH\tOptimism\t$265.04\t0.1\t$2,650.43\tCold wallet',
      'LOOKS\tEthereum\t$0.02\t0.690881\t$0.035834\tCold wallet',
      'SPAM\tEthereum\tnot counted (risky)\t0.690881\t$0.035834\tCold wallet',
      'WHAT\tEthereum\tnot counted (unpriced)\t0.690881\tno price\tCold wallet'
    ]);
  });

  it('is exact as JSON', async () => {
    await profile();
    expect(JSON.parse(run('tokens --format json')[1])).toContainEqual({
      id: expect.stringMatching(
        /^w1\/1\/0x[0-9a-f]{40}\/0xf4d2888d29d722226fafa5d9b24f9164c092421e$/
      ) as string,
      wallet: 'Cold wallet',
      chainIndex: '1',
      tokenAddress: '0xf4d2888d29d722226fafa5d9b24f9164c092421e',
      symbol: 'LOOKS',
      balance: '0.6908810093750312',
      price: '0.035834243057603148',
      percent: null,
      since: null,
      value: '0.0247571980138270671868009097182176',
      standing: 'counted',
      stale: false,
      schemaVersion: 1
    });
  });

  it('shows neither amount nor value while balances are hidden', async () => {
    await profile({ isHidden: true });
    expect(run('tokens')[1]).not.toMatch(/\t[\d.]+\t|21,|265\.04|\$0\.02/);
    const rows = JSON.parse(run('tokens --format json')[1]) as Record<string, unknown>[];
    expect(rows.map(({ balance, value }) => [balance, value])).toEqual(rows.map(() => [null, null]));
  });

  it('prints nothing without data, with status 4', () => {
    expect(run('tokens --format json')).toEqual([4, '[]\n']);
  });
});

describe('files that cannot be read', () => {
  it.each(['snapshot.json', 'config.json'])('end with status 1 and leave %s unchanged', async name => {
    await profile();
    writeFileSync(join(folder, name), '{"wallets": 7, "cut');
    const [status, output] = run('total');
    expect(status).toBe(1);
    expect(output).toMatch(/^tokentray: the stored values cannot be read/);
    expect(output).not.toContain('cut');
    expect(printed.out).toBe('');
  });
});

describe.runIf(process.platform !== 'win32')('a pipe in the place of a file', () => {
  it.each(['snapshot.json', 'config.json'])('ends with status 1 at once, and is named: %s', async name => {
    await profile();
    rmSync(join(folder, name));
    spawnSync('mkfifo', [join(folder, name)]);
    const [status, output] = run('total');
    expect(status).toBe(1);
    expect(output).toBe(
      `tokentray: ${name} is a pipe, a device or a socket, not a file. Remove it, or restore the file.\n`
    );
  });
});

describe('help and version', () => {
  it('need no profile', () => {
    expect(run('version')).toEqual([0, '1.2.3\n']);
    const [status, output] = run('help');
    expect(status).toBe(0);
    for (const word of ['total', 'setup', 'toggle', '--format', '--user-data-dir'])
      expect(output).toContain(word);
  });
});
