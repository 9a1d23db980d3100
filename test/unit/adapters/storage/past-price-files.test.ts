import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPastPriceFiles } from '../../../../electron/adapters/storage/past-price-files';
import { FileRefused } from '../../../../electron/core/settings/file-formats';
import type { StoredPastPrices } from '../../../../electron/core/ports/past-prices';

const STORED: StoredPastPrices = {
  version: 1,
  refusedAt: null,
  tokens: { '1/': { hours: '29000000:2000.5', days: '', hoursAt: 1, daysAt: 0, isYearWhole: false } }
};

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'tokentray-prices-'))));
afterEach(() => rmSync(folder, { recursive: true }));
const file = () => join(folder, 'prices-v6-address.json');

describe('the files of past prices', () => {
  it('are one a source, and come back as they were written', async () => {
    const files = createPastPriceFiles(folder);
    expect(await files.read('v6-address')).toMatchObject({ content: null });
    await files.write('v6-address', STORED);
    expect((await createPastPriceFiles(folder).read('v6-address')).content).toEqual(STORED);
    expect(await files.read('v5-account')).toMatchObject({ content: null });
    expect(readdirSync(folder)).toEqual(['prices-v6-address.json']);
  });

  it.runIf(process.platform !== 'win32')('are for their owner alone', async () => {
    await createPastPriceFiles(folder).write('v6-address', STORED);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{', '{"version":1}', JSON.stringify({ ...STORED, tokens: { '1/': { hours: 5 } } })])(
    'are set aside when they are damaged, and begun anew: %j',
    async text => {
      writeFileSync(file(), text);
      const files = createPastPriceFiles(folder);
      const { content, setAsideAs } = await files.read('v6-address');
      expect(content).toBeNull();
      expect(setAsideAs).toMatch(/prices-v6-address\.damaged-/);
      await files.write('v6-address', STORED);
      expect(readdirSync(folder)).toHaveLength(2);
    }
  );

  it('of a later version stay as they are', async () => {
    writeFileSync(file(), JSON.stringify({ ...STORED, version: 2 }));
    const files = createPastPriceFiles(folder);
    expect((await files.read('v6-address')).refused).toMatchObject({ reason: 'newer' });
    await expect(files.write('v6-address', STORED)).rejects.toThrow(FileRefused);
  });
});
