// Groups of an import: matched with those here, by id or by name, with the wallets as they are called here.
import { groupScopeOf } from '../../../shared/alerts/alert-rules';
import { MAX_GROUPS } from '../../../shared/domain/limits';
import type { Settings } from '../../../shared/schema/settings';
import type { SettingsImport } from '../../../shared/schema/settings-import';
import type { WalletGroup } from '../../../shared/schema/wallet';
import { groupsOf, nameKey } from '../groups/groups';

export interface ImportedGroups {
  /** All groups after the import, those of before first. */
  readonly groups: readonly WalletGroup[];
  /** How many are added or differ. */
  readonly changed: number;
  /** The scopes of alert rules here, by those of the file. */
  readonly scopes: ReadonlyMap<string, string>;
}

/**
 * A group of the file takes its wallets out of others; groups and memberships that the file does not mention stay. More
 * groups than the settings may hold are left out.
 */
export function withImportedGroups(
  before: Settings,
  { groups: imported = [] }: SettingsImport,
  walletIds: ReadonlyMap<string, string>,
  newId: () => string
): ImportedGroups {
  const scopes = new Map<string, string>();
  let groups = groupsOf(before);
  for (const given of imported) {
    const known =
      groups.find(({ id }) => id === given.id) ??
      groups.find(({ name }) => nameKey(name) === nameKey(given.name));
    if (!known && groups.length >= MAX_GROUPS) continue;
    const own = given.walletIds.flatMap(id => walletIds.get(id) ?? []);
    const id = known?.id ?? newId();
    scopes.set(groupScopeOf(given.id), groupScopeOf(id));
    const isNameFree = groups.every(one => one.id === id || nameKey(one.name) !== nameKey(given.name));
    const next: WalletGroup = {
      id,
      name: isNameFree ? given.name : (known?.name ?? given.name),
      colour: given.colour,
      walletIds: [...new Set([...(known?.walletIds ?? []), ...own])]
    };
    const others = groups.map(group =>
      group.id === id
        ? next
        : { ...group, walletIds: group.walletIds.filter(walletId => !own.includes(walletId)) }
    );
    groups = known ? others : [...others, next];
  }
  const old = new Set(groupsOf(before).map(keyOf));
  return { groups, changed: groups.filter(group => !old.has(keyOf(group))).length, scopes };
}

function keyOf({ id, name, colour, walletIds }: WalletGroup): string {
  return JSON.stringify([id, name, colour, walletIds]);
}
