// Tests that the tray icon is seen on a real panel of Xfce: in each state, on dark, light and coloured panels.
import { writeFileSync } from 'node:fs';
import { ACCOUNT_BALANCES_PATH } from '../../electron/fake-okx/service/routes';
import type { IconState } from '../../electron/core/tray/icon';
import { iconText } from '../../electron/core/tray/icon-text';
import { until } from '../desktop/app/deadline';
import { EXACT_TOTAL, CREDENTIALS } from '../desktop/app/okx';
import { ageSnapshot, hasSnapshot } from '../desktop/app/profile';
import { appArguments, Program } from '../desktop/app/program';
import { STATES } from './icon-sight';
import { expect, QUICK, seeIcon, test, XFCE_DARK, XFCE_LIGHT } from './real-fixture';
import type { PanelLook } from './xfce';

/** WCAG's for text, because the icon is one. */
const LEAST_CONTRAST = 4.5;
const DAY_MS = 86_400_000;

const LOOKS: readonly PanelLook[] = [
  XFCE_DARK,
  XFCE_LIGHT,
  { what: 'a white panel', isDark: true, colour: [1, 1, 1, 1], desktop: 'XFCE', ink: 'dark' },
  { what: 'a dark panel that says nothing', isDark: true, desktop: undefined, ink: 'plate' },
  {
    what: 'a white panel that says nothing',
    isDark: false,
    colour: [1, 1, 1, 1],
    desktop: undefined,
    ink: 'plate'
  }
];

for (const look of LOOKS)
  test.describe(`Xfce, ${look.what}`, () => {
    test.use({ look });
    for (const state of STATES) {
      const isQuick = state === 'normal' && (look === XFCE_DARK || look === XFCE_LIGHT);
      test(
        `${look.what} shows the icon in the state ${state}, and its ink is seen`,
        { tag: isQuick ? QUICK : [] },
        async ({ launch, profile, provide, service }, info) => {
          await provide();
          const options = ['--hidden'];
          const looked = { text: iconText(EXACT_TOTAL), ink: look.ink, isDemo: false };
          const app = await launch({ options });
          await seeIcon('normal', looked);
          const command = async (...words: string[]) =>
            expect((await new Program(appArguments(profile, words)).finish()).status).toBe(0);
          const enter: Record<IconState, () => unknown> = {
            normal: () => undefined,
            hidden: () => command('hide'),
            paused: () => command('pause'),
            error: () => service.standIn.keys.delete(CREDENTIALS.apiKey),
            stale: async () => {
              await until('the snapshot', () => hasSnapshot(profile));
              await app.kill();
              ageSnapshot(profile, DAY_MS);
              service.standIn.injectFault({ kind: 'silence', path: ACCOUNT_BALANCES_PATH });
              await launch({ options });
            }
          };
          await enter[state]();
          const sight = await seeIcon(state, looked);
          writeFileSync(info.outputPath('icon.png'), sight.picture.png(sight.area, 10));
          const colour = (name: 'ink' | 'around') => sight[name].join(' ');
          info.annotations.push({
            type: 'figures',
            description: `contrast ${sight.contrast.toFixed(1)} : 1 (ink ${colour('ink')} on ${colour('around')}, ${sight.area.width} px)`
          });
          expect(sight.contrast).toBeGreaterThanOrEqual(LEAST_CONTRAST);
        }
      );
    }
  });
