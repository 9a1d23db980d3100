// The kinds of alerts in words, each with the field for its size.
import type { AlertKind } from '../../shared/schema/alert';
import { spoken } from '../../shared/domain/language';
import { KIND_TEXTS_ZH, UNIT_TEXTS_ZH } from './alert-kinds-zh';
import type { ThresholdWords } from './settings';

export type Unit = 'dollars' | 'percent' | 'minutes';

/** Null: it has no size. */
export const UNITS: Record<AlertKind, Unit | null> = {
  arrived: 'dollars',
  left: 'dollars',
  total: 'percent',
  price: 'percent',
  key: null,
  polls: 'minutes',
  unverified: null,
  unsupported: null
};

const LIMITS = {
  dollars: { shape: /^\d{1,15}(\.\d{1,2})?$/, least: 0, most: Infinity },
  percent: { shape: /^\d{1,4}(\.\d{1,2})?$/, least: 0.1, most: 1000 },
  minutes: { shape: /^\d{1,4}$/, least: 1, most: 1440 }
};

/** `before` and `after` stand around the field. */
export type UnitTexts = Record<Unit, { label: string; wrong: string; before: string; after: string }>;
export type KindTexts = Record<AlertKind, { name: string; hint: string }>;

interface KindWords {
  readonly name: string;
  readonly hint: string;
  /** Null: it has no size. */
  readonly size: (ThresholdWords & { readonly before: string; readonly after: string }) | null;
}

const UNIT_TEXTS_EN: UnitTexts = {
  dollars: {
    label: 'From a worth of, in dollars',
    wrong: 'Write an amount of dollars, such as 10 or 2.50.',
    before: 'from $',
    after: ''
  },
  percent: {
    label: 'From a move of, in percent',
    wrong: 'Write a percentage from 0.1 to 1000, such as 5.',
    before: 'from',
    after: '%'
  },
  minutes: {
    label: 'After, in minutes',
    wrong: 'Write whole minutes from 1 to 1440.',
    before: 'after',
    after: 'min'
  }
};

const KIND_TEXTS_EN: KindTexts = {
  arrived: { name: 'An amount arrived', hint: 'A wallet holds more of a token than before.' },
  left: { name: 'An amount left', hint: 'A wallet holds less of a token than before.' },
  total: { name: 'The total moved', hint: 'Against the last notice of it, or 24 hours ago.' },
  price: { name: 'A price moved', hint: 'Of a token that is 5\u202f% of the total or more.' },
  key: { name: 'A key stopped working', hint: 'OKX refuses it, so no balance can be read.' },
  polls: { name: 'No answer for a while', hint: 'The last values are still counted; they grow old.' },
  unverified: {
    name: 'A token waits for your word',
    hint: 'It is new and large, so it is not counted until you accept it.'
  },
  unsupported: { name: 'OKX dropped a chain', hint: 'What you hold there is no longer counted.' }
};

function kindsOf(texts: KindTexts, units: UnitTexts): Record<AlertKind, KindWords> {
  const words = (kind: AlertKind): KindWords => {
    const unit = UNITS[kind];
    return { ...texts[kind], size: unit && { ...units[unit], ...LIMITS[unit] } };
  };
  const kinds = Object.keys(texts) as AlertKind[];
  return Object.fromEntries(kinds.map(kind => [kind, words(kind)])) as Record<AlertKind, KindWords>;
}

export const ALERTS = spoken(kindsOf(KIND_TEXTS_EN, UNIT_TEXTS_EN), kindsOf(KIND_TEXTS_ZH, UNIT_TEXTS_ZH));
