// Combines the requests, signature and readers of each wallet source into one driver.
// A source without a driver does not compile.
import type { SourceId } from '../../shared/domain/sources';
import type { Wallet, WalletOf } from '../../shared/schema/wallet';
import type { Driver, Drivers, HttpReply, KnownBefore, PlannedRequest, Reading } from '../core/ports/ports';
import { readBalances, requestAccountBalances, requestAddressBalances } from './balances';
import { planChainList, readChainList } from './chain-list';
import { planCoinPrice, planUsdCny, publicOriginFor, readCoinPrice, readUsdCny } from './rates';
import { sign } from './request';
import { planTotalValue, readTotalValue } from './total-value';

/** What differs between sources. Each source gets only its own wallets. */
interface Source<Id extends SourceId> {
  request(wallet: WalletOf<Id>, chains: readonly string[] | null): PlannedRequest;
  read(reply: HttpReply, wallet: WalletOf<Id>, receivedAt: number, last: KnownBefore): Reading;
}

const NOTHING_KNOWN: KnownBefore = { holdings: [] };

export const drivers: Drivers = {
  'v5-account': driverFor('v5-account', { request: requestAccountBalances, read: readBalances }),
  'v6-address': driverFor('v6-address', { request: requestAddressBalances, read: readBalances })
};

function driverFor<Id extends SourceId>(id: Id, source: Source<Id>): Driver {
  const requireOwn = (wallet: Wallet): WalletOf<Id> => {
    if (hasSource(id, wallet)) return wallet;
    throw new TypeError(`the driver of ${id} was given a wallet of ${wallet.source}`);
  };
  const request: Driver['request'] = (wallet, chains) => source.request(requireOwn(wallet), chains);
  return {
    request,
    planDefi: (wallet, chains) => planTotalValue(requireOwn(wallet), 'defi', chains),
    readDefi: readTotalValue,
    planPrice: coin => planCoinPrice(id, coin),
    readPrice: readCoinPrice,
    requestYuan: key => planUsdCny(publicOriginFor(key.host)),
    readYuan: readUsdCny,
    planChains: () => planChainList(id),
    readChains: readChainList,
    sign,
    read: (reply, wallet, receivedAt, last = NOTHING_KNOWN) =>
      source.read(reply, requireOwn(wallet), receivedAt, last)
  };
}

function hasSource<Id extends SourceId>(id: Id, wallet: Wallet): wallet is WalletOf<Id> {
  return wallet.source === id;
}

export const PUBLIC_TIME_TARGET = '/api/v5/public/time';
