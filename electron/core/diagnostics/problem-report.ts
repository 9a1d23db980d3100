// The report of a problem, as text for those who can help: checks, troubles, settings and the log, with all that is private taken out.
import type { Diagnostics } from '../../../shared/schema/diagnostics';
import { judgeHost } from '../../../shared/domain/host';
import type { Choices, Settings } from '../../../shared/schema/settings';
import type { Trouble } from '../../../shared/schema/issue';
import { redact, type Hidden } from './redact';

export interface ReportFacts {
  readonly diagnostics: Diagnostics;
  readonly settings: Settings;
  readonly troubles: readonly Trouble[];
  /** Oldest first. */
  readonly log: readonly string[];
  /** Of the person and this computer: what must not be seen besides what the settings hold. */
  readonly hidden: readonly Hidden[];
}

/** What of the choices says nothing about a person; a new choice stays out until somebody has thought about it. */
const OPEN_CHOICES = [
  'isHidden',
  'hideOnLock',
  'countRisky',
  'trayText',
  'trayInk',
  'trayClick',
  'theme',
  'language',
  'changeColours',
  'singleKeys',
  'amountsInNotices',
  'hideSmall',
  'countDefi',
  'secondCurrency',
  'alertsADay'
] as const satisfies readonly (keyof Choices)[];
const INTERVALS = [
  'visibleIntervalMs',
  'hiddenIntervalMs',
  'idleIntervalMs',
  'alertCooldownMs'
] as const satisfies readonly (keyof Choices)[];

/** `now`: ms. */
export function problemReport(facts: ReportFacts, now: number): string {
  const { diagnostics, settings, troubles, log } = facts;
  const { version, electron, system, checks, lastFailures } = diagnostics;
  const sections = [
    ['Versions', [`Tokentray ${version}, Electron ${electron}, ${system}`]],
    ['Checks', checks.map(({ id, state, text }) => `${state.padEnd(8)}${id}: ${text}`)],
    [
      'Last failures',
      lastFailures.map(({ at, code, serviceCode }) => `${moment(at)} ${code} ${serviceCode ?? ''}`.trimEnd())
    ],
    ['Troubles', troubles.map(({ code, file, bugId }) => [code, file, bugId].filter(Boolean).join(' '))],
    ['Settings', settingLines(settings)],
    ['Log', log]
  ] as const;
  const head = `Tokentray: report of a problem, ${moment(now)}\nNames, addresses, IDs, amounts and secrets were taken out.`;
  const body = sections.map(
    ([title, lines]) => `\n${title}\n${lines.length > 0 ? lines.join('\n') : 'none'}`
  );
  return `${redact([head, ...body].join('\n'), [...hiddenOf(settings), ...facts.hidden])}\n`;
}

function moment(at: number): string {
  return new Date(at).toISOString();
}

function settingLines({ wallets, keys, choices }: Settings): string[] {
  const sources = wallets.map(({ source, isPaused }) => `${source}${isPaused ? ' (paused)' : ''}`);
  const places = keys.map(
    ({ host, keptIn }) => `${keptIn}, ${judgeHost(host) === 'custom' ? 'a custom host' : host}`
  );
  return [
    `wallets: ${wallets.length}${counted(sources)}`,
    `keys: ${keys.length}${counted(places)}`,
    `chains: ${new Set(wallets.flatMap(({ chains }) => chains)).size} named`,
    ...OPEN_CHOICES.map(name => `${name}: ${String(choices[name])}`),
    ...INTERVALS.map(name => `${name.replace(/Ms$/, '')}: ${Math.round(choices[name] / 1000)} s`),
    `alerts: ${choices.alerts.map(({ kind, isOn }) => `${kind} ${isOn ? 'on' : 'off'}`).join(', ')}`,
    `quiet hours: ${choices.quietHours.isOn ? 'on' : 'off'}`
  ];
}

/** " (2 x this, 1 x that)", nothing for nothing. */
function counted(things: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  const parts = [...counts].map(([thing, count]) => `${count} x ${thing}`);
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}

function hiddenOf({ wallets, keys, verdicts, choices }: Settings): Hidden[] {
  const of = (label: string, ...values: (string | undefined)[]) =>
    values.flatMap(value => (value ? [{ value, label }] : []));
  return [
    ...wallets.flatMap(wallet => [
      ...of('[wallet]', wallet.name, wallet.id),
      ...of('[address]', wallet.source === 'v5-account' ? wallet.accountId : wallet.address)
    ]),
    ...keys.flatMap(({ id, name, host }) => [
      // What the app calls keys by itself tells nothing, and stands in every second sentence.
      ...of('[key]', /^OKX( \d+)?$/.test(name) ? undefined : name, id),
      ...of('[host]', judgeHost(host) === 'custom' ? host.replace(/^https?:\/\//, '') : undefined)
    ]),
    ...of('[holding]', ...Object.keys(verdicts ?? {})),
    ...of('[host]', ...choices.explorerHosts)
  ];
}
