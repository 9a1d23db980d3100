// Makes the JSON of a settings export: what may be taken to another computer, without secrets.
import { NOT_EXPORTED_CHOICES } from '../../../shared/domain/not-exported';
import type { Settings } from '../../../shared/schema/settings';
import type { Wallet } from '../../../shared/schema/wallet';

/** JSON with one field per line. Each field is named here: other fields of a settings file are not exported. */
export function settingsExportText({ keys, wallets, groups, verdicts, choices }: Settings): string {
  const notExported: readonly string[] = NOT_EXPORTED_CHOICES;
  const exported = {
    kind: 'tokentray-settings',
    version: 1,
    keys: keys.map(({ id, name, host, keptIn }) => ({ id, name, host, keptIn })),
    wallets: wallets.map(exportedWallet),
    ...(groups && {
      groups: groups.map(({ id, name, colour, walletIds }) => ({ id, name, colour, walletIds }))
    }),
    ...(verdicts && { verdicts }),
    choices: Object.fromEntries(Object.entries(choices).filter(([name]) => !notExported.includes(name)))
  };
  return JSON.stringify(exported, undefined, 2);
}

function exportedWallet(wallet: Wallet): Wallet {
  const { id, name, keyId, colour, isPaused, chains } = wallet;
  const common = {
    id,
    name,
    keyId,
    ...(colour !== undefined && { colour }),
    ...(isPaused !== undefined && { isPaused })
  };
  return 'address' in wallet
    ? { ...common, source: wallet.source, address: wallet.address, chains: wallet.chains }
    : { ...common, source: wallet.source, accountId: wallet.accountId, chains };
}
