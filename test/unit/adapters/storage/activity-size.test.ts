import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createActivityLog } from '../../../../electron/adapters/storage/activity-log';
import type { ActivityLog } from '../../../../electron/core/ports/storage';
import { arrived } from '../../../fakes/entries';
import { DAY_MS, NOW } from '../../../fakes/holdings';
import { lineFiles } from '../../../fakes/line-files';

let folder: string;
let log: ActivityLog;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-activity-'));
  log = createActivityLog(join(folder, 'activity.jsonl'), lineFiles(folder));
});
afterEach(() => rmSync(folder, { recursive: true }));
const ids = async () => (await log.read(0)).content?.map(({ id }) => id) ?? [];

describe('a clock that is a year ahead for one poll', () => {
  it('removes nothing from the activity', async () => {
    const kept = Array.from({ length: 300 }, (_, i) => arrived({ id: `e${i}`, at: NOW + i }));
    await log.append(kept);
    await log.append([arrived({ id: 'ahead', at: NOW + 365 * DAY_MS })]);
    expect(await ids()).toHaveLength(301);
  });
});

describe('tokens whose amounts grow with every poll', () => {
  const small = (count: number, at: number) =>
    Array.from({ length: count }, (_, i) => arrived({ id: `s${at}-${i}`, at, silence: 'below-threshold' }));

  it('do not fill the disk: all notified entries stay, and the newest of the others', async () => {
    await log.append([arrived({ id: 'notified', at: NOW, toldAt: NOW, toldIn: 'desktop' })]);
    await log.append(small(25_000, NOW + 1));
    await log.append(small(1, NOW + 2 * DAY_MS));
    const remaining = await ids();
    expect(remaining).toHaveLength(20_002);
    expect([remaining[0], remaining.at(-1)]).toEqual([`s${NOW + 2 * DAY_MS}-0`, 'notified']);
  });

  it('take no place from what happened in other polls', async () => {
    await log.append(Array.from({ length: 500 }, (_, i) => small(1, NOW + i)).flat());
    await log.append(small(11_000, NOW + 1000));
    await log.append(small(11_000, NOW + 2000));
    await log.append(small(1, NOW + 2 * DAY_MS));
    const remaining = await ids();
    expect(remaining.filter(id => id.endsWith('-0'))).toHaveLength(503);
    expect(
      remaining.filter(id => id.startsWith(`s${NOW + 2000}-`)),
      'the newest is whole'
    ).toHaveLength(11_000);
    expect(remaining.filter(id => id.startsWith(`s${NOW + 1000}-`))).toHaveLength(9_000);
  });
});
