// Kinds of activity entries: one row a kind with how it is shown; of alerts also the first rule and how it is notified.
// An alert can be notified and has a rule; a record is only listed.
// The fields of an entry are in shared/schema/activity.ts; what happens to a stored or deferred entry is in
// electron/core/alerts/entry-kinds.ts.

/** Unit of the smallest size that is notified. */
export type ThresholdUnit = 'dollars' | 'percent' | 'minutes';

/** What the activity can be filtered by. */
export type EntryTopic = 'amounts' | 'prices' | 'wallets' | 'polls';

/** How an entry of any kind is shown. */
interface EntryKindFacts {
  readonly topic: EntryTopic;
  /** Icon in the activity; `trend`: rising or falling, as its amount says. */
  readonly icon: 'arrived' | 'sent' | 'trend' | 'stop' | 'clock' | 'question' | 'warning' | 'wallet';
  /** Order in a notification and among the entries of one poll, the smallest first. */
  readonly weight: number;
}

interface AlertKindFacts extends EntryKindFacts {
  /** Unit of the rule's threshold; null: the kind has no threshold. */
  readonly unit: ThresholdUnit | null;
  /** The threshold of the rule that a new profile has; "0" without a unit. */
  readonly from: string;
  /** A rule can be for one wallet. */
  readonly isAboutWallet: boolean;
  /** A rule can be for one token. */
  readonly isAboutToken: boolean;
  /** It needs an action: it gives a notification with several entries its title. */
  readonly needsAction: boolean;
  /** `critical`: the notification stays until the person sees it; `low`: it may disappear. */
  readonly urgency: 'low' | 'normal' | 'critical';
  /** It has no cooldown, is not counted for the daily cap, and may pass quiet hours when the person allows it. */
  readonly passesLimits: boolean;
}

const facts =
  <Facts>() =>
  <Kind extends string>(kinds: Record<Kind, Facts>): Record<Kind, Facts> =>
    kinds;

/** In the order of the settings. */
export const ALERT_KIND_FACTS = facts<AlertKindFacts>()({
  arrived: {
    unit: 'dollars',
    from: '10',
    isAboutWallet: true,
    isAboutToken: true,
    topic: 'amounts',
    icon: 'arrived',
    weight: 4,
    needsAction: false,
    urgency: 'normal',
    passesLimits: false
  },
  left: {
    unit: 'dollars',
    from: '10',
    isAboutWallet: true,
    isAboutToken: true,
    topic: 'amounts',
    icon: 'sent',
    weight: 4,
    needsAction: false,
    urgency: 'normal',
    passesLimits: false
  },
  /** Against the last alert, or a day ago. */
  total: {
    unit: 'percent',
    from: '5',
    isAboutWallet: true,
    isAboutToken: false,
    topic: 'prices',
    icon: 'trend',
    weight: 5,
    needsAction: false,
    urgency: 'low',
    passesLimits: false
  },
  price: {
    unit: 'percent',
    from: '10',
    isAboutWallet: false,
    isAboutToken: true,
    topic: 'prices',
    icon: 'trend',
    weight: 6,
    needsAction: false,
    urgency: 'low',
    passesLimits: false
  },
  /** A key stopped working. */
  key: {
    unit: null,
    from: '0',
    isAboutWallet: false,
    isAboutToken: false,
    topic: 'polls',
    icon: 'stop',
    weight: 0,
    needsAction: true,
    urgency: 'critical',
    passesLimits: true
  },
  /** No answer for a while. */
  polls: {
    unit: 'minutes',
    from: '30',
    isAboutWallet: true,
    isAboutToken: false,
    topic: 'polls',
    icon: 'clock',
    weight: 1,
    needsAction: true,
    urgency: 'normal',
    passesLimits: false
  },
  /** Tokens need the person's OK: one question for all wallets. */
  unverified: {
    unit: null,
    from: '0',
    isAboutWallet: false,
    isAboutToken: false,
    topic: 'amounts',
    icon: 'question',
    weight: 2,
    needsAction: true,
    urgency: 'normal',
    passesLimits: false
  },
  /** OKX dropped a chain. */
  unsupported: {
    unit: null,
    from: '0',
    isAboutWallet: false,
    isAboutToken: false,
    topic: 'polls',
    icon: 'warning',
    weight: 7,
    needsAction: false,
    urgency: 'normal',
    passesLimits: false
  },
  /** A change counts only when it is confirmed, or such a change ended. */
  doubt: {
    unit: null,
    from: '0',
    isAboutWallet: true,
    isAboutToken: false,
    topic: 'amounts',
    icon: 'clock',
    weight: 3,
    needsAction: true,
    urgency: 'normal',
    passesLimits: false
  }
});

export type AlertKind = keyof typeof ALERT_KIND_FACTS;
export const ALERT_KINDS = Object.keys(ALERT_KIND_FACTS) as AlertKind[];

const WALLET_FACTS = { topic: 'wallets', icon: 'wallet', weight: 8 } as const;

/** What the person did: listed in the activity, without a rule and never notified. */
const RECORD_KIND_FACTS = facts<EntryKindFacts>()({
  'wallet-added': WALLET_FACTS,
  'wallet-removed': WALLET_FACTS
});

export type RecordKind = keyof typeof RECORD_KIND_FACTS;
export const RECORD_KINDS = Object.keys(RECORD_KIND_FACTS) as RecordKind[];

/** Every kind that an entry of the activity can have. */
export type EntryKind = AlertKind | RecordKind;
export const ENTRY_KIND_FACTS: Record<EntryKind, EntryKindFacts> = {
  ...ALERT_KIND_FACTS,
  ...RECORD_KIND_FACTS
};

/** Whether it is only listed; else it is an alert. */
export function isRecord<One extends { readonly kind: EntryKind }>(
  entry: One
): entry is Extract<One, { readonly kind: RecordKind }> {
  return isRecordKind(entry.kind);
}

export function isRecordKind(kind: EntryKind): kind is RecordKind {
  return kind in RECORD_KIND_FACTS;
}

/**
 * Where an entry about a doubt stands. `checking`: it began; `as-before`: an answer said the contrary; `confirmed`: it
 * is believed; `decided`: the person ended it; `returned`: what was confirmed as gone came back.
 */
export const DOUBT_PHASES = ['checking', 'as-before', 'confirmed', 'decided', 'returned'] as const;
export type DoubtPhase = (typeof DOUBT_PHASES)[number];

/** The question about all tokens that need the person's OK; older versions had an entry for each token. */
export function isQuestion(entry: {
  readonly kind: EntryKind;
  readonly count?: number | undefined;
}): boolean {
  return entry.kind === 'unverified' && entry.count !== undefined;
}

/** It leads to the page of what is to be confirmed: a change began to be checked, or tokens need the person's OK. */
export function isToConfirm(entry: {
  readonly kind: AlertKind;
  readonly count?: number | undefined;
  readonly phase?: DoubtPhase;
}): boolean {
  return isQuestion(entry) || (entry.kind === 'doubt' && entry.phase === 'checking');
}

/** The USD that an entry is about, exact, signed where it is a move; null: it is about no amount, or OKX gives no price. */
export function usdOfEntry(
  entry: { readonly worth: string | null } | { readonly amount: string } | object
): string | null {
  if ('worth' in entry) return entry.worth;
  return 'amount' in entry ? entry.amount : null;
}
