// What an import brings beside keys and wallets: choices with their rules of alerts, and verdicts on holdings.
import type { Choices, Settings } from '../../../shared/schema/settings';
import type { SettingsImport } from '../../../shared/schema/settings-import';

/** By the file's: the IDs that its wallets have here. */
type WalletIds = ReadonlyMap<string, string>;

/** Rules for one wallet or token that the file does not speak of stay. */
export function withAlerts(before: Settings, { choices }: SettingsImport, walletIds: WalletIds) {
  const others = Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined));
  if (!choices.alerts) return others as Partial<Choices>;
  const given = choices.alerts.map(rule => ({
    ...rule,
    walletId: rule.walletId === null ? null : (walletIds.get(rule.walletId) ?? rule.walletId)
  }));
  const about = ({ kind, walletId, token }: (typeof given)[number]) =>
    JSON.stringify([kind, walletId, token]);
  const spoken = new Set(given.map(about));
  const own = before.choices.alerts.filter(
    rule => (rule.walletId !== null || rule.token !== null) && !spoken.has(about(rule))
  );
  return { ...others, alerts: [...given, ...own] } as Partial<Choices>;
}

/** Holdings are named by their wallet first. */
export function withVerdicts(before: Settings, { verdicts }: SettingsImport, walletIds: WalletIds) {
  if (!verdicts) return before.verdicts;
  const renamed = Object.entries(verdicts).map(([holdingId, verdict]) => {
    const [walletId = '', ...rest] = holdingId.split('/');
    return [[walletIds.get(walletId) ?? walletId, ...rest].join('/'), verdict] as const;
  });
  return { ...before.verdicts, ...Object.fromEntries(renamed) };
}
