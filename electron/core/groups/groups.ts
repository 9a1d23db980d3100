// Groups of wallets: finds a group, its wallets, and the settings of another list of groups.
// A group shows wallets together; it never changes what counts in all.
import { groupScopeOf } from '../../../shared/alerts/alert-rules';
import { MAX_GROUPS } from '../../../shared/domain/limits';
import type { Settings } from '../../../shared/schema/settings';
import type { WalletGroup } from '../../../shared/schema/wallet';

type Grouped = Pick<Settings, 'groups' | 'wallets'>;

export function groupsOf({ groups = [] }: Pick<Settings, 'groups'>): readonly WalletGroup[] {
  return groups;
}

/** The wallets of a group that are there, by id. */
export function membersOf({ wallets }: Pick<Settings, 'wallets'>, group: WalletGroup): ReadonlySet<string> {
  const named = new Set(group.walletIds);
  return new Set(wallets.flatMap(({ id }) => (named.has(id) ? [id] : [])));
}

/** Null: all wallets, as for a group that is gone or has no wallet. */
export function groupById(settings: Grouped, groupId: string | null | undefined): WalletGroup | null {
  const found = groupsOf(settings).find(({ id }) => id === groupId);
  return found && membersOf(settings, found).size > 0 ? found : null;
}

/** Upper and lower case are the same. */
export function groupByName(settings: Pick<Settings, 'groups'>, name: string): WalletGroup | null {
  const key = nameKey(name);
  return groupsOf(settings).find(group => nameKey(group.name) === key) ?? null;
}

export const nameKey = (name: string): string => name.trim().toLocaleLowerCase('en');

/**
 * The settings with another list of groups, in its order. A wallet is in the first group that names it. What was about
 * a group that is gone goes with it: its alert rules, and its place in the tray.
 */
export function withGroups(settings: Settings, groups: readonly WalletGroup[]): Settings {
  const free = new Set(settings.wallets.map(({ id }) => id));
  const next = groups.map(group => ({ ...group, walletIds: group.walletIds.filter(id => free.delete(id)) }));
  const { choices } = settings;
  const gone = groupsOf(settings).filter(({ id }) => groups.every(group => group.id !== id));
  const goneScopes = new Set(gone.map(({ id }) => groupScopeOf(id)));
  return {
    ...settings,
    groups: next.length > 0 ? next : undefined,
    choices: {
      ...choices,
      trayGroup: gone.some(({ id }) => id === choices.trayGroup) ? null : choices.trayGroup,
      alerts: choices.alerts.filter(({ walletId }) => walletId === null || !goneScopes.has(walletId))
    }
  };
}

const COLOURS = 6;

/** The wallet leaves any other group. A group of a new name is made; where there is room for none, nothing changes. */
export function withWalletInGroup(
  settings: Settings,
  walletId: string,
  name: string,
  newId: () => string
): Settings {
  const groups = groupsOf(settings);
  const known = groupByName(settings, name);
  if (!known && groups.length >= MAX_GROUPS) return settings;
  const fresh = { id: newId(), name, colour: (groups.length % COLOURS) + 1, walletIds: [] };
  const { id } = known ?? fresh;
  const next = [...groups, ...(known ? [] : [fresh])].map(group => {
    const others = group.walletIds.filter(one => one !== walletId);
    return { ...group, walletIds: group.id === id ? [...others, walletId] : others };
  });
  return withGroups(settings, next);
}
