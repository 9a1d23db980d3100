// Texts of notices and of the drawer of one holding.
import { spoken } from '../../shared/domain/language';
import { BANNER_ZH, DRAWER_ZH } from './note-words-zh';

const BANNER_EN = {
  notAnswered: (names: string, count: number, since: string): string =>
    `${names} ${count === 1 ? 'has' : 'have'} not answered since ${since}.`,
  chains: (count: number): string => `${count} chains`,
  namesApart: ', ',
  named: (name: string, says: string): string => `${name}: ${says}`,
  /** Where the first sentence ends. */
  sentenceEnd: '. ',
  sentencesApart: ' ',
  nextTry: (moment: string): string => `Next try at ${moment}.`,
  stillCounted: 'The last values are still counted.',
  newKey: 'New key',
  addInstead: 'Add its addresses instead',
  connectAgain: 'Connect again',
  tryNow: 'Try now',
  trying: 'Trying…',
  resume: 'Resume',
  dismiss: 'Dismiss',
  open: 'Show',
  setAside: (file: string | null): string => (file ? `It was set aside as ${file}.` : 'It was set aside.'),
  troubles: {
    'settings-damaged': 'The settings file was damaged.',
    'snapshot-damaged': 'The file with the last values was damaged.',
    'history-damaged': 'A part of the history was damaged.',
    'cannot-save': 'The last values cannot be saved to disk.',
    'session-key-gone': 'Your key was kept for one session only.',
    'notices-not-shown': 'Your desktop takes no notifications.',
    'activity-damaged': 'A part of the activity was damaged.',
    'no-tray-host': 'Your desktop shows no tray icons.',
    'shortcut-taken': 'A shortcut does not work.',
    'chains-damaged': 'The list of chains was damaged.',
    'file-newer': 'A newer Tokentray wrote a file.',
    'file-unreadable': 'A file can be neither read nor moved.',
    'update-found': 'A newer Tokentray is out.',
    bug: 'Something went wrong inside Tokentray.'
  },
  trayHint: (desktop: string): string =>
    desktop === 'macOS'
      ? 'Switch it on in System Settings, Menu Bar.'
      : /gnome/i.test(desktop)
        ? 'GNOME needs the extension “AppIndicator and KStatusNotifierItem Support”; the icon then comes by itself. Until then, closing minimises the window, and Ctrl+Q quits.'
        : `Switch on the system tray in the panel${desktop ? ` of ${desktop}` : ''}; the icon then comes by itself. Until then, closing minimises the window, and Ctrl+Q quits.`,
  keysHint: (keys: string): string => `Another program has ${keys}. Choose other keys in Settings.`,
  diagnostics: 'Diagnostics',
  noticesHint:
    'What happens is still listed in Activity. Switch them on in the settings of your system, then try the test in Settings.',
  saveHint: (file: string): string =>
    `They are shown, but a restart would not find them: ${file} cannot be written. Check the free space and the folder.`,
  newerHint: (file: string, found: number, known: number): string =>
    `${file} has format ${found}; this Tokentray reads up to ${known}. It stays as it is, and nothing is added to it. Update Tokentray.`,
  unreadableHint: (file: string): string =>
    `${file} stays as it is, and nothing is added to it. Check who owns it and its folder.`,
  bugHint: (id: string): string =>
    `Your last values stay, and polling goes on. The log names it ${id}; Diagnostics has a report.`,
  updateHint: (version: string): string => `What is new in ${version}: at the end of Settings.`,
  sessionHint: 'Your last values stay. Enter the key again to go on.'
};

const DRAWER_EN = {
  close: 'Close',
  copy: (what: string): string => `Copy ${what.toLowerCase()}`,
  copied: 'Copied',
  amount: 'Amount',
  price: 'Price',
  value: 'Exact value',
  contract: 'Contract',
  address: 'Address',
  counted: 'Counted',
  source: 'Source',
  defi: 'OKX adds these positions up and lists no tokens for them',
  native: 'Coin of the chain',
  unknown: 'unknown',
  yesFresh: (age: string): string => `Yes, fresh ${age} ago`,
  yesStale: (age: string): string => `Yes, but ${age} old`,
  notices: 'Notices',
  shown: 'shown',
  notShown: (reason: string): string => `not shown: ${reason}`
};

export type BannerWords = typeof BANNER_EN;
export type DrawerWords = typeof DRAWER_EN;

export const BANNER = spoken(BANNER_EN, BANNER_ZH);
export const DRAWER = spoken(DRAWER_EN, DRAWER_ZH);
