// The icon set: paths on a grid of 16 units; `line` is stroked, `solid` is filled.

export interface Glyph {
  readonly line: string;
  readonly solid?: string;
}

function circlePath(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}

const DISC = circlePath(8, 8, 5.5);

export const ICONS = {
  wallet: {
    line: 'M4 4h8a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM2 6.5h12M10.5 9.8h1'
  },
  'up-down': { line: 'M5.5 6 8 3.5 10.5 6M5.5 10 8 12.5 10.5 10' },
  tray: {
    line: 'M2 7v4.5A2.5 2.5 0 0 0 4.5 14h7a2.5 2.5 0 0 0 2.5-2.5V7',
    solid: circlePath(8, 5.5, 3.5)
  },
  settings: {
    line: `M2 5h6.5M12 5h2M2 11h2M7.5 11H14${circlePath(10.25, 5, 1.75)}${circlePath(5.75, 11, 1.75)}`
  },
  pin: { line: 'M6 2h4M6.5 2v4L4.5 9h7l-2-3V2M8 9v5' },
  pulse: { line: 'M1.5 8.5h3l2-5 3 9 2-4h3' },
  eye: { line: `M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z${circlePath(8, 8, 2)}` },
  'eye-off': {
    line: 'M1.5 8S4 3.5 8 3.5c1.2 0 2.2.4 3.1.9M14.5 8S12 12.5 8 12.5c-1.2 0-2.2-.4-3.1-.9M2.5 13.5l11-11'
  },
  refresh: { line: 'M13.5 8A5.5 5.5 0 1 1 11.6 3.8M13.6 1.9v3h-3' },
  dots: { line: '', solid: circlePath(3.5, 8, 1.4) + circlePath(8, 8, 1.4) + circlePath(12.5, 8, 1.4) },
  down: { line: 'M4.5 6.5 8 10l3.5-3.5' },
  'move-up': { line: 'M8 13V3M4.5 6.5 8 3l3.5 3.5' },
  'move-down': { line: 'M8 3v10M4.5 9.5 8 13l3.5-3.5' },
  right: { line: 'M6.5 4.5 10 8l-3.5 3.5' },
  left: { line: 'M9.5 4.5 6 8l3.5 3.5' },
  search: { line: `${circlePath(7, 7, 4.25)}M10.3 10.3 13.5 13.5` },
  check: { line: 'm3.5 8.5 3 3 6-7' },
  play: { line: 'M5 3.5 12 8l-7 4.5z' },
  pause: { line: 'M5.5 3.5v9M10.5 3.5v9' },
  stop: { line: `${DISC}M4.2 11.8l7.6-7.6` },
  clock: { line: `${DISC}M8 5v3l2 1.5` },
  half: { line: DISC, solid: 'M8 2.5a5.5 5.5 0 0 1 0 11z' },
  good: { line: `${DISC}M5.4 8.2l1.9 1.9 3.4-4` },
  question: {
    line: `${DISC}M6.3 6.3c.2-1 .8-1.5 1.7-1.5s1.7.6 1.7 1.5c0 1.2-1.7 1.3-1.7 2.5M8 11v.1`
  },
  warning: { line: 'M8 2.5 14.5 13.5h-13zM8 6.5v3M8 11.5v.1' },
  shield: { line: 'M8 1.8 13 3.5v4c0 3.2-2.2 5.5-5 6.7-2.8-1.2-5-3.5-5-6.7v-4z' },
  close: { line: 'm4 4 8 8M12 4l-8 8' },
  copy: {
    line: 'M7 5.5h5a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 12V7A1.5 1.5 0 0 1 7 5.5zM3.5 10.5H3a1 1 0 0 1-1-1V3.5a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1V4'
  },
  bell: { line: 'M4 11V7a4 4 0 0 1 8 0v4l1 1H3zM6.8 14h2.4' },
  'bell-off': {
    line: 'M4 11V7c0-.9.3-1.7.8-2.4M6.5 3.3A4 4 0 0 1 12 7v2M10.5 11H3l1-1M6.8 14h2.4M2.5 2.5l11 11'
  },
  list: { line: 'M5.5 4H14M5.5 8H14M5.5 12H14M2 4h.5M2 8h.5M2 12h.5' },
  arrived: { line: 'M11.5 4.5l-7 7M4.5 6v5.5H10' },
  sent: { line: 'M4.5 11.5l7-7M6 4.5h5.5V10' },
  rising: { line: 'm1.5 11 4-4 3 3 6-6M10.5 4h4v4' },
  falling: { line: 'm1.5 5 4 4 3-3 6 6M10.5 12h4V8' },
  save: { line: 'M8 2.5v7.5M4.8 7 8 10.2 11.2 7M2.5 13.5h11' },
  outside: {
    line: 'M6.5 3.5H4A1.5 1.5 0 0 0 2.5 5v7A1.5 1.5 0 0 0 4 13.5h7a1.5 1.5 0 0 0 1.5-1.5V9.5M9 2.5h4.5V7M13.5 2.5 7.5 8.5'
  },
  info: { line: `${DISC}M8 7.3V11M8 5v.1` },
  plus: { line: 'M8 3.5v9M3.5 8h9' },
  columns: { line: 'M2.5 3.5h11v9h-11zM6.2 3.5v9M9.8 3.5v9' },
  twice: { line: `${circlePath(6, 8, 4)}M9.5 4.3a4 4 0 1 1 0 7.4` }
} as const satisfies Record<string, Glyph>;

export type IconName = keyof typeof ICONS;
