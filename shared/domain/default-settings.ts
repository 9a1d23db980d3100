// The default settings, with one alert rule for each kind.
// They are separate from the schema, so that the command line reads files without loading it.
import { ALERT_KIND_FACTS, ALERT_KINDS } from '../alerts/alert-kinds';
import { MINUTE_MS } from './durations';

const ruleForAll = <Kind extends string>(kind: Kind, from: string) => ({
  kind,
  walletId: null,
  token: null,
  isOn: true,
  from
});

const DEFAULT_COLUMNS = ['amount', 'price', 'change', 'value'] as const;

/** One rule for each kind, for all wallets and tokens; a person can add more specific rules. */
export const DEFAULT_ALERTS = ALERT_KINDS.map(kind => ruleForAll(kind, ALERT_KIND_FACTS[kind].from));

interface RuleTarget {
  readonly kind: string;
  readonly walletId: string | null;
  readonly token: string | null;
}

/** Adds the default rule of each kind that has none for everything: an older version stored no rule of a new kind. */
export function withMissingRules<Rule extends RuleTarget>(
  alerts: readonly Rule[]
): (Rule | (typeof DEFAULT_ALERTS)[number])[] {
  const isGeneral = ({ walletId, token }: RuleTarget) => walletId === null && token === null;
  const known = new Set(alerts.filter(isGeneral).map(({ kind }) => kind));
  return [...alerts, ...DEFAULT_ALERTS.filter(({ kind }) => !known.has(kind))];
}

export const DEFAULT_CHOICES = {
  isHidden: false,
  hideOnLock: false,
  countRisky: false,
  trayText: 'compact' as const,
  trayGroup: null,
  trayInk: 'auto' as const,
  trayClick: 'popover' as const,
  windowPlace: null,
  theme: 'system' as const,
  language: 'system' as const,
  changeColours: 'green-up' as const,
  singleKeys: true,
  explorerHosts: [],
  caFile: null,
  shortcuts: { open: null, hide: null },
  visibleIntervalMs: MINUTE_MS,
  hiddenIntervalMs: 5 * MINUTE_MS,
  idleIntervalMs: 15 * MINUTE_MS,
  alerts: [...DEFAULT_ALERTS],
  quietHours: { isOn: false, from: 22 * 60, to: 7 * 60, letsKeysPass: true },
  alertCooldownMs: 15 * MINUTE_MS,
  alertsADay: 12,
  amountsInNotices: true,
  activitySeenAt: 0,
  lookedAt: 0,
  pausedUntil: 0,
  hideSmall: true,
  joinWrapped: true,
  colourSlots: { chains: [], tokens: [], wallets: [] },
  compareWith: 'none' as const,
  percentAxis: false,
  columns: [...DEFAULT_COLUMNS],
  toldAboutTray: false,
  lookForUpdates: false,
  countDefi: false,
  pastPrices: true,
  secondCurrency: 'none' as const,
  manualRate: null,
  guardFromUsd: '100',
  guardFromPercent: 50,
  guardPriceTimes: 10
};

export const EMPTY_SETTINGS = { version: 1 as const, keys: [], wallets: [], choices: DEFAULT_CHOICES };

export const UNTIL_RESUMED = Number.MAX_SAFE_INTEGER;
