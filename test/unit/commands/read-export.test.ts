import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHistory } from '../../../electron/adapters/storage/history-store';
import { runReadCommand } from '../../../electron/commands/read';
import { parseArguments } from '../../../electron/cli/arguments';
import type { ReadCommand } from '../../../electron/cli/commands';
import { answered, DAY_MS, failed, HOUR_MS, MINUTE_MS, NOW, usdc } from '../../fakes/holdings';
import { pointAt } from '../../fakes/points';
import { ETH, writeProfile } from '../../fakes/stored-profile';
import { outputErrors } from '../../fakes/json-schemas';
import { lineFiles } from '../../fakes/line-files';

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
  folder = mkdtempSync(join(tmpdir(), 'tokentray-records-'));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Gives what a shell would get 12 s after the last poll. */
function run(words: string, afterMs = 12_000) {
  vi.useFakeTimers({ now: NOW + afterMs, toFake: ['Date'] });
  printed = { out: '', err: '' };
  const flags = parseArguments(words.split(' '));
  expect(flags.mistake).toBe(null);
  const status = runReadCommand(flags.command as ReadCommand, flags, folder, '1.2.3');
  expect(outputErrors(flags, printed.out)).toEqual([]);
  return { status, ...printed };
}

const profile = (...given: Parameters<typeof writeProfile> extends [string, ...infer Rest] ? Rest : never) =>
  writeProfile(folder, ...given);

describe('the command history', () => {
  it('prints one line for each point of the range, with the causes of each change', async () => {
    await profile();
    expect(run('history')).toEqual({
      status: 0,
      err: '',
      out: [
        '2026-11-22T08:00:00.000Z\t$900.25\t\t\t\tstale',
        '2026-11-22T09:00:00.000Z\t$1,250.00\t+$99.75\t+$250.00\t$0.00\tfresh\n'
      ].join('\n')
    });
    expect(run('history --range 1w --format csv').out).toBe(
      [
        'time,total,prices,transfers,recounted,stale',
        '2026-11-19T09:00:00.000Z,900,,,,false',
        '2026-11-21T09:00:00.000Z,950.25,50.25,0,0,false',
        '2026-11-22T08:00:00.000Z,900.25,-50,0,0,true',
        '2026-11-22T09:00:00.000Z,1250,99.75,250,0,false\n'
      ].join('\n')
    );
  });

  it('has the separator, the decimal comma and the byte order mark that a spreadsheet needs', async () => {
    await profile();
    expect(run('history --format csv --separator semicolon --decimal-comma --bom').out).toBe(
      [
        '\uFEFFtime;total;prices;transfers;recounted;stale',
        '2026-11-22T08:00:00.000Z;900,25;;;;true',
        '2026-11-22T09:00:00.000Z;1250;99,75;250;0;false\n'
      ].join('\n')
    );
    expect(run('export holdings --separator tab').out.split('\n')[1]).toMatch(
      /^Cold wallet\tEthereum\t0x\w+\t\tETH\t0\.5\t2000\t1000\tcounted\tfalse$/
    );
    await profile({ isHidden: true });
    const { out } = run('history --format csv --separator semicolon --decimal-comma');
    expect(out).not.toMatch(/1250|900,25|99,75/);
  });

  it('is exact as JSON, and shows no amount while balances are hidden', async () => {
    await profile();
    const [, last] = JSON.parse(run('history --format json').out);
    expect(last).toEqual({
      time: '2026-11-22T09:00:00.000Z',
      total: '1250',
      prices: '99.75',
      transfers: '250',
      recounted: '0',
      stale: false,
      schemaVersion: 1
    });
    await profile({ isHidden: true });
    for (const format of ['plain', 'json', 'csv']) {
      const { status, out } = run(`history --format ${format}`);
      expect(status).toBe(0);
      expect(out).toContain(format === 'json' ? '"total":null' : '•••');
      expect(out).not.toMatch(/1,?250|900\.25|99\.75|250/);
    }
  });

  it.each(['1w', '1m', '1y', 'all'])(
    'ends with the last poll in the range %s, however long ago that poll was',
    async range => {
      await profile();
      const { status, out } = run(`history --range ${range} --format json`, 30 * HOUR_MS);
      expect(status).toBe(3);
      expect(JSON.parse(out).at(-1)).toMatchObject({ time: '2026-11-22T09:00:00.000Z', total: '1250' });
      expect(run('history', 30 * HOUR_MS)).toMatchObject({ status: 4, out: 'No data in this range\n' });
    }
  );

  it('shows no point in the future, and ends now when a clock ran fast', async () => {
    await profile();
    await createHistory(join(folder, 'history'), lineFiles(folder)).append(pointAt(NOW + 400 * DAY_MS));
    for (const range of ['1d', 'all'])
      expect(JSON.parse(run(`history --range ${range} --format json`).out).at(-1).total).toBe('1250');
  });

  it('leaves out damaged lines, and has no data yet without a file', async () => {
    expect(run('history')).toMatchObject({ status: 4, out: 'No data yet\n' });
    await profile();
    appendFileSync(join(folder, 'history', 'polls.jsonl'), '[1795338000000,"=1"]\nrubbish\n[17953');
    expect(run('history').out.split('\n')).toHaveLength(3);
  });

  it('reads only the files that the range needs', async () => {
    await profile();
    for (const name of ['five-minutes', 'hours', 'days']) {
      rmSync(join(folder, 'history', `${name}.jsonl`), { force: true });
      mkdirSync(join(folder, 'history', `${name}.jsonl`));
    }
    expect(run('history --range 1d').status).toBe(0);
    expect(run('changes').status).toBe(0);
    expect(run('history --range 1w')).toMatchObject({ status: 1, out: '' });
  });
});

describe('the command export', () => {
  it('prints the file', async () => {
    await profile();
    const { status, out } = run('export history');
    expect(status).toBe(0);
    expect(out.split('\n')).toHaveLength(6);
    expect(out).toContain('stale,Cold wallet\n2026-11-19T09:00:00.000Z,900,,,,false,900\n');
    expect(JSON.parse(run('export holdings --format json').out)).toHaveLength(2);
    expect(run('export activity').out.split('\n')[1]).toBe(
      '2026-11-22T09:00:00.000Z,arrived,Received 250 USDC,Cold wallet,Base,USDC,250,250,2026-11-22T09:00:00.000Z,desktop,'
    );
  });

  it('saves the file in the current folder, and replaces no file unless requested', async () => {
    await profile();
    vi.stubEnv('INIT_CWD', folder);
    const file = join(folder, 'out.csv');
    expect(run('export activity --output out.csv')).toEqual({ status: 0, out: `Saved ${file}\n`, err: '' });
    expect(readFileSync(file, 'utf8')).toBe(run('export activity').out);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(run('export history --output out.csv')).toMatchObject({ status: 1, out: '' });
    expect(run('export history --output out.csv --force').status).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(run('export history').out);
  });

  it('is refused while balances are hidden', async () => {
    await profile({ isHidden: true });
    for (const what of ['history', 'holdings', 'activity']) {
      const { status, out, err } = run(`export ${what} --output ${join(folder, 'out.csv')}`);
      expect([status, out]).toEqual([1, '']);
      expect(err).toMatch(/^tokentray: Balances are hidden, so nothing was exported\./);
    }
    expect(() => statSync(join(folder, 'out.csv'))).toThrow();
  });

  it('exports stale values, and says so', async () => {
    await profile({}, [answered([ETH, usdc()]), failed('timeout')]);
    const file = join(folder, 'out.json');
    const { status, out } = run(`export holdings --output ${file}`, 5 * MINUTE_MS);
    expect([status, out]).toEqual([3, `Saved ${file}  (stale, 5 min old)\n`]);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveLength(2);
  });

  it('creates no file without data, and ends with status 4', () => {
    for (const what of ['history', 'holdings', 'activity']) {
      const file = join(folder, 'out.csv');
      expect(run(`export ${what} --output ${file}`)).toEqual({ status: 4, out: '', err: 'No data yet\n' });
      expect(() => statSync(file)).toThrow();
    }
  });
});

describe('files that cannot be read', () => {
  it.each([
    ['history/polls.jsonl', 'changes'],
    ['activity.jsonl', 'changes'],
    ['activity.jsonl', 'export activity'],
    ['history/tokens.jsonl', 'history']
  ])('end with status 1 and one sentence: %s', async (name, words) => {
    await profile();
    rmSync(join(folder, name));
    mkdirSync(join(folder, name));
    const { status, out, err } = run(words);
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(/^tokentray: the stored values cannot be read/);
  });

  it.each([
    ['history/polls.jsonl', 'changes'],
    ['history/tokens.jsonl', 'history'],
    ['activity.jsonl', 'export activity']
  ])('neither are files of other text: %s', async (name, words) => {
    await profile();
    writeFileSync(join(folder, name), '{"some":"thing else"}\n');
    const { status, out, err } = run(words);
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(/^tokentray: the stored values cannot be read. Start the app: it sets/);
  });
});
