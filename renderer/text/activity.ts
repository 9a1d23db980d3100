// Texts of the activity: its filters, its days, and why something was shown or was not.
import { many } from './overview';
import { spoken } from '../../shared/domain/language';
import { whole } from './whole';
import { ACTIVITY_ZH, WHY_ZH, EXPORT_ZH } from './activity-words-zh';

const ACTIVITY_EN = {
  title: 'Activity',
  fresh: (count: number): string => `${whole(count)} new`,
  show: 'Kind of entry',
  topics: { all: 'All', amounts: 'Amounts', prices: 'Prices', polls: 'Keys and polls' },
  search: 'Search activity',
  onlyShown: 'Only what was shown',
  list: 'What happened',
  today: 'Today',
  yesterday: 'Yesterday',
  onDay: (name: string, date: string): string => `${name}, ${date}`,
  notCounted: 'not counted',
  empty: 'Nothing has happened yet',
  emptyHint: 'What arrives, leaves or moves is listed here, with why you were told or not.',
  noneLeft: 'Nothing fits these filters',
  noneHint: 'Entries are kept for 90 days.',
  showAll: 'Show all',
  change: 'Change what is shown',
  kept: (count: number): string => `${many(count, 'entry', 'entries')}, kept on this computer for 90 days`,
  some: (shown: number, all: number): string =>
    `${whole(shown)} of ${many(all, 'entry', 'entries')}, kept on this computer for 90 days`,
  since: (moment: string): string => `since ${moment}`,
  ofTotal: (percent: string): string => `${percent} of the total`,
  by: { prices: 'prices', transfers: 'transfers', both: 'prices and transfers' }
};

const WHY_EN = {
  shown: 'Shown:',
  notShown: 'Not shown:',
  inWindow: 'in the window, which was in front',
  heldBack: (moment: string): string => `held back until the next notice; shown at ${moment}`,
  later: (reason: string, moment: string): string => `${reason}; shown at ${moment}`,
  refused: 'the desktop refused it',
  waits: 'it waits for you',
  keyStopped: 'a key stopped working',
  chainDropped: 'what you hold there is no longer counted',
  overThen: 'it was over your limit then',
  underThen: 'it was under your limit then',
  off: 'switched off',
  offHere: (name: string): string => `switched off for ${name}`,
  risky: 'OKX calls this token risky',
  notCounted: 'the token is not counted',
  smallShare: 'the token is under 5\u202f% of the total',
  paused: 'Tokentray was paused',
  quiet: 'quiet hours',
  quietFrom: (from: string, to: string): string => `quiet hours, ${from} to ${to}`,
  cooldown: 'held back until the next notice',
  unknownWorth: 'its worth is not known',
  capOf: (count: number): string => `already ${many(count, 'notification', 'notifications')} in 24 hours`,
  over: {
    arrived: (size: string): string => `worth ${size} or more`,
    left: (size: string): string => `worth ${size} or more`,
    total: (size: string): string => `total moved ${size} or more`,
    price: (size: string): string => `price moved ${size} or more`,
    polls: (size: string): string => `no answer for ${size} or more`
  },
  under: {
    arrived: (size: string): string => `worth less than ${size}`,
    left: (size: string): string => `worth less than ${size}`,
    total: (size: string): string => `total moved less than ${size}`,
    price: (size: string): string => `price moved less than ${size}`,
    polls: (size: string): string => `no answer for less than ${size}`
  }
};

const EXPORT_EN = {
  open: { activity: 'Export the activity', history: 'Export the history', holdings: 'Export the holdings' },
  formats: { csv: 'CSV table', json: 'JSON' },
  saving: 'Saving…',
  saved: (file: string | null): string => (file ? `Saved as ${file}.` : 'Saved.'),
  failed: 'It could not be saved. Check the folder and the free space.',
  hidden: 'Nothing is exported while balances are hidden. Show them first.'
};

export type ActivityWords = typeof ACTIVITY_EN;
export type WhyWords = typeof WHY_EN;
export type ExportWords = typeof EXPORT_EN;

export const ACTIVITY = spoken(ACTIVITY_EN, ACTIVITY_ZH);
export const WHY = spoken(WHY_EN, WHY_ZH);
export const EXPORT = spoken(EXPORT_EN, EXPORT_ZH);
