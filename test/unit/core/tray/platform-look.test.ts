// Rules of each system's tray: icon sizes, icon colour, tooltip, and whether macOS hides the icon.
import { describe, expect, it } from 'vitest';
import { premultipliedBgra } from '../../../../electron/core/tray/icon';
import { iconSizesFor, inkFor, isIconHidden, tooltipFor } from '../../../../electron/core/tray/platform-look';

describe('the sizes of the icon', () => {
  it.each([
    [1, 16],
    [1.25, 20],
    [1.5, 24],
    [1.75, 28],
    [2, 32],
    [2.25, 36],
    [2.5, 40],
    [3, 48],
    [0.5, 16],
    [9, 64]
  ])('at scale %d on Windows is one drawing of %i px, which nothing scales', (scale, sizePx) =>
    expect(iconSizesFor('win32', scale)).toEqual([{ sizePx, scaleFactor: 1 }])
  );

  it('on macOS are 16 px and its double, on every screen', () => {
    for (const scale of [1, 1.5, 2]) {
      expect(iconSizesFor('darwin', scale)).toEqual([
        { sizePx: 16, scaleFactor: 1 },
        { sizePx: 32, scaleFactor: 2 }
      ]);
    }
  });

  it('on Linux are 22 px and its double, which a panel can halve without a blur', () => {
    expect(iconSizesFor('linux', 1.5)).toEqual([
      { sizePx: 22, scaleFactor: 1 },
      { sizePx: 44, scaleFactor: 2 }
    ]);
  });
});

describe('the colour of the icon', () => {
  const linux = {
    platform: 'linux',
    desktop: 'KDE',
    isDarkSystem: false,
    isDarkTaskbar: null,
    panelTone: null
  };
  const windows = {
    platform: 'win32',
    desktop: '',
    isDarkSystem: false,
    isDarkTaskbar: true,
    panelTone: null
  };

  it('follows the taskbar of Windows, not the theme of its programs', () => {
    expect(inkFor('auto', windows)).toBe('light');
    expect(inkFor('auto', { ...windows, isDarkSystem: true, isDarkTaskbar: false })).toBe('dark');
  });

  it('follows the theme if the theme of the taskbar is not known', () => {
    expect(inkFor('auto', { ...windows, isDarkTaskbar: null })).toBe('dark');
    expect(inkFor('auto', { ...windows, isDarkTaskbar: null, isDarkSystem: true })).toBe('light');
  });

  it('is light on the dark bars of GNOME and Unity, follows a panel that says what it is, and else has a plate', () => {
    for (const desktop of ['GNOME', 'ubuntu:GNOME', 'Unity'])
      expect(inkFor('auto', { ...linux, desktop })).toBe('light');
    expect(inkFor('auto', { ...linux, panelTone: 'light', isDarkSystem: true })).toBe('dark');
    expect(inkFor('auto', { ...linux, panelTone: 'dark' })).toBe('light');
    expect(inkFor('auto', { ...linux, panelTone: 'theme' })).toBe('dark');
    expect(inkFor('auto', { ...linux, panelTone: 'theme', isDarkSystem: true })).toBe('light');
    for (const isDarkSystem of [false, true])
      for (const desktop of ['KDE', '', 'sway', 'MATE'])
        expect(inkFor('auto', { ...linux, desktop, isDarkSystem })).toBe('plate');
  });

  it('is the chosen colour, but on macOS always black, which the system colours itself', () => {
    expect(inkFor('dark', { ...linux, desktop: 'GNOME' })).toBe('dark');
    expect(inkFor('light', { ...windows, isDarkTaskbar: false })).toBe('light');
    expect(inkFor('plate', { ...linux, desktop: 'GNOME' })).toBe('plate');
    expect(inkFor('light', { ...linux, platform: 'darwin', isDarkSystem: true })).toBe('dark');
  });
});

describe('the tooltip', () => {
  const lines = ['Tokentray', '$42,070.97', 'Prices ▲ +$362.18 (+0.87 %) in 24 h', 'x'.repeat(90)];

  it('is not shortened where the system does not cut it', () => {
    for (const platform of ['linux', 'darwin'])
      expect(tooltipFor(platform, lines.join('\n'))).toBe(lines.join('\n'));
    const full = `${'a'.repeat(60)}\n${'b'.repeat(66)}`;
    expect(tooltipFor('win32', full)).toBe(full);
  });

  it('loses whole lines on Windows, the last ones first, rather than half a number', () => {
    expect(tooltipFor('win32', lines.join('\n'))).toBe(lines.slice(0, 3).join('\n'));
    const exact = 'a'.repeat(127);
    expect(tooltipFor('win32', `${exact}\nb`)).toBe(exact);
  });

  it('is cut visibly on Windows if it is one long line, but not within a surrogate pair', () => {
    expect(tooltipFor('win32', 'a'.repeat(128))).toBe(`${'a'.repeat(126)}…`);
    const pairs = tooltipFor('win32', `a${'😀'.repeat(70)}`);
    expect(pairs).toBe(`a${'😀'.repeat(62)}…`);
    expect(pairs.isWellFormed()).toBe(true);
  });
});

describe('an icon without a position', () => {
  const none = { x: 0, y: 0, width: 0, height: 0 };

  it('counts as hidden on macOS only: Linux never reports a position, and Windows keeps icons behind its arrow', () => {
    expect(isIconHidden('darwin', none)).toBe(true);
    expect(isIconHidden('darwin', { x: 900, y: 0, width: 30, height: 24 })).toBe(false);
    expect(isIconHidden('linux', none)).toBe(false);
    expect(isIconHidden('win32', none)).toBe(false);
  });
});

describe('the raw bitmap', () => {
  it('is blue, green, red, each multiplied with alpha', () =>
    expect([...premultipliedBgra(Uint8Array.of(200, 100, 50, 255, 200, 100, 50, 51, 9, 9, 9, 0))]).toEqual([
      50, 100, 200, 255, 10, 20, 40, 51, 0, 0, 0, 0
    ]));
});
