// Tests that sentences which were replaced by plainer ones never come back.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sourcesIn } from './import-graph';

const ROOT = join(__dirname, '../../..');

/** What a person once read, and what is said in its place. */
const REPLACED: readonly (readonly [old: RegExp, now: string])[] = [
  [/Only what was shown/, 'Notified only'],
  [/\bNot shown:|otified: ['"`]Shown/, 'Notified: / Not notified:'],
  [/in the window, which was in front/, 'Shown in the open window'],
  [/held back until the next notice/, 'waiting for the next notification'],
  [/Change what is shown/, 'Notification settings'],
  [/What arrives, leaves or moves/, 'Transfers and price moves appear here'],
  [/['"`]recounted [−+$]|['"`]recounted['"`]: ['"`]recounted/, 'added or removed'],
  [/first day: no change/, 'No 24 h change yet'],
  [/History starts with the next poll/, 'Your history starts here.'],
  [/\bKeep out\b|\bKept out by you|\bCount it\b/, 'Exclude, Include, Excluded by you'],
  [/\bwaits? for your word\b/i, 'needs your OK'],
  [/A new token worth more than|and more than this part of the rest|A price that moves this many/, 'Count …'],
  [/Tell me about this token|['"`]As usual['"`]|From a size of its own/, 'Alerts for this token'],
  [/When it arrives or leaves/, 'Transfers'],
  [/['"`]from \$ ?['"`\d]/, 'at least $10'],
  [/is told all the same/, 'Still notify when a key stops working'],
  [/What happens then is kept in Activity/, 'everything is still listed in Activity'],
  [/At least this many minutes|At most this many in 24 hours/, 'Minutes between notifications of one kind'],
  [/they name what moved, without how much/, 'notifications say what moved, not how much'],
  [/No answer for a while|they grow old/, 'OKX is not answering'],
  [/Rules of one wallet or token|What is set above holds for all/, 'Rules for a wallet or token'],
  [/rule comes before a wallet's|both before the ones above/, 'Token rules override wallet rules'],
  [/Another one, by your rate|and it ages\b/, 'Other, at a fixed rate'],
  [/Fold holdings under|['"`]Hide small['"`]/, 'Hide holdings under $1'],
  [/DeFi positions as a row of their own/, 'Show DeFi positions separately'],
  [/['"`]By its share['"`]/, 'Automatic'],
  [/begin a new day of comparison|nothing is announced as received/, 'Changing chains triggers no alerts.'],
  [/Stop watching \$|Its past stays|Forget its past/, 'Remove X? Its history is kept.'],
  [/is watched by a key of yours/, 'Read-only. Each wallet is read with one of your keys.'],
  [/Accounts at OKX|Chains asked|Age of each part/, 'Watch lists at OKX, Chains, Last update by chain'],
  [/The account OKX made for your addresses/, 'The ID of a wallet account created with this API key.'],
  [/(line|lines) (is|are) no address|This is no address/, 'not an address'],
  [/It stands in this list already|A wallet watches it already/, 'Already in this list. Already watched.'],
  [/A name may stand before or after/, 'You can add a name before or after each address.'],
  [/goes from the history for good/, 'Removes this point from your history for good.'],
  [/suddenly answers that this wallet is empty/, 'OKX now reports this wallet as empty.'],
  [/['"`]Tested at /, 'OKX answered at 15:58 and did not accept the secret key.'],
  [/beside the total\)|=> `Only \$\{name\}/, 'Base only'],
  [/Nothing on this desktop tells of|The icon is shown by/, 'Screen-lock detection is not available here.'],
  [/Everything in this file is here already/, 'Nothing to import.'],
  [/fault in Tokentray/i, 'internal error'],
  [/['"`]This Tokentray['"`]/, 'About'],
  [/Everything of this profile/, 'Delete all data'],
  [/\(usual\)|\busually (24h|1d|comma|\$|\d)|\(usually \$/, '(default), default 24h'],
  [/the words make no sense/, 'wrong usage'],
  [/takes them from one/, 'loads them from a file'],
  [/\d ?\}? % ?[一-龥]|CA 文件: |24 小时价格['"`]/, '5%, CA 文件：, 24 小时价格变动']
];

/** A comment is for developers: it may name what is not said any more. */
const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<=^|\s)\/\/.*$/gm, '');

const SOURCES = sourcesIn(['electron', 'renderer', 'shared']);
const PAGES = ['README.md', 'docs/command-line.md', 'electron/resources/tokentray.1'];

it.each(REPLACED)('%s is not said any more, but: %s', old => {
  const found = [...SOURCES, ...PAGES].filter(file =>
    old.test(withoutComments(readFileSync(join(ROOT, file), 'utf8')))
  );
  expect(found).toEqual([]);
});
