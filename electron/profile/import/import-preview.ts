// Parses an exported settings file, and describes in sentences what its import would change, or why it is refused.
import { accountIdOf } from '../../../shared/domain/sources';
import { hostWarning } from '../../../shared/text/host-warning';
import type { Settings } from '../../../shared/schema/settings';
import { SettingsImport, unknownChoices } from '../../../shared/schema/settings-import';
import type { KnownChain } from '../../addresses/reading';
import { isNothingNew, isOverLimit, planImport, type ImportPlan } from '../../core/settings/import-settings';
import { migrate, SETTINGS_FORMAT, versionOf } from '../../core/settings/file-formats';
import { SETTINGS_TRANSFER_TEXT as TEXT } from './import-text';
import { MAX_INPUT_BYTES } from '../../cli/standard-input';
import {
  brokenLine,
  joinMistakes,
  judgeTexts,
  judgeWallets,
  schemaMistakes,
  withPlainAddress,
  wrongFieldLines,
  type JudgeContext,
  type WrongField
} from '../wrong-fields';

const MAX_NAMES = 8;
const MAX_MISTAKES = 3;
const UNSAFE_CHARACTERS = /[^\w.-]/g;

export type ImportPreview =
  { readonly problem: string } | { readonly plan: ImportPlan; readonly lines: readonly string[] };

/** `problem`: a sentence that contains nothing of the file but positions and versions. Never throws. */
export function previewImport(
  text: string,
  before: Settings,
  chains: readonly KnownChain[],
  newId: () => string
): ImportPreview {
  if (text.length > MAX_INPUT_BYTES) return { problem: TEXT.tooLarge };
  let stored: unknown;
  try {
    stored = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { problem: TEXT.notJson(brokenLine(text)) };
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
  const accounts = before.wallets.flatMap(wallet => accountIdOf(wallet) ?? []);
  const judged = judgeImport(current, { chains, accounts });
  const wrong = joinMistakes(judged, parsed.success ? [] : schemaMistakes(parsed.error.issues));
  if (!parsed.success || wrong.length > 0) return { problem: mistakesText(text, wrong) };
  const wallets = parsed.data.wallets.map(wallet => withPlainAddress(wallet, chains));
  const plan = planImport(before, { ...parsed.data, wallets }, newId);
  if (isOverLimit(plan)) return { problem: TEXT.tooMuch };
  const unknown = unknownChoices((current as { choices?: unknown }).choices);
  return { plan, lines: previewOf(plan, unknown) };
}

/** Names, hosts, accounts and addresses are judged as in the window. */
function judgeImport(value: unknown, context: JudgeContext): WrongField[] {
  if (typeof value !== 'object' || value === null) return [];
  const { keys, wallets } = value as { keys?: unknown; wallets?: unknown };
  const ofKeys = Array.isArray(keys)
    ? keys.flatMap((key: unknown, index) => judgeTexts(key, ['name', 'host'], ['keys', index]))
    : [];
  return [...ofKeys, ...judgeWallets(wallets, context, ['wallets'])];
}

/**
 * Names known fields only, without their values; unknown names and values are left out, because both may contain
 * anything.
 */
function mistakesText(text: string, wrong: readonly WrongField[]): string {
  const named = wrong.slice(0, MAX_MISTAKES).map(({ path, text: sentence, ...rest }) => ({
    ...rest,
    path: path.map(part =>
      typeof part === 'number' ? part : part.replace(UNSAFE_CHARACTERS, '?').slice(0, 40)
    ),
    text: sentence.endsWith('.') ? sentence : `${sentence}.`
  }));
  return [TEXT.noSettings, ...wrongFieldLines(text, named)].join('\n');
}

function previewOf(plan: ImportPlan, unknown: readonly string[]): string[] {
  const { added, changed, same, waiting, groups, choices, verdicts } = plan;
  const hosts = [...new Set(waiting.map(({ host }) => host))];
  const lineIf = (condition: boolean, line: () => string) => (condition ? [line()] : []);
  return [
    ...lineIf(isNothingNew(plan), () => TEXT.nothingNew),
    ...lineIf(added.length > 0, () => TEXT.addsWallets(joinNames(added.map(({ name }) => name)))),
    ...lineIf(changed.length > 0, () => TEXT.changesWallets(joinNames(changed.map(({ name }) => name)))),
    ...lineIf(same > 0 && !isNothingNew(plan), () => TEXT.sameWallets(same)),
    ...lineIf(groups > 0, () => TEXT.changesGroups(groups)),
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
