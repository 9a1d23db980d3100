import { rmSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { faultTitle } from '../../faults/table';
import { builtProcess, TestProfile, type View } from './test-profile';

const TOTAL = '21203.4647571980138270671868009097182176';

let script: string;
let profile: TestProfile;
beforeAll(async () => void (script = await builtProcess()), 60_000);
beforeEach(() => void (profile = new TestProfile(script)));
afterEach(() => profile.end());

const unsaved = ({ issues }: View) =>
  issues.filter(({ code }) => code === 'cannot-save').map(({ file }) => file).sort(); // prettier-ignore
const contents = () =>
  ['config.json', 'snapshot.json', 'history/polls.jsonl', 'history/tokens.jsonl'].map(name =>
    profile.text(name)
  );

describe.runIf(process.platform === 'linux')('a disk that cannot be written', () => {
  it(faultTitle('folder-read-only'), async () => {
    await profile.settled();
    const before = contents();
    profile.lock();
    const polled = await profile.do('poll');
    expect(polled).toMatchObject({ phase: 'ready', total: TOTAL });
    expect(unsaved(polled)).toEqual(['snapshot.json']);
    const chosen = await profile.do('choose', { hideSmall: false });
    expect(unsaved(chosen)).toEqual(['config.json', 'snapshot.json']);
    expect(contents().slice(0, 2)).toEqual(before.slice(0, 2));
    profile.lock(false);
    expect(unsaved(await profile.do('poll'))).toEqual(['config.json']);
    expect(await profile.do('choose', { hideSmall: true })).toMatchObject({ total: TOTAL, issues: [] });
    expect(await profile.do('open')).toMatchObject({
      total: TOTAL,
      takenAt: chosen.takenAt! + 300_000,
      issues: []
    });
  });

  it(faultTitle('disk-full'), async () => {
    await profile.start();
    for (const action of ['settle', 'open', 'poll', 'poll'] as const) await profile.do(action);
    const [config, snapshot, polls, tokens] = contents();
    profile.fillDisk();
    const polled = await profile.do('poll');
    expect(polled).toMatchObject({ phase: 'ready', total: TOTAL });
    const chosen = await profile.do('choose', { hideSmall: false });
    expect(unsaved(chosen)).toEqual(['config.json', 'history', 'snapshot.json']);
    expect(chosen.total).toBe(TOTAL);
    expect(contents().slice(0, 2)).toEqual([config, snapshot]);
    expect(profile.text('history/polls.jsonl').startsWith(polls!)).toBe(true);
    expect(profile.text('history/tokens.jsonl')).toBe(tokens);
    profile.freeDisk();
    await profile.do('poll');
    expect(await profile.do('choose', { hideSmall: true })).toMatchObject({ total: TOTAL, issues: [] });
    expect(await profile.do('open')).toMatchObject({ total: TOTAL, issues: [], points: 3 });
    expect(profile.names().filter(name => /tmp|next/.test(name))).toEqual([]);
  });

  it(faultTitle('folder-removed'), async () => {
    const { points } = await profile.settled();
    await profile.do('poll');
    rmSync(profile.folder, { recursive: true });
    expect(await profile.do('poll')).toMatchObject({ phase: 'ready', total: TOTAL, issues: [] });
    await profile.do('choose', { hideSmall: false });
    const next = await profile.do('open');
    expect(next).toMatchObject({ phase: 'ready', wallets: 1, total: TOTAL, issues: [], points: 1 });
    expect(next.tokens).toBeGreaterThan(0);
    expect(points).toBe(2);
  });
});
