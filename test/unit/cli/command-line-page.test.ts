// Tests that the command line accepts every command that a page shows.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BAR_FORMATS, COMMAND_LIST } from '../../../electron/cli/commands';
import { parseArguments } from '../../../electron/cli/arguments';

const ROOT = resolve(__dirname, '../../..');
const PAGES = ['docs/command-line.md', 'README.md'];
const PROGRAM =
  /(?:(?<![\w/.-])tokentray(?:\.cmd)?|npm run -s tokentray --|MacOS\/Tokentray"?) +((?:(?!\d>)[\w=:./-]+ *)+)/g;

/** The words after the program, up to a redirection of the shell, in fenced code blocks and in single backticks. */
function commandsOf(page: string): string[] {
  const blocks = [...page.matchAll(/^```\w+\n([\s\S]*?)^```/gm)].map(([, block = '']) => block);
  const spans = [...page.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(
    ([, span = '']) => span
  );
  return [...blocks, ...spans].flatMap(text =>
    [...text.matchAll(PROGRAM)].map(([, words = '']) => words.trim())
  );
}

/** In a sentence, a word in capitals is a placeholder. */
const isPlaceholder = (words: string) => /\b(COMMAND|NAME|FILE|DIR)\b/.test(words);

describe.each(PAGES)('%s', name => {
  const page = readFileSync(resolve(ROOT, name), 'utf8');
  const commands = commandsOf(page).filter(words => !isPlaceholder(words));

  it('shows commands that the parser accepts', () => {
    for (const words of commands) {
      const { command, mistake, chromiumSwitches } = parseArguments(words.split(/ +/));
      expect(mistake, words).toBe(null);
      // A start has no command.
      expect(command ?? chromiumSwitches[0], words).toBeDefined();
    }
  });
});

describe('the page of the command line', () => {
  const page = readFileSync(resolve(ROOT, PAGES[0]!), 'utf8');

  it('has a recipe for each bar, and for the read commands', () => {
    const commands = commandsOf(page);
    expect(commands.length).toBeGreaterThan(20);
    for (const format of BAR_FORMATS) expect(commands).toContain(`total --format ${format}`);
    for (const { name } of COMMAND_LIST.filter(({ group }) => group === 'read'))
      expect(page).toContain(`\`${name}\``);
  });

  it('gives waybar an object that is valid JSON', () => {
    const [, block = ''] = /^```json\n([\s\S]*?)^```/m.exec(page) ?? [];
    expect(JSON.parse(`{${block}}`)).toMatchObject({ 'custom/tokentray': { 'return-type': 'json' } });
  });
});
