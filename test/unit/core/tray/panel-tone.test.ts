// What Xfce and Plasma keep about their panels, and what is read from it.
import { describe, expect, it } from 'vitest';
import { kdePanelTone, xfcePanelTone } from '../../../../electron/core/tray/panel-tone';

describe('the panel of Xfce', () => {
  const colour = (...rgba: number[]) => ({
    '/panels/panel-1/background-style': 1,
    '/panels/panel-1/background-rgba': rgba
  });

  it.each([
    [{ '/panels/dark-mode': true }, 'dark'],
    [{ '/panels/dark-mode': false, '/panels/panel-1/size': 26 }, 'theme'],
    [{ '/panels/panel-1/size': 26 }, null],
    [{}, null],
    [{ '/panels/dark-mode': false, ...colour(0.1, 0.1, 0.1, 1) }, 'dark'],
    [{ '/panels/dark-mode': true, ...colour(0.95, 0.95, 0.95, 1) }, 'light'],
    [{ '/panels/dark-mode': true, ...colour(0.49, 0.49, 0.49, 1) }, null],
    [{ '/panels/dark-mode': true, ...colour(0, 0, 0, 0.3) }, null],
    [{ '/panels/dark-mode': true, ...colour() }, null],
    [{ '/panels/dark-mode': true, '/panels/panel-1/background-style': 2 }, null],
    [{ '/panels/dark-mode': true, '/panels/panel-2/size': 9, ...colour(1, 1, 1, 1) }, null],
    [{ '/panels/dark-mode': true, '/panels/panel-2/size': 9, ...colour(0, 0, 0, 1) }, 'dark']
  ])('of %j is %s', (properties, tone) => expect(xfcePanelTone(properties)).toBe(tone));
});

describe('the panel of Plasma', () => {
  const scheme = (colour: string) =>
    `[Colors:View]\nBackgroundNormal=1,2,3\n[Colors:Window]\nBackgroundNormal=${colour}\n`;
  const theme = (name: string) => `[Theme]\nname=${name}\n[Wallpaper]\nname=white\n`;

  it.each([
    [scheme('49,54,59'), '', 'dark'],
    [scheme('239,240,241'), theme('default'), 'light'],
    [scheme('239,240,241'), theme('breeze-dark'), 'dark'],
    [scheme('49,54,59'), theme('breeze-light'), 'light'],
    [scheme('49,54,59'), theme('Sweet'), null],
    [scheme('124,124,124'), '', null],
    [scheme('a,b,c'), '', null],
    ['', '', null]
  ])('of %j and %j is %s', (kdeglobals, plasmarc, tone) =>
    expect(kdePanelTone(kdeglobals, plasmarc)).toBe(tone)
  );
});
