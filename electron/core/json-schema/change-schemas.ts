// JSON Schemas of what changed: changes with their causes, history, activity; and of the checks of doctor.
import { DOUBT_PHASES } from '../../../shared/alerts/alert-kinds';
import { DOUBT_KINDS } from '../../../shared/domain/doubt-kinds';
import { FAILURE_CODES, GAP_CAUSES } from '../../../shared/domain/failure';
import type { Entry } from '../../../shared/schema/activity';
import type { Diagnostics } from '../../../shared/schema/diagnostics';
import { SUPPRESSION_REASONS } from '../alerts/activity-lines';
import { RECOUNT_CAUSES } from '../ports/history-point';
import { HIDDEN, STANDING, STATE, SYMBOL_MARK, GROUP } from './balance-schemas';
import {
  AMOUNT,
  COUNT,
  described,
  FLAG,
  HIDEABLE,
  listOf,
  objectOf,
  oneWordOf,
  orNull,
  PERCENT,
  TEXT,
  TIME,
  USD,
  VERSION,
  wordsOf,
  type JsonSchema
} from './schema-parts';

type Fields = Readonly<Record<string, JsonSchema>>;

/** The fields of each kind of entry, and those that entries of an older version may lack. */
const OF_KIND: Readonly<Record<Entry['kind'], readonly [Fields, Fields?]>> = (() => {
  const amount = [{ amount: HIDEABLE, worth: HIDEABLE, balance: HIDEABLE, price: HIDEABLE }] as const;
  const move = { from: HIDEABLE, since: TIME, to: HIDEABLE, amount: HIDEABLE, percent: PERCENT };
  const ofWallets = [
    {
      wallets: listOf(objectOf({ walletId: TEXT, name: TEXT, worth: HIDEABLE })),
      worth: HIDEABLE
    }
  ] as const;
  return {
    arrived: amount,
    left: amount,
    total: [{ ...move, prices: HIDEABLE, transfers: HIDEABLE }],
    price: [{ ...move, share: PERCENT }],
    key: [{ key: TEXT, code: oneWordOf(FAILURE_CODES) }],
    polls: [{ code: oneWordOf(FAILURE_CODES), since: TIME }],
    unverified: [{ worth: HIDEABLE }, { count: COUNT }],
    unsupported: [{ chains: listOf(TEXT) }],
    doubt: [
      {
        doubt: oneWordOf(DOUBT_KINDS),
        doubtId: orNull(TEXT),
        phase: oneWordOf(DOUBT_PHASES),
        worth: HIDEABLE,
        tokens: listOf(objectOf({ symbol: TEXT, amount: HIDEABLE })),
        count: COUNT
      }
    ],
    'wallet-added': ofWallets,
    'wallet-removed': ofWallets
  };
})();
export const ENTRY_KINDS = Object.keys(OF_KIND) as Entry['kind'][];

/** `more`: fields of each entry beside its own. */
function entry(more: Fields = {}): JsonSchema {
  return {
    anyOf: ENTRY_KINDS.map(kind => {
      const [fields, optional = {}] = OF_KIND[kind];
      return objectOf(
        {
          time: TIME,
          what: described(TEXT, 'A title with token names of strangers.'),
          id: TEXT,
          kind: { const: kind },
          walletId: orNull(TEXT),
          wallet: TEXT,
          chainIndex: orNull(TEXT),
          chain: TEXT,
          holdingId: orNull(TEXT),
          symbol: TEXT,
          silence: described(orNull(oneWordOf(SUPPRESSION_REASONS)), 'Why it was not notified at once.'),
          toldAt: orNull(TIME),
          toldIn: orNull(oneWordOf(['desktop', 'window'])),
          ...fields,
          ...more
        },
        optional
      );
    })
  };
}

const changes = objectOf(
  {
    since: orNull(TIME),
    takenAt: orNull(TIME),
    currency: USD,
    state: STATE,
    hidden: HIDDEN,
    amount: described(HIDEABLE, 'prices + transfers + recounted, USD.'),
    percent: described(PERCENT, 'What prices did, in percent.'),
    prices: HIDEABLE,
    transfers: HIDEABLE,
    transfersBy: listOf(objectOf({ symbol: TEXT, amount: HIDEABLE, worth: HIDEABLE })),
    recounted: described(HIDEABLE, 'What began or stopped to count.'),
    recountedBy: listOf(objectOf({ causes: listOf(oneWordOf(RECOUNT_CAUSES)), amount: HIDEABLE })),
    movers: listOf(objectOf({ holdingId: TEXT, symbol: TEXT, amount: HIDEABLE, percent: PERCENT })),
    activity: listOf(entry(), 'Newest first.'),
    activityCount: COUNT,
    activityByPoll: listOf(
      objectOf({
        time: TIME,
        count: COUNT,
        kinds: objectOf({}, Object.fromEntries(ENTRY_KINDS.map(kind => [kind, COUNT])))
      })
    ),
    ...VERSION
  },
  GROUP
);

const HISTORY_FIELDS = {
  time: TIME,
  total: HIDEABLE,
  prices: described(HIDEABLE, 'What prices did since the row before; null in the first row.'),
  transfers: HIDEABLE,
  recounted: HIDEABLE,
  stale: FLAG
};
const GAP = { gapCause: described(oneWordOf(GAP_CAUSES), 'Why there is no row before it for so long.') };

const CHECKS = wordsOf<Diagnostics['checks'][number]['id']>({
  runtime: true,
  key: true,
  clock: true,
  host: true,
  proxy: true,
  'ca-file': true,
  budget: true,
  'past-prices': true,
  keychain: true,
  tray: true,
  lock: true,
  notifications: true,
  files: true
});

export const CHANGE_SCHEMAS = {
  changes,
  history: listOf(objectOf({ ...HISTORY_FIELDS, ...VERSION }, GAP)),
  activity: objectOf({
    entries: listOf(entry(), 'Newest first.'),
    count: described(COUNT, 'How many there are in all.'),
    hidden: HIDDEN,
    ...VERSION
  }),
  'export-history': listOf(
    objectOf(
      {
        ...HISTORY_FIELDS,
        wallets: listOf(objectOf({ id: TEXT, name: TEXT, value: orNull(AMOUNT) })),
        ...VERSION
      },
      { ...GAP, countedOnce: AMOUNT }
    )
  ),
  'export-holdings': listOf(
    objectOf(
      {
        wallet: TEXT,
        chain: TEXT,
        chainIndex: TEXT,
        address: TEXT,
        tokenAddress: TEXT,
        symbol: TEXT,
        balance: AMOUNT,
        price: orNull(AMOUNT),
        value: orNull(AMOUNT),
        standing: STANDING,
        stale: FLAG,
        ...VERSION
      },
      { ...SYMBOL_MARK, alsoIn: TEXT }
    )
  ),
  'export-activity': listOf(entry(VERSION)),
  'export-line': listOf(
    objectOf({
      time: TIME,
      amountsAtPastPrices: AMOUNT,
      percentAtTodaysPrice: AMOUNT,
      afterGap: FLAG,
      ...VERSION
    })
  ),
  doctor: objectOf({
    version: described(TEXT, 'Of the app.'),
    electron: TEXT,
    system: TEXT,
    checks: listOf(
      objectOf({ id: oneWordOf(CHECKS), state: oneWordOf(['good', 'warn', 'bad', 'unknown']), text: TEXT })
    ),
    lastFailures: listOf(
      objectOf({
        at: described({ type: 'number' }, 'ms since 1970'),
        code: oneWordOf(FAILURE_CODES),
        serviceCode: orNull(TEXT)
      })
    ),
    ...VERSION
  })
} as const satisfies Record<string, JsonSchema>;
