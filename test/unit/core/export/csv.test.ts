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
  ])('is quoted if needed: %j', (text, cell) => expect(textCell(text)).toBe(cell));

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
    // In many European locales spreadsheets separate cells at the semicolon, and ignore quotes inside a cell.
    ['a;=1+1', '"a;\'=1+1"'],
    ['a,-1', '"a,\'-1"'],
    ['a\n=1', '"a\n\'=1"'],
    ['=a;=b', '"\'=a;\'=b"']
  ])('cannot be a formula: %j', (text, cell) => expect(textCell(text)).toBe(cell));
});

describe('a cell of a number', () => {
  it.each([
    ['-0.5', '-0.5'],
    ['1.50', '1.5'],
    ['42070.957650807884827068186800909718217601', '42070.957650807884827068186800909718217601'],
    [null, ''],
    [undefined, '']
  ])('holds the exact number: %s', (exact, cell) => expect(numberCell(exact)).toBe(cell));

  it.each(['=1', 'NaN', '', '1;=2', '@'])('throws for other text: %j', text =>
    expect(() => numberCell(text)).toThrow(RangeError)
  );
});

it('a time is written in UTC, and null is an empty cell', () => {
  expect(timeCell(0)).toBe('1970-01-01T00:00:00.000Z');
  expect(timeCell(null)).toBe('');
});

it('lines end with LF, but the last line has no line end', () => {
  expect(csv(['a', '=b'], [[numberCell('-1'), textCell('-1')]])).toBe("a,'=b\n-1,'-1");
});
