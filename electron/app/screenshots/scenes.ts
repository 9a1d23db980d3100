// The scenes that are pictured: what is looked at, in which look, and what is done first. A list and nothing else.
import type { Choices } from '../../../shared/schema/settings';
import type { Place } from '../../surfaces/surfaces';
import type { FaultRule } from '../../fake-okx/faults';
import type { ProfileKind } from '../../profile/running-profile';

export interface Scene {
  readonly name: string;
  readonly view: Place['view'] | 'popover';
  readonly theme: 'light' | 'dark';
  readonly choices?: Partial<Choices>;
  /** Of the window's inside, CSS pixels at 100 %. */
  readonly widthPx?: number;
  readonly zoom?: number;
  /** Pressed one after the other: selectors of what is clicked, or single keys. */
  readonly presses?: readonly string[];
  /** What the stand-in for OKX does wrong from here on. */
  readonly fault?: FaultRule;
  /** The README shows it. */
  readonly isShown?: true;
}

type Sight = Omit<Scene, 'theme'>;

const THEMES = ['light', 'dark'] as const;
const SHOWN = { isShown: true } as const;
const ZH = { language: 'zh' } as const;
const PLAIN: Sight[] = [
  { name: 'overview', view: 'overview', ...SHOWN },
  { name: 'activity', view: 'activity', ...SHOWN },
  { name: 'wallets', view: 'wallets', ...SHOWN },
  { name: 'settings', view: 'settings', ...SHOWN },
  { name: 'diagnostics', view: 'diagnostics' },
  { name: 'report', view: 'diagnostics', presses: ['.page-head .button:last-child'] }
];
const OVERLAID: Sight[] = [
  { name: 'drawer-holding', view: 'overview', presses: ['.holding-entry'], ...SHOWN },
  { name: 'drawer-chain', view: 'overview', presses: ['.detail-button'] },
  { name: 'drawer-wallet', view: 'overview', presses: ['[role=tab][aria-selected=false]', '.detail-button'] },
  { name: 'keys', view: 'overview', presses: ['?'] },
  { name: 'menu-filter', view: 'overview', presses: ['.tools .popup button'] },
  { name: 'menu-table', view: 'overview', presses: ['.tools .chips + .popup button'] }
];
const POPOVER: Sight = { name: 'popover', view: 'popover' };
const FIRST: Sight[] = [
  { name: 'first-run', view: 'overview', ...SHOWN },
  { name: 'connect', view: 'connect', ...SHOWN },
  { name: 'connect-errors', view: 'connect', presses: ['button[type=submit]'] }
];
/** In this order: the first leaves one wallet unanswered, the second stops polling. */
const FAULTS: Sight[] = [
  {
    name: 'partial',
    view: 'overview',
    fault: { kind: 'error-page', status: 503, accountId: '5d1c8a70-9e42-4b3f-8c06-de30000da117' }
  },
  { name: 'error', view: 'overview', fault: { kind: 'refuse', code: '50111' } }
];

function inBoth(sights: readonly Sight[]): Scene[] {
  return sights.flatMap(sight => THEMES.map(theme => ({ ...sight, name: `${sight.name}-${theme}`, theme })));
}

/** The same sights in another look, light only. */
function worn(sights: readonly Sight[], suffix: string, change: Partial<Scene>): Scene[] {
  return sights.map(({ isShown: _, ...sight }) => ({
    ...sight,
    ...change,
    name: `${sight.name}-${suffix}`,
    theme: 'light'
  }));
}

const HIDDEN = { choices: { isHidden: true } } as const;
const [overview] = PLAIN as [Sight];
const LOOKS: Scene[] = [
  { ...overview, name: 'overview-zh', theme: 'light', choices: ZH },
  { ...overview, name: 'overview-hidden', theme: 'light', ...HIDDEN },
  ...worn([...PLAIN.slice(1), ...OVERLAID, POPOVER], 'zh', { choices: ZH }),
  ...worn([...PLAIN.slice(1), ...OVERLAID.slice(0, 3), POPOVER], 'hidden', HIDDEN),
  ...worn([...PLAIN, ...OVERLAID], '380', { widthPx: 380 }),
  ...worn([...PLAIN, ...OVERLAID], 'zoom-200', { zoom: 2 }),
  ...worn(PLAIN, '380-zh', { widthPx: 380, choices: ZH })
];

const SCENES: Record<ProfileKind, readonly Scene[]> = {
  demo: [
    ...inBoth([...PLAIN, ...OVERLAID, { ...POPOVER, ...SHOWN }]),
    ...LOOKS,
    ...inBoth(FAULTS),
    ...worn(FAULTS.slice(1), 'zh', { choices: ZH })
  ],
  live: [
    ...inBoth(FIRST),
    ...worn(FIRST, 'zh', { choices: ZH }),
    ...worn(FIRST, '380', { widthPx: 380 }),
    ...worn(FIRST, 'zoom-200', { zoom: 2 })
  ]
};

/** `isAll`: also those that the README does not show. */
export function scenesOf(kind: ProfileKind, isAll: boolean): Scene[] {
  return SCENES[kind].filter(({ isShown }) => isAll || isShown);
}
