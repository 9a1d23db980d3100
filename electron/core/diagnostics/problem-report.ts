// Makes the text of a problem report: checks, issues, settings and the log.
// Private data is removed from it.
import type { Diagnostics } from '../../../shared/schema/diagnostics';
import { classifyHost } from '../../../shared/domain/host';
import { ownerOf } from '../../../shared/domain/sources';
import type { Choices, Settings } from '../../../shared/schema/settings';
import type { Issue } from '../../../shared/schema/issue';
import { DIAGNOSTICS_PLAIN_TEXT } from '../../../shared/text/diagnostics-text';
import { redact, type PrivateValue } from './redact';
import { REPORT_TEXT } from './report-text';

export interface ProblemReportInput {
  readonly diagnostics: Diagnostics;
  readonly settings: Settings;
  readonly issues: readonly Issue[];
  /** Oldest first. */
  readonly log: readonly string[];
  /** Private values of the person and this computer, besides those in the settings. */
  readonly privateValues: readonly PrivateValue[];
}

/** Choices that reveal nothing about a person; a new choice is not reported until somebody adds it here. */
const REPORTED_CHOICES = [
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
  'joinWrapped',
  'compareWith',
  'percentAxis',
  'countDefi',
  'pastPrices',
  'secondCurrency',
  'alertsADay'
] as const satisfies readonly (keyof Choices)[];
const REPORTED_INTERVALS = [
  'visibleIntervalMs',
  'hiddenIntervalMs',
  'idleIntervalMs',
  'alertCooldownMs'
] as const satisfies readonly (keyof Choices)[];

/** `now`: ms. */
export function problemReport(facts: ProblemReportInput, now: number): string {
  const { diagnostics, settings, issues, log } = facts;
  const { version, electron, system, checks, lastFailures } = diagnostics;
  const sections = [
    [REPORT_TEXT.versions, [`Tokentray ${version}, Electron ${electron}, ${system}`]],
    [REPORT_TEXT.checks, checks.map(check => DIAGNOSTICS_PLAIN_TEXT.check(check))],
    [
      REPORT_TEXT.failures,
      lastFailures.map(({ at, code, serviceCode }) => `${moment(at)} ${code} ${serviceCode ?? ''}`.trimEnd())
    ],
    [
      REPORT_TEXT.issues,
      issues.map(({ code, file, internalErrorId }) => [code, file, internalErrorId].filter(Boolean).join(' '))
    ],
    [REPORT_TEXT.settings, settingLines(settings)],
    [REPORT_TEXT.log, log]
  ] as const;
  const head = `${REPORT_TEXT.head(moment(now))}\n${REPORT_TEXT.removed}`;
  const body = sections.map(
    ([title, lines]) => `\n${title}\n${lines.length > 0 ? lines.join('\n') : REPORT_TEXT.none}`
  );
  return `${redact([head, ...body].join('\n'), [...privateValuesOf(settings), ...facts.privateValues])}\n`;
}

function moment(at: number): string {
  return new Date(at).toISOString();
}

function settingLines({ wallets, keys, choices }: Settings): string[] {
  const sources = wallets.map(({ source, isPaused }) => (isPaused ? REPORT_TEXT.paused(source) : source));
  const keyTexts = keys.map(
    ({ host, keptIn }) => `${keptIn}, ${classifyHost(host) === 'custom' ? REPORT_TEXT.customHost : host}`
  );
  return [
    REPORT_TEXT.wallets(wallets.length, countsText(sources)),
    REPORT_TEXT.keys(keys.length, countsText(keyTexts)),
    REPORT_TEXT.chains(new Set(wallets.flatMap(({ chains }) => chains)).size),
    ...REPORTED_CHOICES.map(name => `${name}: ${String(choices[name])}`),
    ...REPORTED_INTERVALS.map(name => `${name.replace(/Ms$/, '')}: ${Math.round(choices[name] / 1000)} s`),
    `alerts: ${choices.alerts.map(({ kind, isOn }) => `${kind} ${isOn ? 'on' : 'off'}`).join(', ')}`,
    `quiet hours: ${choices.quietHours.isOn ? 'on' : 'off'}`
  ];
}

/** " (2 x this, 1 x that)", or "" for no names. */
function countsText(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const parts = [...counts].map(([name, count]) => `${count} x ${name}`);
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}

function privateValuesOf({ wallets, keys, verdicts, choices }: Settings): PrivateValue[] {
  const labelled = (label: string, ...values: (string | undefined)[]) =>
    values.flatMap(value => (value ? [{ value, label }] : []));
  return [
    ...wallets.flatMap(wallet => [
      ...labelled('[wallet]', wallet.name, wallet.id),
      ...labelled('[address]', ownerOf(wallet))
    ]),
    ...keys.flatMap(({ id, name, host }) => [
      // The default names of keys reveal nothing, and "OKX" occurs in many sentences.
      ...labelled('[key]', /^OKX( \d+)?$/.test(name) ? undefined : name, id),
      ...labelled('[host]', classifyHost(host) === 'custom' ? host.replace(/^https?:\/\//, '') : undefined)
    ]),
    ...labelled('[holding]', ...Object.keys(verdicts ?? {})),
    ...labelled('[host]', ...choices.explorerHosts)
  ];
}
