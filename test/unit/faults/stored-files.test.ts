import { mkdirSync, rmSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { arrived } from '../../fakes/entries';
import { faultTitle } from '../../faults/table';
import { builtProcess, ProfileStage } from './profile-stage';

const TOTAL = '21203.4647571980138270671868009097182176';
const RUBBISH = ['', '{"version":1,"wal', 'rubbish', '\u0000\u0000'];

let script: string;
let stage: ProfileStage;
beforeAll(async () => void (script = await builtProcess()), 60_000);
beforeEach(() => void (stage = new ProfileStage(script)));
afterEach(() => stage.end());

const newer = (file: string, found: number) => ({ code: 'file-newer', file, found, known: 1 });
const names = (part: string) => stage.names().filter(name => name.includes(part));

describe.runIf(process.platform === 'linux')('the last snapshot', () => {
  it(faultTitle('snapshot-damaged'), async () => {
    await stage.settled();
    for (const bad of RUBBISH) {
      stage.put('snapshot.json', bad);
      const { phase, takenAt, issues: issues, wallets, points } = await stage.do('open');
      const aside = stage.aside('snapshot');
      expect({ phase, takenAt, wallets }).toEqual({ phase: 'loading', takenAt: null, wallets: 1 });
      expect(points).toBeGreaterThan(0);
      expect(issues).toEqual([{ code: 'snapshot-damaged', file: stage.path(aside) }]);
      expect(stage.text(aside)).toBe(bad);
      rmSync(stage.path(aside));
      expect(await stage.do('poll')).toMatchObject({ phase: 'ready', total: TOTAL });
      expect(await stage.do('open')).toMatchObject({ total: TOTAL, issues: [] });
    }
  });

  it(faultTitle('snapshot-newer'), async () => {
    await stage.settled();
    const text = stage.text('snapshot.json').replace('"version":1', '"version":2');
    stage.put('snapshot.json', text);
    const issue = newer('snapshot.json', 2);
    expect(await stage.do('open')).toMatchObject({ takenAt: null, wallets: 1, issues: [issue] });
    expect(await stage.do('poll')).toMatchObject({ total: TOTAL, issues: [issue] });
    expect(stage.text('snapshot.json')).toBe(text);
    expect(names('snapshot')).toEqual(['snapshot.json']);
    await stage.do('total');
    expect(stage.complaints).toContain('snapshot.json was written by a newer Tokentray (format 2;');
    rmSync(stage.path('snapshot.json'));
    expect(await stage.do('poll')).toMatchObject({ total: TOTAL, issues: [] });
    expect(await stage.do('open')).toMatchObject({ total: TOTAL, issues: [] });
  });

  it(faultTitle('snapshot-foreign'), async () => {
    await stage.settled();
    const text = stage.text('snapshot.json');
    stage.forbid('snapshot.json');
    const { issues: issues, takenAt, wallets } = await stage.do('open');
    const aside = stage.aside('snapshot');
    expect({ takenAt, wallets }).toEqual({ takenAt: null, wallets: 1 });
    expect(issues).toEqual([{ code: 'snapshot-damaged', file: stage.path(aside) }]);
    stage.forbid(aside, false);
    expect(stage.text(aside)).toBe(text);
    expect(await stage.do('poll')).toMatchObject({ phase: 'ready', total: TOTAL });
    expect(await stage.do('open')).toMatchObject({ total: TOTAL, issues: [] });
  });

  it(faultTitle('snapshot-stuck'), async () => {
    await stage.settled();
    const text = stage.text('snapshot.json');
    stage.forbid('snapshot.json');
    stage.lock();
    const issue = { code: 'file-unreadable', file: 'snapshot.json' };
    expect((await stage.do('open')).issues).toEqual([issue]);
    expect(await stage.do('poll')).toMatchObject({
      total: TOTAL,
      issues: expect.arrayContaining([issue])
    });
    stage.lock(false);
    expect(await stage.do('poll')).toMatchObject({ total: TOTAL });
    stage.forbid(stage.names().includes('snapshot.json') ? 'snapshot.json' : stage.aside('snapshot'), false);
    expect(await stage.do('poll')).toMatchObject({ total: TOTAL, issues: [] });
    const kept = names('snapshot').filter(name => name !== 'snapshot.json');
    expect(kept.map(name => stage.text(name))).toEqual([text]);
    expect(await stage.do('open')).toMatchObject({ total: TOTAL, issues: [] });
  });
});

describe.runIf(process.platform === 'linux')('the list of chains', () => {
  it(faultTitle('chains-damaged'), async () => {
    await stage.settled();
    const good = stage.text('chains.json');
    stage.put('chains.json', 'rubbish');
    const damaged = await stage.do('open');
    const aside = stage.aside('chains');
    expect(damaged).toMatchObject({
      total: TOTAL,
      issues: [{ code: 'chains-damaged', file: stage.path(aside) }]
    });
    expect(stage.text(aside)).toBe('rubbish');
    await stage.do('poll');
    expect(stage.text('chains.json').replace(/\d{13}/, '')).toBe(good.replace(/\d{13}/, ''));
    const text = good.replace('"version":1', '"version":3');
    stage.put('chains.json', text);
    const view = await stage.do('open');
    expect(view).toMatchObject({ total: TOTAL, issues: [newer('chains.json', 3)] });
    await stage.do('poll');
    expect(stage.text('chains.json')).toBe(text);
    rmSync(stage.path('chains.json'));
    await stage.do('open');
    expect(await stage.do('poll')).toMatchObject({ total: TOTAL, issues: [] });
  });
});

describe.runIf(process.platform === 'linux')('the history', () => {
  it(faultTitle('history-torn'), async () => {
    await stage.settled();
    const [head, first, second] = stage.text('history/polls.jsonl').split('\n');
    stage.put('history/polls.jsonl', `\uFEFF${head}\r\n${first}\r\nrubbish\n[1,"2"\n${second!.slice(0, -9)}`);
    expect(await stage.do('open')).toMatchObject({ total: TOTAL, points: 1, issues: [] });
    expect(await stage.do('poll')).toMatchObject({ total: TOTAL, points: 2, issues: [] });
    expect(await stage.do('open')).toMatchObject({ points: 2, issues: [] });
  });

  it(faultTitle('history-folder'), async () => {
    await stage.settled();
    rmSync(stage.path('history/polls.jsonl'));
    mkdirSync(stage.path('history/polls.jsonl'));
    const { total, issues: issues } = await stage.do('open');
    const aside = stage.aside('history/polls');
    expect(total).toBe(TOTAL);
    expect(issues).toEqual([{ code: 'history-damaged', file: stage.path(aside) }]);
    expect(await stage.do('poll')).toMatchObject({ points: 1 });
    expect(await stage.do('open')).toMatchObject({ total: TOTAL, points: 1, issues: [] });
  });

  it(faultTitle('history-foreign'), async () => {
    await stage.settled();
    const text = stage.text('history/polls.jsonl');
    stage.forbid('history/polls.jsonl');
    const { total, issues: issues } = await stage.do('open');
    const aside = stage.aside('history/polls');
    expect(total).toBe(TOTAL);
    expect(issues).toEqual([{ code: 'history-damaged', file: stage.path(aside) }]);
    stage.forbid(aside, false);
    expect(stage.text(aside)).toBe(text);
    await stage.do('poll');
    expect(await stage.do('open')).toMatchObject({ total: TOTAL, points: 1, issues: [] });
  });

  it(faultTitle('history-newer'), async () => {
    await stage.settled();
    const others = stage.text('history/polls.jsonl');
    const text = stage.text('history/tokens.jsonl').replace('{"version":1}', '{"version":2}');
    stage.put('history/tokens.jsonl', text);
    const issue = newer('history/tokens.jsonl', 2);
    expect(await stage.do('open')).toMatchObject({ total: TOTAL, issues: [issue] });
    expect(await stage.do('poll')).toMatchObject({ total: TOTAL, issues: [issue] });
    expect(stage.text('history/tokens.jsonl')).toBe(text);
    expect(stage.text('history/polls.jsonl')).toBe(others);
    rmSync(stage.path('history/tokens.jsonl'));
    expect(await stage.do('poll')).toMatchObject({ total: TOTAL, issues: [] });
    expect(stage.text('history/polls.jsonl').startsWith(others)).toBe(true);
  });

  it(faultTitle('history-no-folder'), async () => {
    await stage.settled();
    rmSync(stage.path('history'), { recursive: true });
    stage.put('history', 'a file');
    const issue = { code: 'file-unreadable', file: 'history/polls.jsonl' };
    expect(await stage.do('open')).toMatchObject({ total: TOTAL, issues: [issue] });
    const { total, issues, takenAt } = await stage.do('poll');
    expect({ total, issues }).toEqual({ total: TOTAL, issues: [issue] });
    expect(stage.text('history')).toBe('a file');
    expect(stage.text('snapshot.json')).toContain(`"answeredAt":${takenAt}`);
    rmSync(stage.path('history'));
    expect(await stage.do('poll')).toMatchObject({ total: TOTAL, issues: [] });
    expect(names('history/polls')).toHaveLength(1);
  });
});

describe.runIf(process.platform === 'linux')('the activity', () => {
  it(faultTitle('activity-damaged'), async () => {
    await stage.settled();
    stage.put('activity.jsonl', 'rubbish\n\u0000');
    const { total, issues: issues } = await stage.do('open');
    const aside = stage.aside('activity');
    expect(total).toBe(TOTAL);
    expect(issues).toEqual([{ code: 'activity-damaged', file: stage.path(aside) }]);
    expect(stage.text(aside)).toBe('rubbish\n\u0000');
    expect(await stage.do('note')).toMatchObject({ entries: 1 });
    expect(await stage.do('open')).toMatchObject({ total: TOTAL, entries: 1, issues: [] });
    rmSync(stage.path('activity.jsonl'));
    rmSync(stage.path(aside));
    mkdirSync(stage.path('activity.jsonl'));
    expect((await stage.do('open')).issues).toMatchObject([{ code: 'activity-damaged' }]);
    expect(await stage.do('note')).toMatchObject({ entries: 1 });
  });

  it(faultTitle('activity-newer'), async () => {
    await stage.settled();
    const text = `{"version":2}\n${JSON.stringify(arrived())}\n`;
    stage.put('activity.jsonl', text);
    const issue = newer('activity.jsonl', 2);
    expect(await stage.do('open')).toMatchObject({ total: TOTAL, entries: 0, issues: [issue] });
    expect(await stage.do('note')).toMatchObject({ total: TOTAL, issues: [issue] });
    expect(stage.text('activity.jsonl')).toBe(text);
    rmSync(stage.path('activity.jsonl'));
    expect(await stage.do('note')).toMatchObject({ entries: 1, issues: [] });
  });
});
