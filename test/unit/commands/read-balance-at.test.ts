// Tests the balance of a date: which recorded point it is, what is said of it, and that its parts add up.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHistory } from '../../../electron/adapters/storage/history-store';
import { parseArguments } from '../../../electron/cli/arguments';
import type { ReadCommand } from '../../../electron/cli/commands';
import { runReadCommand } from '../../../electron/commands/read';
import { NOW } from '../../fakes/holdings';
import { lineFiles } from '../../fakes/line-files';
import { pointAt } from '../../fakes/points';
import { outputErrors } from '../../fakes/json-schemas';
import { writeProfile } from '../../fakes/stored-profile';

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
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-balance-'));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

/** The week before NOW: a day of November 2026, local time. */
const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();

function run(words: string) {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  printed = { out: '', err: '' };
  const flags = parseArguments(words.split(' '));
  expect(flags.mistake).toBe(null);
  const status = runReadCommand(flags.command as ReadCommand, flags, folder, '1.2.3');
  expect(outputErrors(flags, printed.out)).toEqual([]);
  return { status, ...printed };
}

const LARGEST = pointAt(at(18, 23, 58), {
  total: '1500.5',
  wallets: {
    w1: { value: '1400.5', prices: '0', transfers: '0', chains: { '1': '1200.5', '56': '200' } },
    w2: { value: '400', prices: '0', transfers: '0', chains: { '1': '400' } }
  },
  countedOnce: [{ walletId: 'w2', ahead: ['w1'], chains: { '1': '300' } }],
  tokens: [
    ['w1/1/0xa/', 'ETH', '2500', '1000'],
    ['w1/56/0xa/', 'BNB', '600', '200'],
    ['w2/1/0xb/', 'ETH', '2500', '100'],
    ['w2/1/0xa/', 'ETH', '2500', '300']
  ],
  stale: ['w1/56']
});

async function record(...points: readonly ReturnType<typeof pointAt>[]) {
  await writeProfile(folder);
  rmSync(join(folder, 'history'), { recursive: true, force: true });
  const history = createHistory(join(folder, 'history'), lineFiles(folder));
  for (const point of points) await history.append(point);
}

describe('the balance of a date', () => {
  it('is the last one that was recorded up to the end of that day, and says how long before', async () => {
    await record(
      pointAt(at(17, 9), { total: '10' }),
      pointAt(at(17, 23, 58), { total: '42318.2' }),
      pointAt(at(18, 0, 1), { total: '11' })
    );
    expect(run('total --at 2026-11-17')).toEqual({
      status: 0,
      err: '',
      out: '$42,318.20  (recorded 17 Nov 23:58, 1 min before the end of that day)\n'
    });
    expect(run('total --at 2026-11-17T09:30').out).toBe(
      '$10.00  (recorded 17 Nov 09:00, 30 min before then)\n'
    );
  });

  it('is said to be stale where nothing was recorded on that day', async () => {
    await record(pointAt(at(17, 12)));
    expect(run('total --at 2026-11-17').status).toBe(0);
    expect(run('total --at 2026-11-19')).toMatchObject({
      status: 3,
      out: '$100.00  (recorded 17 Nov 12:00, 2 days before the end of that day)\n'
    });
    expect(run('total --at 2026-11-22').out).toContain(' before now)');
  });

  it('does not exist before the history begins', async () => {
    await record(pointAt(at(17, 12)));
    const none = 'No data of then: your history begins 17 Nov 12:00\n';
    for (const kind of ['total', 'chains', 'tokens'])
      expect(run(`${kind} --at 2026-11-16`)).toEqual({ status: 4, err: '', out: none });
    expect(run('export holdings --at 2026-11-16')).toEqual({ status: 4, out: '', err: none });
    expect(JSON.parse(run('total --at 2026-11-16 --format json').out)).toMatchObject({
      total: null,
      recordedAt: null,
      state: 'none',
      chains: []
    });
    rmSync(join(folder, 'history'), { recursive: true });
    expect(run('total --at 2026-11-16')).toMatchObject({ status: 4, out: 'No data yet\n' });
  });

  it('has chains and tokens that add up to it, each unit once, and says which are stale', async () => {
    await record(LARGEST);
    expect(run('chains --at 2026-11-18').out.split('\n').slice(1)).toEqual([
      'Ethereum\t$1,300.50\t86.7\u202f%',
      'BNB Chain\t$200.00\t13.3\u202f%',
      ''
    ]);
    expect(run('tokens --at 2026-11-18')).toMatchObject({
      status: 3,
      out: [
        '$1,500.50  (recorded 18 Nov 23:58, 1 min before the end of that day; 1 part was stale)',
        'ETH\tEthereum\t$1,000.00\t0.4\t$2,500.00\tCold wallet',
        'BNB\tBNB Chain\t$200.00\t\t$600.00\tCold wallet\tstale',
        'ETH\tEthereum\t$100.00\t0.04\t$2,500.00\tw2',
        'All others\t\t$200.50',
        ''
      ].join('\n')
    });
    const { tokens, rest, total, complete } = JSON.parse(run('tokens --at 2026-11-18 --format json').out) as {
      tokens: { value: string; stale: boolean }[];
      rest: string;
      total: string;
      complete: boolean;
    };
    expect([...tokens.map(({ value }) => value), rest]).toEqual(['1000', '200', '100', '200.5']);
    expect([total, complete]).toEqual(['1500.5', false]);
  });

  it('hides with the balances', async () => {
    await record(LARGEST);
    const file = join(folder, 'config.json');
    const settings = JSON.parse(readFileSync(file, 'utf8')) as { choices: object };
    writeFileSync(file, JSON.stringify({ ...settings, choices: { ...settings.choices, isHidden: true } }));
    for (const kind of ['total', 'chains', 'tokens'])
      for (const format of ['plain', 'json']) {
        const { out } = run(`${kind} --at 2026-11-18 --format ${format}`);
        expect(out).not.toMatch(/1,?500|1,?000|1,?300|200\.5|0\.04/);
      }
    expect(run('export holdings --at 2026-11-18').status).toBe(1);
  });

  it('is exported with the columns of the holdings', async () => {
    await record(LARGEST);
    const time = new Date(LARGEST.at).toISOString();
    expect(run('export holdings --at 2026-11-18')).toEqual({
      status: 3,
      err: '',
      out: [
        'wallet,chain,address,token address,symbol,balance,price,value,standing,stale,time',
        `Cold wallet,Ethereum,0xa,,ETH,0.4,2500,1000,counted,false,${time}`,
        `Cold wallet,BNB Chain,0xa,,BNB,,600,200,counted,true,${time}`,
        `w2,Ethereum,0xb,,ETH,0.04,2500,100,counted,false,${time}`,
        `,,,,all others,,,200.5,counted,true,${time}`,
        ''
      ].join('\n')
    });
    const rows = JSON.parse(run('export holdings --at 2026-11-18 --format json').out) as { value: string }[];
    expect(rows.map(({ value }) => value)).toEqual(['1000', '200', '100', '200.5']);
    const output = join(folder, 'then.csv');
    expect(run(`export holdings --at 2026-11-18 --output ${output}`).out).toContain(
      `Saved ${output}  (recorded 18 Nov 23:58,`
    );
  });

  it('is refused for a day that has not begun', async () => {
    await record(LARGEST);
    for (const moment of ['2026-11-23', '2026-11-22T23:59'])
      expect(run(`total --at ${moment}`)).toMatchObject({
        status: 2,
        err: `tokentray: "${moment}" is in the future. See "tokentray help".\n`
      });
  });
});

it.each([
  [
    'total --at yesterday',
    '"yesterday" is not valid for --at: use a date such as 2026-12-31 or 2026-12-31T18:00.'
  ],
  [
    'total --at 2026-02-30',
    '"2026-02-30" is not valid for --at: use a date such as 2026-12-31 or 2026-12-31T18:00.'
  ],
  ['total --at 2026-11-20 --format waybar', '--at is for plain and json only.'],
  ['export history --at 2026-11-20', '--at is for "export holdings" only.'],
  ['changes --at 2026-11-20', '--at is for "total", "chains", "tokens" or "export" only.']
])('"%s" is refused with a reason', (words, mistake) => {
  expect(parseArguments(words.split(' ')).mistake).toBe(mistake);
});
