// What a command does when its output cannot be written.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { printReport } from '../../../electron/commands/read';

let printed: { out: string; err: string };
/** What the next writes to standard output throw. */
let errors: string[];
vi.mock('node:fs', async load => {
  const fs = await load<typeof import('node:fs')>();
  const writeSync = (descriptor: number, text: Buffer) => {
    const code = descriptor === 1 ? errors.shift() : undefined;
    if (code !== undefined) throw Object.assign(new Error(code), { code });
    const part = text.subarray(0, 4);
    printed[descriptor === 1 ? 'out' : 'err'] += part.toString();
    return part.length;
  };
  return { ...fs, writeSync };
});
beforeEach(() => {
  printed = { out: '', err: '' };
  errors = [];
});

describe('a command whose output', () => {
  it.each([
    ['meets a full disk', 'ENOSPC', 'the disk is full'],
    ['is closed', 'EBADF', 'it is closed or cannot be written'],
    ['fails', 'EIO', 'it is closed or cannot be written']
  ])('%s ends with a sentence and status 1', (_, code, why) => {
    errors = [code];
    expect(printReport('$42,070.96', 3)).toBe(1);
    expect(printed).toEqual({ out: '', err: `tokentray: The output cannot be written: ${why} (${code}).\n` });
  });

  it('has a reader that has enough ends with 0, without a sentence', () => {
    errors = ['EPIPE'];
    expect(printReport('$42,070.96', 3)).toBe(0);
    expect(printed).toEqual({ out: '', err: '' });
  });

  it('meets a full pipe is written completely', () => {
    errors = ['EAGAIN', 'EAGAIN'];
    expect(printReport('$42,070.96', 3)).toBe(3);
    expect(printed).toEqual({ out: '$42,070.96\n', err: '' });
  });
});
