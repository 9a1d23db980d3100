// Plans and reads the request for the total value in USD that OKX calculates, used for DeFi positions.
import { z } from 'zod';
import { compareDecimals, absolute, parseDecimal, sum, toText } from '../../shared/domain/decimal';
import type { Decimal, DecimalText } from '../../shared/domain/decimal';
import { Failure } from '../../shared/domain/failure';
import type { Wallet } from '../../shared/schema/wallet';
import type { HttpReply, PlannedRequest } from '../core/ports/ports';
import { chainsToRequest } from './balances';
import { exactDataOf } from './envelope';
import { planGet } from './request';

const ACCOUNT_TOTAL = '/api/v5/wallet/asset/total-value';
const ADDRESS_TOTAL = '/api/v6/dex/balance/total-value-by-address';

const ASSET_TYPES = { all: '0', tokens: '1', defi: '2' } as const;
export type AssetType = keyof typeof ASSET_TYPES;

/**
 * `chains`: at most 50; null: every chain of the wallet. Risky tokens are left out: here the parameter is `true` or
 * `false`, where the balances of v6 use `0` or `1`.
 */
export function planTotalValue(
  wallet: Wallet,
  assetType: AssetType,
  chains: readonly string[] | null
): PlannedRequest {
  const requestedChains = chainsToRequest(wallet, chains);
  const [path, owner] = totalOf(wallet);
  const query = [
    owner,
    ['chains', requestedChains?.join(',') ?? ''],
    ['assetType', ASSET_TYPES[assetType]],
    ['excludeRiskToken', 'true']
  ] as const;
  return planGet(path, query, requestedChains);
}

function totalOf(wallet: Wallet): readonly [path: string, owner: readonly [name: string, value: string]] {
  switch (wallet.source) {
    case 'v5-account':
      return [ACCOUNT_TOTAL, ['accountId', encodeURIComponent(wallet.accountId)]];
    case 'v6-address':
      return [ADDRESS_TOTAL, ['address', encodeURIComponent(wallet.address)]];
  }
}

/** Far above the value of all money that exists. */
const IMPLAUSIBLE_TOTAL: Decimal = { units: 10n ** 30n, scale: 0 };

const Total = z
  .string()
  .transform(text => parseDecimal(text.trim()))
  .refine(value => value !== null && compareDecimals(absolute(value), IMPLAUSIBLE_TOTAL) < 0)
  .transform(value => value!);
const Totals = z.array(z.object({ totalValue: Total })).nullish();

/** Exact USD, "0" when OKX gives no element; negative where loans exceed the assets. Throws Failure. */
export function readTotalValue(reply: HttpReply, receivedAt: number): DecimalText {
  const totals = Totals.safeParse(exactDataOf(reply, receivedAt, ['totalValue']));
  if (!totals.success) throw new Failure('reply-damaged', { httpStatus: reply.status });
  return toText(sum((totals.data ?? []).map(element => element.totalValue)));
}
