// Migrates ids of tokens and holdings that an older version stored to the one id that each has now.
// Reading commands use it: it loads nothing, and looks at no id that was written by today's identities.
import { mergeRows } from '../../../shared/holdings/duplicate-rows';
import { canonicalId, canonicalTokenKey } from '../../../shared/domain/holding-id';
import { IDENTITY_VERSION } from '../../../shared/domain/token-identity';
import type { AlertMemory } from '../../../shared/schema/alert-memory';
import type { Holding } from '../../../shared/schema/holding';
import type { Settings, Verdict } from '../../../shared/schema/settings';
import type { StoredSnapshots, WalletSnapshot } from '../../../shared/schema/snapshot';

/**
 * The settings themselves when all ids are those of today. `heldIds` gives the ids of the stored snapshots, as they were
 * stored; it is called only when there are verdicts.
 */
export function canonicalSettings(settings: Settings, heldIds: () => readonly string[]): Settings {
  const { choices, verdicts } = settings;
  if (settings.identityVersion === IDENTITY_VERSION) return settings;
  const tokens = choices.alerts.map(({ token }) => (token === null ? null : canonicalTokenKey(token)));
  const next = verdicts && canonicalVerdicts(verdicts, heldIds());
  const isSame =
    tokens.every((token, index) => token === choices.alerts[index]?.token) &&
    JSON.stringify(next) === JSON.stringify(verdicts);
  if (isSame) return settings;
  const alerts = choices.alerts.map((rule, index) => ({ ...rule, token: tokens[index] ?? null }));
  const migrated = { ...settings, choices: { ...choices, alerts }, ...(next && { verdicts: next }) };
  return { ...migrated, identityVersion: IDENTITY_VERSION };
}

export function storedIdsOf(snapshots: StoredSnapshots | null): string[] {
  return (snapshots?.wallets ?? []).flatMap(({ holdings }) => holdings.map(({ id }) => id));
}

/**
 * Of holdings that turn out to be one, one that counted makes it count: whoever excluded the other of two rows for the
 * same coins wanted them to count once.
 */
function canonicalVerdicts(
  verdicts: Readonly<Record<string, Verdict>>,
  heldIds: readonly string[]
): Record<string, Verdict> {
  const judged = new Set(Object.keys(verdicts).map(canonicalId));
  const held = new Set(heldIds);
  const groups = new Map<string, Set<string>>();
  for (const stored of [...Object.keys(verdicts), ...heldIds]) {
    const id = canonicalId(stored);
    if (judged.has(id)) groups.set(id, (groups.get(id) ?? new Set()).add(stored));
  }
  const canonical: Record<string, Verdict> = {};
  for (const [id, group] of groups) {
    const stored = [...group];
    const relevant = stored.some(one => held.has(one)) ? stored.filter(one => held.has(one)) : stored;
    const given = relevant.map(one => verdicts[one]);
    if (given.includes('count')) canonical[id] = 'count';
    else if (!given.includes(undefined)) canonical[id] = 'keep-out';
  }
  return canonical;
}

/** Two stored holdings that turn out to be one are merged like two rows of one answer. */
export function canonicalSnapshots(stored: StoredSnapshots): StoredSnapshots {
  const { alerts } = stored;
  if (stored.identityVersion === IDENTITY_VERSION) return stored;
  return {
    ...stored,
    wallets: stored.wallets.map(canonicalWallet),
    ...(alerts && { alerts: canonicalAlerts(alerts) })
  };
}

function canonicalWallet(wallet: WalletSnapshot): WalletSnapshot {
  const ids = wallet.holdings.map(({ id }) => canonicalId(id));
  if (ids.every((id, index) => id === wallet.holdings[index]?.id)) return wallet;
  const groups = new Map<string, [Holding, ...Holding[]]>();
  wallet.holdings.forEach((holding, index) => {
    const id = ids[index]!;
    const group = groups.get(id);
    if (group) group.push(holding);
    else groups.set(id, [holding]);
  });
  return { ...wallet, holdings: [...groups].map(([id, rows]) => ({ ...mergeRows(rows), id })) };
}

/** Of two baseline marks for one token, that of the id that stays is used. */
function canonicalAlerts(alerts: AlertMemory): AlertMemory {
  const marks = Object.entries(alerts.prices).map(
    ([token, mark]) => [canonicalTokenKey(token), mark] as const
  );
  const own = Object.entries(alerts.prices).filter(([token]) => canonicalTokenKey(token) === token);
  const held = alerts.held.map(entry =>
    entry.holdingId === null ? entry : { ...entry, holdingId: canonicalId(entry.holdingId) }
  );
  return { ...alerts, prices: Object.fromEntries([...marks, ...own]), held };
}
