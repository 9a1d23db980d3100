import { rmSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { faultTitle } from '../../faults/table';
import { builtProcess, ProfileStage, type View } from './profile-stage';

const TOTAL = '21203.4647571980138270671868009097182176';

let script: string;
let stage: ProfileStage;
beforeAll(async () => void (script = await builtProcess()), 60_000);
beforeEach(() => void (stage = new ProfileStage(script)));
afterEach(() => stage.end());

const unsaved = ({ issues: troubles }: View) =>
  troubles.filter(({ code }) => code === 'cannot-save').map(({ file }) => file).sort(); // prettier-ignore
const contents = () =>
  ['config.json', 'snapshot.json', 'history/polls.jsonl', 'history/tokens.jsonl'].map(name =>
    stage.text(name)
  );

describe.runIf(process.platform === 'linux')('a disk that cannot be written', () => {
  it(faultTitle('folder-read-only'), async () => {
    await stage.settled();
    const before = contents();
    stage.lock();
    const polled = await stage.do('poll');
    expect(polled).toMatchObject({ phase: 'ready', total: TOTAL });
    expect(unsaved(polled)).toEqual(['snapshot.json']);
    const chosen = await stage.do('choose', { hideSmall: false });
    expect(unsaved(chosen)).toEqual(['config.json', 'snapshot.json']);
    expect(contents().slice(0, 2)).toEqual(before.slice(0, 2));
    stage.lock(false);
    expect(unsaved(await stage.do('poll'))).toEqual(['config.json']);
    expect(await stage.do('choose', { hideSmall: true })).toMatchObject({ total: TOTAL, issues: [] });
    expect(await stage.do('open')).toMatchObject({
      total: TOTAL,
      takenAt: chosen.takenAt! + 300_000,
      issues: []
    });
  });

  it(faultTitle('disk-full'), async () => {
    await stage.start();
    for (const deed of ['settle', 'open', 'poll', 'poll'] as const) await stage.do(deed);
    const [config, snapshot, polls, tokens] = contents();
    stage.fillDisk();
    const polled = await stage.do('poll');
    expect(polled).toMatchObject({ phase: 'ready', total: TOTAL });
    const chosen = await stage.do('choose', { hideSmall: false });
    expect(unsaved(chosen)).toEqual(['config.json', 'history', 'snapshot.json']);
    expect(chosen.total).toBe(TOTAL);
    expect(contents().slice(0, 2)).toEqual([config, snapshot]);
    expect(stage.text('history/polls.jsonl').startsWith(polls!)).toBe(true);
    expect(stage.text('history/tokens.jsonl')).toBe(tokens);
    stage.freeDisk();
    await stage.do('poll');
    expect(await stage.do('choose', { hideSmall: true })).toMatchObject({ total: TOTAL, issues: [] });
    expect(await stage.do('open')).toMatchObject({ total: TOTAL, issues: [], points: 3 });
    expect(stage.names().filter(name => /tmp|next/.test(name))).toEqual([]);
  });

  it(faultTitle('folder-removed'), async () => {
    const { points } = await stage.settled();
    await stage.do('poll');
    rmSync(stage.folder, { recursive: true });
    expect(await stage.do('poll')).toMatchObject({ phase: 'ready', total: TOTAL, issues: [] });
    await stage.do('choose', { hideSmall: false });
    const next = await stage.do('open');
    expect(next).toMatchObject({ phase: 'ready', wallets: 1, total: TOTAL, issues: [], points: 1 });
    expect(next.tokens).toBeGreaterThan(0);
    expect(points).toBe(2);
  });
});
