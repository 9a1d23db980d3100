import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHistory } from '../../../electron/adapters/storage/history-store';
import { runReadCommand } from '../../../electron/commands/read';
import { parseArguments } from '../../../electron/cli/arguments';
import type { ReadCommand } from '../../../electron/cli/commands';
import { createActivityLog } from '../../../electron/adapters/storage/activity-log';
import { arrived } from '../../fakes/entries';
import { answered, failed, NOW, usdc } from '../../fakes/holdings';
import { ETH, POINTS, writeProfile } from '../../fakes/stored-profile';
import { settingsOf } from '../../fakes/world';
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

describe('the command changes', () => {
  it('shows the change within 24 h, its causes, its movers, and the activity', async () => {
    await profile();
    expect(run('changes')).toEqual({
      status: 0,
      err: '',
      out: [
        '+$299.75\tsince 21 Nov 09:00',
        'Prices\t+$49.75\t+4.1\u202f%',
        'Transfers\t+$250.00',
        'Added or removed\t$0.00',
        '',
        'Movers',
        'ETH\t+$49.75\t+5.2\u202f%',
        '',
        'Activity',
        '09:00\tReceived 250 USDC\tBase · Cold wallet\tnotified',
        '08:00\tReceived 250 DAI\tBase · Cold wallet\tnot notified: below threshold',
        ''
      ].join('\n')
    });
  });

  it('shows exact values as JSON, and the parts add up', async () => {
    await profile();
    const { status, out } = run('changes --format json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toEqual({
      since: '2026-11-21T09:00:00.000Z',
      takenAt: '2026-11-22T09:00:00.000Z',
      currency: 'USD',
      state: 'fresh',
      hidden: false,
      amount: '299.75',
      percent: '4.14',
      prices: '49.75',
      transfers: '250',
      transfersBy: [],
      recounted: '0',
      recountedBy: [],
      movers: [{ holdingId: ETH.id, symbol: 'ETH', amount: '49.75', percent: '5.24' }],
      activity: [
        expect.objectContaining({ id: 'told', time: '2026-11-22T09:00:00.000Z', amount: '250' }),
        expect.objectContaining({ id: 'kept', silence: 'below-threshold' })
      ],
      activityCount: 2,
      activityByPoll: [
        { time: '2026-11-22T09:00:00.000Z', count: 1, kinds: { arrived: 1 } },
        { time: '2026-11-22T08:00:00.000Z', count: 1, kinds: { arrived: 1 } }
      ],
      schemaVersion: 1
    });
  });

  it.each([
    ['poll', '2026-11-22T08:00:00.000Z', '349.75'],
    ['24h', '2026-11-21T09:00:00.000Z', '299.75'],
    ['7d', '2026-11-19T09:00:00.000Z', '350'],
    ['2026-11-21T10:00Z', '2026-11-21T09:00:00.000Z', '299.75'],
    ['2026-11-20', '2026-11-19T09:00:00.000Z', '350']
  ])('since %s begin at %s', async (since, from, amount) => {
    await profile();
    expect(JSON.parse(run(`changes --format json --since ${since}`).out)).toMatchObject({
      since: from,
      amount
    });
  });

  it('since the last look begin with what was shown then, as the history does', async () => {
    await profile({ lookedAt: Date.parse('2026-11-22T08:30:00Z') });
    const since = '2026-11-22T08:00:00.000Z';
    expect(JSON.parse(run('changes --since looked --format json').out)).toMatchObject({
      since,
      amount: '349.75'
    });
    const times = (JSON.parse(run('history --range looked --format json').out) as { time: string }[]).map(
      ({ time }) => time
    );
    expect(times).toEqual([since, '2026-11-22T09:00:00.000Z']);
    expect(run('changes --since looked --format waybar').out).toContain('since 08:00');
  });

  it.each(['changes --since looked', 'history --range looked', 'changes --since looked --format json'])(
    'says that nobody looked yet: %s',
    async words => {
      await profile();
      const sentence =
        'There is no last look yet: the window and the menu were never closed since a wallet was added.';
      expect(run(words)).toEqual({ status: 1, out: '', err: `tokentray: ${sentence}\n` });
      const bar = run('history --range looked --format waybar');
      expect([bar.status, bar.out.includes(sentence)]).toEqual([0, true]);
    }
  );

  it('shows what is counted differently since the last poll as recounted, so that the parts match the total', async () => {
    await profile();
    const settings = { ...settingsOf(), verdicts: { [usdc().id]: 'keep-out' } };
    writeFileSync(join(folder, 'config.json'), JSON.stringify(settings));
    const got = JSON.parse(run('changes --format json').out);
    expect(got).toMatchObject({ amount: '49.75', transfers: '250', recounted: '-250' });
    expect(JSON.parse(run('total --format json').out).total).toBe('1000');
  });

  it('shows no amount while balances are hidden', async () => {
    await profile({ isHidden: true });
    const { out } = run('changes');
    expect(out).toContain('Prices\t•••\t+4.1\u202f%');
    expect(out).toContain('Received ••• USDC');
    expect(out).not.toMatch(/\$|250|49\.75|299/);
    const text = run('changes --format json').out;
    expect(text).not.toMatch(/250|49\.75|299/);
    expect(JSON.parse(text)).toMatchObject({ hidden: true, amount: null, prices: null, percent: '4.14' });
  });

  it.each([
    [3, 'stale', [answered([ETH, usdc()]), failed('timeout')]],
    [1, 'error', [answered([ETH, usdc()]), failed('key-unknown')]]
  ] as const)('end with status %d when the values are %s', async (status, state, outcomes) => {
    await profile({}, outcomes);
    expect(run('changes')).toMatchObject({ status });
    const got = run('changes --format json');
    expect([got.status, JSON.parse(got.out).state]).toEqual([status, state]);
  });

  it('has no data yet without a point, and with only one', async () => {
    expect(run('changes')).toEqual({ status: 4, out: 'No data yet\n', err: '' });
    await profile();
    rmSync(join(folder, 'history'), { recursive: true });
    await createHistory(join(folder, 'history'), lineFiles(folder)).append(POINTS[3]!);
    expect(run('changes').status).toBe(4);
    const { out } = run('changes --format json');
    expect(JSON.parse(out)).toMatchObject({ state: 'none', amount: null, movers: [], activity: [] });
  });

  describe('after a poll that found thousands', () => {
    const found = Array.from({ length: 9800 }, (_, index) =>
      arrived({ id: `in${index}`, at: NOW + 1000, amount: '1', worth: String(index) })
    );
    const sent = Array.from({ length: 1200 }, (_, index) =>
      arrived({ id: `out${index}`, kind: 'left', at: NOW + 1000, amount: '-1', worth: '-0.5', symbol: 'DAI' })
    );
    beforeEach(async () => {
      await profile();
      await createActivityLog(join(folder, 'activity.jsonl'), lineFiles(folder)).append([...found, ...sent]);
    });
    const activityOf = (words: string) => run(words).out.split('Activity\n')[1]!.trimEnd().split('\n');

    it('shows the ten largest of it, counts the rest by kind, and goes on with the polls before', () => {
      const lines = activityOf('changes');
      expect(lines).toHaveLength(13);
      expect(lines[0]).toMatch(/^09:00\tReceived 1 USDC/);
      expect(lines[1]).toMatch(/^\tReceived 1 USDC/);
      expect(lines[10]).toBe('\tand 10,990 more: 9,790 received, 1,200 sent');
      expect(lines[11]).toMatch(/^09:00\tReceived 250 USDC/);
      expect(lines[12]).toMatch(/^08:00\tReceived 250 DAI/);
    });

    it('prints no more than --limit, and counts what is older', () => {
      expect(activityOf('changes --limit 2').map(line => line.split('\t')[1])).toEqual([
        'Received 1 USDC',
        'Received 1 USDC',
        'and 10,998 more: 9,798 received, 1,200 sent',
        '2 older: use a larger --limit, or a shorter --since'
      ]);
      expect(activityOf('changes --limit 60000')).toHaveLength(11_002);
    });

    it('gives JSON the newest entries up to the limit, the largest of a poll first, and all of them counted', () => {
      const json = (words: string) => JSON.parse(run(`changes --format json${words}`).out);
      const { activity, activityCount, activityByPoll } = json('');
      expect(activity).toHaveLength(50);
      expect(activity.slice(0, 2)).toMatchObject([{ id: 'in9799' }, { id: 'in9798' }]);
      expect(activityCount).toBe(11_002);
      expect(activityByPoll[0]).toEqual({
        time: '2026-11-22T09:00:01.000Z',
        count: 11_000,
        kinds: { arrived: 9800, left: 1200 }
      });
      expect(json(' --limit 1').activityByPoll).toHaveLength(1);
      expect(json(' --limit 999999').activity).toHaveLength(11_002);
    });

    it('keeps a bar short', () => {
      const { tooltip } = JSON.parse(run('changes --format waybar').out) as { tooltip: string };
      expect(tooltip.split('\n').length).toBeLessThan(42);
      expect(tooltip).toContain('and 10,990 more: 9,790 received, 1,200 sent');
    });
  });

  it('refuses a time in the future', async () => {
    await profile();
    const { status, out, err } = run('changes --since 2027-01-01');
    expect([status, out]).toEqual([2, '']);
    expect(err).toBe('tokentray: "2027-01-01" is in the future. See "tokentray help".\n');
  });
});
