import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barText, type Bar } from '../../../../electron/core/report/status-bar';

const bar = (change: Partial<Bar> = {}): Bar => ({
  text: '$42.1k',
  state: 'fresh',
  isChecking: false,
  isHidden: false,
  direction: null,
  rows: ['$42,070.96'],
  ...change
});
const HOSTILE = `x | bash="/bin/sh" param1="-c"\n--evil\u2028---\u0007%{A1:rm:}<b>&"'\u202e`;

const ISOLATED = '\u2068مثال\u2069  $5';

it.each(['waybar', 'polybar', 'xbar'] as const)('%s keeps right-to-left names isolated', format => {
  expect(barText(format, bar({ text: ISOLATED, rows: [ISOLATED] }), [])).toContain(ISOLATED);
});

describe('waybar', () => {
  it('gets one line of JSON, in which neither the app nor a name adds a markup tag', () => {
    const line = barText('waybar', bar({ text: HOSTILE, rows: [HOSTILE, '<i>'] }), []);
    expect(line).not.toContain('\n');
    const { text, tooltip, ...rest } = JSON.parse(line) as Record<string, string>;
    expect(rest).toEqual({ alt: 'fresh', class: ['fresh'], schemaVersion: 1 });
    expect(text + tooltip!).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|apos);)|\u202e|\u2028/);
    expect(tooltip!.split('\n')).toHaveLength(2);
  });

  it('gets state, masking and direction as classes, and the icon name as alt', () => {
    const line = barText(
      'waybar',
      bar({ state: 'stale', isHidden: true, direction: 'down', text: '•••' }),
      []
    );
    expect(JSON.parse(line)).toMatchObject({
      text: '••• ·',
      alt: 'hidden',
      class: ['stale', 'hidden', 'down']
    });
  });
});

describe('a change that is being checked', () => {
  it('gives a fresh total a sign, and waybar a class; a worse state keeps its own sign', () => {
    const checking = bar({ isChecking: true });
    expect(JSON.parse(barText('waybar', checking, []))).toMatchObject({
      text: '$42.1k ?',
      alt: 'fresh',
      class: ['fresh', 'checking']
    });
    expect(barText('polybar', checking, [])).toBe('$42.1k ?');
    expect(barText('polybar', { ...checking, state: 'stale' }, [])).toContain('$42.1k ·');
  });
});

describe('polybar', () => {
  it('gets one line, without formatting that a name contains', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const line = barText('polybar', bar({ text: text + HOSTILE, state: 'error' }), []);
        expect(line.match(/%\{[^}]*\}?/g)).toEqual(['%{F#e06c5f}', '%{F-}']);
        expect(line).not.toMatch(/[\n\r]/);
      })
    );
  });

  it('gets no colour while the total is fresh', () => {
    expect(barText('polybar', bar(), [])).toBe('$42.1k');
  });
});

describe('xbar', () => {
  const open = { label: 'Open', words: ['/opt/Token tray/tokentray', 'open'] };

  it('gets one row for each row: a name adds no row, no submenu and no parameter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), name => {
        const rows = [`${name}${HOSTILE}`, `--${name}`, name];
        const lines = barText('xbar', bar({ rows: rows.filter(row => row !== '') }), []).split('\n');
        expect(lines).toHaveLength(2 + rows.filter(row => row !== '').length);
        for (const line of lines.slice(2)) {
          expect(line).not.toMatch(/^[-~]|[\r\u2028\u2029]/);
          expect(line.split('|')).toHaveLength(2);
          expect(line.split('|')[1]).toBe(' emojize=false symbolize=false ansi=false');
        }
      })
    );
  });

  it('gets only commands of the program, also with blanks in its path', () => {
    expect(barText('xbar', bar(), [open]).split('\n').at(-1)).toBe(
      'Open | bash="/opt/Token tray/tokentray" param1="open" terminal=false refresh=true'
    );
  });

  it('gets no command from a path that quotation marks cannot hold', () => {
    for (const path of ['/a"b', '/a|b', '/a\nb', '/a\\b'])
      expect(barText('xbar', bar(), [{ label: 'Open', words: [path, 'open'] }])).not.toContain('Open');
  });
});
