import { mkdirSync, rmSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { arrived } from '../../fakes/entries';
import { faultTitle } from '../../faults/table';
import { builtProcess, TestProfile } from './test-profile';

const TOTAL = '21203.4647571980138270671868009097182176';
const RUBBISH = ['', '{"version":1,"wal', 'rubbish', '\u0000\u0000'];

let script: string;
let profile: TestProfile;
beforeAll(async () => void (script = await builtProcess()), 60_000);
beforeEach(() => void (profile = new TestProfile(script)));
afterEach(() => profile.end());

const newer = (file: string, found: number) => ({ code: 'file-newer', file, found, known: 1 });
const names = (part: string) => profile.names().filter(name => name.includes(part));

describe.runIf(process.platform === 'linux')('the last snapshot', () => {
  it(faultTitle('snapshot-damaged'), async () => {
    await profile.settled();
    for (const bad of RUBBISH) {
      profile.put('snapshot.json', bad);
      const { phase, takenAt, issues, wallets, points } = await profile.do('open');
      const aside = profile.aside('snapshot');
      expect({ phase, takenAt, wallets }).toEqual({ phase: 'loading', takenAt: null, wallets: 1 });
      expect(points).toBeGreaterThan(0);
      expect(issues).toEqual([{ code: 'snapshot-damaged', file: profile.path(aside) }]);
      expect(profile.text(aside)).toBe(bad);
      rmSync(profile.path(aside));
      expect(await profile.do('poll')).toMatchObject({ phase: 'ready', total: TOTAL });
      expect(await profile.do('open')).toMatchObject({ total: TOTAL, issues: [] });
    }
  });

  it(faultTitle('snapshot-newer'), async () => {
    await profile.settled();
    const text = profile.text('snapshot.json').replace('"version":1', '"version":2');
    profile.put('snapshot.json', text);
    const issue = newer('snapshot.json', 2);
    expect(await profile.do('open')).toMatchObject({ takenAt: null, wallets: 1, issues: [issue] });
    expect(await profile.do('poll')).toMatchObject({ total: TOTAL, issues: [issue] });
    expect(profile.text('snapshot.json')).toBe(text);
    expect(names('snapshot')).toEqual(['snapshot.json']);
    await profile.do('total');
    await profile.complained('snapshot.json was written by a newer Tokentray (format 2;');
    rmSync(profile.path('snapshot.json'));
    expect(await profile.do('poll')).toMatchObject({ total: TOTAL, issues: [] });
    expect(await profile.do('open')).toMatchObject({ total: TOTAL, issues: [] });
  });

  it(faultTitle('snapshot-foreign'), async () => {
    await profile.settled();
    const text = profile.text('snapshot.json');
    profile.forbid('snapshot.json');
    const { issues, takenAt, wallets } = await profile.do('open');
    const aside = profile.aside('snapshot');
    expect({ takenAt, wallets }).toEqual({ takenAt: null, wallets: 1 });
    expect(issues).toEqual([{ code: 'snapshot-damaged', file: profile.path(aside) }]);
    profile.forbid(aside, false);
    expect(profile.text(aside)).toBe(text);
    expect(await profile.do('poll')).toMatchObject({ phase: 'ready', total: TOTAL });
    expect(await profile.do('open')).toMatchObject({ total: TOTAL, issues: [] });
  });

  it(faultTitle('snapshot-stuck'), async () => {
    await profile.settled();
    const text = profile.text('snapshot.json');
    profile.forbid('snapshot.json');
    profile.lock();
    const issue = { code: 'file-unreadable', file: 'snapshot.json' };
    expect((await profile.do('open')).issues).toEqual([issue]);
    expect(await profile.do('poll')).toMatchObject({
      total: TOTAL,
      issues: expect.arrayContaining([issue])
    });
    profile.lock(false);
    expect(await profile.do('poll')).toMatchObject({ total: TOTAL });
    // Where it stands depends on whether a poll has moved it already.
    for (const name of names('snapshot')) profile.forbid(name, false);
    expect(await profile.do('poll')).toMatchObject({ total: TOTAL, issues: [] });
    const kept = names('snapshot').filter(name => name !== 'snapshot.json');
    expect(kept.map(name => profile.text(name))).toEqual([text]);
    expect(await profile.do('open')).toMatchObject({ total: TOTAL, issues: [] });
  });
});

describe.runIf(process.platform === 'linux')('the files of a profile', () => {
  it(faultTitle('no-file'), async () => {
    await profile.settled();
    for (const name of ['snapshot.json', 'history/polls.jsonl', 'activity.jsonl'])
      for (const what of ['pipe', 'device'] as const) {
        profile.replaceBy(what, name);
        expect((await profile.do('open')).issues).toEqual([{ code: 'file-unreadable', file: name }]);
        expect(await profile.do('poll')).toMatchObject({ total: TOTAL });
        await profile.do('note');
        if (name === 'snapshot.json') expect((await profile.do('total')).status).toBe(1);
        expect(profile.isReplaced(name)).toBe(true);
        rmSync(profile.path(name));
        expect(await profile.do('poll')).toMatchObject({ total: TOTAL });
        expect(await profile.do('open')).toMatchObject({ total: TOTAL, issues: [] });
      }
  });
});

describe.runIf(process.platform === 'linux')('the list of chains', () => {
  it(faultTitle('chains-damaged'), async () => {
    await profile.settled();
    const good = profile.text('chains.json');
    profile.put('chains.json', 'rubbish');
    const damaged = await profile.do('open');
    const aside = profile.aside('chains');
    expect(damaged).toMatchObject({
      total: TOTAL,
      issues: [{ code: 'chains-damaged', file: profile.path(aside) }]
    });
    expect(profile.text(aside)).toBe('rubbish');
    await profile.do('poll');
    expect(profile.text('chains.json').replace(/\d{13}/, '')).toBe(good.replace(/\d{13}/, ''));
    const text = good.replace('"version":1', '"version":3');
    profile.put('chains.json', text);
    const view = await profile.do('open');
    expect(view).toMatchObject({ total: TOTAL, issues: [newer('chains.json', 3)] });
    await profile.do('poll');
    expect(profile.text('chains.json')).toBe(text);
    rmSync(profile.path('chains.json'));
    await profile.do('open');
    expect(await profile.do('poll')).toMatchObject({ total: TOTAL, issues: [] });
  });
});

describe.runIf(process.platform === 'linux')('the history', () => {
  it(faultTitle('history-torn'), async () => {
    await profile.settled();
    const [head, first, second] = profile.text('history/polls.jsonl').split('\n');
    profile.put(
      'history/polls.jsonl',
      `\uFEFF${head}\r\n${first}\r\nrubbish\n[1,"2"\n${second!.slice(0, -9)}`
    );
    expect(await profile.do('open')).toMatchObject({ total: TOTAL, points: 1, issues: [] });
    expect(await profile.do('poll')).toMatchObject({ total: TOTAL, points: 2, issues: [] });
    expect(await profile.do('open')).toMatchObject({ points: 2, issues: [] });
  });

  it(faultTitle('history-nonsense'), async () => {
    await profile.settled();
    profile.put('history/polls.jsonl', '{"not":"a history"}\n');
    const { total, issues } = await profile.do('open');
    const aside = profile.aside('history/polls');
    expect(total).toBe(TOTAL);
    expect(issues).toEqual([{ code: 'history-damaged', file: profile.path(aside) }]);
    expect(profile.text(aside)).toBe('{"not":"a history"}\n');
    await profile.do('poll');
    expect(await profile.do('open')).toMatchObject({ total: TOTAL, points: 1, issues: [] });
  });

  it(faultTitle('history-folder'), async () => {
    await profile.settled();
    rmSync(profile.path('history/polls.jsonl'));
    mkdirSync(profile.path('history/polls.jsonl'));
    const { total, issues } = await profile.do('open');
    const aside = profile.aside('history/polls');
    expect(total).toBe(TOTAL);
    expect(issues).toEqual([{ code: 'history-damaged', file: profile.path(aside) }]);
    expect(await profile.do('poll')).toMatchObject({ points: 1 });
    expect(await profile.do('open')).toMatchObject({ total: TOTAL, points: 1, issues: [] });
  });

  it(faultTitle('history-foreign'), async () => {
    await profile.settled();
    const text = profile.text('history/polls.jsonl');
    profile.forbid('history/polls.jsonl');
    const { total, issues } = await profile.do('open');
    const aside = profile.aside('history/polls');
    expect(total).toBe(TOTAL);
    expect(issues).toEqual([{ code: 'history-damaged', file: profile.path(aside) }]);
    profile.forbid(aside, false);
    expect(profile.text(aside)).toBe(text);
    await profile.do('poll');
    expect(await profile.do('open')).toMatchObject({ total: TOTAL, points: 1, issues: [] });
  });

  it(faultTitle('history-newer'), async () => {
    await profile.settled();
    const others = profile.text('history/polls.jsonl');
    const text = profile.text('history/tokens.jsonl').replace('{"version":1}', '{"version":2}');
    profile.put('history/tokens.jsonl', text);
    const issue = newer('history/tokens.jsonl', 2);
    expect(await profile.do('open')).toMatchObject({ total: TOTAL, issues: [issue] });
    expect(await profile.do('poll')).toMatchObject({ total: TOTAL, issues: [issue] });
    expect(profile.text('history/tokens.jsonl')).toBe(text);
    expect(profile.text('history/polls.jsonl')).toBe(others);
    rmSync(profile.path('history/tokens.jsonl'));
    expect(await profile.do('poll')).toMatchObject({ total: TOTAL, issues: [] });
    expect(profile.text('history/polls.jsonl').startsWith(others)).toBe(true);
  });

  it(faultTitle('history-no-folder'), async () => {
    await profile.settled();
    rmSync(profile.path('history'), { recursive: true });
    profile.put('history', 'a file');
    const issue = { code: 'file-unreadable', file: 'history/polls.jsonl' };
    expect(await profile.do('open')).toMatchObject({ total: TOTAL, issues: [issue] });
    const { total, issues, takenAt } = await profile.do('poll');
    expect({ total, issues }).toEqual({ total: TOTAL, issues: [issue] });
    expect(profile.text('history')).toBe('a file');
    expect(profile.text('snapshot.json')).toContain(`"answeredAt":${takenAt}`);
    rmSync(profile.path('history'));
    expect(await profile.do('poll')).toMatchObject({ total: TOTAL, issues: [] });
    expect(names('history/polls')).toHaveLength(1);
  });
});

describe.runIf(process.platform === 'linux')('the activity', () => {
  it(faultTitle('activity-damaged'), async () => {
    await profile.settled();
    profile.put('activity.jsonl', 'rubbish\n\u0000');
    const { total, issues } = await profile.do('open');
    const aside = profile.aside('activity');
    expect(total).toBe(TOTAL);
    expect(issues).toEqual([{ code: 'activity-damaged', file: profile.path(aside) }]);
    expect(profile.text(aside)).toBe('rubbish\n\u0000');
    expect(await profile.do('note')).toMatchObject({ entries: 1 });
    expect(await profile.do('open')).toMatchObject({ total: TOTAL, entries: 1, issues: [] });
    rmSync(profile.path('activity.jsonl'));
    rmSync(profile.path(aside));
    mkdirSync(profile.path('activity.jsonl'));
    expect((await profile.do('open')).issues).toMatchObject([{ code: 'activity-damaged' }]);
    expect(await profile.do('note')).toMatchObject({ entries: 1 });
  });

  it(faultTitle('activity-newer'), async () => {
    await profile.settled();
    const text = `{"version":2}\n${JSON.stringify(arrived())}\n`;
    profile.put('activity.jsonl', text);
    const issue = newer('activity.jsonl', 2);
    expect(await profile.do('open')).toMatchObject({ total: TOTAL, entries: 0, issues: [issue] });
    expect(await profile.do('note')).toMatchObject({ total: TOTAL, issues: [issue] });
    expect(profile.text('activity.jsonl')).toBe(text);
    rmSync(profile.path('activity.jsonl'));
    expect(await profile.do('note')).toMatchObject({ entries: 1, issues: [] });
  });
});
