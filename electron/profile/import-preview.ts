// The text of a settings file -> what an import of it would do, and the sentences that tell it; or why it cannot be.
import { hostWarning } from '../../shared/text/host-warning';
import type { Settings } from '../../shared/schema/settings';
import { SettingsImport, unknownChoices } from '../../shared/schema/settings-import';
import { isNothingNew, isOverLimit, planImport, type ImportPlan } from '../core/settings/import-settings';
import { migrate, SETTINGS_FORMAT, versionOf } from '../core/settings/file-formats';
import { SETTINGS_FILE as WORDS } from './import-text';
import { MOST_BYTES } from '../cli/standard-input';

const MOST_NAMES = 8;
const MOST_MISTAKES = 3;
const UNSEEN = /[^\w.-]/g;

export type Judged =
  { readonly problem: string } | { readonly plan: ImportPlan; readonly lines: readonly string[] };

/** `problem`: a sentence without anything of the file but places and versions. Never throws. */
export function judgeImport(text: string, before: Settings, newId: () => string): Judged {
  if (text.length > MOST_BYTES) return { problem: WORDS.tooLarge };
  let stored: unknown;
  try {
    stored = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { problem: WORDS.notJson };
  }
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored))
    return { problem: WORDS.noSettings };
  const version = versionOf(stored);
  if (version > SETTINGS_FORMAT.version) return { problem: WORDS.newer(version, SETTINGS_FORMAT.version) };
  let current: unknown;
  try {
    current = migrate(stored, SETTINGS_FORMAT);
  } catch {
    return { problem: WORDS.noSettings };
  }
  const parsed = SettingsImport.safeParse(current);
  if (!parsed.success) return { problem: mistakesIn(parsed.error.issues) };
  const plan = planImport(before, parsed.data, newId);
  if (isOverLimit(plan)) return { problem: WORDS.tooMuch };
  const unknown = unknownChoices((current as { choices?: unknown }).choices);
  return { plan, lines: previewOf(plan, unknown) };
}

type Issues = readonly {
  readonly path: readonly PropertyKey[];
  readonly code: string;
  readonly message: string;
}[];

/** Fields are named; what stands in them is not, nor the names of fields that are not known: both may hold anything. */
function mistakesIn(issues: Issues): string {
  const mistakes = issues.slice(0, MOST_MISTAKES).map(({ path, code, message }) => {
    const place = path.map(part => String(part).replace(UNSEEN, '?').slice(0, 40)).join('.');
    const text = code === 'unrecognized_keys' ? 'has a field that is not known here' : message;
    return place === '' ? text : `${place}: ${text}`;
  });
  return [WORDS.noSettings, ...mistakes.map(text => `${text}.`)].join('\n');
}

function previewOf(plan: ImportPlan, unknown: readonly string[]): string[] {
  const { added, changed, same, waiting, choices, verdicts } = plan;
  const hosts = [...new Set(waiting.map(({ host }) => host))];
  const when = (holds: boolean, line: () => string) => (holds ? [line()] : []);
  return [
    ...when(isNothingNew(plan), () => WORDS.nothingNew),
    ...when(added.length > 0, () => WORDS.addsWallets(listed(added.map(({ name }) => name)))),
    ...when(changed.length > 0, () => WORDS.changesWallets(listed(changed.map(({ name }) => name)))),
    ...when(same > 0 && !isNothingNew(plan), () => WORDS.sameWallets(same)),
    ...when(choices.length > 0, () => WORDS.changesChoices(choices.length)),
    ...when(verdicts > 0, () => WORDS.setsVerdicts(verdicts)),
    ...waiting.slice(0, MOST_NAMES).map(({ name, host }) => WORDS.waits(name, new URL(host).host)),
    ...hosts.slice(0, MOST_NAMES).flatMap(host => hostWarning(host) ?? []),
    ...when(unknown.length > 0, () =>
      WORDS.unknown(listed(unknown.map(name => name.replace(UNSEEN, '?').slice(0, 40))))
    )
  ];
}

function listed(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return [...names.slice(0, MOST_NAMES), ...(rest > 0 ? [WORDS.more(rest)] : [])].join(WORDS.apart);
}
