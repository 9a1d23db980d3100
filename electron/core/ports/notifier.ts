// Notifier: the port that shows notifications on the desktop, at most one of each kind at a time.

/**
 * `changes`: what a poll found; `app`: messages of the app about itself. A notification replaces the earlier one of
 * its kind.
 */
export type AppNotificationKind = 'changes' | 'app';

export interface AppNotification {
  readonly kind: AppNotificationKind;
  readonly title: string;
  readonly body: string;
  /** Linux only. `critical` stays until the person closes it. */
  readonly urgency: 'low' | 'normal' | 'critical';
  /** It changes the one on the screen, without a sound and without coming up again where the desktop can. */
  readonly isUpdate?: boolean;
}

/** `unknown`: the notification went to the system, which has not reported its outcome. */
export type NotificationOutcome = 'shown' | 'failed' | 'unknown';

export interface Notifier {
  /** Resolves within seconds; never throws. */
  show(notification: AppNotification, onClick: () => void): Promise<NotificationOutcome>;
  /** Whether one of this kind is on the screen and can change there in silence. */
  canUpdate(kind: AppNotificationKind): boolean;
  /** Closes the notification of this kind that is still on the screen. */
  withdraw(kind: AppNotificationKind): void;
  /** The outcome of the last notification; null before the first. */
  lastOutcome(): NotificationOutcome | null;
}
