// Settings -> what is exported of them: everything that may be taken to another computer, and no secret.
import { LEFT_OUT } from '../../../shared/domain/not-exported';
import type { Settings } from '../../../shared/schema/settings';
import type { Wallet } from '../../../shared/schema/wallet';

/** JSON, a field a line. Named field by field: what else stands in a file of settings does not travel. */
export function settingsText({ keys, wallets, verdicts, choices }: Settings): string {
  const left: readonly string[] = LEFT_OUT;
  const out = {
    kind: 'tokentray-settings',
    version: 1,
    keys: keys.map(({ id, name, host, keptIn }) => ({ id, name, host, keptIn })),
    wallets: wallets.map(walletOut),
    ...(verdicts && { verdicts }),
    choices: Object.fromEntries(Object.entries(choices).filter(([name]) => !left.includes(name)))
  };
  return JSON.stringify(out, undefined, 2);
}

function walletOut(wallet: Wallet): Wallet {
  const { id, name, keyId, colour, isPaused, chains } = wallet;
  const common = {
    id,
    name,
    keyId,
    ...(colour !== undefined && { colour }),
    ...(isPaused !== undefined && { isPaused })
  };
  if (wallet.source === 'v5-account')
    return { ...common, source: wallet.source, accountId: wallet.accountId, chains };
  return { ...common, source: wallet.source, address: wallet.address, chains: wallet.chains };
}
