// Plans a settings import: the settings after the import, and what differs.
// An import adds and changes; it removes nothing, and gives no existing wallet another key.
import { canonicalId, canonicalTokenKey } from '../../../shared/domain/holding-id';
import { MAX_ALERT_RULES, MAX_WALLETS } from '../../../shared/domain/limits';
import { ownerOf } from '../../../shared/domain/sources';
import type { Key } from '../../../shared/schema/key';
import type { Choices, Settings } from '../../../shared/schema/settings';
import type { SettingsImport } from '../../../shared/schema/settings-import';
import type { Wallet } from '../../../shared/schema/wallet';
import { withGroups } from '../groups/groups';
import { withImportedGroups } from './import-groups';
import { nextKeyName, upsert, findWatchedWallet } from '../keys/key-draft';

export interface ImportPlan {
  readonly settings: Settings;
  readonly added: readonly Wallet[];
  /** Changed wallets, as they will be after the import. */
  readonly changed: readonly Wallet[];
  /** How many wallets of the file exist here already without any difference. */
  readonly same: number;
  /** Keys whose credentials have to be entered. */
  readonly waiting: readonly Key[];
  /** Names of the choices that differ. */
  readonly choices: readonly (keyof Choices)[];
  /** How many groups of wallets are added or differ. */
  readonly groups: number;
  /** How many verdicts are added or differ. */
  readonly verdicts: number;
}

type NewId = () => string;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function planImport(before: Settings, imported: SettingsImport, newId: NewId): ImportPlan {
  const { keys, waiting, keyIds } = withKeys(before, imported, newId);
  const { wallets, walletIds } = withWallets(before, imported, keyIds, newId);
  const { groups, changed: groupCount, scopes } = withImportedGroups(before, imported, walletIds, newId);
  const targets = new Map([...walletIds, ...scopes]);
  const choices = { ...before.choices, ...withAlerts(before, imported, targets) };
  const verdicts = withVerdicts(before, imported, walletIds);
  const old = new Map(before.wallets.map(wallet => [wallet.id, wallet]));
  const isSame = (wallet: Wallet) => isSameValue(old.get(wallet.id), wallet);
  const own = new Set(walletIds.values());
  return {
    settings: withGroups({ ...before, keys, wallets, choices, ...(verdicts && { verdicts }) }, groups),
    groups: groupCount,
    added: wallets.filter(({ id }) => !old.has(id)),
    changed: wallets.filter(wallet => old.has(wallet.id) && !isSame(wallet)),
    same: wallets.filter(wallet => own.has(wallet.id) && isSame(wallet)).length,
    waiting,
    choices: (Object.keys(choices) as (keyof Choices)[]).filter(
      name => !isSameValue(choices[name], before.choices[name])
    ),
    verdicts: Object.entries(verdicts ?? {}).filter(([id, verdict]) => before.verdicts?.[id] !== verdict)
      .length
  };
}

/** Whether the import would change anything that exists already. */
export function isReplacing({ changed, choices }: ImportPlan): boolean {
  return changed.length > 0 || choices.length > 0;
}

/** More wallets could not be polled in time, and settings with more rules could not be read again. */
export function isOverLimit({ settings, added }: ImportPlan): boolean {
  return (
    (added.length > 0 && settings.wallets.length > MAX_WALLETS) ||
    settings.choices.alerts.length > MAX_ALERT_RULES
  );
}

export function isNothingNew(plan: ImportPlan): boolean {
  return plan.added.length + plan.waiting.length + plan.verdicts + plan.groups === 0 && !isReplacing(plan);
}

/**
 * An existing key keeps its host and its credentials. A new key gets a new ID: with the ID of the file it could reach a
 * keychain entry of another key, and send those credentials to a host that the file names.
 */
function withKeys(before: Settings, imported: SettingsImport, newId: NewId) {
  const keyIds = new Map<string, string>();
  const waiting: Key[] = [];
  let keys: readonly Key[] = before.keys;
  for (const { id, name, host, keptIn } of imported.keys) {
    const known =
      before.keys.find(key => key.id === id) ??
      before.keys.find(key => key.name === name && key.host === host);
    if (known) {
      keyIds.set(id, known.id);
      continue;
    }
    const isTaken = keys.some(key => key.name === name);
    const newKey: Key = {
      id: newId(),
      name: isTaken ? nextKeyName({ ...before, keys: [...keys] }) : name,
      host,
      keptIn,
      isWaiting: true
    };
    keys = [...keys, newKey];
    waiting.push(newKey);
    keyIds.set(id, newKey.id);
  }
  return { keys: [...keys], waiting, keyIds };
}

/** A wallet is recognised by its ID, or else by its account or address; an existing wallet keeps its key. */
function withWallets(before: Settings, imported: SettingsImport, keyIds: Map<string, string>, newId: NewId) {
  const walletIds = new Map<string, string>();
  const byId = (id: string) => before.wallets.find(wallet => wallet.id === id);
  const named = new Set(imported.wallets.map(({ id }) => id));
  const used = new Set(before.wallets.map(({ id }) => id));
  let wallets: Wallet[] = before.wallets;
  for (const wallet of imported.wallets) {
    const watched = findWatchedWallet(before, wallet.source, ownerOf(wallet));
    const known =
      sameOwner(byId(wallet.id), wallet) ?? (watched && named.has(watched.id) ? undefined : watched);
    const id = known?.id ?? (UUID.test(wallet.id) && !used.has(wallet.id) ? wallet.id : newId());
    used.add(id);
    walletIds.set(wallet.id, id);
    const keyId = known?.keyId ?? keyIds.get(wallet.keyId) ?? wallet.keyId;
    const next = { ...wallet, id, keyId };
    if (!known || !isSameValue(known, next)) wallets = upsert(wallets, next);
  }
  return { wallets, walletIds };
}

/** A wallet with the same ID but another source or owner does not match. */
function sameOwner(known: Wallet | undefined, wallet: SettingsImport['wallets'][number]): Wallet | undefined {
  if (!known || known.source !== wallet.source) return undefined;
  return ownerOf(known) === ownerOf(wallet) ? known : undefined;
}

/** The IDs of the wallets here, by their IDs in the file; of rules also those of groups of wallets. */
type WalletIds = ReadonlyMap<string, string>;

/** Rules that the file does not mention stay: those of one wallet or token, and those of kinds it does not know. */
function withAlerts(before: Settings, { choices }: SettingsImport, walletIds: WalletIds) {
  const others = Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined));
  if (!choices.alerts) return others as Partial<Choices>;
  const imported = choices.alerts.map(rule => ({
    ...rule,
    walletId: rule.walletId === null ? null : (walletIds.get(rule.walletId) ?? rule.walletId),
    token: rule.token === null ? null : canonicalTokenKey(rule.token)
  }));
  const ruleTargetOf = ({ kind, walletId, token }: (typeof imported)[number]) =>
    JSON.stringify([kind, walletId, token]);
  const importedTargets = new Set(imported.map(ruleTargetOf));
  const own = before.choices.alerts.filter(rule => !importedTargets.has(ruleTargetOf(rule)));
  // In the order of before, so that the same rules are no change.
  const targets = before.choices.alerts.map(ruleTargetOf);
  const positionOf = (rule: (typeof imported)[number]) => {
    const index = targets.indexOf(ruleTargetOf(rule));
    return index < 0 ? targets.length : index;
  };
  const alerts = [...imported, ...own].sort((a, b) => positionOf(a) - positionOf(b));
  return { ...others, alerts } as Partial<Choices>;
}

/** The id of a holding begins with the id of its wallet. */
function withVerdicts(before: Settings, { verdicts }: SettingsImport, walletIds: WalletIds) {
  if (!verdicts) return before.verdicts;
  const renamed = Object.entries(verdicts).map(([holdingId, verdict]) => {
    const [walletId = '', ...rest] = holdingId.split('/');
    return [canonicalId([walletIds.get(walletId) ?? walletId, ...rest].join('/')), verdict] as const;
  });
  return { ...before.verdicts, ...Object.fromEntries(renamed) };
}

function isSameValue(a: unknown, b: unknown): boolean {
  return toSortedJson(a) === toSortedJson(b);
}

function toSortedJson(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part
  );
}
