// Explains in one sentence why an alert was or was not notified, by the alert rules of today.
import { ALERT_KIND_FACTS, usdOfEntry } from '../../shared/alerts/alert-kinds';
import { absolute, compareDecimals, decimal, type Decimal } from '../../shared/domain/decimal';
import { MINUTE_MS } from '../../shared/domain/durations';
import { tokenOf } from '../../shared/domain/holding-id';
import { isQuiet, minuteOfDay } from '../../shared/alerts/quiet-hours';
import { isolateName } from '../../shared/names/isolated-name';
import type { AlertEntry } from '../../shared/schema/activity';
import type { AppState } from '../../shared/schema/app-state';
import type { Choices } from '../../shared/schema/settings';
import { tokenName } from '../../shared/text/names';
import { momentText } from '../../shared/text/time';
import { DELIVERY_REASON_TEXT } from '../text/activity';
import { ALL_TARGETS, ruleFor, sizeText } from '../alerts/rules';
import { timeOfDayText } from '../alerts/time-of-day';
import { ALERT_KIND_TEXT } from '../text/alerts';

export interface DeliveryReason {
  readonly isNotified: boolean;
  /** "Notified:" or "Not notified:"; empty where the text says it. */
  readonly lead: string;
  readonly text: string;
}

function isSized({ kind }: AlertEntry): boolean {
  return ALERT_KIND_FACTS[kind].unit !== null;
}

/** The size in the unit of its rule: dollars, percent or minutes; null when it is not known. */
function sizeOf(entry: AlertEntry): Decimal | null {
  const { unit } = ALERT_KIND_FACTS[entry.kind];
  if (unit === 'minutes' && 'since' in entry)
    return { units: BigInt(Math.max(0, Math.floor((entry.at - entry.since) / MINUTE_MS))), scale: 0 };
  const size = unit === 'percent' && 'percent' in entry ? entry.percent : usdOfEntry(entry);
  return size === null ? null : absolute(decimal(size));
}

function ruleOf(entry: AlertEntry, { portfolio, choices }: AppState) {
  const row = portfolio.holdings.find(({ id }) => id === entry.holdingId);
  const token = row ? tokenOf(row) : null;
  return ruleFor(choices.alerts, entry.kind, { walletId: entry.walletId, token });
}

function overThresholdText(entry: AlertEntry, app: AppState): string {
  const { over } = ALERT_KIND_TEXT[entry.kind];
  if (!isSized(entry)) return over('');
  const rule = ruleOf(entry, app);
  const size = sizeOf(entry);
  const fits = size !== null && compareDecimals(size, decimal(rule.from)) >= 0;
  return fits ? over(sizeText(rule, app.choices.isHidden)) : DELIVERY_REASON_TEXT.overThen;
}

function underThresholdText(entry: AlertEntry, app: AppState): string {
  const { under } = ALERT_KIND_TEXT[entry.kind];
  if (!isSized(entry) || !under) return DELIVERY_REASON_TEXT.underThen;
  const rule = ruleOf(entry, app);
  const size = sizeOf(entry);
  if (size === null) return DELIVERY_REASON_TEXT.unknownValue;
  const fits = compareDecimals(size, decimal(rule.from)) < 0;
  return fits ? under(sizeText(rule, app.choices.isHidden)) : DELIVERY_REASON_TEXT.underThen;
}

function switchedOffText(entry: AlertEntry, app: AppState): string {
  const rule = ruleOf(entry, app);
  if (rule.isOn || (rule.walletId === ALL_TARGETS.walletId && rule.token === ALL_TARGETS.token))
    return DELIVERY_REASON_TEXT.off;
  return DELIVERY_REASON_TEXT.offHere(
    rule.token === null ? isolateName(entry.wallet) : tokenName(entry.symbol)
  );
}

/** Names the times of the quiet hours only if they still contain the moment. */
function quietHoursText(at: number, { quietHours }: Choices): string {
  return isQuiet(quietHours, minuteOfDay(at))
    ? DELIVERY_REASON_TEXT.quietFrom(timeOfDayText(quietHours.from), timeOfDayText(quietHours.to))
    : DELIVERY_REASON_TEXT.quiet;
}

function suppressionText(
  entry: AlertEntry,
  suppressionReason: NonNullable<AlertEntry['silence']>,
  app: AppState
): string {
  switch (suppressionReason) {
    case 'switched-off':
      return switchedOffText(entry, app);
    case 'risky':
      return DELIVERY_REASON_TEXT.risky;
    case 'not-counted':
      return DELIVERY_REASON_TEXT.notCounted;
    case 'below-threshold':
      return underThresholdText(entry, app);
    case 'small-share':
      return DELIVERY_REASON_TEXT.smallShare;
    case 'paused':
      return DELIVERY_REASON_TEXT.paused;
    case 'quiet-hours':
      return quietHoursText(entry.at, app.choices);
    case 'cooldown':
      return DELIVERY_REASON_TEXT.cooldown;
    case 'daily-cap':
      return DELIVERY_REASON_TEXT.capOf(app.choices.alertsADay);
    case 'uninvited':
      return DELIVERY_REASON_TEXT.uninvited;
    case 'checking':
      return DELIVERY_REASON_TEXT.checking;
    case 'quiet-doubt':
      return DELIVERY_REASON_TEXT.quietDoubt;
    case 'beginning-not-notified':
      return DELIVERY_REASON_TEXT.noBeginning;
    case 'notified-otherwise':
      return DELIVERY_REASON_TEXT.otherwise;
    case 'your-decision':
      return DELIVERY_REASON_TEXT.yourDecision;
  }
}

function notifiedText(entry: AlertEntry, moment: string, app: AppState): string {
  const { silence: suppressionReason } = entry;
  if (suppressionReason === null) return overThresholdText(entry, app);
  if (suppressionReason === 'cooldown') return DELIVERY_REASON_TEXT.deferred(moment);
  if (suppressionReason === 'checking') return DELIVERY_REASON_TEXT.checked(moment);
  return DELIVERY_REASON_TEXT.later(suppressionText(entry, suppressionReason, app), moment);
}

export function deliveryReasonOf(entry: AlertEntry, app: AppState, now: number): DeliveryReason {
  const { silence: suppressionReason, toldAt: notifiedAt, toldIn: notifiedIn } = entry;
  if (notifiedAt !== null && notifiedIn !== null) {
    if (suppressionReason === null && notifiedIn === 'window')
      return { isNotified: true, lead: '', text: DELIVERY_REASON_TEXT.inWindow };
    return {
      isNotified: true,
      lead: DELIVERY_REASON_TEXT.notified,
      text: notifiedText(entry, momentText(notifiedAt, now), app)
    };
  }
  return {
    isNotified: false,
    lead: DELIVERY_REASON_TEXT.notNotified,
    text:
      suppressionReason === null
        ? DELIVERY_REASON_TEXT.refused
        : suppressionText(entry, suppressionReason, app)
  };
}
