import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHistory } from '../../../../electron/adapters/storage/history-store';
import type { HistoryLog } from '../../../../electron/core/ports/storage';
import { withoutWallet } from '../../../../electron/core/history/restated-points';
import { MINUTE_MS, NOW } from '../../../fakes/holdings';
import { seededRandom, pointAt, seriesAt } from '../../../fakes/points';
import { lineFiles } from '../../../fakes/line-files';

let folder: string;
let history: HistoryLog;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-history-'));
  history = createHistory(folder, lineFiles(folder));
});
afterEach(() => rmSync(folder, { recursive: true }));
const polls = async () => (await history.read('polls', 0)).content;

describe('a point that was made before its wallet was forgotten, and is appended afterwards', () => {
  it('is stored without the wallet', async () => {
    const made = seriesAt([NOW, NOW + MINUTE_MS], seededRandom(3));
    await history.append(made[0]!);
    await history.forget('w0');
    await history.append(made[1]!);
    expect(await polls()).toEqual(made.map(point => withoutWallet(point, 'w0')).filter(({ wallets }) => Object.keys(wallets).length > 0)); // prettier-ignore
    expect(readFileSync(join(folder, 'tokens.jsonl'), 'utf8')).not.toContain('w0/');
  });

  it('is not stored when it had no other wallet', async () => {
    await history.append(pointAt(NOW));
    await history.forget('w1');
    await history.append(pointAt(NOW + 1));
    expect(await polls()).toEqual([]);
  });
});
