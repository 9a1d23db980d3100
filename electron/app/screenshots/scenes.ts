// List of the scenes for screenshots: the view, the theme, the settings, and what is clicked before.
import type { Choices } from '../../../shared/schema/settings';
import type { NavigationTarget } from '../../../shared/ipc/contract';
import type { FaultRule } from '../../fake-okx/faults/fault-rules';
import type { ProfileKind } from '../../profile/running-profile';

export interface Scene {
  readonly name: string;
  readonly view: NavigationTarget['view'] | 'popover';
  readonly theme: 'light' | 'dark';
  readonly choices?: Partial<Choices>;
  /** Width of the window's content, in CSS pixels at 100 %. */
  readonly widthPx?: number;
  readonly zoom?: number;
  /** Selectors that are clicked or single keys, one after the other. */
  readonly presses?: readonly string[];
  /** The fault that the fake OKX server injects from here on. */
  readonly fault?: FaultRule;
  /** The README shows this screenshot. */
  readonly isInReadme?: true;
}

type UnthemedScene = Omit<Scene, 'theme'>;

const THEMES = ['light', 'dark'] as const;
const IN_README = { isInReadme: true } as const;
const IN_CHINESE = { language: 'zh' } as const;
const PAGE_SCENES: UnthemedScene[] = [
  { name: 'overview', view: 'overview', ...IN_README },
  { name: 'activity', view: 'activity', ...IN_README },
  { name: 'wallets', view: 'wallets', ...IN_README },
  { name: 'settings', view: 'settings', ...IN_README },
  { name: 'diagnostics', view: 'diagnostics' },
  { name: 'report', view: 'diagnostics', presses: ['.page-head .button:last-child'] }
];
const OVERLAY_SCENES: UnthemedScene[] = [
  { name: 'drawer-holding', view: 'overview', presses: ['.holding-entry'], ...IN_README },
  { name: 'drawer-chain', view: 'overview', presses: ['.detail-button'] },
  { name: 'drawer-wallet', view: 'overview', presses: ['[role=tab][aria-selected=false]', '.detail-button'] },
  { name: 'keys', view: 'overview', presses: ['?'] },
  { name: 'menu-filter', view: 'overview', presses: ['.tools .popup button'] },
  { name: 'menu-table', view: 'overview', presses: ['.tools .chips + .popup button'] }
];
const POPOVER_SCENE: UnthemedScene = { name: 'popover', view: 'popover' };
const FIRST_RUN_SCENES: UnthemedScene[] = [
  { name: 'first-run', view: 'overview', ...IN_README },
  { name: 'connect', view: 'connect', ...IN_README },
  { name: 'connect-errors', view: 'connect', presses: ['button[type=submit]'] }
];
const COLD_ACCOUNT_ID = '5d1c8a70-9e42-4b3f-8c06-de300000c01d';
/** BTC is missing, then tokens with an invented price arrive: each lasts until the next fault. */
const DOUBT_SCENES: UnthemedScene[] = [
  { name: 'checking', view: 'overview', fault: { kind: 'amount', amount: '0', symbol: 'BTC' } },
  { name: 'checking-list', view: 'doubts' },
  { name: 'drawer-doubt', view: 'overview', presses: ['.holding-entry:has(.mark.late)'] },
  { name: 'popover-checking', view: 'popover' },
  {
    name: 'question',
    view: 'overview',
    fault: { kind: 'many-tokens', count: 12, price: '25000', accountId: COLD_ACCOUNT_ID }
  },
  { name: 'question-list', view: 'doubts', presses: ['.question-item input'] },
  { name: 'drawer-question', view: 'doubts', presses: ['.question-item .icon-button'] }
];

/** The order matters: the first fault leaves one wallet unanswered, the second stops polling. */
const FAULT_SCENES: UnthemedScene[] = [
  {
    name: 'partial',
    view: 'overview',
    fault: { kind: 'error-page', status: 503, accountId: '5d1c8a70-9e42-4b3f-8c06-de30000da117' }
  },
  { name: 'error', view: 'overview', fault: { kind: 'refuse', code: '50111' } }
];

function inBothThemes(scenes: readonly UnthemedScene[]): Scene[] {
  return scenes.flatMap(scene => THEMES.map(theme => ({ ...scene, name: `${scene.name}-${theme}`, theme })));
}

/** The same scenes with other settings, in the light theme only. */
function variantsOf(scenes: readonly UnthemedScene[], suffix: string, change: Partial<Scene>): Scene[] {
  return scenes.map(({ isInReadme: _, ...scene }) => ({
    ...scene,
    ...change,
    name: `${scene.name}-${suffix}`,
    theme: 'light'
  }));
}

const HIDDEN_BALANCES = { choices: { isHidden: true } } as const;
const [overview] = PAGE_SCENES as [UnthemedScene];
const VARIANT_SCENES: Scene[] = [
  { ...overview, name: 'overview-zh', theme: 'light', choices: IN_CHINESE },
  { ...overview, name: 'overview-hidden', theme: 'light', ...HIDDEN_BALANCES },
  ...variantsOf([...PAGE_SCENES.slice(1), ...OVERLAY_SCENES, POPOVER_SCENE], 'zh', { choices: IN_CHINESE }),
  ...variantsOf(
    [...PAGE_SCENES.slice(1), ...OVERLAY_SCENES.slice(0, 3), POPOVER_SCENE],
    'hidden',
    HIDDEN_BALANCES
  ),
  ...variantsOf([...PAGE_SCENES, ...OVERLAY_SCENES], '380', { widthPx: 380 }),
  ...variantsOf([...PAGE_SCENES, ...OVERLAY_SCENES], 'zoom-200', { zoom: 2 }),
  ...variantsOf(PAGE_SCENES, '380-zh', { widthPx: 380, choices: IN_CHINESE })
];

const SCENES: Record<ProfileKind, readonly Scene[]> = {
  demo: [
    ...inBothThemes([...PAGE_SCENES, ...OVERLAY_SCENES, { ...POPOVER_SCENE, ...IN_README }]),
    ...VARIANT_SCENES,
    ...inBothThemes(DOUBT_SCENES),
    ...variantsOf(DOUBT_SCENES, 'zh', { choices: IN_CHINESE }),
    ...variantsOf(DOUBT_SCENES, 'hidden', HIDDEN_BALANCES),
    ...variantsOf(DOUBT_SCENES, '640', { widthPx: 640 }),
    ...inBothThemes(FAULT_SCENES),
    ...variantsOf(FAULT_SCENES.slice(1), 'zh', { choices: IN_CHINESE })
  ],
  live: [
    ...inBothThemes(FIRST_RUN_SCENES),
    ...variantsOf(FIRST_RUN_SCENES, 'zh', { choices: IN_CHINESE }),
    ...variantsOf(FIRST_RUN_SCENES, '380', { widthPx: 380 }),
    ...variantsOf(FIRST_RUN_SCENES, 'zoom-200', { zoom: 2 })
  ]
};

/** `isAll`: also the scenes that the README does not show. */
export function scenesOf(kind: ProfileKind, isAll: boolean): Scene[] {
  return SCENES[kind].filter(({ isInReadme }) => isAll || isInReadme);
}
