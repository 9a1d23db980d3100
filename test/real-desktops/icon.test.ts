// Tests that the tray icon is seen on each real panel: in each state, on dark, light and coloured ones.
import { writeFileSync } from 'node:fs';
import { ACCOUNT_BALANCES_PATH } from '../../electron/fake-okx/service/routes';
import type { IconState } from '../../electron/core/tray/icon';
import { iconText } from '../../electron/core/tray/icon-text';
import { until } from '../desktop/app/deadline';
import { EXACT_TOTAL, CREDENTIALS } from '../desktop/app/okx';
import { ageSnapshot, hasSnapshot } from '../desktop/app/profile';
import { appArguments, Program } from '../desktop/app/program';
import type { TestInfo } from 'playwright/test';
import { STATES, type IconSight } from './icon-sight';
import { expect, QUICK, report, seeIcon, tagsOf, test } from './real-fixture';
import type { Panel } from './real-desktop';
import { GNOME, PLASMA_DARK, PLASMA_LIGHT } from './rooted-panels';
import { SWAYBAR_DARK, SWAYBAR_LIGHT, WAYBAR_LIGHT, WAYBAR_OWN_STYLE } from './sway';
import { XFCE_DARK, XFCE_LIGHT, XFCE_OTHERS } from './xfce';

/** WCAG's for text, because the icon is one. */
const LEAST_CONTRAST = 4.5;
const DAY_MS = 86_400_000;

const PANELS: readonly Panel[] = [
  XFCE_DARK,
  XFCE_LIGHT,
  ...XFCE_OTHERS,
  WAYBAR_OWN_STYLE,
  WAYBAR_LIGHT,
  SWAYBAR_DARK,
  SWAYBAR_LIGHT,
  PLASMA_LIGHT,
  PLASMA_DARK,
  GNOME
];

/** Xfce starts in a second; where a desktop takes longer, one start serves all states. */
const testsOf = ({ host }: Panel): readonly (readonly IconState[])[] =>
  host === 'xfce' ? STATES.map(state => [state]) : [STATES_IN_TURN];

/** The last one needs another start of the app. */
const STATES_IN_TURN = ['normal', 'hidden', 'paused', 'error', 'stale'] as const satisfies IconState[];

for (const panel of PANELS)
  test.describe(`${panel.host}, ${panel.what}`, () => {
    test.use({ panel });
    for (const states of testsOf(panel)) {
      const isQuick = states[0] === 'normal' && (panel === XFCE_DARK || panel === XFCE_LIGHT);
      const title = states.length === 1 ? `the state ${states[0]}` : 'each state';
      test(
        `${panel.what} shows the icon in ${title}, and its ink is seen`,
        { tag: isQuick ? QUICK : tagsOf(panel) },
        async ({ launch, profile, provide, service }, info) => {
          await provide();
          const text = iconText(EXACT_TOTAL);
          let app = await launch({ options: ['--hidden'] });
          await seeIcon(panel, { state: 'normal', text });
          const command = async (...words: string[]) =>
            expect((await new Program(appArguments(profile, words)).finish()).status).toBe(0);
          const { keys } = service.standIn;
          const key = keys.get(CREDENTIALS.apiKey)!;
          const ways: Record<IconState, { enter?: () => unknown; leave?: () => unknown }> = {
            normal: {},
            hidden: { enter: () => command('hide'), leave: () => command('show') },
            paused: { enter: () => command('pause'), leave: () => command('resume') },
            error: {
              enter: () => keys.delete(CREDENTIALS.apiKey),
              leave: () => keys.set(CREDENTIALS.apiKey, key)
            },
            stale: {
              async enter() {
                await until('the snapshot', () => hasSnapshot(profile));
                await app.kill();
                ageSnapshot(profile, DAY_MS);
                service.standIn.injectFault({ kind: 'silence', path: ACCOUNT_BALANCES_PATH });
                app = await launch({ options: ['--hidden'] });
              }
            }
          };
          for (const state of states) {
            await ways[state].enter?.();
            const sight = await seeIcon(panel, { state, text });
            writeFileSync(info.outputPath(`icon-${state}.png`), sight.picture.png(sight.area, 10));
            writeFileSync(info.outputPath(`panel-${state}.png`), sight.picture.png(panel.tray));
            noteContrast(info, panel, sight);
            expect(sight.contrast).toBeGreaterThanOrEqual(LEAST_CONTRAST);
            await ways[state].leave?.();
          }
        }
      );
    }
  });

test('the demo shows its number with its word at the foot of the icon, and both are seen', async ({
  launch,
  real
}, info) => {
  await launch({ options: ['--demo', '--hidden'] });
  const total = await until('the total of the demo', async () => {
    const [row] = await (await real.item()).rows();
    return /^\$([\d,]+\.\d+)/.exec(row?.label ?? '')?.[1]?.replaceAll(',', '');
  });
  const sight = await seeIcon(XFCE_DARK, { state: 'normal', text: iconText(total), isDemo: true });
  writeFileSync(info.outputPath('icon-demo.png'), sight.picture.png(sight.area, 10));
  report(info, 'xfce', 'icon', `demo ${sight.contrast.toFixed(1)}`);
  expect(sight.contrast).toBeGreaterThanOrEqual(LEAST_CONTRAST);
});

function noteContrast(info: TestInfo, { host, what }: Panel, sight: IconSight): void {
  const { state, ink, around, area } = sight;
  const ratio = sight.contrast.toFixed(1);
  const description = `${state}: contrast ${ratio} : 1 (ink ${ink.join(' ')} on ${around.join(' ')}, ${area.width} px)`;
  info.annotations.push({ type: 'figures', description });
  report(info, host, 'icon', `${what}, ${state} ${ratio}`);
}
