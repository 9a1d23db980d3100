import { describe, expect, it } from 'vitest';
import { csv, numberCell, textCell, timeCell } from '../../../../electron/core/export/csv';

describe('a cell of text', () => {
  it.each([
    ['ETH', 'ETH'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['"', '""""'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    [' edge ', '" edge "'],
    ['a;b', '"a;b"'],
    ['冷钱包', '冷钱包'],
    ['a=b', 'a=b'],
    ['x-1+2@y', 'x-1+2@y']
  ])('is quoted where it must be: %j', (text, cell) => expect(textCell(text)).toBe(cell));

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', '"\'\t\'=1"'],
    ['\tx', '"\'\tx"'],
    ['\rx', '"\'\rx"'],
    ['\nx', '"\'\nx"'],
    ['  =1', "'  =1"],
    ['\u3000=1', "'\u3000=1"],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    // Spreadsheets of half of Europe cut at the semicolon and know no quotes in the middle of their cell.
    ['a;=1+1', '"a;\'=1+1"'],
    ['a,-1', '"a,\'-1"'],
    ['a\n=1', '"a\n\'=1"'],
    ['=a;=b', '"\'=a;\'=b"']
  ])('is no formula: %j', (text, cell) => expect(textCell(text)).toBe(cell));
});

describe('a cell of a number', () => {
  it.each([
    ['-0.5', '-0.5'],
    ['1.50', '1.5'],
    ['42070.957650807884827068186800909718217601', '42070.957650807884827068186800909718217601'],
    [null, ''],
    [undefined, '']
  ])('is the exact number, below zero too: %s', (exact, cell) => expect(numberCell(exact)).toBe(cell));

  it.each(['=1', 'NaN', '', '1;=2', '@'])('is nothing else: %j', text =>
    expect(() => numberCell(text)).toThrow(RangeError)
  );
});

it('a time is in UTC, and may be missing', () => {
  expect(timeCell(0)).toBe('1970-01-01T00:00:00.000Z');
  expect(timeCell(null)).toBe('');
});

it('lines end in LF, the last one in nothing', () => {
  expect(csv(['a', '=b'], [[numberCell('-1'), textCell('-1')]])).toBe("a,'=b\n-1,'-1");
});
