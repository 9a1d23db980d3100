// Schemas of the alert rules, the quiet hours, and the reasons why an alert is suppressed.
import { z } from 'zod';
import { ALERT_KINDS } from '../alerts/alert-kinds';

/**
 * `below-threshold`: too small; `small-share`: too small a part of the total; `cooldown`: deferred to the next one;
 * `uninvited`: a token that arrived by itself, after its first arrival. Of doubts: `checking`: deferred until it is
 * worth a notification; `quiet-doubt`: it never is; `beginning-not-notified`: its end alone would be a riddle;
 * `notified-otherwise`: another entry says how it ended; `your-decision`: the person ended it.
 */
export const SUPPRESSION_REASONS = [
  'switched-off',
  'risky',
  'not-counted',
  'below-threshold',
  'small-share',
  'paused',
  'quiet-hours',
  'cooldown',
  'daily-cap',
  'uninvited',
  'checking',
  'quiet-doubt',
  'beginning-not-notified',
  'notified-otherwise',
  'your-decision'
] as const;
export const SuppressionReason = z.enum(SUPPRESSION_REASONS);
export type SuppressionReason = z.infer<typeof SuppressionReason>;

export const AlertKindName = z.enum(ALERT_KINDS);

const ThresholdSize = z.string().regex(/^\d{1,15}(\.\d{1,2})?$/);
const MinuteOfDay = z.number().int().min(0).max(1439);

/** The most specific rule decides: one for a token before one for a wallet before the rule for all. */
export const AlertRule = z.object({
  kind: AlertKindName,
  /** A wallet, or a group of wallets as `group/ID`; null: every wallet. */
  walletId: z.string().nullable(),
  /** `chainIndex/tokenAddress`; null: every token. */
  token: z.string().nullable(),
  isOn: z.boolean(),
  /** The smallest size: USD for arrived and left, percent for total and price, minutes for polls; "0" for others. */
  from: ThresholdSize
});
export type AlertRule = z.infer<typeof AlertRule>;

/** Local time, minutes since midnight; if `from` is after `to`, the hours go over midnight. */
export const QuietHours = z.object({
  isOn: z.boolean(),
  from: MinuteOfDay,
  to: MinuteOfDay,
  /** Whether a key that stopped working is notified during quiet hours. */
  letsKeysPass: z.boolean()
});
export type QuietHours = z.infer<typeof QuietHours>;
