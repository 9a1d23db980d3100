// Tests that each of these facts stands in one file: where it stands twice, one of the two will be changed alone.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ACTIVITY_RETENTION_MS } from '../../../electron/core/history/activity-retention';
import { DAY_MS } from '../../../shared/domain/durations';
import { CREDENTIAL_FAILURES } from '../../../shared/domain/failure';
import { sourcesIn } from './import-graph';

interface Fact {
  readonly fact: string;
  /** The one file that may hold it. */
  readonly place: string;
  /** Finds the fact, in its place and elsewhere. */
  readonly pattern: RegExp;
  /** The beginnings of paths that may repeat it, each with the reason. */
  readonly excused?: Readonly<Record<string, string>>;
}

const KEY_CODE = `['"\`](?:${[...CREDENTIAL_FAILURES].join('|')})['"\`]`;
const LOST_KEY_CODE = `['"\`]key-not-in-keychain['"\`]`;
/** What may stand between two members of one list, of one condition or of one type; between two rows stand colons. */
const BETWEEN = '(?:[^:;{}]*|:\\s*case\\s*)';

const FACTS: readonly Fact[] = [
  {
    fact: 'the length of a minute, an hour and a day',
    place: 'shared/domain/durations.ts',
    pattern:
      /\b(?:60|24) ?\* ?(?:60|1_?000|1e3|60_?000)\b|\b60 ?\* ?(?:SECOND|MINUTE)_MS\b|\b24\)? ?\* ?HOUR_MS\b|\b(?:60|120|180|300|600|900|1_?800|3_?600|86_?400|604_?800)_?000\b/,
    excused: {
      'electron/tools/': 'runs on Node alone before anything is installed, and cannot import TypeScript'
    }
  },
  {
    fact: 'for how long the activity is kept',
    place: 'electron/core/history/activity-retention.ts',
    pattern: /\b90 ?\* ?(?:DAY_MS|24)\b|\b7_?776_?000_?000\b/,
    excused: {
      'electron/core/history/retention.ts': 'keeps hourly points for 90 days too, which may change alone'
    }
  },
  {
    fact: 'when the quiet hours begin and end until a person chooses',
    place: 'shared/domain/default-settings.ts',
    pattern: /\bquietHours: ?\{[^}]*\b(?:from|to): ?\d|\b(?:22|0?7) ?\* ?60\b|\b1_?320\b|\b(?:22|0?7):00\b/
  },
  {
    fact: 'whether the quiet hours contain a minute of the day',
    place: 'shared/alerts/quiet-hours.ts',
    pattern: /minute\w* ?[<>]=? ?[\w.]*\b(?:from|to)\b|\.getHours\(\)/i
  },
  {
    fact: 'which failures are those of the key itself',
    place: 'shared/domain/failure.ts',
    pattern: new RegExp(KEY_CODE + BETWEEN + KEY_CODE)
  },
  {
    fact: 'which failures a new key repairs',
    place: 'shared/domain/failure.ts',
    pattern: new RegExp(
      `(?:\\bCREDENTIAL_FAILURES\\b|${KEY_CODE})${BETWEEN}${LOST_KEY_CODE}|${LOST_KEY_CODE}${BETWEEN}(?:\\bCREDENTIAL_FAILURES\\b|${KEY_CODE})`
    )
  },
  {
    fact: 'the time between two requests of one key',
    place: 'shared/domain/limits.ts',
    pattern: /\b1_?050\b|(?:spacing|budget)\w* ?= ?(?:\d|SECOND_MS)|requests?\w* ?\* ?(?:\d|SECOND_MS)/i
  },
  {
    fact: 'the most wallets that settings may hold',
    place: 'shared/domain/limits.ts',
    pattern: /wallet\w*[^\n]{0,60}\b800\b|MAX_WALLETS = /i
  },
  {
    fact: 'the most alert rules, and the most chains of a wallet',
    place: 'shared/domain/limits.ts',
    pattern: /\.max\(500\)|MAX_ALERT\w* = /
  },
  {
    fact: 'which of several alert rules applies',
    place: 'shared/alerts/alert-rules.ts',
    pattern: /\bspecificity\(/
  },
  {
    fact: 'what the login item starts, and for which profile',
    place: 'electron/profile/login-entry.ts',
    pattern: /(?<!#|function )\b(?:launchCommandOf|openAutostart)\(/
  },
  {
    fact: 'through which file a program is started that runs from a temporary folder',
    place: 'electron/core/system/launch-command.ts',
    pattern: /\bPORTABLE_EXECUTABLE_FILE\b|\bAPPIMAGE\b/
  },
  {
    fact: 'how a dialog of the system asks',
    place: 'electron/dialogs/system-dialogs.ts',
    pattern: /\bshow(?:MessageBox|OpenDialog|SaveDialog)(?:Sync)?\b/
  },
  {
    fact: 'which errors of a file are those of a busy system',
    place: 'electron/adapters/storage/file-errors.ts',
    // Without EAGAIN, which pipes answer too.
    pattern: /['"](?:EMFILE|ENFILE|EBUSY|ENOMEM|ENOSPC|EIO)['"]/
  }
];

const sources = sourcesIn(['electron', 'renderer', 'shared']).filter(file => !file.endsWith('.d.ts'));
const texts = new Map(sources.map(file => [file, readFileSync(file, 'utf8')]));

const filesWith = ({ pattern }: Fact) => sources.filter(file => pattern.test(texts.get(file) ?? ''));
const isExcused = ({ excused = {} }: Fact, file: string) =>
  Object.keys(excused).some(beginning => file.startsWith(beginning));

it.each(FACTS.map(fact => [fact.fact, fact.place, fact] as const))(
  '%s stands in %s alone',
  (_, place, fact) => {
    expect(filesWith(fact).filter(file => !isExcused(fact, file))).toEqual([place]);
  }
);

it('nobody is excused who repeats nothing', () => {
  const idle = FACTS.flatMap(fact =>
    Object.keys(fact.excused ?? {}).filter(
      beginning => !filesWith(fact).some(file => file.startsWith(beginning))
    )
  );
  expect(idle).toEqual([]);
});

it('the texts of the activity name the days for which it is kept', () => {
  const named = [...readFileSync('renderer/text/activity.ts', 'utf8').matchAll(/(\d+) (?:days|天)/g)];
  expect(new Set(named.map(([, days]) => Number(days) * DAY_MS))).toEqual(new Set([ACTIVITY_RETENTION_MS]));
});
