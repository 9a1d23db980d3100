// Parses an exported settings file, and describes in sentences what its import would change, or why it is refused.
import { hostWarning } from '../../../shared/text/host-warning';
import type { Settings } from '../../../shared/schema/settings';
import { SettingsImport, unknownChoices } from '../../../shared/schema/settings-import';
import { isNothingNew, isOverLimit, planImport, type ImportPlan } from '../../core/settings/import-settings';
import { migrate, SETTINGS_FORMAT, versionOf } from '../../core/settings/file-formats';
import { SETTINGS_TRANSFER_TEXT as TEXT } from './import-text';
import { MAX_INPUT_BYTES } from '../../cli/standard-input';

const MAX_NAMES = 8;
const MAX_MISTAKES = 3;
const UNSAFE_CHARACTERS = /[^\w.-]/g;

export type ImportPreview =
  { readonly problem: string } | { readonly plan: ImportPlan; readonly lines: readonly string[] };

/** `problem`: a sentence that contains nothing of the file but positions and versions. Never throws. */
export function previewImport(text: string, before: Settings, newId: () => string): ImportPreview {
  if (text.length > MAX_INPUT_BYTES) return { problem: TEXT.tooLarge };
  let stored: unknown;
  try {
    stored = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { problem: TEXT.notJson };
  }
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored))
    return { problem: TEXT.noSettings };
  const version = versionOf(stored);
  if (version > SETTINGS_FORMAT.version) return { problem: TEXT.newer(version, SETTINGS_FORMAT.version) };
  let current: unknown;
  try {
    current = migrate(stored, SETTINGS_FORMAT);
  } catch {
    return { problem: TEXT.noSettings };
  }
  const parsed = SettingsImport.safeParse(current);
  if (!parsed.success) return { problem: mistakesText(parsed.error.issues) };
  const plan = planImport(before, parsed.data, newId);
  if (isOverLimit(plan)) return { problem: TEXT.tooMuch };
  const unknown = unknownChoices((current as { choices?: unknown }).choices);
  return { plan, lines: previewOf(plan, unknown) };
}

type SchemaErrors = readonly {
  readonly path: readonly PropertyKey[];
  readonly code: string;
  readonly message: string;
}[];

/**
 * Names known fields only, without their values; unknown names and values are left out, because both may contain
 * anything.
 */
function mistakesText(schemaErrors: SchemaErrors): string {
  const mistakes = schemaErrors.slice(0, MAX_MISTAKES).map(({ path, code, message }) => {
    const fieldPath = path.map(part => String(part).replace(UNSAFE_CHARACTERS, '?').slice(0, 40)).join('.');
    const text = code === 'unrecognized_keys' ? 'has a field that is not known here' : message;
    return fieldPath === '' ? text : `${fieldPath}: ${text}`;
  });
  return [TEXT.noSettings, ...mistakes.map(text => `${text}.`)].join('\n');
}

function previewOf(plan: ImportPlan, unknown: readonly string[]): string[] {
  const { added, changed, same, waiting, choices, verdicts } = plan;
  const hosts = [...new Set(waiting.map(({ host }) => host))];
  const lineIf = (condition: boolean, line: () => string) => (condition ? [line()] : []);
  return [
    ...lineIf(isNothingNew(plan), () => TEXT.nothingNew),
    ...lineIf(added.length > 0, () => TEXT.addsWallets(joinNames(added.map(({ name }) => name)))),
    ...lineIf(changed.length > 0, () => TEXT.changesWallets(joinNames(changed.map(({ name }) => name)))),
    ...lineIf(same > 0 && !isNothingNew(plan), () => TEXT.sameWallets(same)),
    ...lineIf(choices.length > 0, () => TEXT.changesChoices(choices.length)),
    ...lineIf(verdicts > 0, () => TEXT.setsVerdicts(verdicts)),
    ...waiting.slice(0, MAX_NAMES).map(({ name, host }) => TEXT.waits(name, new URL(host).host)),
    ...hosts.slice(0, MAX_NAMES).flatMap(host => hostWarning(host) ?? []),
    ...lineIf(unknown.length > 0, () =>
      TEXT.unknown(joinNames(unknown.map(name => name.replace(UNSAFE_CHARACTERS, '?').slice(0, 40))))
    )
  ];
}

function joinNames(names: readonly string[]): string {
  const unnamedCount = names.length - MAX_NAMES;
  return [...names.slice(0, MAX_NAMES), ...(unnamedCount > 0 ? [TEXT.more(unnamedCount)] : [])].join(
    TEXT.nameSeparator
  );
}
