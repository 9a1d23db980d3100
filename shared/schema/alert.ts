// Schemas of the alert rules, the quiet hours, and the reasons why an alert is suppressed.
import { z } from 'zod';

/** What can be told. `key`: a key stopped working; `polls`: no answer for a while; `unsupported`: OKX dropped a chain. */
export const ALERT_KINDS = [
  'arrived',
  'left',
  'total',
  'price',
  'key',
  'polls',
  'unverified',
  'unsupported'
] as const;
export const AlertKind = z.enum(ALERT_KINDS);
export type AlertKind = z.infer<typeof AlertKind>;

/** `below-threshold`: too small; `small-share`: the token is too little of the total; `cooldown`: held back, told with the next. */
export const SUPPRESSION_REASONS = [
  'switched-off',
  'risky',
  'not-counted',
  'below-threshold',
  'small-share',
  'paused',
  'quiet-hours',
  'cooldown',
  'daily-cap'
] as const;
export const SuppressionReason = z.enum(SUPPRESSION_REASONS);
export type SuppressionReason = z.infer<typeof SuppressionReason>;

const ThresholdSize = z.string().regex(/^\d{1,15}(\.\d{1,2})?$/);
const MinuteOfDay = z.number().int().min(0).max(1439);

/** The most specific rule decides: a token's before a wallet's before the one for all. */
export const AlertRule = z.object({
  kind: AlertKind,
  /** Null: every wallet. */
  walletId: z.string().nullable(),
  /** `chainIndex/tokenAddress`; null: every token. */
  token: z.string().nullable(),
  isOn: z.boolean(),
  /** From this size on: USD for arrived and left, percent for total and price, minutes for polls; "0" elsewhere. */
  from: ThresholdSize
});
export type AlertRule = z.infer<typeof AlertRule>;

/** Local time, minutes since midnight; `from` after `to` goes over midnight. */
export const QuietHours = z.object({
  isOn: z.boolean(),
  from: MinuteOfDay,
  to: MinuteOfDay,
  /** A key that stopped working is told all the same. */
  letsKeysPass: z.boolean()
});
export type QuietHours = z.infer<typeof QuietHours>;
