// Why an entry was shown, or was not, as one plain sentence. The rules of today explain it only where they still fit.
import { absolute, compareDecimals, decimal, type Decimal } from '../../shared/domain/decimal';
import { MINUTE_MS } from '../../shared/domain/durations';
import { tokenOf } from '../../shared/domain/holding-id';
import type { Entry } from '../../shared/schema/activity';
import type { AppState } from '../../shared/schema/app-state';
import type { Choices } from '../../shared/schema/settings';
import { momentText } from '../../shared/text/time';
import { WHY } from '../text/activity';
import { EVERYWHERE, ruleAt, clockText } from '../alerts/rules';
import { sizeText } from '../text/alerts';

export interface Why {
  readonly isShown: boolean;
  /** What follows "Shown:" or "Not shown:". */
  readonly text: string;
}

type Sized = Extract<Entry, { kind: 'arrived' | 'left' | 'total' | 'price' | 'polls' }>;

function isSized(entry: Entry): entry is Sized {
  return entry.kind !== 'key' && entry.kind !== 'unverified' && entry.kind !== 'unsupported';
}

/** In the unit of its rule: dollars, percent or minutes; null: not known. */
function sizeOf(entry: Sized): Decimal | null {
  if (entry.kind === 'polls')
    return { units: BigInt(Math.max(0, Math.floor((entry.at - entry.since) / MINUTE_MS))), scale: 0 };
  const size = entry.kind === 'total' || entry.kind === 'price' ? entry.percent : entry.worth;
  return size === null ? null : absolute(decimal(size));
}

function ruleOf(entry: Entry, { portfolio, choices }: AppState) {
  const row = portfolio.holdings.find(({ id }) => id === entry.holdingId);
  const token = row ? tokenOf(row) : null;
  return ruleAt(choices.alerts, entry.kind, { walletId: entry.walletId, token });
}

function overText(entry: Entry, app: AppState): string {
  if (entry.kind === 'key') return WHY.keyStopped;
  if (entry.kind === 'unverified') return WHY.waits;
  if (!isSized(entry)) return WHY.chainDropped;
  const rule = ruleOf(entry, app);
  const size = sizeOf(entry);
  const fits = size !== null && compareDecimals(size, decimal(rule.from)) >= 0;
  return fits ? WHY.over[entry.kind](sizeText(rule, app.choices.isHidden)) : WHY.overThen;
}

function underText(entry: Entry, app: AppState): string {
  if (!isSized(entry)) return WHY.underThen;
  const rule = ruleOf(entry, app);
  const size = sizeOf(entry);
  if (size === null) return WHY.unknownWorth;
  const fits = compareDecimals(size, decimal(rule.from)) < 0;
  return fits ? WHY.under[entry.kind](sizeText(rule, app.choices.isHidden)) : WHY.underThen;
}

function offText(entry: Entry, app: AppState): string {
  const rule = ruleOf(entry, app);
  if (rule.isOn || (rule.walletId === EVERYWHERE.walletId && rule.token === EVERYWHERE.token)) return WHY.off;
  return WHY.offHere(rule.token === null ? entry.wallet : entry.symbol);
}

/** With its times when they still hold the moment. */
function quietText(at: number, { quietHours: { isOn, from, to } }: Choices): string {
  const moment = new Date(at);
  const minute = moment.getHours() * 60 + moment.getMinutes();
  const isInside = from <= to ? minute >= from && minute < to : minute >= from || minute < to;
  return isOn && isInside ? WHY.quietFrom(clockText(from), clockText(to)) : WHY.quiet;
}

function silenceText(entry: Entry, silence: NonNullable<Entry['silence']>, app: AppState): string {
  switch (silence) {
    case 'switched-off':
      return offText(entry, app);
    case 'risky':
      return WHY.risky;
    case 'not-counted':
      return WHY.notCounted;
    case 'below-threshold':
      return underText(entry, app);
    case 'small-share':
      return WHY.smallShare;
    case 'paused':
      return WHY.paused;
    case 'quiet-hours':
      return quietText(entry.at, app.choices);
    case 'cooldown':
      return WHY.cooldown;
    case 'daily-cap':
      return WHY.capOf(app.choices.alertsADay);
  }
}

export function whyOf(entry: Entry, app: AppState, now: number): Why {
  const { silence, toldAt, toldIn } = entry;
  if (toldAt !== null && toldIn !== null) {
    const moment = momentText(toldAt, now);
    if (silence === 'cooldown') return { isShown: true, text: WHY.heldBack(moment) };
    if (silence !== null) return { isShown: true, text: WHY.later(silenceText(entry, silence, app), moment) };
    return { isShown: true, text: toldIn === 'window' ? WHY.inWindow : overText(entry, app) };
  }
  return { isShown: false, text: silence === null ? WHY.refused : silenceText(entry, silence, app) };
}
