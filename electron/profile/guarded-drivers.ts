// Keeps what may be a private key from being sent: earlier versions of `setup` stored any text as an account or an address.
import { Failure } from '../../shared/domain/failure';
import { ownAddressOf, ownerOf } from '../../shared/domain/sources';
import type { Wallet } from '../../shared/schema/wallet';
import { isSecretText, judgeAddress } from '../addresses/fields';
import type { Driver, Drivers } from '../core/ports/ports';
import { CHAINS } from '../okx/chains';

const KNOWN_CHAINS = [...CHAINS.values()];

/** The same drivers; a request for such a wallet throws Failure: account-unknown or address-format. */
export function guardedDrivers(drivers: Drivers): Drivers {
  return { 'v5-account': guarded(drivers['v5-account']), 'v6-address': guarded(drivers['v6-address']) };
}

function guarded(driver: Driver): Driver {
  return {
    ...driver,
    request: (wallet, chains) => driver.request(withoutSecret(wallet), chains),
    planDefi: (wallet, chains) => driver.planDefi(withoutSecret(wallet), chains)
  };
}

function withoutSecret(wallet: Wallet): Wallet {
  const address = ownAddressOf(wallet);
  if (address === null && isSecretText(ownerOf(wallet))) throw new Failure('account-unknown');
  const judged = address === null ? null : judgeAddress(address, wallet.chains, KNOWN_CHAINS);
  if (judged && 'problem' in judged && judged.problem === 'private-key') throw new Failure('address-format');
  return wallet;
}
