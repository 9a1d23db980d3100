import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMAND_LIST } from '../../../electron/cli/commands';
import { manualFiles } from '../../../electron/cli/man-page';
import { OPTION_LIST } from '../../../electron/cli/options';

const RESOURCES = resolve(__dirname, '../../../electron/resources');
const isThere = (program: string, word = '--version') => spawnSync(program, [word]).error === undefined;

describe('the manual page and the completions', () => {
  it.each(Object.keys(manualFiles()))('%s is what `node electron/tools/manual.mjs` makes', name => {
    expect(readFileSync(join(RESOURCES, name), 'utf8')).toBe(manualFiles()[name]);
  });

  it.each(Object.entries(manualFiles()))(
    '%s knows every command and every option of people',
    (name, text) => {
      const plain = name === 'tokentray.1' ? text.replaceAll('\\-', '-') : text;
      for (const command of COMMAND_LIST) expect(plain, name).toMatch(new RegExp(`\\b${command.name}\\b`));
      for (const option of OPTION_LIST.filter(({ isForDevelopers: isForMakers }) => !isForMakers))
        expect(plain, name).toMatch(new RegExp(`(--|-l )${option.name}\\b`));
      expect(plain).not.toContain('pictures');
    }
  );

  it.skipIf(!isThere('groff'))('the page is set without a warning', () => {
    const { status, stderr } = spawnSync('groff', ['-man', '-ww', '-z', join(RESOURCES, 'tokentray.1')]);
    expect(String(stderr)).toBe('');
    expect(status).toBe(0);
  });
});
