// Tests every read command in every format and state against the text that bars, scripts and people rely on.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseArguments } from '../../../electron/cli/arguments';
import { COMMAND_LIST, type ReadCommand } from '../../../electron/cli/commands';
import { runReadCommand } from '../../../electron/commands/read';
import { answered, DAY_MS, failed, HOUR_MS, MINUTE_MS, NOW, holdingOf, usdc } from '../../fakes/holdings';
import { outputErrors } from '../../fakes/json-schemas';
import { memoryDoubting } from '../../fakes/doubts';
import { ETH, writeProfile } from '../../fakes/stored-profile';

const STATES = ['fresh', 'stale', 'error', 'none', 'hidden', 'checking', 'checking-hidden'] as const;
type State = (typeof STATES)[number];
/** The exit codes that the product text promises; for bars always 0. */
const STATUS: Readonly<Record<State, number>> = {
  fresh: 0,
  stale: 3,
  error: 1,
  none: 4,
  hidden: 0,
  checking: 0,
  'checking-hidden': 0
};
const BARS = ['waybar', 'polybar', 'xbar'];
const PROGRAM = ['/opt/Token tray/tokentray'];
/** Not established, and over the limit: it does not count. */
const WAITING = usdc({ tokenAddress: '0xc1a1', symbol: 'CLAIM', balance: '48000', isUnverified: true });
const SPAM = holdingOf({ ...usdc(), id: 'w1/1/a/0xbad', symbol: 'FREE', isRisky: true });

let folder: string;
let printed: string;
vi.mock('node:fs', async load => {
  const fs = await load<typeof import('node:fs')>();
  const writeSync = (_descriptor: number, text: Buffer) => {
    printed += text.toString();
    return text.length;
  };
  return { ...fs, writeSync };
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-golden-'));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

async function stored(state: State): Promise<void> {
  const good = answered([ETH, usdc(), SPAM]);
  if (state === 'none') return;
  if (state === 'error') return await writeProfile(folder, {}, [good, failed('key-unknown')]);
  const isHidden = isHiddenIn(state);
  if (!state.startsWith('checking')) return await writeProfile(folder, { isHidden }, [good]);
  const doubting = answered([ETH, usdc(), SPAM, WAITING]);
  const verification = memoryDoubting(usdc().id, 'missing', { doubt: { since: NOW - 2 * MINUTE_MS } });
  await writeProfile(folder, { isHidden }, [doubting], verification);
}

const isHiddenIn = (state: State) => state.endsWith('hidden');

function run(words: readonly string[], state: State): { status: number; text: string } {
  vi.useFakeTimers({ now: NOW + (state === 'stale' ? 24 * MINUTE_MS : 12_000), toFake: ['Date'] });
  printed = '';
  const flags = parseArguments(words);
  expect(flags.mistake).toBe(null);
  const status = runReadCommand(flags.command as ReadCommand, flags, folder, '1.2.3', PROGRAM);
  expect(outputErrors(flags, printed)).toEqual([]);
  return { status, text: printed };
}

// A stream is done by the launcher, and an assistant is served by a process of its own.
const reading = COMMAND_LIST.filter(
  ({ group, name }) => group === 'read' && !['watch', 'mcp'].includes(name)
);
const cases = reading.flatMap(({ name, subjects, formats = [] }) =>
  (subjects ?? ['']).map(subject => ({ words: [name, subject].filter(Boolean), formats }))
);

describe.each(cases)('$words in every format and state', ({ words, formats }) => {
  it.each(STATES)('%s is as it was promised', async state => {
    await stored(state);
    const parts = formats.map(format => {
      const { status, text } = run([...words, '--format', format], state);
      // While balances are hidden, an export is refused; every other command gives the state by its exit code.
      const expected = words[0] === 'export' && isHiddenIn(state) ? 1 : STATUS[state];
      expect(status, format).toBe(BARS.includes(format) ? 0 : expected);
      if (isHiddenIn(state)) expect(text, format).not.toMatch(/1,250|1\.25k|\b250\b|950|48,?000/);
      return `== ${format}: ${status}\n${text}`;
    });
    const file = `../../fixtures/cli/${words.join('-')}-${state}.txt`;
    await expect(parts.join('\n')).toMatchFileSnapshot(file);
  });
});

it('a bar shows that a profile cannot be read, and the command ends with 0', () => {
  mkdirSync(join(folder, 'history'));
  writeFileSync(join(folder, 'snapshot.json'), '{"version":1,"wall');
  for (const format of BARS) {
    const { status, text } = run(['total', '--format', format], 'fresh');
    expect(status).toBe(0);
    expect(text).toContain('– !');
  }
  expect(run(['total'], 'fresh').status).toBe(1);
});

it('a history that cannot be read removes only the change from a bar, not the total', async () => {
  await stored('fresh');
  writeFileSync(join(folder, 'history/polls.jsonl'), '{"version":99}\n');
  const { text } = run(['total', '--format', 'waybar'], 'fresh');
  expect(JSON.parse(text)).toMatchObject({ text: '$1.25k', class: ['fresh'] });
  expect(run(['changes', '--format', 'waybar'], 'fresh').text).toContain('newer Tokentray');
});

describe('the prices of tokens as JSON', () => {
  const percents = () => {
    const rows = JSON.parse(run(['tokens', '--format', 'json'], 'fresh').text) as Record<string, unknown>[];
    return rows.map(({ symbol, percent, since }) => [symbol, percent, since]);
  };
  const since = new Date(NOW - DAY_MS).toISOString();

  it('are compared with the own record of a day ago, then with past prices, of which the history has nothing', async () => {
    await stored('fresh');
    const file = join(folder, 'prices-v5-account.json');
    const past = (price: string) => {
      const hours = `${(NOW - DAY_MS - HOUR_MS) / MINUTE_MS}:${price}`;
      return { hours, days: '', hoursAt: NOW, daysAt: 0, isYearWhole: false };
    };
    const tokens = { '1/': past('1'), '8453/0xc01': past('0.8') };
    writeFileSync(file, JSON.stringify({ version: 1, refusedAt: null, tokens }));
    const eth = ['ETH', '5.24', since];
    expect(percents()).toEqual([eth, ['USDC', '25', since], ['FREE', null, null]]);
    const recorded = run(['history', '--format', 'json'], 'fresh').text;
    rmSync(file);
    expect(run(['history', '--format', 'json'], 'fresh').text).toBe(recorded);
    expect(recorded).not.toContain('astPrices');
    writeFileSync(file, '{');
    expect(percents()).toEqual([eth, ['USDC', null, null], ['FREE', null, null]]);
  });
});
