// Tests --group: each command says of a group what it says of all wallets, as if those of the group were all there are.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHistory } from '../../../electron/adapters/storage/history-store';
import { createActivityLog } from '../../../electron/adapters/storage/activity-log';
import { runReadCommand } from '../../../electron/commands/read';
import { parseArguments } from '../../../electron/cli/arguments';
import type { ReadCommand } from '../../../electron/cli/commands';
import { emptySnapshot, updateSnapshot } from '../../../electron/core/snapshots/update-snapshot';
import { arrived } from '../../fakes/entries';
import { answered, MINUTE_MS } from '../../fakes/holdings';
import { outputErrors } from '../../fakes/json-schemas';
import { lineFiles } from '../../fakes/line-files';
import { holdingsAt, PAST_WALLETS, pastOf } from '../../fakes/pasts';
import { settingsOf } from '../../fakes/world';

let folder: string;
let printed: { out: string; err: string };
vi.mock('node:fs', async load => {
  const fs = await load<typeof import('node:fs')>();
  const writeSync = (descriptor: number, text: Buffer) => {
    printed[descriptor === 1 ? 'out' : 'err'] += text.toString();
    return text.length;
  };
  return { ...fs, writeSync };
});

const steps = [
  {
    prices: ['10', '20', '30'],
    amounts: [
      ['1', '2', '3'],
      ['4', '5', '6']
    ]
  },
  {
    prices: ['11', '20', '27'],
    amounts: [
      ['1', '2', '3'],
      ['4', '5', '6']
    ]
  },
  {
    prices: ['11', '20', '27'],
    amounts: [
      ['1', '9', '3'],
      ['4', '0', '6']
    ]
  },
  {
    prices: ['12', '21', '30'],
    amounts: [
      ['1', '9', '3'],
      ['4', '0', '6']
    ]
  }
];
const points = pastOf(steps);
const LAST_AT = points.at(-1)!.at;
const groups = [
  { id: 'g1', name: 'Cold', colour: 1, walletIds: ['w1'] },
  { id: 'g2', name: 'Everything', colour: 2, walletIds: ['w1', 'w2'] },
  { id: 'g3', name: 'Nothing', colour: 3, walletIds: [] }
];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-group-'));
  const holdings = holdingsAt(steps.at(-1)!);
  const wallets = PAST_WALLETS.map(wallet =>
    updateSnapshot(
      emptySnapshot(wallet),
      answered(holdings.filter(({ walletId }) => walletId === wallet.id)),
      LAST_AT
    )
  );
  const stored = { version: 1, savedAt: LAST_AT, staleAfterMs: 11 * MINUTE_MS, wallets };
  writeFileSync(join(folder, 'snapshot.json'), JSON.stringify(stored));
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ ...settingsOf(PAST_WALLETS), groups }));
  const history = createHistory(join(folder, 'history'), lineFiles(folder));
  for (const point of points) await history.append(point);
  const activity = createActivityLog(join(folder, 'activity.jsonl'), lineFiles(folder));
  await activity.append([
    arrived({ id: 'a', at: LAST_AT, walletId: 'w1', symbol: 'ONE' }),
    arrived({ id: 'b', at: LAST_AT, walletId: 'w2', symbol: 'TWO' })
  ]);
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

function run(words: string, ...group: string[]) {
  vi.useFakeTimers({ now: LAST_AT + 12_000, toFake: ['Date'] });
  printed = { out: '', err: '' };
  const flags = parseArguments([...words.split(' '), ...group]);
  expect(flags.mistake).toBe(null);
  const status = runReadCommand(flags.command as ReadCommand, flags, folder, '1.2.3');
  if (status === 0) expect(outputErrors(flags, printed.out)).toEqual([]);
  return { status, ...printed };
}

const COMMANDS = [
  ...['total', 'chains', 'tokens', 'changes', 'history', 'doubts'].flatMap(command => [
    command,
    `${command} --format json`
  ]),
  ...['total', 'chains', 'tokens', 'changes', 'history'].flatMap(command =>
    ['waybar', 'polybar', 'xbar'].map(format => `${command} --format ${format}`)
  ),
  'history --format csv',
  'changes --since poll --format json',
  'export history',
  'export holdings --format json',
  'export activity',
  `total --at ${new Date(LAST_AT).toISOString().slice(0, 19)}Z --format json`
];

describe('a group of all wallets', () => {
  it.each(COMMANDS)('is what all wallets are, but for its name: %s', words => {
    const own = run(words, '--group', 'everything');
    const named = own.out.replaceAll(/"group":\s*"Everything",?\s*/g, '').replaceAll(' · Everything', '');
    const bare = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll('{ ', '{');
    const all = run(words);
    expect(bare(named)).toBe(bare(all.out));
    expect(own.status).toBe(all.status);
  });
});

describe('a group of one wallet', () => {
  const jsonOf = (words: string) => JSON.parse(run(words, '--group', 'Cold').out) as Record<string, unknown>;

  it('has the total and the chains of that wallet', () => {
    const { w1 } = points.at(-1)!.wallets;
    expect(jsonOf('total --format json')).toMatchObject({
      group: 'Cold',
      total: w1!.value,
      chains: [
        { chainIndex: '1', value: w1!.chains['1'] },
        { chainIndex: '56', value: w1!.chains['56'] }
      ]
    });
  });

  it('has the changes of that wallet, with causes that add up and its entries alone', () => {
    const changes = jsonOf('changes --format json') as Record<
      'amount' | 'prices' | 'transfers' | 'recounted',
      string
    > & {
      activity: { symbol: string }[];
    };
    const [first, last] = [points[0]!.wallets['w1']!, points.at(-1)!.wallets['w1']!];
    expect(Number(changes.amount)).toBeCloseTo(Number(last.value) - Number(first.value), 9);
    expect(Number(changes.prices) + Number(changes.transfers) + Number(changes.recounted)).toBeCloseTo(
      Number(changes.amount),
      9
    );
    expect(changes.activity.map(({ symbol }) => symbol)).toEqual(['ONE']);
  });

  it('has its own line over time', () => {
    const rows = JSON.parse(run('history --format json', '--group', 'Cold').out) as { total: string }[];
    expect(rows.map(({ total }) => total)).toEqual(points.map(({ wallets }) => wallets['w1']!.value));
  });

  it('is named in a bar, so that nobody takes it for all', () => {
    expect(run('total --format waybar', '--group', 'Cold').out).toContain(' · Cold');
  });
});

it('the total of a group needs no history that can be read', () => {
  writeFileSync(join(folder, 'history', 'polls.jsonl'), 'not a line\n');
  expect(run('total', '--group', 'Cold').out).toContain('$');
});

describe('a group that is not there', () => {
  it('is named, with those that are', () => {
    expect(run('total', '--group', 'Hot')).toEqual({
      status: 2,
      out: '',
      err: 'tokentray: There is no group "Hot": use "Cold", "Everything", "Nothing". See "tokentray help".\n'
    });
  });

  it('or has no wallet: that is said', () => {
    expect(run('total', '--group', 'nothing').err).toContain('The group "Nothing" has no wallets.');
  });

  it('is a row in a bar, which shows nothing of a failed command', () => {
    const { status, out } = run('total --format waybar', '--group', 'Hot');
    expect(status).toBe(0);
    expect(out).toContain('There is no group');
  });

  it('is a mistake without a name, and with a command that prints no wallets', () => {
    expect(parseArguments(['total', '--group']).mistake).toBe(
      '--group needs the name of a group of wallets.'
    );
    expect(parseArguments(['doctor', '--group', 'Cold']).mistake).toMatch(/^--group is for "total"/);
  });
});
